"""What two conflicting places tell, as text: a figure with the word it counts, the words around a negation."""

from storyreader.contradiction.aligned_sentence import AlignedSentence, Range
from storyreader.contradiction.slot_features import Candidate
from storyreader.fact import Fact
from storyreader.lexicon import tables_for

COUNTS = frozenset({"number", "ordinal"})
"""Kinds of figures that count something."""
LONGEST_TAIL = 3
"""Words that may follow a figure to say what it counts."""


def candidate_text(candidate: Candidate, side: AlignedSentence, span: Range, fact: Fact | None) -> str:
    """What one side of a conflicting place says."""
    if candidate.family == "polarity":
        return _stretch(side, span, 3)
    if fact is None:
        return _stretch(side, span, 1)
    return fact.text if candidate.family in {"name", "date"} else counted(side, fact)


def counted(side: AlignedSentence, fact: Fact) -> str:
    """A figure with the word it counts: "at least 24 dead"."""
    span = side.range_of(fact)
    if span is None or fact.kind in {"money", "percent", "time"}:
        return fact.text
    end, tables = fact.span.end, tables_for(side.language)
    for at in range(span[1], min(span[1] + LONGEST_TAIL, len(side.words.keys))):
        start, stop = side.words.spans[at]
        named = fact.kind == "age" and side.words.texts[at][0].isupper()
        if named or side.text[end:start].strip(" -\u00a0") or tables.has("particles", side.lower[at]):
            break
        end = stop
        if side.weight(at) == 1.0:
            return side.text[fact.span.start : end]
    return fact.text


def _stretch(side: AlignedSentence, span: Range, size: int) -> str:
    """The words of a place and some more behind it."""
    if not side.words.spans:
        return ""
    first = min(span[0], len(side.words.spans) - 1)
    last = min(first + max(size, span[1] - span[0]), len(side.words.spans)) - 1
    return side.text[side.words.spans[first][0] : side.words.spans[last][1]]
