"""The tokens as a theme of the Qlementine style."""

from __future__ import annotations

from PySide6.QtCore import QJsonDocument
from PySide6Qlementine import Theme

from ui.theme.contrast import mixed
from ui.theme.tokens import FOUR, HALF, ICON, MOTION_MS, RADIUS, STEP, TWO, Tokens


def theme_of(now: Tokens) -> Theme:
    """The Qlementine theme that draws with these tokens."""
    return Theme.fromJsonDoc(QJsonDocument.fromVariant(theme_values(now)))


def theme_values(now: Tokens) -> dict[str, object]:
    """The values of the theme by Qlementine's names (its resources/themes/light.json lists them)."""
    return {
        "meta": {"name": "Dark" if now.dark else "Light", "author": "Hustings", "version": "1"},
        **_grounds(now),
        **_controls(now),
        **_texts(now),
        **_states(now),
        **_sizes(now),
    }


def _family(name: str, normal: str, hovered: str, pressed: str, disabled: str) -> dict[str, object]:
    return {name: normal, f"{name}Hovered": hovered, f"{name}Pressed": pressed, f"{name}Disabled": disabled}


def _grounds(now: Tokens) -> dict[str, object]:
    c = now.colours
    return {
        "backgroundColorMain1": c.surface,
        "backgroundColorMain2": c.window,
        "backgroundColorMain3": c.hover,
        "backgroundColorMain4": c.line,
        "backgroundColorWorkspace": c.window,
        "backgroundColorTabBar": c.window,
        **{f"semiTransparentColor{n}": c.ink + alpha for n, alpha in enumerate(("0c", "14", "1c", "24"), 1)},
        **{f"shadowColor{n}": c.shadow + alpha for n, alpha in enumerate(("18", "30", "48"), 1)},
    }


def _controls(now: Tokens) -> dict[str, object]:
    c = now.colours
    # In the dark, buttons on what floats would hardly differ from it.
    at_rest, hovered, pressed = (mixed(c.ink, c.hover, part + 0.06 * now.dark) for part in (0.0, 0.06, 0.12))
    return {
        **_family("neutralColor", at_rest, hovered, pressed, c.window),
        **_family("borderColor", c.control, c.secondary, c.secondary, c.line),
        **_family("primaryColor", c.accent, c.accent_hover, c.accent_pressed, c.line),
        **_family("primaryAlternativeColor", c.accent_pressed, c.accent, c.accent_hover, c.line),
        "focusColor": c.accent,
    }


def _texts(now: Tokens) -> dict[str, object]:
    c = now.colours
    return {
        **_family("primaryColorForeground", c.on_accent, c.on_accent, c.on_accent, c.disabled),
        **_family("secondaryColor", c.ink, c.ink, c.ink, c.disabled),
        **_family("secondaryAlternativeColor", c.secondary, c.ink, c.ink, c.disabled),
        **_family("secondaryColorForeground", c.surface, c.surface, c.surface, c.window),
        **_family("statusColorForeground", c.surface, c.surface, c.surface, c.disabled),
    }


def _states(now: Tokens) -> dict[str, object]:
    c = now.colours
    named = {"Error": c.error, "Warning": c.warning, "Info": c.accent, "Success": c.accent}
    return {
        key: value
        for name, colour in named.items()
        for key, value in _family(f"statusColor{name}", colour, colour, colour, c.line).items()
    }


def _sizes(now: Tokens) -> dict[str, object]:
    control = round(FOUR * now.scale)
    return {
        "useSystemFonts": False,
        "fontSize": now.body,
        "fontSizeS1": now.small,
        "fontSizeMonospace": now.body,
        **{f"fontSizeH{n}": size for n, size in enumerate((now.title, now.title, now.title, now.body, now.body), 1)},
        "animationDuration": MOTION_MS,
        "focusAnimationDuration": MOTION_MS,
        "sliderAnimationDuration": MOTION_MS,
        "spacing": STEP,
        "borderRadius": RADIUS,
        "borderWidth": 1,
        "controlHeightSmall": round(TWO * now.scale),
        "controlHeightMedium": round((FOUR - HALF) * now.scale),
        "controlHeightLarge": control,
        "iconSize": ICON,
        "scrollBarThicknessFull": 12,
        "scrollBarThicknessSmall": STEP,
        "progressBarGrooveHeight": HALF,
    }
