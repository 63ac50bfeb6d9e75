"""Who is quoted, as a table: the two wordings of one quotation side by side, what differs in them marked."""

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from storyreader.comparison import SIDES, Passage, Side
from storyreader.messages.finding_groups import UNKNOWN_VOICE, Cell, FindingGroup, FindingItem
from storyreader.messages.words import LETTERS, ItemState

if TYPE_CHECKING:
    from storyreader.findings import Drift, Findings, Utterance, Voice

Place = tuple[Side, Passage]
_ONLY: dict[Side, ItemState] = {"left": "only left", "right": "only right"}

_HEADINGS: dict[str, ItemState] = {
    "Quoted or cited in both": "same", "Quoted or cited only in A": "only left",
    "Quoted or cited only in B": "only right",
}  # fmt: skip


def voice_table(findings: "Findings") -> list[FindingGroup]:
    """Those whom both articles quote or cite first: a line for each quotation, with its other version beside it."""
    said = {
        (side, one.passage): one
        for voice in findings.voices
        for side in SIDES
        for one in _said(voice, side)
        if one.direct
    }
    groups = []
    for heading, state in _HEADINGS.items():
        voices = [voice for voice in findings.voices if _told_by(voice) == state]
        if items := [item for voice in voices for item in _items(voice, said)]:
            groups.append(FindingGroup(heading, tuple(items)))
    return groups


def _told_by(voice: "Voice") -> ItemState:
    return "same" if voice.left and voice.right else "only left" if voice.left else "only right"


def _items(voice: "Voice", said: "dict[Place, Utterance]") -> Iterator[FindingItem]:
    """Drifts, then quotations of both in one wording, those of one side, and at last where the voice is only cited."""
    name, kind = voice.name or UNKNOWN_VOICE, "named" if voice.named else "not named"
    shown: set[Place] = set()
    for drift in voice.drifts:
        places: tuple[Place, Place] = (("left", drift.left), ("right", drift.right))
        if all(place in said for place in places):
            shown.update(places)
            one_way, other_way = (_quoted(place, said[place], _changed(drift, place[0])) for place in places)
            drifted: ItemState = "same" if drift.trimmed else "differs"
            stops = drifted == "differs"
            yield FindingItem(name, drifted, kind, (), _sentences(places), stops, kind, one_way, other_way, places)
    for one in voice.left:
        for other in _alike(one, voice.right) if one.direct else ():
            pair: tuple[Place, Place] = (("left", one.passage), ("right", other.passage))
            if not shown.issuperset(pair):
                shown.update(pair)
                left, right = _quoted(pair[0], one), _quoted(pair[1], other)
                yield FindingItem(name, "same", kind, (), _sentences(pair), False, kind, left, right, pair)
    for side in SIDES:
        for one in _said(voice, side):
            if one.direct and (side, one.passage) not in shown:
                quoted = _quoted((side, one.passage), one)
                left, right = (quoted, Cell()) if side == "left" else (Cell(), quoted)
                place: tuple[Place] = ((side, one.passage),)
                yield FindingItem(name, _ONLY[side], kind, (), _sentences(place), False, kind, left, right, place)
    cited = [(side, one.passage) for side in SIDES for one in _said(voice, side) if not one.direct]
    if cited:
        left, right = (_cited(side, _said(voice, side)) for side in SIDES)
        state: ItemState = "same" if left.text and right.text else _ONLY["left" if left.text else "right"]
        yield FindingItem(name, state, kind, (), _sentences(cited), False, "cited", left, right, tuple(cited))


def _said(voice: "Voice", side: Side) -> "Sequence[Utterance]":
    return voice.left if side == "left" else voice.right


def _alike(one: "Utterance", others: "Iterable[Utterance]") -> "Iterator[Utterance]":
    """The same quotation on the other side, or what is a piece of one, where both call it shared."""
    words = _letters(one.text)
    for other in others if one.shared else ():
        theirs = _letters(other.text)
        if other.shared and (theirs in words or words in theirs):
            yield other


def _letters(text: str) -> str:
    return "".join(sign for sign in text.casefold() if sign.isalnum())


def _quoted(place: Place, said: "Utterance", changed: tuple[str, ...] = ()) -> Cell:
    text = f"“{said.text}”"
    marks = [(text.find(words), len(words)) for words in changed if words]
    where = f"{LETTERS[place[0]]}{place[1].sentence + 1}"
    return Cell(text, where, tuple((at, at + length) for at, length in marks if at >= 0))


def _changed(drift: "Drift", side: Side) -> tuple[str, ...]:
    return tuple(change[0 if side == "left" else 1] for change in drift.changes)


def _cited(side: Side, own: "Iterable[Utterance]") -> Cell:
    cited = [one for one in own if not one.direct]
    where = dict.fromkeys(f"{LETTERS[side]}{one.passage.sentence + 1}" for one in cited)
    return Cell("; ".join(dict.fromkeys(one.text for one in cited)), " ".join(where))


def _sentences(places: Iterable[Place]) -> tuple[tuple[Side, int], ...]:
    return tuple(dict.fromkeys((side, passage.sentence) for side, passage in places))
