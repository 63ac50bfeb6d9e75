"""All facts of a text, in order: one walk over its tokens, then names, quotations and words that say how sure."""

from collections.abc import Iterator, Sequence
from datetime import date, datetime
from functools import cached_property

from storyreader.article import Span
from storyreader.dates import DateContext, DateMatch, dates_at, day_of
from storyreader.fact import Fact
from storyreader.facts.amounts import amount_at
from storyreader.facts.attributions import attributions
from storyreader.facts.cues import caveats, negations
from storyreader.facts.dated_lists import dated_by_list, is_open, opening_date, told_before
from storyreader.facts.names import Context, context_of, names_in
from storyreader.facts.quotation_marks import quotation_stretches
from storyreader.facts.quotes import quotes_in
from storyreader.facts.sources import Source
from storyreader.facts.speakers import Speakers
from storyreader.facts.times import time_at
from storyreader.facts.units import Amount
from storyreader.facts.unspaced_speech import unspaced_attributions
from storyreader.lexicon import NUMBER, Tables, Tokens, detect_language, tables_for, tokens_of

INTRODUCTION = 2
"""Sentences before a list in which its year may be told."""
_APOSTROPHES = frozenset("'’")
_OPENING_DECADES = _APOSTROPHES | {"the"}
_MARKS = '“”"«»„‘’‟‹›「」『』 '


def extract_facts(text: str, published: date | datetime | None = None, language: str | None = None) -> tuple[Fact, ...]:
    """The facts of a sentence or short text, in the order in which they begin.

    `published` resolves "Thursday", "last week", "June 3"; without it they stay open ("XXXX-06-03") or, where nothing
    can be said ("last week"), are left out. `language` is an ISO 639-1 code, detected when not given; languages
    without word tables are read with the English ones. Never fails; spans are characters of the text.
    """
    tokens = tokens_of(text)
    tables = tables_for(language or detect_language(text))
    return _facts_of(tokens, tables, day_of(published), None)


find_facts = extract_facts
"""The earlier name, which scripts use."""


def extract_article_facts(
    sentences: Sequence[str], published: date | datetime | None = None, language: str | None = None
) -> tuple[tuple[Fact, ...], ...]:
    """The facts of each sentence of one article. Names are found better than sentence by sentence: a word that the
    article also writes in lower case is no name, and one that it writes with a capital inside sentences is one.
    Speakers called by a pronoun, and those of quotations that run over several sentences, are those named before.
    """
    return FactExtractor(sentences, published, language).every()


class FactExtractor:
    """The facts of one article, sentence by sentence as they are asked for."""

    def __init__(
        self, sentences: Sequence[str], published: date | datetime | None = None, language: str | None = None
    ) -> None:
        self._sentences = sentences
        self._day = day_of(published)
        self._language = language
        self._found: dict[int, tuple[Fact, ...]] = {}

    @cached_property
    def _tables(self) -> Tables:
        return tables_for(self._language or detect_language(" ".join(self._sentences)))

    @cached_property
    def _context(self) -> Context:
        # the tokens of a long article would take more memory than cutting a sentence again takes time
        return context_of([tokens_of(sentence) for sentence in self._sentences], self._tables)

    def of(self, number: int) -> tuple[Fact, ...]:
        """The facts of one sentence, speakers as that sentence alone tells them."""
        if number not in self._found:
            raw = {number: self._alone(number)}
            first = number
            while first > 0 and first - 1 not in self._found and self._opening(first, raw[first]):
                first -= 1
                raw[first] = self._alone(first)
            for at in range(first, number + 1):
                self._found[at] = self._in_list(at, raw[at])
        return self._found[number]

    def _alone(self, number: int) -> tuple[Fact, ...]:
        return _facts_of(tokens_of(self._sentences[number]), self._tables, self._day, self._context)

    def _opening(self, number: int, facts: Sequence[Fact]) -> Fact | None:
        return opening_date(self._sentences[number], facts)

    def _in_list(self, number: int, facts: tuple[Fact, ...]) -> tuple[Fact, ...]:
        """The facts of a sentence whose sentences before are known; the year of an entry of a list goes by the list."""
        entry = self._opening(number, facts)
        if entry is None or not is_open(entry) or number == 0:
            return facts
        before = self._opening(number - 1, self._found.get(number - 1, ()))
        following = number + 1 < len(self._sentences) and self._opening(number + 1, self._alone(number + 1))
        if before is None and following:
            for at in range(number - 1, max(-1, number - 1 - INTRODUCTION), -1):
                before = before or told_before(self._sentences[at], self._alone(at), self._day)
        return dated_by_list(facts, entry, before) if before else facts

    def every(self) -> tuple[tuple[Fact, ...], ...]:
        """The facts of all sentences, speakers resolved over the sentences before."""
        facts = [self.of(number) for number in range(len(self._sentences))]
        return Speakers(self._sentences, self._tables).resolved(facts)


