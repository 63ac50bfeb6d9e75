"""Direct quotations and who speaks them. Indexes count tokens; quotations that a sentence cuts open stay open."""

from collections.abc import Sequence
from dataclasses import dataclass

from storyreader.facts.cues import cue_at, phrase_index
from storyreader.facts.quotation_marks import Stretch
from storyreader.facts.sources import LONGEST_SOURCE, Source, ends_sentence, is_saying, said_by, source_after
from storyreader.facts.subjects import acts, depends, is_participle, main_subject, source_before
from storyreader.facts.unspaced_speech import speaker_beside
from storyreader.lexicon import WORD, Tables, Tokens

REACH = 40
"""Tokens: how far from a quotation its verb of saying may stand."""
SMALL_WORD = 4
"""Letters: so short a word may be small in a title of capitals."""
SHORT_TITLE = 4
"""Words: so many may be a title with one capital."""
NEAR = 6
"""Tokens: so far from a quotation stands a verb that introduces it."""
_BEFORE_TITLES = ("prepositions", "object_verbs", "making_verbs", "content_words")
"""Words behind which a title stands: "said on “Harbour Hour”", "wrote “Grey Harbour”", "that “Grey Harbour” ran"."""
_NOT_DESCRIBING = "pronouns", "prepositions", "speaker_stops", "clause_words"
"""Words that stand in no description before a speaker's name."""
_DASHES = frozenset({",", "،", "，", "–", "—", "-"})
_INTRODUCING = frozenset({":", "：", ",", "،", "，"})


@dataclass(frozen=True, slots=True)
class Quote:
    """A quotation from token `start` to `end` (exclusive), its marks included."""

    start: int
    end: int
    speaker: Source | None


def quotes_in(tokens: Tokens, stretches: Sequence[Stretch], tables: Tables) -> list[Quote]:
    """The quotations of a text with their speakers. What is only named in quotation marks is no quotation."""
    quotes: list[Quote] = []
    title_ends: int | None = None
    for number, (start, end) in enumerate(stretches):
        floor = quotes[-1].end if quotes else 0
        ceiling = stretches[number + 1][0] if number + 1 < len(stretches) else len(tokens)
        if tokens.unspaced:
            quotes.append(Quote(start, end, speaker_beside(tokens, (start, end), (floor, ceiling), tables)))
            continue
        listed = title_ends is not None and _lists_on(tokens, title_ends, start, tables)
        if listed and _is_title(tokens, start, end, tables):
            title_ends = end
            continue
        title_ends = None
        speaker = _asked_by(tokens, start, floor, tables) or _after(tokens, (start, end), ceiling, tables)
        speaker = (
            speaker or _goes_on_after(tokens, start, end, ceiling, tables) or _called_by(tokens, start, end, tables)
        )
        if speaker is None and _is_named(tokens, start, end, tables):
            title_ends = end
            continue
        speaker = speaker or _before(tokens, start, floor, tables)
        if speaker is None and quotes and _goes_on(tokens, quotes[-1], start):
            speaker = quotes[-1].speaker
        quotes.append(Quote(start, end, speaker))
    return quotes


def _asked_by(tokens: Tokens, start: int, floor: int, tables: Tables) -> Source | None:
    """Asked by [a clerk], “…,” Hale nodded."""
    if tokens.low(start - 1) != ",":
        return None
    for verb in range(start - 2, max(floor, start - LONGEST_SOURCE) - 1, -1):
        if tables.has("passives", tokens.lower[verb]) and tables.has("passive_by", tokens.low(verb + 1)):
            source = source_after(tokens, verb + 2, tables)
            return source if source and source.end == start - 1 else None
    return None


def _called_by(tokens: Tokens, start: int, end: int, tables: Tables) -> Source | None:
    """The plan was called “reckless” by [two engineers]."""
    passive = any(tables.has("passives", tokens.low(start - back)) for back in (1, 2))
    return source_after(tokens, end + 1, tables) if passive and tables.has("passive_by", tokens.low(end)) else None


def _is_named(tokens: Tokens, start: int, end: int, tables: Tables) -> bool:
    """Whether quotation marks hold a name: the song “Black River”, an illness called “baker's itch”."""
    place = start - 2 if tables.has("as_words", tokens.low(start - 1)) else start - 1
    before = tokens.low(place)
    if tables.has("named_things", before):
        return True
    helped = any(tables.has("passive_helpers", tokens.low(place - back)) for back in (1, 2))
    so_called = tokens.low(place - 1) == "-"
    if tables.has("naming", before) and (helped or so_called or not tables.has("sayings", before)):
        return True
    if not _is_title(tokens, start, end, tables):
        return False
    # said on “Harbour Hour”, told “Harbour Hour”
    bound = before in {"'s", "’"} or any(tables.has(listed, before) for listed in _BEFORE_TITLES)
    return bound or not _is_introduced(tokens, start, tables)


