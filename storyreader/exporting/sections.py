"""What is said of two accounts beside their links, as titled lists of plain lines for text and Markdown."""

from collections.abc import Iterable, Iterator

from storyreader.comparison import Passage
from storyreader.findings import FactRow, Findings, Mention, Utterance, Voice
from storyreader.inconsistency import Inconsistency

_STATES = {
    "differs": "Facts that differ",
    "caveat dropped": "Caveats that one side leaves out",
    "only left": "Facts only in A",
    "only right": "Facts only in B",
    "same": "Facts in both",
}
_UNKNOWN_VOICE = "(speaker not named)"


def sections(findings: Findings) -> Iterator[tuple[str, list[str]]]:
    """Each section with its lines; empty sections are left out. Sentences are named A1, B7, counting from 1."""
    for state, title in _STATES.items():
        lines = [_fact_line(row) for row in findings.facts if row.state == state]
        if lines:
            yield title, lines
    if findings.voices:
        yield "Who is quoted or cited", [line for voice in findings.voices for line in _voice_lines(voice)]
    if findings.omissions:
        yield "Sources and caveats that one side leaves out", [item.says for item in findings.omissions]
    inner = [*_inner_lines("A", findings.inconsistencies_left), *_inner_lines("B", findings.inconsistencies_right)]
    if inner:
        yield "Inconsistent within one article", inner


def _inner_lines(letter: str, found: Iterable[Inconsistency]) -> Iterator[str]:
    for item in found:
        numbers = dict.fromkeys((item.first.sentence, item.second.sentence))
        yield f"{', '.join(f'{letter}{number + 1}' for number in numbers)}: {item.says}"


def _fact_line(row: FactRow) -> str:
    mark = "! " if row.conflict else ""
    places = ", ".join([*_places("A", row.left), *_places("B", row.right)])
    return f"{mark}{row.says or row.label} ({row.kind}; {places})"


def _places(letter: str, mentions: tuple[Mention, ...]) -> list[str]:
    return [f"{letter}{number + 1}" for number in dict.fromkeys(mention.passage.sentence for mention in mentions)]


def _voice_lines(voice: Voice) -> Iterator[str]:
    quoted = voice.words_left or voice.words_right
    words = f": {voice.words_left} words quoted in A, {voice.words_right} in B" if quoted else ""
    named = "" if voice.named or not voice.name else ", not by name"
    yield f"{voice.name or _UNKNOWN_VOICE}{named}{words}"
    for letter, utterances in (("A", voice.left), ("B", voice.right)):
        yield from (_utterance_line(letter, utterance) for utterance in utterances)
    yield from (f"  {_place('A', drift.left)}, {_place('B', drift.right)}: {drift.says}" for drift in voice.drifts)


def _place(letter: str, passage: Passage) -> str:
    return f"{letter}{passage.sentence + 1}"


def _utterance_line(letter: str, utterance: Utterance) -> str:
    text = f"“{utterance.text}”" if utterance.direct else f"indirectly, “{utterance.text}”"
    return f"  {_place(letter, utterance.passage)} {text}"
