"""Whether a single full stop ends the sentence or only belongs to an abbreviation, an initial or a number."""

import re
from collections.abc import Callable

from storyreader.segmenting.boundary_context import BoundaryContext

_INITIAL = re.compile(r"(?:[^\W\d_]\.-?)*[^\W\d_]")
_DOTTED = re.compile(r"(?:[^\W\d_]\.)+[^\W\d_]")
_LABEL = re.compile(r"([^\W\d_]+)\.? \d{1,3}")
_ROMAN = re.compile(r"[IVXL]+")
_GO_ON = frozenset({"e.g", "i.e", "z.b", "d.h", "p.ej", "p.ex"})
_PRONOUNS = frozenset({"i", "you", "he", "she", "we", "they", "it", "there", "this", "these"})
_WEEKDAYS = {"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"}
_ZONES = {"est", "edt", "cst", "cdt", "mst", "mdt", "pst", "pdt", "gmt", "utc", "bst", "cet", "et", "ct", "mt", "pt"}
_AFTER_CLOCK = frozenset(_WEEKDAYS | _ZONES)
MOST_CLOCK_WORDS = 4
""""At 5 a.m. Mr. Brook left": with so few words before the hour nothing has been said yet."""


def is_careless(context: BoundaryContext) -> bool:
    """A writer who begins sentences with small letters: the one before began so too, or a pronoun follows."""
    before = context.before
    if context.close or not context.opens_sentence or len(before) < 3:
        return False
    if not (before.isalpha() and before.islower()) or before in context.tables.abbreviations:
        return False
    if context.word in _PRONOUNS and len(before) > 3:
        return context.mark == "."
    return context.said.lstrip(" \n\t\"'(“‘")[:1].islower()


def _bracket_inside(context: BoundaryContext) -> bool | None:
    """A bracket behind an abbreviation belongs to it, "Norsund Corp. (NYSE: NSM)", unless it holds a sentence."""
    before, after = context.before.lower(), context.found.end()
    short = before in context.tables.abbreviations or _INITIAL.fullmatch(before)
    if not context.opening.startswith("(") or not (short or (context.tables.ordinals and before.isdigit())):
        return None
    close = context.text.find(")", after, context.end)
    return None if close < 0 or context.text[close - 1] in ".!?…" else False


def _number(context: BoundaryContext) -> bool | None:
    """In some languages "3." means "3rd"; "Figure 2." opens a caption."""
    label = _LABEL.fullmatch(context.said.strip())
    if label and label[1] in context.tables.labels:
        return False
    before, ordinals = context.before, context.tables.ordinals
    if not (before.isdigit() or (ordinals and _ROMAN.fullmatch(before))):
        return None
    small = (len(before) <= 2 or not before.isdigit()) and context.stop - len(before) > context.begin
    return not (ordinals and small and not _opener(context))


def _opener(context: BoundaryContext) -> bool:
    return context.opens_sentence or bool(context.opening.strip(" \u00a0-–—"))


def _always_ends(context: BoundaryContext) -> bool | None:
    return True if context.before.lower() in context.tables.often else None


def _number_follows(context: BoundaryContext) -> bool | None:
    waits = context.before.lower() in context.tables.numbered | context.tables.months
    return False if waits and context.word[0].isdigit() else None


def _clock(context: BoundaryContext) -> bool | None:
    if context.before.lower() not in {"a.m", "p.m"}:
        return None
    if context.word.lower() in _AFTER_CLOCK:
        return False
    return _opener(context) or len(context.said.split()) > MOST_CLOCK_WORDS


def _company_or_country(context: BoundaryContext) -> bool | None:
    """Inc. and U.S. end a sentence when an opener follows, or a name that was named before: it begins anew."""
    dotted = len(context.before) > 3 and _DOTTED.fullmatch(context.before)
    if context.before.lower() not in context.tables.maybe and not dotted:
        return None
    return _opener(context) or context.word in context.said.split()


def _title(context: BoundaryContext) -> bool | None:
    if context.before.lower() not in context.tables.titles:
        return None
    return context.tables.units_end and context.said[: -len(context.before)].rstrip()[-1:].isdigit()


def _initial(context: BoundaryContext) -> bool | None:
    before = context.before
    if not _INITIAL.fullmatch(before):
        return None
    if before.lower() in _GO_ON:
        return False
    after = context.found.end()
    opener = _opener(context) and context.text[after + 1 : after + 2] != "."
    if len(before) > 1 or before == "I":
        return opener
    return opener and before.isupper() and len(context.said.split()) > 1


def _danda(context: BoundaryContext) -> bool | None:
    foreign = context.tables.danda and (len(context.before) <= 3 or "." in context.before)
    return False if foreign else None


def _name_with_stops(context: BoundaryContext) -> bool | None:
    """A single word with its own full stop before a small letter is part of a name: "Bold. Free. is a paper"."""
    after = context.found.end() + len(context.word)
    goes_on = context.text[after : after + 2] == ". " and context.text[after + 2 : after + 3].islower()
    return False if goes_on and len(context.word) > 3 and not context.opening else None


FULL_STOP_RULES: tuple[Callable[[BoundaryContext], bool | None], ...] = (
    _bracket_inside,
    _number,
    _always_ends,
    _number_follows,
    _clock,
    _company_or_country,
    _title,
    _initial,
    _danda,
    _name_with_stops,
)
