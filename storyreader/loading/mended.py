"""Mends text that was read in a wrong encoding before it came here, and says how much of it."""

import re
from itertools import islice

from storyreader.loading.encoded_twice import repair_twice

_RUN = re.compile(r"[^\x00-\x7f]{2,}")
_SUSPECT = re.compile(r"[ÂÃâÐÑÎÏØÙÅÄÆÇÈÉåæãĂĹŻĎРСВГ√¬‚‡├┬╨][^\x00-\x7f]")
"""Letters that such texts are full of; without a pair of them nothing is looked at further."""
_RUNS = 2000
"""Stretches beyond ASCII that are enough to tell."""
_FEWEST = 3
"""Impossible pairs that a page must hold before any is touched: one may be meant."""


def mend(text: str) -> tuple[str, list[str]]:
    """Return the text as it was meant, and one note in plain words for each kind of repair."""
    text, twice = repair_twice(text)
    notes = [f"{twice} characters were encoded twice and have been repaired"] if twice else []
    if not _SUSPECT.search(text):
        return text, notes
    from ftfy import fix_encoding
    from ftfy.badness import badness, is_bad

    if badness(" ".join(found.group() for found in islice(_RUN.finditer(text), _RUNS))) < _FEWEST:
        return text, notes
    lines = text.split("\n")
    mended = [fix_encoding(line) if not line.isascii() and is_bad(line) else line for line in lines]
    count = sum(line != before for line, before in zip(mended, lines, strict=True))
    if count:
        notes.append(f"{count} line{'s' if count > 1 else ''} in a broken encoding mended")
    return "\n".join(mended), notes
