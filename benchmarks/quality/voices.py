"""Who says what: quotations and reported speech with their speaker, in articles read beside another of their story.

    python -m benchmarks.quality voices EVAL_DIR [--errors PART]

benchmarks/facts/voices.jsonl has the labels of eighteen articles of EVAL_DIR/matching/stories_basil_dev.jsonl.gz, as
numbers alone: of each quotation its sentence and characters, and the sentence and characters that name its speaker.
Every twelfth article was read while the engine was made; every 24th from the seventh on was labelled afterwards. A pair
of speech and speaker is right when the table of voices has it under a form of that name. A direct quotation is the same
when at least half of what either covers is in common; reported speech is counted once for a sentence and speaker, and
not beside a quotation of the same speaker. Optional labels are neither missed nor wrong: terms in quotation marks,
speech of which nothing is told but its aim, beliefs. A quotation under no name is missed, but not wrong. Brackets are
95 % intervals over articles. "--errors developed" prints what is missed and wrong there.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from benchmarks.matching.evaluate import records
from benchmarks.quality.bootstrap import bootstrap
from storyreader import compare
from storyreader.article import Article, Sentence
from storyreader.facts import plain_name, same_name
from storyreader.findings import find_voices

LABELS = Path(__file__).parents[1] / "facts" / "voices.jsonl"
ARTICLES = Path("matching", "stories_basil_dev.jsonl.gz")
PARTS = ("developed", "held out")
KINDS = {"direct": (True,), "reported": (False,), "all": (True, False)}
LEAST_COMMON = 0.5


@dataclass(frozen=True)
class Speech:
    """What somebody says, told or labelled."""

    sentence: int
    start: int
    end: int
    direct: bool
    speaker: str
    optional: bool = False


@dataclass(frozen=True)
class Outcome:
    """What was told and labelled of one article; each list without its optional part."""

    right: tuple[Speech, ...]
    wrong: tuple[Speech, ...]
    found: tuple[Speech, ...]
    missed: tuple[Speech, ...]


def run(folder: Path, arguments: list[str]) -> None:
    """Print the tables."""
    rows = records(folder / ARTICLES)
    by_id = {row["id"]: row for row in rows}
    labels = records(LABELS)
    for part in PARTS:
        outcomes = {
            label["id"]: _outcome(by_id[label["id"]], _partner(by_id[label["id"]], rows), label["speech"])
            for label in labels
            if label["part"] == part
        }
        if arguments == ["--errors", part]:
            for name, outcome in outcomes.items():
                _print_errors(by_id[name], outcome)
        elif outcomes:
            _print(part, list(outcomes.values()))


def _partner(row: Mapping[str, Any], rows: Sequence[Mapping[str, Any]]) -> Mapping[str, Any]:
    """The first other article of the story; the article itself where there is none."""
    return next((other for other in rows if other["story"] == row["story"] and other["id"] != row["id"]), row)


def _article(row: Mapping[str, Any]) -> Article:
    sentences: list[Sentence] = []
    for paragraph, size in enumerate(row["paras"]):
        start = 0
        for text in row["text"][len(sentences) : len(sentences) + size]:
            sentences.append(Sentence(text, len(sentences), paragraph, start, start + len(text)))
            start += len(text) + 1
    return Article(row["id"], row["title"], (), tuple(sentences))


def _outcome(row: Mapping[str, Any], partner: Mapping[str, Any], labels: Sequence[Mapping[str, Any]]) -> Outcome:
    gold = [
        Speech(
            label["sentence"], label["start"], label["end"], label["direct"],
            row["text"][label["speaker"][0]][slice(*label["speaker"][1:])], label.get("optional", False),
        )
        for label in labels
    ]  # fmt: skip
    told = list(_told(row, partner))
    fitting = {speech: [label for label in gold if _same(speech, label)] for speech in told}
    required = [label for label in gold if not label.optional]
    met = {label for labels in fitting.values() for label in labels}
    return Outcome(
        tuple(speech for speech in told if any(not label.optional for label in fitting[speech])),
        tuple(speech for speech in told if not fitting[speech]),
        tuple(label for label in required if label in met),
        tuple(label for label in required if label not in met),
    )


def _told(row: Mapping[str, Any], partner: Mapping[str, Any]) -> Iterator[Speech]:
    """The table of voices of an article; reported speech once for a sentence and speaker."""
    reported: set[tuple[int, str]] = set()
    for voice in find_voices(compare(_article(row), _article(partner))):
        for utterance in voice.left if voice.name else ():
            passage = utterance.passage
            key = passage.sentence, voice.name
            if utterance.direct or key not in reported:
                yield Speech(passage.sentence, passage.start, passage.end, utterance.direct, voice.name)
            if not utterance.direct:
                reported.add(key)


def _same(told: Speech, label: Speech) -> bool:
    if told.sentence != label.sentence or not _one_speaker(told.speaker, label.speaker):
        return False
    if not (told.direct and label.direct):
        # beside a quotation an attribution says the same
        return True
    common = min(told.end, label.end) - max(told.start, label.start)
    return common >= LEAST_COMMON * max(told.end - told.start, label.end - label.start)


def _one_speaker(told: str, label: str) -> bool:
    plain = plain_name(told), plain_name(label)
    return plain[0] in plain[1] or plain[1] in plain[0] or same_name(told, label) or same_name(label, told)


def _print(part: str, outcomes: Sequence[Outcome]) -> None:
    print(f"\n{part}, {len(outcomes)} articles")
    for kind, direct in KINDS.items():
        cases = [
            tuple(sum(speech.direct in direct for speech in side) for side in (o.right, o.wrong, o.found, o.missed))
            for o in outcomes
        ]
        told = sum(case[0] + case[1] for case in cases)
        labelled = sum(case[2] + case[3] for case in cases)
        print(f"  {kind:<9} precision {bootstrap(cases, _precision)} of {told}", end="")
        print(f"  recall {bootstrap(cases, _recall)} of {labelled}")


def _precision(cases: Sequence[tuple[int, ...]]) -> float:
    right, wrong = (sum(case[side] for case in cases) for side in (0, 1))
    return right / max(1, right + wrong)


def _recall(cases: Sequence[tuple[int, ...]]) -> float:
    found, missed = (sum(case[side] for case in cases) for side in (2, 3))
    return found / max(1, found + missed)


def _print_errors(row: Mapping[str, Any], outcome: Outcome) -> None:
    print(f"\n{row['id']}")
    for name, speeches in (("wrong", outcome.wrong), ("missed", outcome.missed)):
        for speech in speeches:
            text = row["text"][speech.sentence][speech.start : speech.end]
            print(f"  {name} {speech.sentence} {'direct' if speech.direct else 'reported'} {speech.speaker!r}: {text}")
