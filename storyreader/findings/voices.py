"""Who speaks in two accounts: quotations and sources by voice, and what became of a quotation on its way.

Worked out on demand: `compare` does not need it.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from storyreader.article import Article
from storyreader.comparison import SIDES, Comparison, Passage
from storyreader.fact import Fact
from storyreader.facts import SpeakerNames, plain_name, resolve_names
from storyreader.findings.nouns import Drift, Utterance, Voice
from storyreader.findings.quotations import Version, drift_between, same_quotations, without_split, words_quoted
from storyreader.lexicon import tables_for, words_of

FALLBACK_LANGUAGE = "en"


@dataclass(frozen=True, slots=True)
class Speech:
    """A quotation or attribution of one of several articles, told by its number (0 the left one, 1 the right one of a
    comparison), with the name under which it is listed; `key` is the same for all forms of the name.
    """

    article: int
    key: str
    label: str
    named: bool
    utterance: Utterance


def find_voices(comparison: Comparison) -> tuple[Voice, ...]:
    """Everybody who is quoted or cited in either article, those of both articles first, then by quoted words.

    Different forms of one name are one voice; unnamed sources are one voice when they are called alike. Quotations
    whose speaker is not told come last, under an empty name. Swapping the sides gives the mirror image.
    """
    speeches = one_name_each(
        [
            *speeches_of(0, comparison.left, ((item.sentence, item.fact) for item in comparison.facts_left)),
            *speeches_of(1, comparison.right, ((item.sentence, item.fact) for item in comparison.facts_right)),
        ]
    )
    left, right = ([speech for speech in speeches if speech.article == side] for side in range(len(SIDES)))
    pairs, changed = versions_between(left, right, comparison.left.language)
    shared = {(0, one.passage) for one, _ in pairs} | {(1, other.passage) for _, other in pairs}
    by_key: dict[str, list[Speech]] = defaultdict(list)
    for speech in speeches:
        told = (speech.article, speech.utterance.passage) in shared and speech.utterance.direct
        by_key[speech.key].append(replace(speech, utterance=replace(speech.utterance, shared=told)))
    drifts: dict[tuple[int, Passage], list[Drift]] = defaultdict(list)
    for drift in changed:
        drifts[0, drift.left].append(drift)
        drifts[1, drift.right].append(drift)
    return tuple(sorted((_voice(group, drifts) for group in by_key.values()), key=_order))


def _order(voice: Voice) -> tuple[bool, bool, int, int, str]:
    both = bool(voice.left and voice.right)
    sizes = len(voice.left) + len(voice.right)
    return not voice.name, not both, -(voice.words_left + voice.words_right), -sizes, voice.name


def versions_between(
    left: Iterable[Speech], right: Iterable[Speech], language: str | None
) -> tuple[list[tuple[Version, Version]], list[Drift]]:
    """Of what is said in two articles the quotations that are versions of one, and what changed between them."""
    versions = [_versions(speeches) for speeches in (left, right)]
    quoted = [words_quoted(own) for own in versions]
    language = language or FALLBACK_LANGUAGE
    pairs = list(same_quotations(*versions))
    drifts = []
    for one, other in pairs:
        drift = drift_between(one, other, language)
        if drift and (drift := without_split(drift, quoted[0], quoted[1], language)):
            drifts.append(drift)
    return pairs, drifts


def speeches_of(number: int, article: Article, facts: Iterable[tuple[int, Fact]]) -> Iterator[Speech]:
    """Everybody who is quoted or cited in one article; `facts` are its facts with the numbers of their sentences."""
    language = article.language or FALLBACK_LANGUAGE
    tables = tables_for(language)
    by_sentence: dict[int, list[Fact]] = defaultdict(list)
    for place, fact in facts:
        by_sentence[place].append(fact)
    every = [fact for own in by_sentence.values() for fact in own]
    names = SpeakerNames((str(fact.value) for fact in every if fact.kind == "name"), tables)
    for place, own in by_sentence.items():
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
            passage = Passage(place, fact.span.start, fact.span.end)
            direct = fact.kind == "quote"
            text = str(fact.value) if direct else fact.text
            words = len(words_of(text, language).keys) if direct else 0
            yield Speech(number, _plain(label), label, named, Utterance(passage, text, direct, words))


def _plain(label: str) -> str:
    name = plain_name(label)
    for article in ("an ", "a ", "some "):
        name = name.removeprefix(article)
    return name


def one_name_each(speeches: Sequence[Speech]) -> list[Speech]:
    """The same with one name for all forms of it."""
    fullest = resolve_names(speech.label for speech in speeches if speech.named)
    return [
        replace(speech, key=f"named {fullest[speech.label]}", label=fullest[speech.label]) if speech.named else speech
        for speech in speeches
    ]


def _versions(speeches: Iterable[Speech]) -> list[Version]:
    return [Version(speech.utterance.passage, speech.utterance.text) for speech in speeches if speech.utterance.direct]


def _voice(speeches: Sequence[Speech], drifts: Mapping[tuple[int, Passage], Sequence[Drift]]) -> Voice:
    left, right = (tuple(one.utterance for one in speeches if one.article == side) for side in range(len(SIDES)))
    # where the two versions have different speakers, both voices show what changed
    own = {
        drift
        for speech in speeches
        if speech.utterance.direct
        for drift in drifts.get((speech.article, speech.utterance.passage), ())
    }
    return Voice(
        name=shown_name(speeches),
        named=speeches[0].named,
        left=left,
        right=right,
        drifts=tuple(sorted(own, key=_drift_order)),
        words_left=sum(utterance.words for utterance in left),
        words_right=sum(utterance.words for utterance in right),
    )


def shown_name(speeches: Sequence[Speech]) -> str:
    """Under which of its labels a voice is listed: the fullest."""
    return min((speech.label for speech in speeches), key=lambda text: (-len(text), text))


def _drift_order(drift: Drift) -> tuple[int, int, int, int]:
    return drift.left.sentence, drift.left.start, drift.right.sentence, drift.right.start
