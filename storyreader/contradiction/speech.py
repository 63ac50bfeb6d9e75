"""Quotations and sources of two linked sentences: other words, another speaker, another source."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Literal

from rapidfuzz.distance import Indel, JaroWinkler

from storyreader.fact import Fact
from storyreader.facts import SpeakerNames, common_words, name_form, same_name
from storyreader.lexicon import related_groups, tables_for, words_of

SAME_QUOTE = 0.7
"""From this likeness on (words in common, 0 to 1) two quotations are one."""
LEAST_WORDS = 4
_FULL_HOUR = re.compile(r"\b(\d{1,2})[:.]00\b")
SURE_SPEAKER, SURE_WORDING, SURE_HARMLESS = 80, 70, 60


@dataclass(frozen=True, slots=True)
class SpeechDifference:
    """A difference of speech between two facts. `what` is quote, speaker or source."""

    what: Literal["quote", "speaker", "source"]
    left: Fact
    right: Fact
    confidence: int
    conflict: bool


def speech_differences(left: Sequence[Fact], right: Sequence[Fact], language: str) -> Iterator[SpeechDifference]:
    """Compare the quotations that both sides have, and who said what."""
    quoted = False
    left, right = (_named_plainly(facts, language) for facts in (left, right))
    for one in _of_kind(left, "quote"):
        for other in _of_kind(right, "quote"):
            found = _same_quote(one, other, language)
            if found is None:
                continue
            quoted = True
            if _other_speaker(one.speaker, other.speaker, language):
                yield SpeechDifference("speaker", one, other, SURE_SPEAKER, conflict=True)
            elif found:
                hard = found == "replaced"
                yield SpeechDifference("quote", one, other, SURE_WORDING if hard else SURE_HARMLESS, conflict=hard)
    sources = [_of_kind(left, "attribution"), _of_kind(right, "attribution")]
    if not quoted and len(sources[0]) == len(sources[1]) == 1:
        one, other = sources[0][0], sources[1][0]
        if _other_speaker(one.speaker, other.speaker, language):
            yield SpeechDifference("source", one, other, SURE_HARMLESS, conflict=False)


def _named_plainly(facts: Sequence[Fact], language: str) -> list[Fact]:
    """The facts with the name of each speaker alone: "the clinic's computing chief, Dr. Estlake" is "Dr. Estlake"."""
    names = SpeakerNames((str(fact.value) for fact in facts if fact.kind == "name"), tables_for(language))
    return [replace(fact, speaker=names.of(fact.speaker) or fact.speaker) if fact.speaker else fact for fact in facts]


def _of_kind(facts: Sequence[Fact], kind: str) -> list[Fact]:
    return [fact for fact in facts if fact.kind == kind]


def _same_quote(left: Fact, right: Fact, language: str) -> str | None:
    """None for two quotations; for one: empty when its words agree, "replaced" when one word of weight became
    another, else "changed".
    """
    keys = [list(words_of(_unfolded(str(fact.value)), language).keys) for fact in (left, right)]
    if min(map(len, keys)) < LEAST_WORDS:
        return None
    if keys[0] == keys[1] or _inside(keys[0], keys[1]) or _inside(keys[1], keys[0]):
        return ""
    if Indel.normalized_similarity(*keys) < SAME_QUOTE:
        return None
    tables, groups = tables_for(language), related_groups(language)
    small = [
        tables.lists.get(name, frozenset()) for name in ("clause_words", "determiners", "speaker_stops", "helpers")
    ]
    edits = [code for code in Indel.opcodes(*keys) if code.tag != "equal"]
    words = (
        [key for code in edits for key in keys[0][code.src_start : code.src_end]],
        [key for code in edits for key in keys[1][code.dest_start : code.dest_end]],
    )
    in_one_place = all(
        (one.src_end, one.dest_end) == (other.src_start, other.dest_start) for one, other in pairwise(edits)
    )
    if in_one_place and len(words[0]) == len(words[1]) == 1 and len(min(keys, key=len)) > LEAST_WORDS:
        gone, come = words[0][0], words[1][0]
        related = set(groups.get(gone, ())) & set(groups.get(come, ()))
        weak = any(gone in listed or come in listed for listed in small)
        if not weak and not related and JaroWinkler.similarity(gone, come) < 0.8:
            return "replaced"
    return "changed"


def _inside(short: list[str], long: list[str]) -> bool:
    return any(long[at : at + len(short)] == short for at in range(len(long) - len(short) + 1))


def _unfolded(text: str) -> str:
    """Contractions written out, so that "won't" is "will not"; full hours without their minutes."""
    text = _FULL_HOUR.sub(r"\1", text)
    text = text.replace("’", "'")
    for short, full in (("won't", "will not"), ("can't", "can not"), ("cannot", "can not"), ("n't", " not")):
        text = text.replace(short, full)
    for short, full in (("'re", " are"), ("'ll", " will"), ("'ve", " have"), ("'m", " am"), ("it's", "it is")):
        text = text.replace(short, full)
    return text


def _other_speaker(left: str | None, right: str | None, language: str) -> bool:
    """Whether two speakers are certainly different: both named, and no form of one name."""
    if not left or not right or not _named(left, language) or not _named(right, language):
        return False
    forms = [set(name_form(speaker).words) for speaker in (left, right)]
    return not (forms[0] & forms[1] or same_name(left, right) or same_name(right, left))


def _named(speaker: str, language: str) -> bool:
    """Whether a speaker is called by name: "Voss", "Mayor Lida Voss", "the owner, Petra Halvorsen"; "Conservative
    websites" and "a blogger on the Web site Lighthouse" are not.
    """
    tables = tables_for(language)
    words = [word for word in speaker.split() if word[:1].isalpha()]
    if not words or tables.has("pronouns", words[0].lower()):
        return False
    described = any(tables.has("determiners", word.lower()) for word in words)
    told = [word for word in speaker.partition(",")[2].split() if word[:1].isalpha()] if described else words
    named = [
        word
        for word in told
        if word[0].isupper() and not tables.has("titles", word.lower()) and not tables.has("demonyms", word.lower())
    ]
    if len(told) == 1:
        # what opens a sentence has a capital anyway: "Authorities said"
        return bool(named) and told[0].lower() not in common_words(language)
    return bool(named) and named != told[:1]
