"""What stands around a number and bounds it: at least, nearly, or more. Indexes count tokens."""

from dataclasses import dataclass

from storyreader.fact import Bound
from storyreader.lexicon import MOST_PHRASE_WORDS, Tables, Tokens


@dataclass(frozen=True, slots=True)
class Modified:
    """The tokens of a number with its modifiers, and what these say."""

    start: int
    end: int
    approx: bool
    bound: Bound | None


def modified(tokens: Tokens, start: int, end: int, tables: Tables) -> Modified:
    """Look before and behind the number for words that bound it."""
    flags = ""
    before = tables.row("before_number")
    for size in range(min(MOST_PHRASE_WORDS, start), 0, -1):
        found = before.get(tokens.phrase(start - size, start))
        if found:
            flags, start = found, start - size
            # "at least about 20": one more word may stand in front
            outer = _longest(tokens, start, before)
            if outer:
                flags, start = f"{flags} {outer[1]}", start - outer[0]
            break
    after = tables.row("after_number")
    for size in range(4, 0, -1):
        found = after.get(tokens.phrase(end, end + size)) if end + size <= len(tokens) else None
        if found:
            flags, end = f"{flags} {found}", end + size
            break
    parts = flags.split()
    bound: Bound | None = "min" if "min" in parts else "max" if "max" in parts else None
    return Modified(start, end, "approx" in parts, bound)


def _longest(tokens: Tokens, start: int, before: dict[str, str]) -> tuple[int, str] | None:
    for size in range(min(MOST_PHRASE_WORDS, start), 0, -1):
        found = before.get(tokens.phrase(start - size, start))
        if found:
            return size, found
    return None
