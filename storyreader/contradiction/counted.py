"""The plain sentence that says what differs. A is always the left article, B the right one."""

from storyreader.contradiction.aligned_pair import Pair, Range, Side
from storyreader.contradiction.slot_features import Candidate
from storyreader.fact import Fact

LONGEST_TAIL = 3
"""Words that may follow a figure to say what it counts."""
_REASONS = {
    "value": "neither rounding nor a bound explains it",
    "date": "neither date lies inside the other",
    "polarity": "one side negates it",
}


def says_conflict(pair: Pair, candidate: Candidate) -> str:
    """What differs at a conflicting place."""
    if candidate.family == "polarity":
        return _line(_stretch(pair.left, candidate.left, 3), _stretch(pair.right, candidate.right, 2), "polarity")
    if candidate.facts is None:
        return _line(_stretch(pair.left, candidate.left, 1), _stretch(pair.right, candidate.right, 1), "")
    left, right = candidate.facts
    if candidate.family == "name":
        return _line(left.text, right.text, "")
    if candidate.family == "date":
        return _line(*dated(left, right), "date")
    return _line(counted(pair.left, left), counted(pair.right, right), "value")


def says_harmless(left: str, right: str, why: str) -> str:
    """What differs where both can hold."""
    return f"A: {left}, B: {right}; {why}"


def _line(left: str, right: str, family: str) -> str:
    reason = _REASONS.get(family)
    return f"A: {left}, B: {right}" + (f"; {reason}" if reason else "")


def counted(side: Side, fact: Fact) -> str:
    """A figure with the word it counts: "at least 24 dead"."""
    place = side.range_of(fact)
    if place is None or fact.kind in {"money", "percent", "time"}:
        return fact.text
    end = fact.span.end
    for at in range(place[1], min(place[1] + LONGEST_TAIL, len(side.words.keys))):
        start, stop = side.words.spans[at]
        if side.text[end:start].strip(" -\u00a0"):
            break
        end = stop
        if side.weight(at) == 1.0:
            return side.text[fact.span.start : end]
    return fact.text


def dated(left: Fact, right: Fact) -> tuple[str, str]:
    """Two dates as written; with their values where the words alone do not tell them apart."""
    relative = any(not any(letter.isdigit() for letter in fact.text) for fact in (left, right))
    closed = all(not str(fact.value).startswith("X") for fact in (left, right))
    if relative and closed:
        return f"{left.text} ({left.value})", f"{right.text} ({right.value})"
    return left.text, right.text


def _stretch(side: Side, place: Range, size: int) -> str:
    """The words of a place and some more behind it, in quotation marks."""
    if not side.words.spans:
        return '""'
    first = min(place[0], len(side.words.spans) - 1)
    last = min(first + max(size, place[1] - place[0]), len(side.words.spans)) - 1
    return f'"{side.text[side.words.spans[first][0] : side.words.spans[last][1]]}"'
