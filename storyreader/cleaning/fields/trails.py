"""Trails of sections that lead to a page, "Home » News » Harbour", alone or with the headline behind them."""

import re

_STEP = re.compile(r"(?:(?<!\s)\s+)?[»>›→]\s*|(?<!\s)\s+[/|•·]\s+")
_SURE_STEP = re.compile(r"(?<=\S)\s+[»>›→]\s+(?=\S)")
_FIRST_STEP = re.compile(
    r"(?:home|main|back|start|startseite|zurück|accueil|retour|inicio|início|portada|home ?page|strona główna|hjem|hem|"
    r"etusivu|главная)\s+/\s*(?=\S)",
    re.IGNORECASE,
)
"""A slash parts two words of a headline as well, but not behind one of these."""
_ANY_STEP = re.compile(r"(?<!\s)\s+[/»>›→]\s+")
LONGEST_SECTION = 4
"""Words of a section in a trail."""


def is_trail(text: str) -> bool:
    """Whether a line is a trail of sections and nothing else."""
    parts = _STEP.split(text)
    return len(parts) >= 3 and all(0 < len(part.split()) <= LONGEST_SECTION for part in parts)


def end_of_trail(text: str) -> str:
    """What a line says behind the sections that lead to it; the whole line where none do."""
    parts = (_ANY_STEP if _FIRST_STEP.match(text) else _SURE_STEP).split(text)
    *sections, last = parts if len(parts) > 1 else _FIRST_STEP.split(text, maxsplit=1)
    return last if all(len(section.split()) <= LONGEST_SECTION for section in sections) else text


def leads_elsewhere(text: str) -> bool:
    """Whether a line leads to the page before this one, "« Storm at sea | Main", and is no quotation in « »."""
    return text.startswith(("« ", "← ")) and "»" not in text
