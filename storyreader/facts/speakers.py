"""Who speaks where a sentence alone does not tell: pronouns, quotations that run over several sentences.

"“We are ready.” She said the rest would follow." needs the sentence before. Nothing is guessed: a pronoun stands for
the last speaker named, or for the only person named in the sentence before.
"""

from collections.abc import Sequence
from dataclasses import replace

from storyreader.article import Span
from storyreader.fact import Fact
from storyreader.facts.aliases import name_form
from storyreader.lexicon import Tables

REACH = 4
"""Sentences: so long a speaker is remembered."""
LONGEST_QUOTATION = 8
"""Sentences: a quotation that stays open longer was never closed."""
WHOLE = 0.8
"""Share of a sentence's characters from which it is a quotation and nothing else."""
_SPEECH = frozenset({"quote", "attribution"})
_CLOSING = frozenset('”»"’“」』')


class Speakers:
    """Walks over the sentences of one article and remembers who spoke last."""

    def __init__(self, texts: Sequence[str], tables: Tables) -> None:
        self._texts = texts
        self._tables = tables
        self._person: tuple[str, int] | None = None
        self._other: tuple[str, int] | None = None
        self._open: str | None = None
        self._names: list[str] = []

    def resolved(self, facts: Sequence[tuple[Fact, ...]]) -> tuple[tuple[Fact, ...], ...]:
        """The facts of each sentence with the speakers filled in."""
        closing = _closing_sentences(facts)
        found: list[tuple[Fact, ...]] = []
        inside = 0
        for number, given in enumerate(facts):
            unmarked = number < inside and not any(fact.kind == "quote" for fact in given)
            told = _with_whole(given, self._texts[number], self._open) if unmarked else given
            own = tuple(self._spoken(fact, number) if fact.kind in _SPEECH else fact for fact in told)
            found.append(own)
            self._remember(own, number)
            if number in closing:
                inside = closing[number]
                self._open = next((fact.speaker for fact in reversed(own) if fact.kind == "quote"), None)
        return tuple(found)

    def _spoken(self, fact: Fact, number: int) -> Fact:
        speaker = fact.speaker
        if speaker is None:
            carried = self._carried(fact, number)
            return replace(fact, speaker=carried) if carried else fact
        word = speaker.lower()
        if self._tables.has("person_pronouns", word):
            known = self._last(self._person, number) or self._only_person()
        elif self._tables.has("thing_pronouns", word):
            known = self._last(self._other, number)
        else:
            known = None
        return replace(fact, speaker=known) if known else fact

    def _carried(self, fact: Fact, number: int) -> str | None:
        """The speaker of a quotation that began before, or that follows the words of somebody and is all there is."""
        if fact.kind != "quote":
            return None
        if fact.span.start == 0 and self._open and fact.text[:1].isalnum():
            return self._open
        whole = fact.span.end - fact.span.start >= WHOLE * len(self._texts[number].strip())
        latest = max(
            (known for known in (self._person, self._other) if known), key=lambda known: known[1], default=None
        )
        return latest[0] if whole and latest and latest[1] == number - 1 else None

    def _last(self, known: tuple[str, int] | None, number: int) -> str | None:
        return known[0] if known and number - known[1] <= REACH else None

    def _only_person(self) -> str | None:
        """The person of the sentence before, when it names one person and no other."""
        persons = dict.fromkeys(name for name in self._names if is_person(name))
        return next(iter(persons)) if len(persons) == 1 else None

    def _remember(self, facts: Sequence[Fact], number: int) -> None:
        names = [str(fact.value) for fact in facts if fact.kind == "name"]
        for fact in facts:
            if fact.kind not in _SPEECH or not fact.speaker or self._tables.has("pronouns", fact.speaker.lower()):
                continue
            if any(is_person(name) for name in [*names, fact.speaker] if name in fact.speaker):
                self._person = fact.speaker, number
            else:
                self._other = fact.speaker, number
        self._names = names


def is_person(name: str) -> bool:
    """Whether a name looks like a person's: a title before it, or two or three words of no institution."""
    form = name_form(name)
    if form.institution or form.acronym or not form.words:
        return False
    return bool(form.title) or (2 <= len(form.words) <= 3 and all(word[:1].isalpha() for word in form.words))


def _closing_sentences(facts: Sequence[tuple[Fact, ...]]) -> dict[int, int]:
    """For each sentence with a quotation that stays open the sentence in which it is closed."""
    found: dict[int, int] = {}
    opened: int | None = None
    for number, own in enumerate(facts):
        quotes = [fact for fact in own if fact.kind == "quote"]
        if opened is not None and quotes and quotes[0].span.start == 0 and quotes[0].text[:1].isalnum():
            if number - opened <= LONGEST_QUOTATION:
                found[opened] = number
            opened = None
        elif quotes:
            opened = None
        if quotes and quotes[-1].text[-1] not in _CLOSING:
            opened = number
    return found


def _with_whole(facts: tuple[Fact, ...], text: str, speaker: str | None) -> tuple[Fact, ...]:
    """A sentence inside a quotation, which shows no mark of it, as a quotation."""
    words = text.strip()
    start = len(text) - len(text.lstrip())
    return (Fact("quote", words, Span(start, start + len(words)), words, speaker=speaker), *facts)
