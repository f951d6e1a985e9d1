"""The formulas of readability by language, each as it was published; languages without one are not here."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Formula:
    """`base` − `by_sentence` × words in a sentence − `by_word` × syllables in a word, and where it was published."""

    name: str
    base: float
    by_sentence: float
    by_word: float
    source: str

    def __str__(self) -> str:
        return f"{self.base:g} − {self.by_sentence:g} × words per sentence − {self.by_word:g} × syllables per word"


FORMULAS = {
    "en": Formula(
        "Flesch reading ease",
        206.835,
        1.015,
        84.6,
        "R. Flesch, “A new readability yardstick”, Journal of Applied Psychology 32 (1948)",
    ),
    "de": Formula(
        "Amstad’s reading ease", 180, 1, 58.5, "T. Amstad, Wie verständlich sind unsere Zeitungen? (Zürich 1978)"
    ),
    "es": Formula(
        "Szigriszt’s perspicuity",
        206.835,
        1,
        62.3,
        "F. Szigriszt Pazos, Sistemas predictivos de legibilidad del mensaje escrito: fórmula de perspicuidad "
        "(Madrid 1993)",
    ),
    "fr": Formula(
        "Kandel and Moles’ reading ease",
        207,
        1.015,
        73.6,
        "L. Kandel and A. Moles, “Application de l’indice de Flesch à la langue française”, Cahiers Études de "
        "Radio-Télévision 19 (1958)",
    ),
    "nl": Formula(
        "Douma’s reading ease", 206.84, 0.93, 77, "W. H. Douma, De leesbaarheid van landbouwbladen (Wageningen 1960)"
    ),
}
