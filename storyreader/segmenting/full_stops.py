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


def is_careless(place: BoundaryContext) -> bool:
    """A writer who begins sentences with small letters: the one before began so too, or a pronoun follows."""
    before = place.before
    if place.close or not place.opens_sentence or len(before) < 3:
        return False
    if not (before.isalpha() and before.islower()) or before in place.tables.abbreviations:
        return False
    if place.word in _PRONOUNS and len(before) > 3:
        return place.mark == "."
    return place.said.lstrip(" \n\t\"'(“‘")[:1].islower()


def _number(place: BoundaryContext) -> bool | None:
    """In some languages "3." means "3rd"; "Figure 2." opens a caption."""
    label = _LABEL.fullmatch(place.said.strip())
    if label and label[1] in place.tables.labels:
        return False
    before, ordinals = place.before, place.tables.ordinals
    if not (before.isdigit() or (ordinals and _ROMAN.fullmatch(before))):
        return None
    small = (len(before) <= 2 or not before.isdigit()) and place.stop - len(before) > place.begin
    return not (ordinals and small and not _opener(place))


def _opener(place: BoundaryContext) -> bool:
    return place.opens_sentence or bool(place.opening.strip(" \u00a0-–—"))


def _always_ends(place: BoundaryContext) -> bool | None:
    return True if place.before.lower() in place.tables.often else None


def _number_follows(place: BoundaryContext) -> bool | None:
    waits = place.before.lower() in place.tables.numbered | place.tables.months
    return False if waits and place.word[0].isdigit() else None


def _clock(place: BoundaryContext) -> bool | None:
    if place.before.lower() not in {"a.m", "p.m"}:
        return None
    if place.word.lower() in _AFTER_CLOCK:
        return False
    return _opener(place) or len(place.said.split()) > MOST_CLOCK_WORDS


def _company_or_country(place: BoundaryContext) -> bool | None:
    """Inc. and U.S. end a sentence when an opener follows, or a name that was named before: it begins anew."""
    dotted = len(place.before) > 3 and _DOTTED.fullmatch(place.before)
    if place.before.lower() not in place.tables.maybe and not dotted:
        return None
    return _opener(place) or place.word in place.said.split()


def _title(place: BoundaryContext) -> bool | None:
    if place.before.lower() not in place.tables.titles:
        return None
    return place.tables.units_end and place.said[: -len(place.before)].rstrip()[-1:].isdigit()


def _initial(place: BoundaryContext) -> bool | None:
    before = place.before
    if not _INITIAL.fullmatch(before):
        return None
    if before.lower() in _GO_ON:
        return False
    after = place.found.end()
    opener = _opener(place) and place.text[after + 1 : after + 2] != "."
    if len(before) > 1 or before == "I":
        return opener
    return opener and before.isupper() and len(place.said.split()) > 1


def _danda(place: BoundaryContext) -> bool | None:
    foreign = place.tables.danda and (len(place.before) <= 3 or "." in place.before)
    return False if foreign else None


def _name_with_stops(place: BoundaryContext) -> bool | None:
    """A single word with its own full stop before a small letter is part of a name: "Bold. Free. is a paper"."""
    after = place.found.end() + len(place.word)
    goes_on = place.text[after : after + 2] == ". " and place.text[after + 2 : after + 3].islower()
    return False if goes_on and len(place.word) > 3 and not place.opening else None


FULL_STOP_RULES: tuple[Callable[[BoundaryContext], bool | None], ...] = (
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