def _lists_on(tokens: Tokens, end: int, start: int, tables: Tables) -> bool:
    """Whether nothing but a comma or "and" stands between two names in quotation marks."""
    return end < start and all(
        tokens.texts[at] == "," or tables.has("coordinators", tokens.lower[at]) for at in range(end, start)
    )


def _is_title(tokens: Tokens, start: int, end: int, tables: Tables) -> bool:
    """Whether all words of weight have a capital or, in languages that write titles so, a few words inside a sentence
    begin with one; German writes every noun with one.
    """
    words = [place for place in range(start, end) if tokens.kinds[place] == WORD]
    if not words or tables.language == "de" or any(tokens.texts[place] in "!?" for place in range(start, end)):
        return False
    first = words[0]
    if not tokens.capital(first) or tables.has("pronouns", tokens.lower[first].partition("'")[0]):
        return False
    inside = start > 0 and not ends_sentence(tokens, start - 1)
    if len(words) == 1 or (inside and len(words) <= SHORT_TITLE and tables.language != "en"):
        return inside and not tokens.texts[first].isupper()
    long = [place for place in words if len(tokens.texts[place]) > SMALL_WORD]
    return tokens.capital(words[-1]) and all(tokens.capital(place) for place in long)


def _is_introduced(tokens: Tokens, start: int, tables: Tables) -> bool:
    """Whether a colon or, not far, a verb of saying stands before a quotation."""
    if tokens.low(start - 1) in {":", "："}:
        return True
    near = range(max(0, start - NEAR), start)
    return any(tables.has("sayings", tokens.lower[place]) for place in near)


def _after(tokens: Tokens, quote: tuple[int, int], ceiling: int, tables: Tables) -> Source | None:
    """“…,” said X / X said / the senator asked / according to X."""
    place = end = quote[1]
    while place < ceiling and tokens.texts[place] in _DASHES:
        place += 1
    ended = tokens.low(end - 2) in {".", "…"} and tokens.texts[end - 1] != '"'
    if place >= ceiling or (place == end and ended and tokens.capital(end)):
        return None
    if cue := cue_at(tokens, place, phrase_index(tables.language, "according")):
        return source_after(tokens, cue.end, tables)
    if tables.has("closing_cues", tokens.lower[place]):
        return source_after(tokens, place + 1, tables)
    inverted = _inverted(tokens, place, ceiling, tables)
    return inverted or _in_order(tokens, quote[0], place, min(ceiling, end + REACH), tables)


def _inverted(tokens: Tokens, place: int, ceiling: int, tables: Tables) -> Source | None:
    """“…,” said X; « … », a raconté X; « … », a-t-elle dit; „…“, hat X gesagt; «…», murmuró el alcalde."""
    verb = place
    while verb < ceiling and (tables.has("helpers", tokens.lower[verb]) or tokens.lower[verb] in {"-", "t"}):
        verb += 1
    if is_saying(tokens, verb, tables):
        if tokens.low(verb - 2) == "-":
            return Source(verb - 1, verb)
        # what is praised or criticised is the quotation, where it stands before the verb
        objected = tables.has("object_verbs", tokens.lower[verb]) and tables.language != "en"
        return source_after(tokens, verb + 1, tables) if objected else said_by(tokens, verb, tables)
    if tables.language == "en" or verb >= ceiling:
        return None
    source = source_after(tokens, verb, tables) if verb > place else None
    if source and is_saying(tokens, source.end, tables):
        return source
    parted = tokens.texts[place - 1] in _DASHES or tokens.texts[place - 2] in _DASHES
    behind = verb + 1 + tables.has("reflexives", tokens.low(verb + 1))
    return source_after(tokens, behind, tables) if parted and _is_unknown_verb(tokens, verb, behind, tables) else None


def _is_unknown_verb(tokens: Tokens, index: int, behind: int, tables: Tables) -> bool:
    """Whether a word between a quotation and a name or an article can only say it: "erinnerte sich der Bote"."""
    listed = ("prepositions", "speaker_stops", "clause_words", "determiners", "relative_pronouns", "participles")
    plain = tokens.kinds[index] == WORD and not tokens.capital(index) and len(tokens.texts[index]) > SMALL_WORD
    named = tokens.capital(behind) or tables.has("determiners", tokens.low(behind))
    other = is_participle(tokens.lower[index], tables) or any(tables.has(name, tokens.lower[index]) for name in listed)
    return plain and named and not other


