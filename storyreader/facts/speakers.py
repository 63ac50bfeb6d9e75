"""Who speaks where a sentence alone does not tell: pronouns, offices, quotations that run over several sentences.

"“We are ready.” She said the rest would follow." needs the sentence before. Nothing is guessed: a pronoun stands for
the last speaker named, or for the only person named in the sentence before.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from storyreader.fact import Fact
from storyreader.facts.aliases import is_person, name_form
from storyreader.facts.quotation_chains import chains_in, filled
from storyreader.facts.resolving import resolve_names
from storyreader.facts.roles import LONGEST_ROLE, Roles
from storyreader.lexicon import Tables

REACH = 4
"""Sentences: so long a speaker is remembered."""
GROUP_REACH = 2
"""The same for "they", who may be many others."""
WHOLE = 0.8
"""Share of a sentence's characters from which it is a quotation and nothing else."""
_SPEECH = frozenset({"quote", "attribution"})


class SpeakerNames:
    """The names of an article by their last word, among which a speaker finds its own."""

    def __init__(self, names: Iterable[str], tables: Tables) -> None:
        self._tables = tables
        self._by_last_word: dict[str, list[str]] = {}
        for name in dict.fromkeys(names):
            words = name.split()
            if not all(tables.has("determiners", word.lower()) for word in words):
                self._by_last_word.setdefault(words[-1], []).append(name)

    def of(self, speaker: str) -> str | None:
        """The name by which a speaker is called: of "chief officer Ada Voss, who leads the search" it is "Ada Voss";
        "a spokesman for Voss" and "Voss officials" have none.
        """
        words = {word.strip(",.;:’'") for word in speaker.split()}
        near = (name for word in words for name in self._by_last_word.get(word, ()))
        inside = [name for name in near if _heads(name, speaker, self._tables)]
        return min(inside, key=lambda name: (not is_person(name), speaker.index(name), -len(name), name), default=None)


def _heads(name: str, speaker: str, tables: Tables) -> bool:
    """Whether a name inside the words for a speaker is the speaker: no preposition before, no further noun behind."""
    start = speaker.find(name)
    end = start + len(name)
    if start < 0 or speaker[start - 1 : start].isalnum() or speaker[end : end + 1].isalnum():
        return False
    apposed, _, before_it = speaker[:start].rpartition(", ")
    if apposed and not is_person(name):
        return False
    before, behind = before_it.lower().split(), speaker[end:].lower().split()
    if any(tables.has(listed, word) for word in before for listed in ("clause_words", "speaker_stops", "prepositions")):
        return False
    follows = behind[0] if behind and not speaker[end : end + 1].strip() else ""
    return not follows[:1].isalpha() or any(tables.has(listed, follows) for listed in _FOLLOWING)


_BEHIND = ("prepositions", "clause_words", "relative_pronouns")
_FOLLOWING = ("prepositions", "speaker_stops", "relative_pronouns", "participles")


@dataclass(frozen=True, slots=True)
class _Known:
    """A speaker and the sentence in which it spoke last."""

    name: str
    number: int


