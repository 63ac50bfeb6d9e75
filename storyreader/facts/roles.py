"""Who is called by an office or a trade: "the prime minister" is the one person whom the text calls prime minister."""

from collections.abc import Mapping, Sequence

from storyreader.fact import Fact
from storyreader.facts.aliases import is_person
from storyreader.facts.name_runs import offices_in
from storyreader.lexicon import WORD, Tables, Tokens, tokens_of

PERSON_WORDS = 2
LONGEST_ROLE = 3
"""Words: "national intelligence director"."""
_NO_ROLE = ("determiners", "prepositions", "speaker_stops", "clause_words", "helpers", "sayings", "auxiliaries")
NEAR = 60
"""Characters: so far beside a name its role is looked for."""

Role = tuple[str, ...]


class Roles:
    """The roles in which the persons of an article are named, beside their names."""

    def __init__(
        self, texts: Sequence[str], facts: Sequence[Sequence[Fact]], fullest: Mapping[str, str], tables: Tables
    ) -> None:
        self._tables = tables
        self._holders: dict[str, dict[Role, set[str]]] = {}
        for text, own in zip(texts, facts, strict=True):
            for fact in own:
                if fact.kind == "name" and is_person(fullest[str(fact.value)]):
                    for role in self._beside(text, fact):
                        holders = self._holders.setdefault(role[-1], {}).setdefault(role, set())
                        holders.add(fullest[str(fact.value)])

    def person(self, speaker: str) -> str | None:
        """The one person who has the role that a speaker is called by: "the [prime minister] of Maldun"."""
        tokens = tokens_of(speaker)
        first = tokens.low(0)
        if not self._tables.has("determiners", first) or self._tables.has("articles", first):
            return None
        called = self._role(tokens, range(1, len(tokens)))
        roles = self._holders.get(called[-1], {}) if called else {}
        found = {person for role, persons in roles.items() if self._fits(called, role) for person in persons}
        return found.pop() if len(found) == 1 else None

    def _beside(self, text: str, fact: Fact) -> list[Role]:
        """The roles before, in and behind a name: "farmer Ilko Brandt", "Mayor Irina Falk", "Ada Voss, a chemist"."""
        start, end = fact.span.start, fact.span.end
        parts = text[max(0, start - NEAR) : start], fact.text, text[end : end + NEAR]
        before, inside, behind = (tokens_of(part) for part in parts)
        titles = [at for at, word in enumerate(inside.lower[:-1]) if self._tables.has("titles", word)]
        if self._tables.language == "de" and len(inside) > PERSON_WORDS:
            # German writes offices as it writes names
            titles = list(range(len(inside) - PERSON_WORDS))
        own = tuple(inside.lower[at] for at in titles)
        if not titles or titles[0] == 0:
            last = len(before) - (2 if before.low(len(before) - 1) == "," else 1)
            lead = self._role(before, range(last, max(-1, last - LONGEST_ROLE), -1))
            own = (*reversed(lead), *own)
        heads = [office for office in offices_in(own[-1], self._tables) if office != own[-1]] if own else []
        full = self._tables.row("short_titles").get(own[-1], "") if own else ""
        roles = [own, *((*own[:-1], word) for word in (*full.split(), *heads))]
        # "at the Council on Foreign Relations, the senator said"
        bound = self._tables.has("prepositions", before.low(len(before) - 1))
        if not bound and (behind.low(0) == "," or self._tables.has("passive_helpers", behind.low(0))):
            begin = 2 if self._tables.has("determiners", behind.low(1)) else 1
            roles.append(self._role(behind, range(begin, len(behind))))
        return [role for role in roles if role]

    def _role(self, tokens: Tokens, places: range) -> Role:
        """The words from a place on that may be a role; none where they are too many."""
        words: list[str] = []
        for place in places:
            word = tokens.lower[place]
            if word == "-" and tokens.touches(place):
                continue
            if tokens.kinds[place] != WORD or any(self._tables.has(name, word) for name in _NO_ROLE):
                break
            words.append(word)
        return tuple(words) if len(words) <= LONGEST_ROLE else ()

    def _fits(self, called: Role, role: Role) -> bool:
        """Whether one is the end of the other. A "former minister" is no minister, a "chief justice" is more than a
        justice; the defence minister is a minister.
        """
        size = min(len(called), len(role))
        more, other = called[:-size], (*called[:-size], *role[:-size])
        return called[-size:] == role[-size:] and not (
            any(self._tables.has(listed, word) for word in more for listed in ("titles", "title_modifiers"))
            or any(self._tables.has("other_office_words", word) for word in other)
        )