def _in_order(tokens: Tokens, start: int, place: int, stop: int, tables: Tables) -> Source | None:
    """“…,” X said: the source begins behind the quotation that begins at `start`."""
    for verb in range(place, stop):
        if tokens.texts[verb] == ":" or ends_sentence(tokens, verb):
            return None
        if not is_saying(tokens, verb, tables) or tables.has("participles", tokens.lower[verb]):
            continue
        if tokens.low(verb + 1) == ":":
            return None
        source = source_before(tokens, verb, tables, floor=place)
        if source is None and tokens.low(verb - 1) == ",":
            # “…,” Rev. Hopping of Lisport, told the Courier
            source = source_before(tokens, verb - 1, tables, floor=place)
        if source:
            told = source.start == place or _leads_to(tokens, place, source.start, tables)
            return source if told or _closes(tokens, source, verb, start, tables) else None
    return None


def _leads_to(tokens: Tokens, start: int, end: int, tables: Tables) -> bool:
    """Whether nothing but words for who speaks stands before a source: "[an angry] Ada Voss said", "[team president
    and] general manager Ed Moll said".
    """
    words = range(start + tables.has("articles", tokens.low(start)), end)
    if tables.language != "en" or len(words) > NEAR:
        return False
    if not tokens.capital(end) and tables.has("determiners", tokens.low(end)):
        return False
    return not any(
        tokens.kinds[at] != WORD
        or acts(tokens, at, tables)
        or any(tables.has(listed, tokens.lower[at]) for listed in _NOT_DESCRIBING)
        for at in words
        if not (at > start and tables.has("coordinators", tokens.lower[at]))
    )


def _closes(tokens: Tokens, source: Source, verb: int, start: int, tables: Tables) -> bool:
    """Whether a source and its verb end the sentence, which tells nobody else's words: "the “mess,” not the stance of
    the caucus, Voss said".
    """
    if tables.language != "en" or tokens.low(source.start - 1) != "," or _is_nickname(tokens, start):
        return False
    behind = tokens.low(verb + 1)
    ends = behind in {".", ""} or tables.has("prepositions", behind) or behind in tables.row("weekdays")
    begin = next((at + 1 for at in range(start - 1, -1, -1) if ends_sentence(tokens, at)), 0)
    said = (tables.has(name, word) for word in tokens.lower[begin:start] for name in ("sayings", "object_verbs"))
    return ends and not any(said)


def _is_nickname(tokens: Tokens, start: int) -> bool:
    """Whether a quotation of a word or two stands inside a name: Vincent “The Chin” Gante."""
    return start > 0 and tokens.capital(start - 1) and tokens.capital(start + 1)


def _goes_on_after(tokens: Tokens, start: int, end: int, ceiling: int, tables: Tables) -> Source | None:
    """“…,” she went on / Hale laughed: whoever acts behind a quotation that opens a sentence and ends with a comma."""
    opens = start == 0 or ends_sentence(tokens, start - 1)
    asked = tokens.low(end - 2) in {"?", "!"} and not tokens.capital(end)
    if not opens or not (asked or {tokens.low(end - 2), tokens.low(end)} & _DASHES):
        return None
    place = end + 1 if tokens.low(end) in _DASHES else end
    if tables.has("pronouns", tokens.low(place)):
        return Source(place, place + 1)
    for verb in range(place + 1, min(ceiling, place + NEAR)):
        if acts(tokens, verb, tables):
            source = source_before(tokens, verb, tables, floor=place)
            return source if source and source.start == place else None
    return None


def _before(tokens: Tokens, start: int, floor: int, tables: Tables) -> Source | None:
    """X said: “…”, according to X, “…”, X called it “…”."""
    according = phrase_index(tables.language, "according")
    for verb in range(start - 1, max(floor, start - REACH) - 1, -1):
        if ends_sentence(tokens, verb):
            return None
        cue = cue_at(tokens, verb, according)
        if cue:
            return source_after(tokens, cue.end, tables)
        if not is_saying(tokens, verb, tables):
            continue
        if depends(tokens, verb, tables):
            return main_subject(tokens, verb, tables, floor)
        source = source_before(tokens, verb, tables) or _introducing(tokens, verb, start, tables)
        if source:
            return source
    return None


def _introducing(tokens: Tokens, verb: int, start: int, tables: Tables) -> Source | None:
    """Añadió [el alcalde]: «…»."""
    source = said_by(tokens, verb, tables)
    behind = source.end if source else start
    return source if behind < start and tokens.texts[start - 1] in _INTRODUCING else None


def _goes_on(tokens: Tokens, before: Quote, start: int) -> bool:
    """Whether a quotation belongs to the speaker before it: one sentence of attribution stands between."""
    if before.speaker is None:
        return False
    return sum(ends_sentence(tokens, index) for index in range(before.end, start)) <= 1
