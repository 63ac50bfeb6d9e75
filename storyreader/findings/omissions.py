"""Which linked claims lose their source or their caveat in the other account.

Worked out on demand: `compare` does not need it.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator

from storyreader.comparison import SIDES, ArticleFact, Comparison, Link, Passage, Side
from storyreader.fact import Fact
from storyreader.findings.nouns import Omission

_SOURCES = frozenset({"attribution", "quote"})
WHOLE = frozenset({"same", "reworded", "conflict"})
"""Kinds of link in which both sides tell the same claim; a partly shared one may be cut where the source stood."""


def find_omissions(comparison: Comparison) -> tuple[Omission, ...]:
    """Sources and caveats that only one side of a link has, in the order of the links.

    A source is looked for in links whose two sides tell the same claim, and the sentences beside it count too: a
    speaker named one sentence earlier still speaks. Swapping the sides gives the mirror image.
    """
    facts = {"left": _by_sentence(comparison.facts_left), "right": _by_sentence(comparison.facts_right)}
    found: list[Omission] = []
    for number, link in enumerate(comparison.links):
        for side in SIDES:
            other: Side = "right" if side == "left" else "left"
            found.extend(_of_link((number, link), side, facts[side], facts[other]))
    return tuple(found)


FactsBySentence = dict[int, list[Fact]]


def _by_sentence(facts: Iterable[ArticleFact]) -> FactsBySentence:
    found: FactsBySentence = defaultdict(list)
    for item in facts:
        found[item.sentence].append(item.fact)
    return found


def _of_link(
    numbered: tuple[int, Link], side: Side, own: FactsBySentence, other: FactsBySentence
) -> Iterator[Omission]:
    number, link = numbered
    theirs = link.numbers("right" if side == "left" else "left")
    beside = {sentence + step for sentence in theirs for step in (-1, 0, 1)}
    kinds = {fact.kind for sentence in beside for fact in other.get(sentence, ())}
    caveats = {fact.value for sentence in beside for fact in other.get(sentence, ()) if fact.kind == "caveat"}
    sourced = False
    for sentence in link.numbers(side):
        for fact in own.get(sentence, ()):
            passage = Passage(sentence, fact.span.start, fact.span.end)
            if fact.kind == "caveat" and fact.value not in caveats:
                caveats.add(fact.value)
                yield Omission("caveat", side, number, passage, fact.text)
            if fact.kind == "attribution" and link.kind in WHOLE and not kinds & _SOURCES and not sourced:
                sourced = True
                yield Omission("source", side, number, passage, fact.text)
