"""Figures that a later account raises: a toll that grows is no contradiction, and not silence either."""

from dataclasses import replace

from storyreader.comparison import Difference, Passage, Side
from storyreader.contradiction.aligned_sentence import aligned_sentence
from storyreader.contradiction.tolls import FAR, has_risen, toll
from storyreader.facts import extract_facts

_COUNTS = frozenset({"count", "value"})
_MAY_RISE = frozenset({"value", "unsure"})


def with_update(difference: Difference, texts: tuple[str, str], later: Side | None, language: str) -> Difference:
    """The difference, told as an update where the later account has the higher toll.

    `texts` are the two sentences. `later` is the side that was published later; None where that is not known: then
    the side that says that the figure has risen.
    """
    left, right = difference.left_value, difference.right_value
    if difference.what not in _COUNTS or difference.reason not in _MAY_RISE:
        return difference
    if not isinstance(left, int | float) or not isinstance(right, int | float):
        return difference
    higher: Side = "left" if left > right else "right"
    passage, text = (difference.left, texts[0]) if higher == "left" else (difference.right, texts[1])
    counts, risen = _told(passage, text, language)
    if risen or (later == higher and counts and not _of_one_moment(texts, language)):
        return replace(difference, reason="updated", conflict=False)
    return difference


def _of_one_moment(texts: tuple[str, str], language: str) -> bool:
    """Whether both sentences tell of the same time of day: "by noon on Sunday" is no earlier than "by noon"."""
    times = [{fact.value for fact in extract_facts(text, language=language) if fact.kind == "time"} for text in texts]
    return not times[0].isdisjoint(times[1])


def _told(passage: Passage, text: str, language: str) -> tuple[bool, bool]:
    """Whether a figure counts dead, injured or the like, and whether a word before it says that it has risen."""
    side = aligned_sentence(text, (), language)
    span = side.words_in(passage.start, passage.end)
    if span is None:
        return False, False
    counts = bool(toll(side, span, FAR))
    return counts, counts and has_risen(side, span)
