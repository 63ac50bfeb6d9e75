"""The facts of both articles that a table of facts shows, and which of them are one fact."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cached_property
from itertools import groupby, islice

from storyreader.comparison import SIDES, ArticleFact, Comparison, Passage, Side
from storyreader.contradiction import toll_at
from storyreader.fact import Fact
from storyreader.facts import DAY, MEASURES, agree, base_unit, confirms, measure, moments, resolve_names, same_measure
from storyreader.findings.conversions import conversions
from storyreader.findings.nouns import Mention
from storyreader.findings.occurrences import FactOccurrence, Key
from storyreader.findings.omissions import find_omissions
from storyreader.findings.stretches import with_stretches
from storyreader.lexicon import Words, counted_things, stop_keys, tables_for, words_of

TABLED = MEASURES | {"date", "time", "name", "caveat"}
LEAST_ORDINAL = 4
"""First, second and third are mostly figures of speech."""
DISTINCT = 100
"""Plain figures from here on are one fact wherever they stand; smaller ones must also count the same thing."""
COUNTED_REACH = 4
LONGEST_NOUN = 3
"""Words: "American overdose deaths"."""
FALLBACK_LANGUAGE = "en"
_CLOSING = ("clause_words", "speaker_stops", "particles")
"""Words behind which nothing stands that a figure counts."""


class Mentions:
    """All tabled facts of a comparison, joined into groups."""

    def __init__(self, comparison: Comparison) -> None:
        self.comparison = comparison
        self._wholes: dict[Key, Key] = {}
        self._counted: dict[Key, tuple[str, str]] = {}
        self.occurrences = [*self._of("left", comparison.facts_left), *self._of("right", comparison.facts_right)]
        self._parents = list(range(len(self.occurrences)))
        self._join_alike()
        self._join_linked()
        for left, right in conversions(self.occurrences):
            self._join(left, right)

    def _of(self, side: Side, facts: Iterable[ArticleFact]) -> Iterator[FactOccurrence]:
        for sentence, items in groupby(facts, lambda item: item.sentence):
            tabled = [item.fact for item in items if _is_tabled(item.fact)]
            for fact, ends in with_stretches(tabled, self.sentence_text(side, sentence), self.language(side)):
                whole = FactOccurrence(side, sentence, fact)
                self._wholes.update((FactOccurrence(side, sentence, end).key, whole.key) for end in ends)
                yield whole

    @cached_property
    def groups(self) -> dict[int, list[FactOccurrence]]:
        """The places of each group, by the number of one of them."""
        found: dict[int, list[FactOccurrence]] = defaultdict(list)
        for number, occurrence in enumerate(self.occurrences):
            found[self._root(number)].append(occurrence)
        return found

    @cached_property
    def group_of(self) -> dict[Key, int]:
        """The group of the fact at a place, that of the whole stretch for its ends."""
        found = {occurrence.key: self._root(number) for number, occurrence in enumerate(self.occurrences)}
        return found | {end: found[whole] for end, whole in self._wholes.items()}

    @cached_property
    def links_of(self) -> dict[tuple[Side, int], list[int]]:
        """The links of each sentence."""
        found: dict[tuple[Side, int], list[int]] = defaultdict(list)
        for number, link in enumerate(self.comparison.links):
            for side in SIDES:
                for sentence in link.numbers(side):
                    found[side, sentence].append(number)
        return found

    @cached_property
    def dropped(self) -> dict[tuple[Side, int, int, int], int]:
        """The caveats that the other side leaves out, by where they stand, with the link of the claim."""
        return {
            (item.side, item.passage.sentence, item.passage.start, item.passage.end): item.link
            for item in find_omissions(self.comparison)
            if item.what == "caveat"
        }

    @cached_property
    def _by_sentence(self) -> dict[tuple[Side, int], list[FactOccurrence]]:
        found: dict[tuple[Side, int], list[FactOccurrence]] = defaultdict(list)
        for occurrence in self.occurrences:
            found[occurrence.side, occurrence.sentence].append(occurrence)
        return found

    def in_sentences(self, side: Side, sentences: Iterable[int]) -> list[FactOccurrence]:
        """The facts of some sentences of one side."""
        return [occurrence for sentence in sentences for occurrence in self._by_sentence.get((side, sentence), ())]

    def same_counted(self, left: FactOccurrence, right: FactOccurrence) -> bool:
        """Whether two plain figures count the same thing: by the word behind them, or one toll with a toll's words."""
        thing, other = self.thing(left), self.thing(right)
        if thing and other:
            return thing == other
        return left.fact.kind == right.fact.kind == "number" and self._toll(left) == self._toll(right) != ""

    def _toll(self, occurrence: FactOccurrence) -> str:
        """Which toll a figure may count: of dead, of injured."""
        text, span = self.sentence_text(occurrence.side, occurrence.sentence), occurrence.fact.span
        return toll_at(text, span.start, span.end, self.language(occurrence.side))

    def thing(self, occurrence: FactOccurrence) -> str:
        """What a plain figure counts: the key of a word, in accounts in two languages the thing that it means."""
        return self._meant(self.counted(occurrence)[0], occurrence.side)

    def things_in(self, occurrence: FactOccurrence) -> frozenset[str]:
        """What the words of its sentence mean, as `thing` has it, without small words and figures."""
        side, language = occurrence.side, self.language(occurrence.side)
        words = words_of(self.sentence_text(side, occurrence.sentence), language)
        keys = {key for key in words.keys if key not in stop_keys(language) and not key.isdigit()}
        return frozenset(self._meant(key, side) for key in keys) - {""}

    def _meant(self, key: str, side: Side) -> str:
        if self.language("left") == self.language("right"):
            return key
        return counted_things(self.language(side)).get(key, "")

    def names_beside(self, occurrence: FactOccurrence) -> frozenset[int]:
        """The groups of the names in its sentence, and of words there that are names in the other account: German
        writes every noun as it writes names.
        """
        beside = self.in_sentences(occurrence.side, (occurrence.sentence,))
        written = words_of(self.sentence_text(occurrence.side, occurrence.sentence), self.language(occurrence.side))
        named = (one for word in written.texts if word[0].isupper() for one in self._named.get(word, ()))
        known = (one for one in named if one.side != occurrence.side)
        return frozenset(self.group_of[one.key] for one in (*beside, *known) if one.fact.kind == "name")

    @cached_property
    def _named(self) -> dict[str, list[FactOccurrence]]:
        """The names by their text."""
        found: dict[str, list[FactOccurrence]] = defaultdict(list)
        for one in self.occurrences:
            if one.fact.kind == "name":
                found[one.fact.text].append(one)
        return found

    def language(self, side: Side) -> str:
        """The language of a side."""
        article = self.comparison.left if side == "left" else self.comparison.right
        return article.language or FALLBACK_LANGUAGE

    def sentence_text(self, side: Side, sentence: int) -> str:
        """A sentence as written."""
        article = self.comparison.left if side == "left" else self.comparison.right
        return article.sentences[sentence].text

    def mention(self, occurrence: FactOccurrence) -> Mention:
        """The place with its text; a figure takes along the word it counts."""
        fact = occurrence.fact
        passage = Passage(occurrence.sentence, fact.span.start, fact.span.end)
        return Mention(passage, fact.text + self.counted(occurrence)[1])

    def counted(self, occurrence: FactOccurrence) -> tuple[str, str]:
        """The key of the word that a plain figure counts, and the text up to it."""
        if occurrence.fact.kind not in {"number", "ordinal"}:
            return "", ""
        if occurrence.key not in self._counted:
            self._counted[occurrence.key] = self._find_counted(occurrence)
        return self._counted[occurrence.key]

    def _find_counted(self, occurrence: FactOccurrence) -> tuple[str, str]:
        fact = occurrence.fact
        text, language = self.sentence_text(occurrence.side, occurrence.sentence), self.language(occurrence.side)
        # "mum-of-three Ann" counts no Ann
        if text[: fact.span.start].endswith(("-", "‑")):
            return "", ""
        stops, tables = stop_keys(language), tables_for(language)
        words = words_of(text, language)
        first = bisect_left(words.spans, (fact.span.end, 0))
        behind = range(first, min(first + COUNTED_REACH, len(words.spans)))
        end = fact.span.end
        for number in behind:
            start, stop = words.spans[number]
            word = words.texts[number]
            if text[end:start].strip(" -\u00a0") or any(tables.has(name, word.lower()) for name in _CLOSING):
                break
            end = stop
            # German nouns have a capital; what stands before them describes them
            if words.keys[number] not in stops and (tables.language != "de" or word[0].isupper()):
                return words.keys[number], text[fact.span.end : _noun_end(text, words, number, language)]
        return "", ""

    def _join_alike(self) -> None:
        """Join what has the same value wherever it stands."""
        names = [
            [str(p.fact.value) for p in self.occurrences if p.fact.kind == "name" and p.side == side] for side in SIDES
        ]
        fullest = resolve_names(names[0], names[1], self._places())
        first: dict[object, int] = {}
        for number, occurrence in enumerate(self.occurrences):
            key = self._value_key(occurrence, fullest)
            if key is not None:
                self._join(first.setdefault(key, number), number)

    def _places(self) -> frozenset[str]:
        """The names of one word that mostly stand where a place does: "in Lund", "off Lund", "the town of Lund"."""
        found: dict[str, list[bool]] = defaultdict(list)
        for one in self.occurrences:
            if one.fact.kind == "name" and " " not in one.fact.text:
                before = self.sentence_text(one.side, one.sentence)[: one.fact.span.start].rstrip()
                *_, noun, word = ("", "", *before.lower().split()[-2:])
                tables = tables_for(self.language(one.side))
                called = tables.has("of", word) and tables.has("kinds_of_places", noun)
                found[one.fact.text].append(called or tables.has("standing_words", word))
        return frozenset(name for name, standing in found.items() if 2 * sum(standing) >= len(standing))

    def _value_key(self, occurrence: FactOccurrence, fullest: dict[str, str]) -> object | None:
        fact = occurrence.fact
        if fact.kind == "name":
            return "name", fullest[str(fact.value)]
        if fact.kind == "caveat":
            return "caveat", occurrence.side, occurrence.sentence, fact.value
        if fact.kind == "time" and (known := moments(fact)):
            return "time", frozenset(moment % DAY for moment in known)
        if fact.kind in {"date", "time"}:
            return fact.kind, fact.value
        value = measure(fact)
        if value is None or fact.kind not in {"number", "ordinal"} or value[0] >= DISTINCT:
            return fact.kind, value, base_unit(fact)
        counted = self.thing(occurrence) or self.counted(occurrence)[0]
        return (fact.kind, value, counted) if counted else (fact.kind, value, occurrence.key)

    def _join_linked(self) -> None:
        """Join what linked sentences tell alike: a coarser date, the same figure of something else, a caveat."""
        numbers = {
            (*occurrence.key, occurrence.fact.kind): number for number, occurrence in enumerate(self.occurrences)
        }
        for link in self.comparison.links:
            others = list(self.in_sentences("right", link.right))[:_MOST_JOINED]
            for left in islice(self.in_sentences("left", link.left), _MOST_JOINED):
                for right in others:
                    if _one_fact(left.fact, right.fact):
                        self._join(numbers[(*left.key, left.fact.kind)], numbers[(*right.key, right.fact.kind)])

    def _root(self, number: int) -> int:
        while self._parents[number] != number:
            self._parents[number] = self._parents[self._parents[number]]
            number = self._parents[number]
        return number

    def _join(self, left: int, right: int) -> None:
        self._parents[self._root(right)] = self._root(left)


