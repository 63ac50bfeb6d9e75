"""Quotations that run over several sentences. Units: numbers of sentences."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from storyreader.article import Span
from storyreader.fact import Fact

LONGEST_QUOTATION = 8
"""Sentences: a quotation that stays open longer was never closed."""
_CLOSING = frozenset('”»"’“」』')
_OPENING = frozenset('“"«»„「『‹')
_SINGLE = frozenset("‘’‹›")

FactRow = tuple[Fact, ...]


@dataclass(frozen=True, slots=True)
class QuotationChain:
    """A quotation from one sentence to another one, both included."""

    first: int
    last: int


def chains_in(facts: Sequence[FactRow]) -> Iterator[QuotationChain]:
    """The quotations that one sentence opens and a later one closes. One that is opened anew, as a new paragraph does
    it, goes on.
    """
    opened: int | None = None
    for number, own in enumerate(facts):
        quotes = _quotes(own)
        if not quotes:
            continue
        anew = opened == number - 1 and quotes[0].span.start == 0 and quotes[0].text[0] in _OPENING
        closed = opened is not None and (anew or _began_before(quotes[0]))
        goes_on = closed and len(quotes) == 1 and _stays_open(quotes[0])
        if closed and not goes_on and opened is not None and number - opened <= LONGEST_QUOTATION:
            yield QuotationChain(opened, number)
        if not goes_on:
            opened = number if _stays_open(quotes[-1]) else None


def filled(facts: Sequence[FactRow], texts: Sequence[str], chain: QuotationChain) -> Iterator[tuple[int, FactRow]]:
    """The facts of a quotation's sentences, all with the speaker that one end of it names. A sentence between the two
    ends, which shows no mark, is a quotation as a whole; nobody is cited in it.
    """
    opening, closing = _quotes(facts[chain.first])[-1], _quotes(facts[chain.last])[0]
    speaker = closing.speaker or opening.speaker
    for number in range(chain.first, chain.last + 1):
        own = facts[number]
        ends = {opening} if number == chain.first else {closing} if number == chain.last else set(_quotes(own))
        if ends:
            yield number, tuple(replace(fact, speaker=speaker) if fact in ends else fact for fact in own)
        else:
            yield number, _whole(own, texts[number], speaker)


def _quotes(facts: FactRow) -> list[Fact]:
    """The quotations of a sentence; what single marks hold may stand inside another one."""
    return [fact for fact in facts if fact.kind == "quote" and fact.text[0] not in _SINGLE]


def _began_before(quote: Fact) -> bool:
    return quote.span.start == 0 and quote.text[0] not in _OPENING


def _stays_open(quote: Fact) -> bool:
    return quote.text[-1] not in _CLOSING


def _whole(facts: FactRow, text: str, speaker: str | None) -> FactRow:
    words = text.strip()
    start = len(text) - len(text.lstrip())
    kept = tuple(fact for fact in facts if fact.kind not in {"quote", "attribution"})
    return (Fact("quote", words, Span(start, start + len(words)), words, speaker=speaker), *kept)
