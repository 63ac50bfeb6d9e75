"""Who wrote the story, told below it, is no part of it: "Ann Bell is a reporter", "Ann joined us in 2017"."""

import re
from collections.abc import Sequence

from storyreader.cleaning.draft import Draft

REASON = "about the author"
_LAST = 4
"""Paragraphs at the end of a story among which it is told who wrote it."""
_LINE = 6
"""Words of a line above it that holds the name alone, or "About Ann Bell"."""
_TOLD = re.compile(
    r"\s(?:is|was|has|holds|joined|works|writes|covers|lives|leads|ist|war|hat|arbeitet|schreibt|lebt|leitet|est|travaille|"
    r"écrit|es|trabaja|escribe|è|lavora|scrive|trabalha|escreve)\s"
)
"""What follows a given name there."""


def apply(draft: Draft) -> None:
    """Judge the last paragraphs, and the name above them."""
    names = [name for name in str(draft.fields.get("byline", "")).split(", ") if len(name.split()) > 1]
    kept = [block for block in draft.blocks if block.kept]
    if not names or len(kept) <= _LAST:
        return
    for number in range(len(kept) - _LAST, len(kept)):
        if not describes(kept[number].text, names):
            continue
        kept[number].reason = REASON
        above = kept[number - 1]
        if above.shape.words <= _LINE and any(name in above.text for name in names):
            above.reason = REASON


def describes(text: str, names: Sequence[str]) -> bool:
    """Whether a paragraph begins with one of some names and goes on as a sentence about that person."""
    for name in names:
        if text.startswith(f"{name} ") and text[len(name) + 1 :][:1].islower():
            return True
        given = name.split()[0]
        if len(given) > 1 and text.startswith(given) and _TOLD.match(text, len(given)):
            return True
    return False