_MOST_JOINED = 100
"""Facts of a link that are compared each with each; sentences that have more are lists."""


def _noun_end(text: str, words: Words, number: int, language: str) -> int:
    """Where the noun that begins with a word ends, in characters: "overdose deaths" with the word in the plural."""
    first = words.spans[number][1]
    end, tables = first, tables_for(language)
    for at in range(number, min(number + LONGEST_NOUN, len(words.keys))):
        start, stop = words.spans[at]
        word = words.texts[at].lower()
        if at > number and (text[end:start].strip(" -\u00a0") or words.keys[at] in stop_keys(language)):
            break
        end = stop
        if word.endswith("s") or tables.has("count_nouns", word):
            return end
    return first


def _is_tabled(fact: Fact) -> bool:
    small = fact.kind == "ordinal" and isinstance(fact.value, float | int) and fact.value < LEAST_ORDINAL
    return fact.kind in TABLED and not small


def _one_fact(left: Fact, right: Fact) -> bool:
    """Whether two facts of linked sentences are one."""
    if left.kind != right.kind or left.kind == "name":
        return False
    if left.kind == "date":
        stretch = any("/" in str(fact.value) for fact in (left, right))
        return left.value == right.value if stretch else confirms(left, right)
    if left.unit != right.unit or (moments(left) and moments(right)):
        return same_measure(left, right) and agree(left, right)
    return left.value == right.value
