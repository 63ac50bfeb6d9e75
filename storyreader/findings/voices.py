"""Who speaks in two accounts: quotations and sources by voice, and what became of a quotation on its way.

Worked out on demand: `compare` does not need it.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from storyreader.comparison import SIDES, ArticleFact, Comparison, Passage, Side
from storyreader.fact import Fact
from storyreader.facts import SpeakerNames, plain_name, resolve_names
from storyreader.findings.nouns import Drift, Utterance, Voice
from storyreader.findings.quotations import Version, beside, drift_between, same_quotations, without_split
from storyreader.lexicon import tables_for, words_of

FALLBACK_LANGUAGE = "en"


@dataclass(frozen=True, slots=True)
class _Speech:
    """A quotation or attribution of one side with the name under which it is listed."""

    side: Side
    key: str
    label: str
    named: bool
    utterance: Utterance


def find_voices(comparison: Comparison) -> tuple[Voice, ...]:
    """Everybody who is quoted or cited in either article, those of both articles first, then by quoted words.

    Different forms of one name are one voice; unnamed sources are one voice when they are called alike. Quotations
    whose speaker is not told come last, under an empty name. Swapping the sides gives the mirror image.
    """
    speeches = [speech for side in SIDES for speech in _speeches(comparison, side)]
    speeches = _one_name_each(speeches)
    left_versions, right_versions = (_versions(speeches, side) for side in SIDES)
    pairs = list(same_quotations(left_versions, right_versions))
    shared = {("left", left.passage) for left, _ in pairs} | {("right", right.passage) for _, right in pairs}
    by_key: dict[str, list[_Speech]] = defaultdict(list)
    for speech in speeches:
        told = (speech.side, speech.utterance.passage) in shared and speech.utterance.direct
        by_key[speech.key].append(replace(speech, utterance=replace(speech.utterance, shared=told)))
    drifts: dict[tuple[Side, Passage], list[Drift]] = defaultdict(list)
    for left, right in pairs:
        drift = drift_between(left, right, comparison.left.language or FALLBACK_LANGUAGE)
        if drift and (drift := without_split(drift, beside(left, left_versions), beside(right, right_versions))):
            drifts["left", left.passage].append(drift)
            drifts["right", right.passage].append(drift)
    return tuple(sorted((_voice(group, drifts) for group in by_key.values()), key=_order))


def _order(voice: Voice) -> tuple[bool, bool, int, int, str]:
    both = bool(voice.left and voice.right)
    sizes = len(voice.left) + len(voice.right)
    return not voice.name, not both, -(voice.words_left + voice.words_right), -sizes, voice.name


def _speeches(comparison: Comparison, side: Side) -> Iterator[_Speech]:
    article = comparison.left if side == "left" else comparison.right
    facts = comparison.facts_left if side == "left" else comparison.facts_right
    language = article.language or FALLBACK_LANGUAGE
    tables = tables_for(language)
    names = SpeakerNames((str(item.fact.value) for item in facts if item.fact.kind == "name"), tables)
    for number, own in _by_sentence(facts):
        quoted = {fact.speaker for fact in own if fact.kind == "quote"}
        for fact in own:
            unknown = not fact.speaker or tables.has("pronouns", fact.speaker.lower())
            # beside a quotation the attribution only says whose it is
            if fact.kind == "attribution" and (unknown or fact.speaker in quoted):
                continue
            if fact.kind not in {"quote", "attribution"}:
                continue
            speaker = "" if unknown else str(fact.speaker)
            name = names.of(speaker)
            label, named = name or speaker, name is not None
            passage = Passage(number, fact.span.start, fact.span.end)
            direct = fact.kind == "quote"
            text = str(fact.value) if direct else fact.text
            words = len(words_of(text, language).keys) if direct else 0
            yield _Speech(side, _plain(label), label, named, Utterance(passage, text, direct, words))


def _by_sentence(facts: Iterable[ArticleFact]) -> Iterator[tuple[int, list[Fact]]]:
    found: dict[int, list[Fact]] = defaultdict(list)
    for item in facts:
        found[item.sentence].append(item.fact)
    yield from found.items()


def _plain(label: str) -> str:
    name = plain_name(label)
    for article in ("an ", "a ", "some "):
        name = name.removeprefix(article)
    return name


def _one_name_each(speeches: Sequence[_Speech]) -> list[_Speech]:
    """The same with one name for all forms of it."""
    names = [[speech.label for speech in speeches if speech.named and speech.side == side] for side in SIDES]
    fullest = resolve_names(*names)
    return [
        replace(speech, key=f"named {fullest[speech.label]}", label=fullest[speech.label]) if speech.named else speech
        for speech in speeches
    ]


def _versions(speeches: Iterable[_Speech], side: Side) -> list[Version]:
    return [
        Version(speech.utterance.passage, speech.utterance.text)
        for speech in speeches
        if speech.side == side and speech.utterance.direct
    ]


def _voice(speeches: Sequence[_Speech], drifts: Mapping[tuple[Side, Passage], Sequence[Drift]]) -> Voice:
    left = tuple(speech.utterance for speech in speeches if speech.side == "left")
    right = tuple(speech.utterance for speech in speeches if speech.side == "right")
    # where the two versions have different speakers, both voices show what changed
    own = {
        drift
        for speech in speeches
        if speech.utterance.direct
        for drift in drifts.get((speech.side, speech.utterance.passage), ())
    }
    label = min((speech.label for speech in speeches), key=lambda text: (-len(text), text))
    return Voice(
        name=label,
        named=speeches[0].named,
        left=left,
        right=right,
        drifts=tuple(sorted(own, key=_drift_order)),
        words_left=sum(utterance.words for utterance in left),
        words_right=sum(utterance.words for utterance in right),
    )


def _drift_order(drift: Drift) -> tuple[int, int, int, int]:
    return drift.left.sentence, drift.left.start, drift.right.sentence, drift.right.start
