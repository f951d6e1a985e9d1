"""A lesson as JSON for other programs."""

from __future__ import annotations

import json
from base64 import b64encode
from dataclasses import fields
from typing import Any

from index.lessons.slides import (
    ChartSlide,
    Lesson,
    NoticeSlide,
    QuestionSlide,
    QuotationSlide,
    RowSlide,
    Slide,
    TextSlide,
)

FORMAT, VERSION = "hustings-lesson", 1

_KINDS: dict[type[Slide], str] = {
    RowSlide: "row",
    TextSlide: "text",
    QuotationSlide: "quotation",
    ChartSlide: "chart",
    NoticeSlide: "notice",
    QuestionSlide: "question",
}


def as_json(lesson: Lesson) -> bytes:
    """The lesson in UTF-8: `slides` each with its `kind` and what it holds, pictures in Base64."""
    slides = [{"kind": _KINDS[type(slide)], **_plain(slide)} for slide in lesson.slides]
    about = {name: getattr(lesson, name) for name in ("title", "language", "program", "hides")}
    whole = {"format": FORMAT, "format_version": VERSION, **about, "slides": slides}
    return (json.dumps(whole, ensure_ascii=False, indent=2) + "\n").encode("utf-8", "backslashreplace")


def _plain(value: Any) -> Any:  # dataclasses nest in tuples
    if isinstance(value, bytes):
        return b64encode(value).decode()
    if isinstance(value, tuple):
        return [_plain(one) for one in value]
    if hasattr(value, "__dataclass_fields__"):
        return {field.name: _plain(getattr(value, field.name)) for field in fields(value)}
    return value
