"""Reported speech: according to X, citing X, X said, X told Y, said X. Indexes count tokens."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from storyreader.facts.cues import Cue, cue_at, phrase_index
from storyreader.facts.names import is_plain_plural
from storyreader.facts.sources import LEAST_PAST, Source, ends_sentence, is_saying, said_by, source_after
from storyreader.facts.subjects import clause_at, depends, main_subject, source_before
from storyreader.lexicon import MARK, NUMBER, WORD, Tables, Tokens

CONTENT_REACH = 10
"""Tokens: so far from its verb "that" may stand: "told the council on Monday that"."""
_TELLING = ("sayings", "evidence_verbs", "trailing_cues")
_SAID_BEFORE = frozenset({"", ",", "،", "”", '"', "»", "“"})


@dataclass(frozen=True, slots=True)
class Attribution:
    """From token `start` to `end`: the cue with its source."""

    start: int
    end: int
    source: Source


def _passive_by(tokens: Tokens, verb: int, tables: Tables) -> Source | None:
    """The source behind a passive verb: "reported by [two outlets]", not "said by phone"."""
    if not tables.has("passive_by", tokens.low(verb + 1)) or not tables.has("passives", tokens.lower[verb]):
        return None
    return source_after(tokens, verb + 2, tables)


def attributions(tokens: Tokens, tables: Tables, quoted: Sequence[tuple[int, int]]) -> Iterator[Attribution]:
    """According to X, citing X, X said, X told Y, said X. Each source once for each verb; none inside quotations."""
    index = phrase_index(tables.language, "according")
    telling = {place for listed in _TELLING for place in tables.places(listed, tokens.lower)}
    if not telling and index.keys().isdisjoint(tokens.lower):
        return
    inside = {place for start, end in quoted for place in range(start, end)}
    ends = {end for _, end in quoted}
    taken = floor = 0
    for place, word in enumerate(tokens.lower):
        floor = place if place in ends else floor
        if place in inside or place < taken or (place not in telling and word not in index):
            continue
        if cue := cue_at(tokens, place, index):
            found = _cited(tokens, cue, tables)
        elif is_saying(tokens, place, tables):
            found = _told(tokens, place, floor, tables)
        else:
            found = _shown(tokens, place, tables) or _trailing(tokens, place, tables)
        if found:
            # who is named behind a cue is no speaker of the next verb
            taken = max(taken, found.source.end + 1) if found.source.start > place else taken
            yield found


def _cited(tokens: Tokens, cue: Cue, tables: Tables) -> Attribution | None:
    """According to [the mayor], citing [two sailors], not "citing security concerns"."""
    source = source_after(tokens, cue.end, tables)
    if source is None or any(tables.has("reasons", word) for word in tokens.lower[source.start : source.end]):
        return None
    return Attribution(cue.start, source.end, source)


def _trailing(tokens: Tokens, index: int, tables: Tables) -> Attribution | None:
    """[Der Behörde] zufolge."""
    source = source_before(tokens, index, tables) if tables.has("trailing_cues", tokens.lower[index]) else None
    return Attribution(source.start, index + 1, source) if source else None


def _shown(tokens: Tokens, index: int, tables: Tables) -> Attribution | None:
    """[Documents seen by the Courier] show that the wall leaks; the wall leaks, [court records] show."""
    ends = tokens.kind(index + 1) in {MARK, ""} or tables.has("content_words", tokens.low(index + 1))
    source = (
        source_before(tokens, index, tables) if ends and tables.has("evidence_verbs", tokens.lower[index]) else None
    )
    if source and any(tables.has("evidence", word) for word in tokens.lower[source.start : source.end]):
        return Attribution(source.start, index + 1, source)
    return None


def _told(tokens: Tokens, index: int, floor: int, tables: Tables) -> Attribution | None:
    """A verb of saying with the source before it, further ahead, or behind it."""
    if source := _passive_by(tokens, index, tables):
        return Attribution(index, source.end, source)
    if not _tells(tokens, index, tables) or _describes(tokens, index) or _tells_nothing(tokens, index, tables):
        return None
    if depends(tokens, index, tables):
        return _dependent(tokens, index, floor, tables)
    before, behind = source_before(tokens, index, tables), _behind(tokens, index, tables)
    if behind and (not before or tables.language != "en" or _is_told_by(tokens, before, behind, index, tables)):
        return Attribution(index, behind.end, behind)
    if before and _asserts(tokens, before, index, tables) and not _only_shows(tokens, before, index, tables):
        return Attribution(before.start, index + 1, before)
    return None


def _only_shows(tokens: Tokens, source: Source, verb: int, tables: Tables) -> bool:
    """Whether a thing is the subject of a verb that things have too: "core samples confirmed", "fresh snow adds"."""
    if not tables.has("showing_verbs", tokens.lower[verb]):
        return False
    return not any(_may_tell(tokens, at, source.end, tables) for at in range(source.start, source.end))


def _may_tell(tokens: Tokens, index: int, end: int, tables: Tables) -> bool:
    """Whether a word of a subject is a name, or a noun or pronoun for those who tell something."""
    word = tokens.lower[index]
    opens = index == 0 or ends_sentence(tokens, index - 1)
    leads = index + 1 < end and tokens.kinds[index + 1] == WORD and not tokens.capital(index + 1)
    thing = is_plain_plural(word, tables.language) and tables.has("finding_verbs", tokens.low(end))
    if tokens.capital(index) and not (opens and (leads or thing)):
        return not tables.has("determiners", word)
    listed = ("telling_nouns", "lone_speakers", "pronouns", "group_pronouns", "titles", "organisation_words")
    ending = len(word) > LEAST_PAST and word.endswith(tuple(tables.lists.get("person_endings", ("\0",))))
    return ending or any(tables.has(name, word) for name in listed)


def _tells_nothing(tokens: Tokens, verb: int, tables: Tables) -> bool:
    """Whether somebody is told nothing: "told the council nothing"."""
    near = range(verb + 1, min(len(tokens), verb + CONTENT_REACH))
    return any(tables.has("nothing", tokens.lower[at]) and tokens.kind(at + 1) in {MARK, ""} for at in near)


def _is_told_by(tokens: Tokens, before: Source, behind: Source, verb: int, tables: Tables) -> bool:
    """Whether the words before a verb are what the source behind it says: "the tank leaked, said Falk, a clerk", not
    "Orlo, who runs the mill, said Falk left".
    """
    if tokens.low(behind.end) not in {"", ",", "."} or _has_verb(tokens, behind.start, behind.end, tables):
        return False
    return _has_verb(tokens, before.start, verb, tables) or not _asserts(tokens, before, verb, tables)


def _has_verb(tokens: Tokens, start: int, end: int, tables: Tables) -> bool:
    """Whether words have a verb of their own, not that of a relative clause."""
    at = clause_at(tokens, start, end, tables)
    return at is not None and not tables.has("relative_pronouns", tokens.lower[at])


def _describes(tokens: Tokens, verb: int) -> bool:
    """Whether a verb is the end of an adjective: "self-proclaimed", "much-criticised", but not "e-mailed"."""
    return tokens.low(verb - 1) == "-" and tokens.touches(verb) and len(tokens.low(verb - 2)) > 2


def _asserts(tokens: Tokens, source: Source, verb: int, tables: Tables) -> bool:
    """Whether a verb tells what its source says; in "a florist who denied service" it only describes him."""
    relative = any(tables.has("relative_pronouns", word) for word in tokens.lower[source.end : verb])
    return not relative or tables.has("content_words", tokens.low(verb + 1))


def _behind(tokens: Tokens, index: int, tables: Tables) -> Source | None:
    """Who stands behind a verb that opens a clause or, in German, follows whatever opens it."""
    if tables.has("seldom_sayings", tokens.lower[index]):
        # a critiqué le refus
        return None
    opens = _opens_clause(tokens, index, tables) or (
        tables.language == "de" and not source_before(tokens, index, tables)
    )
    return said_by(tokens, index, tables) if opens else None


def _opens_clause(tokens: Tokens, verb: int, tables: Tables) -> bool:
    """Whether nothing but a helping verb stands between a verb and what ends the words before it: ", a dit"."""
    while tables.language != "en" and tables.has("auxiliaries", tokens.low(verb - 1)):
        verb -= 1
    return tokens.low(verb - 1) in _SAID_BEFORE


def _dependent(tokens: Tokens, index: int, floor: int, tables: Tables) -> Attribution | None:
    """Hale left the room, [saying] the wall leaks; Hale thanked the crew [and said] the wall leaks."""
    after_comma = tables.has("participles", tokens.lower[index]) and tokens.low(index - 1) == ","
    if not after_comma and not tables.has("coordinators", tokens.low(index - 1)):
        return None
    source = main_subject(tokens, index, tables, floor)
    return Attribution(source.start, index + 1, source) if source else None


def _tells(tokens: Tokens, index: int, tables: Tables) -> bool:
    """Whether a verb of saying tells what is said: "the tour continues" does not. In English most do."""
    if tokens.kind(index + 1) == MARK or tables.has("content_words", tokens.low(index + 1)):
        return True
    if tables.has("enlarging_verbs", tokens.lower[index]):
        return _opens_clause(tokens, index, tables) or _enlarges_nothing(tokens, index + 1, tables)
    if tables.language == "en" or "content_words" not in tables.lists:
        return not tables.has("seldom_sayings", tokens.lower[index])
    near = tokens.lower[index + 1 : index + 1 + CONTENT_REACH]
    return _opens_clause(tokens, index, tables) or any(tables.has("content_words", word) for word in near)


def _enlarges_nothing(tokens: Tokens, behind: int, tables: Tables) -> bool:
    """Whether what follows "added" or "maintained" is no object: "added in a letter", "added the road would stay shut",
    not "added a touch of colour".
    """
    if tables.has("speaker_stops", tokens.low(behind)) or tables.has("helpers", tokens.low(behind)):
        return True
    for at in range(behind, behind + CONTENT_REACH):
        word = tokens.low(at)
        if tokens.kind(at) not in {WORD, NUMBER} or tables.has("relative_pronouns", word):
            return False
        helps = tables.has("auxiliaries", word) and not tables.has("infinitive_marks", word)
        if helps or tables.has("passive_helpers", word):
            return True
    return False