class Speakers:
    """Walks over the sentences of one article and remembers who spoke last."""

    def __init__(self, texts: Sequence[str], tables: Tables) -> None:
        self._texts = texts
        self._tables = tables
        self._person: _Known | None = None
        self._group: _Known | None = None
        self._other: _Known | None = None
        self._other_name: _Known | None = None
        self._unnamed: _Known | None = None
        self._open: str | None = None
        self._fullest: dict[str, str] = {}

    def resolved(self, facts: Sequence[tuple[Fact, ...]]) -> tuple[tuple[Fact, ...], ...]:
        """The facts of each sentence with the speakers filled in."""
        self._fullest = resolve_names(str(fact.value) for own in facts for fact in own if fact.kind == "name")
        self._names = SpeakerNames(self._fullest, self._tables)
        self._surnames = {name.split()[-1] for name in self._fullest if is_person(name)}
        self._roles = Roles(self._texts, facts, self._fullest, self._tables)
        told = list(facts)
        inside: set[int] = set()
        for chain in chains_in(facts):
            told[chain.first : chain.last + 1] = [own for _, own in filled(told, self._texts, chain)]
            inside.update(range(chain.first + 1, chain.last + 1))
        found: list[tuple[Fact, ...]] = []
        for number, given in enumerate(told):
            if number not in inside:
                self._open = None
            before = found[-1] if found else ()
            own = tuple(self._spoken(fact, number, given, before) if fact.kind in _SPEECH else fact for fact in given)
            found.append(own)
            self._remember(own, number)
            self._open = next((fact.speaker for fact in reversed(own) if fact.kind == "quote"), self._open)
        return tuple(found)

    def _spoken(self, fact: Fact, number: int, own: Sequence[Fact], before: Sequence[Fact]) -> Fact:
        speaker = fact.speaker
        if speaker is None:
            carried = self._carried(fact, number)
            return replace(fact, speaker=carried) if carried else fact
        word = speaker.lower()
        if self._tables.has("person_pronouns", word):
            known = self._subject(own, number, fact.span.start) or self._person_before(before, number)
            known = known or self._last_person(number) or self._last(self._other_name, number)
        elif self._tables.has("thing_pronouns", word):
            known = self._last(self._other, number)
        elif self._tables.has("group_pronouns", word):
            known = self._last(self._group, number, GROUP_REACH)
        else:
            known = None if self._is_group(speaker) or self._names.of(speaker) else self._roles.person(speaker)
        return replace(fact, speaker=known) if known else fact

    def _carried(self, fact: Fact, number: int) -> str | None:
        """The speaker of a quotation that began before, or that follows the words of somebody and is all there is."""
        if fact.kind != "quote":
            return None
        if fact.span.start == 0 and self._open:
            return self._open
        whole = fact.span.end - fact.span.start >= WHOLE * len(self._texts[number].strip())
        known = [known for known in (self._person, self._group, self._other) if known]
        latest = max(known, key=lambda known: known.number, default=None)
        return latest.name if whole and latest and latest.number == number - 1 else None

    def _last(self, known: _Known | None, number: int, reach: int = REACH) -> str | None:
        return known.name if known and number - known.number <= reach else None

    def _last_person(self, number: int) -> str | None:
        """The person who spoke last; nobody when somebody without a name did since, who may be meant as well."""
        if self._unnamed and (not self._person or self._unnamed.number > self._person.number):
            return self._unnamed.name if self._is_new(self._unnamed.name) else None
        return self._last(self._person, number)

    def _is_new(self, speaker: str) -> bool:
        """Whether a speaker is named for the first time: "a neighbour", "another man"."""
        first = speaker.lower().split()[0]
        return self._tables.has("articles", first) or self._tables.has("new_person_words", first)

    def _persons(self, facts: Iterable[Fact], number: int) -> list[Fact]:
        """The persons named in a sentence, without those who only tell whose something is, "Reid's plan", "a niece of
        farmer Reid", and names with an article: "the Sarn Beacon".
        """
        owners = tuple(self._tables.lists.get("possessive_endings", ("\0",)))
        text = self._texts[number]
        return [
            fact
            for fact in facts
            if fact.kind == "name"
            and is_person(self._fullest[str(fact.value)])
            and not text[fact.span.end :].startswith(owners)
            and not self._owned(text[: fact.span.start].lower().split())
            and not self._is_articled(text[max(0, fact.span.start - len("the ")) : fact.span.end])
        ]

    def _owned(self, before: Sequence[str]) -> bool:
        """Whether words end with "of" and a role or two."""
        return any(self._tables.has("of", word) for word in before[-1 - LONGEST_ROLE :])

    def _subject(self, facts: Sequence[Fact], number: int, end: int) -> str | None:
        """The person with whom a sentence begins, when none other is named up to a place."""
        persons = [fact for fact in self._persons(facts, number) if fact.span.start < end]
        if len(persons) != 1:
            return None
        opening = self._texts[number][: persons[0].span.start].lower().split()
        begins = all(self._tables.has("clause_words", word) for word in opening)
        return str(persons[0].value) if begins else None

    def _person_before(self, facts: Sequence[Fact], number: int) -> str | None:
        """The only person named in the sentence before, when no person spoke in it."""
        spoken = [fact.speaker for fact in facts if fact.kind in _SPEECH]
        if not number or not all(s and (self._is_articled(s) or name_form(s).institution) for s in spoken):
            return None
        persons = dict.fromkeys(str(fact.value) for fact in self._persons(facts, number - 1))
        return next(iter(persons)) if len(persons) == 1 else None

    def _remember(self, facts: Sequence[Fact], number: int) -> None:
        """Keep who spoke; beside a quotation those cited are not who goes on."""
        quoted, cited = (
            [fact.speaker for fact in facts if fact.kind == kind and fact.speaker] for kind in ("quote", "attribution")
        )
        for speaker in quoted or cited:
            if self._tables.has("pronouns", speaker.lower()):
                continue
            known = _Known(speaker, number)
            # German names that open a sentence are not told from its nouns
            name = self._names.of(speaker) or (speaker if all(word[0].isupper() for word in speaker.split()) else None)
            if self._is_group(speaker):
                self._group = known
            elif (
                name
                and not self._is_articled(speaker)
                and (name in self._surnames or is_person(self._fullest.get(name, name)))
            ):
                self._person = known
            else:
                self._other = known
                if name and " " not in name and not name_form(name).acronym:
                    self._other_name = known
                elif not name and not name_form(speaker).institution:
                    self._unnamed = known

    def _is_articled(self, speaker: str) -> bool:
        """Whether a name has an article, as those of outlets have: "the Sarn Beacon"."""
        article, _, rest = speaker.partition(" ")
        return self._tables.language == "en" and article.lower() == "the" and rest.istitle()

    def _is_group(self, speaker: str) -> bool:
        """Whether several speak: "Udall and Wyden", "two sailors"."""
        words = speaker.partition(",")[0].split()
        if any(self._tables.has("coordinators", word) for word in words):
            return not name_form(speaker).institution
        ends = (at for at, word in enumerate(words) if at and any(self._tables.has(name, word) for name in _BEHIND))
        head = words[next(ends, len(words)) - 1]
        return head.endswith("s") and head.islower()
