"""Knows the words of marks that others put on a document: that it is a draft or confidential, whose copy it is."""

from __future__ import annotations

import re

_STATE = (
    r"drafts?|drafft|entwurf|vorabfassung|brouillon|ébauche|borrador|bozza|rascunho"
    r"|utkast|udkast|luonnos|szkic|specimen(?: copy)?|uncorrected proof"
    r"|(?:strictly |streng )?(?:confidential|vertraulich)|cyfrinachol|confidentiel|confidencial|vertrouwelijk|riservato"
    r"|embargo(?:ed)?|(?:unofficial|review|reading|evaluation) copy|do not (?:copy|distribute|print|circulate)"
    r"|not for (?:publication|distribution|circulation|release|sale)|for (?:review|reference|internal use) only"
)
_WITH = r"(?:(?:first|second|third|final|working|erster?|zweiter?|early|latest) )?"
_STATES = re.compile(
    rf"\W*{_WITH}(?:{_STATE})\b(?:\s*[-–|/:,.]?\s*(?:{_STATE})\b)*[\W\d]*(?:v(?:ersion)?\W*[\d.]+)?", re.I
)
_COPY = re.compile(
    r"\W*(?:property of (?:the )?(?-i:[A-Z])|ex libris\b|eigentum (?:der|des|von)\b|propriété d|propiedad de\b"
    r"|downloaded (?:by|from|on|at|via)\b|heruntergeladen (?:von|am)\b|téléchargé (?:par|le|depuis)\b"
    r"|descargado (?:por|de)\b"
    r"|licen[cs]ed to\b|received\b.{0,40}\d|this (?:copy|document) (?:is|was) (?:licen[cs]ed|downloaded|printed)\b"
    r"|printed (?:from|by) \S+ on\b)",
    re.IGNORECASE,
)


def is_mark_of_state(text: str) -> bool:
    """Whether a text says that the document is a draft, a sample or confidential, and nothing else."""
    return bool(_STATES.fullmatch(text))


def begins_mark_of_copy(text: str) -> bool:
    """Whether a text begins as one that says whose copy of the document this is, or where it was had from."""
    return bool(_COPY.match(text))