def _facts_of(tokens: Tokens, tables: Tables, day: date | None, context: Context | None) -> tuple[Fact, ...]:
    facts = [*_values(tokens, tables, day), *_names(tokens, tables, context), *_speech(tokens, tables)]
    facts += [_fact(tokens, cue.start, cue.end, kind="caveat", value=cue.value) for cue in caveats(tokens, tables)]
    facts += [_fact(tokens, cue.start, cue.end, kind="negation", value=cue.value) for cue in negations(tokens, tables)]
    facts.sort(key=lambda fact: (fact.span.start, fact.span.end, fact.kind))
    return tuple(facts)


def _names(tokens: Tokens, tables: Tables, context: Context | None) -> Iterator[Fact]:
    for name in names_in(tokens, tables, context):
        yield _fact(tokens, name.start, name.end, kind="name", value=tokens.text(name.start, name.end))


def _speech(tokens: Tokens, tables: Tables) -> Iterator[Fact]:
    """Quotations, whose value is the text between the marks, and attributions, whose value is the source."""
    stretches = quotation_stretches(tokens, tables)
    for quote in quotes_in(tokens, stretches, tables):
        words = tokens.text(quote.start, quote.end).strip(_MARKS)
        speaker = _spoken_by(tokens, quote.speaker) if quote.speaker else None
        yield _fact(tokens, quote.start, quote.end, kind="quote", value=words, speaker=speaker)
    cited = unspaced_attributions(tokens, tables) if tokens.unspaced else attributions(tokens, tables, stretches)
    for found in cited:
        source = _spoken_by(tokens, found.source)
        yield _fact(tokens, found.start, found.end, kind="attribution", value=source, speaker=source)


def _spoken_by(tokens: Tokens, source: Source) -> str:
    """The source as written, without an insertion that names nobody: "Macron, speaking in Lyon," is Macron."""
    text = tokens.text(source.start, source.end).strip(" ,")
    head, comma, rest = text.partition(", ")
    return text if comma and rest[:1].isupper() else head


def _values(tokens: Tokens, tables: Tables, published: date | None) -> Iterator[Fact]:
    context = DateContext(tokens, tables, published)
    end = 0
    for place in _beginnings(tokens, tables):
        if place < end:
            continue
        if dates := dates_at(context, place):
            yield from (_date_fact(tokens, found) for found in dates)
            end = max(found.end for found in dates)
        elif time := time_at(tokens, place, tables):
            yield _fact(tokens, time.start, time.end, kind="time", value=time.value)
            end = time.end
        elif amount := amount_at(tokens, place, tables):
            yield _amount_fact(tokens, amount)
            end = amount.end


def _beginnings(tokens: Tokens, tables: Tables) -> list[int]:
    """Where a date, a time or an amount may begin, as far as a glance tells."""
    starters = tables.starters
    return [
        place
        for place, (word, kind) in enumerate(zip(tokens.lower, tokens.kinds, strict=True))
        if (kind == NUMBER or word in starters or word in _OPENING_DECADES)
        and (word != "the" or _begins_with_the(tokens, place, tables))
    ]


def _begins_with_the(tokens: Tokens, place: int, tables: Tables) -> bool:
    """Whether a "the" begins "the 1990s", "the '90s" or one of few phrases else: nearly every sentence has one."""
    following = tokens.low(place + 1)
    return tokens.kind(place + 1) == NUMBER or following in _APOSTROPHES or following in tables.behind_the


def _fact(tokens: Tokens, start: int, end: int, **fields: object) -> Fact:
    first, last = tokens.starts[start], tokens.ends[min(end, len(tokens)) - 1]
    return Fact(span=Span(first, last), text=tokens.source[first:last], **fields)  # type: ignore[arg-type]


def _date_fact(tokens: Tokens, found: DateMatch) -> Fact:
    return _fact(tokens, found.start, found.end, kind="date", value=found.value, inferred=found.inferred)


def _amount_fact(tokens: Tokens, found: Amount) -> Fact:
    return _fact(
        tokens, found.start, found.end,
        kind=found.kind, value=found.value, unit=found.unit, approx=found.approx, bound=found.bound,
    )  # fmt: skip
