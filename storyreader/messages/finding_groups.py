"""The findings under their headings, in the order in which a reader wants them: what each group holds, what each says.

Screens paint these groups and exports write them down, so both tell the same. Sentences are named A1, B7, from 1.
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from storyreader.comparison import SIDES, Passage, Side
from storyreader.messages.words import KIND_NAMES, LETTERS, ItemState

if TYPE_CHECKING:
    from storyreader.findings import FactRow, FactState, Findings, Mention, Utterance, Voice
    from storyreader.inconsistency import Inconsistency

NO_FACTS = "Neither article has a number, date, name or caveat that the rules can find."
NO_VOICES = "Neither article quotes or cites anybody that the rules can find."
UNKNOWN_VOICE = "Nobody named"

_HEADINGS: "dict[FactState, str]" = {
    "differs": "Facts told differently",
    "caveat dropped": "Sources and caveats",
    "only left": "Facts only in A",
    "only right": "Facts only in B",
    "same": "Facts in both",
}
_STOPS = frozenset({"conflict", "differs"})
_QUOTED = _STOPS | {"caveat dropped"}
"""What is told with the words of both."""
NAMES = "Names"
"""The heading of the last group, which tells least."""


class Cell(NamedTuple):
    """What one article says, with the names of its sentences; `marks` are the characters that differ."""

    text: str = ""
    where: str = ""
    marks: tuple[tuple[int, int], ...] = ()


class FindingItem(NamedTuple):
    """One finding.

    `detail` is told less loudly after the title; `statements` are labels (A1, B7, or none for a sentence about both)
    with texts; `sentences` are those it stands in, each a side and a number from 0. A reader who goes through the
    findings stops at those that are `is_stop`: where the sides conflict or differ. In a table `left` and `right` stand
    beside each other. `passages` are the words that tell it; empty where whole sentences do.
    """

    title: str
    state: ItemState
    detail: str = ""
    statements: tuple[tuple[str, str], ...] = ()
    sentences: tuple[tuple[Side, int], ...] = ()
    is_stop: bool = False
    kind: str = ""
    left: Cell = Cell()
    right: Cell = Cell()
    passages: "tuple[tuple[Side, Passage], ...]" = ()


class FindingGroup(NamedTuple):
    """Findings under one heading; never empty."""

    heading: str
    items: tuple[FindingItem, ...]


def fact_groups(findings: "Findings") -> list[FindingGroup]:
    """Conflicts, what differs, sources and caveats, what only one has, what both have, inner inconsistencies, names."""
    facts = [row for row in findings.facts if not row.conflict]
    caveats = [row for row in facts if row.kind == "caveat"]
    names = [row for row in facts if row.kind == "name" and row.state != "differs"]
    groups = [("Conflicts", [_fact_item(row) for row in findings.facts if row.conflict])]
    for state, heading in _HEADINGS.items():
        items = [_fact_item(row) for row in facts if row.state == state and row not in names and row not in caveats]
        if state == "caveat dropped":
            dropped = [_fact_item(row) for row in caveats if row.state == state]
            items = [*dropped, *_dropped_sources(findings), *map(_fact_item, caveats[len(dropped) :])]
        groups.append((heading, items))
    inconsistent = [*_inner("left", findings.inconsistencies_left), *_inner("right", findings.inconsistencies_right)]
    groups.append(("Inconsistent within one article", inconsistent))
    groups.append((NAMES, [_fact_item(row) for row in names]))
    return _filled(groups)


def voice_groups(findings: "Findings") -> list[FindingGroup]:
    """Those whom both articles quote or cite first, then those of one alone."""
    headings: dict[ItemState, str] = {
        "same": "Quoted or cited in both", "only left": "Quoted or cited only in A",
        "only right": "Quoted or cited only in B",
    }  # fmt: skip
    return _filled(
        (heading, [_voice_item(voice) for voice in findings.voices if _told_by(voice) == state])
        for state, heading in headings.items()
    )


def _filled(groups: Iterable[tuple[str, Sequence[FindingItem]]]) -> list[FindingGroup]:
    return [FindingGroup(heading, tuple(items)) for heading, items in groups if items]


def _fact_item(row: "FactRow") -> FindingItem:
    kind = KIND_NAMES.get(row.kind, row.kind)
    told = [
        (side, mention) for side, mentions in zip(SIDES, (row.left, row.right), strict=True) for mention in mentions
    ]
    sentences = tuple((side, mention.passage.sentence) for side, mention in told)
    passages = tuple((side, mention.passage) for side, mention in told)
    if row.difference is not None:
        passages = (("left", row.difference.left), ("right", row.difference.right))
    state: ItemState = "conflict" if row.conflict else row.state
    cells = _mentions("left", row.left), _mentions("right", row.right)
    if state not in _QUOTED:
        where = " ".join(dict.fromkeys(_label(side, mention) for side, mention in told))
        return FindingItem(row.label, state, f"{kind} · {where}", (), sentences, False, kind, *cells, passages)
    statements = [("", row.says)] if row.conflict else []
    statements += [(_label(side, mention), mention.text) for side, mention in told]
    is_stop = state in _STOPS
    return FindingItem(row.label, state, kind, tuple(statements), sentences, is_stop, kind, *cells, passages)


def _mentions(side: Side, mentions: "Sequence[Mention]") -> Cell:
    """The texts of one side, each once, with the sentences in which they stand."""
    texts = dict.fromkeys(mention.text for mention in mentions)
    return Cell("; ".join(texts), " ".join(dict.fromkeys(_label(side, mention) for mention in mentions)))


def _dropped_sources(findings: "Findings") -> Iterator[FindingItem]:
    for drop in findings.omissions:
        if drop.what == "source":
            where = ((drop.side, drop.passage.sentence),)
            label = f"{LETTERS[drop.side]}{drop.passage.sentence + 1}"
            cells = (Cell(drop.text, label), Cell())
            left, right = cells if drop.side == "left" else cells[::-1]
            yield FindingItem(
                drop.says, "caveat dropped", f"source · {label}", (), where, False, "source", left, right,
                ((drop.side, drop.passage),),
            )  # fmt: skip


def _inner(side: Side, found: "Iterable[Inconsistency]") -> Iterator[FindingItem]:
    state: ItemState = "only left" if side == "left" else "only right"
    for item in found:
        numbers = tuple(dict.fromkeys((item.first.sentence, item.second.sentence)))
        where = " ".join(f"{LETTERS[side]}{number + 1}" for number in numbers)
        cells = (Cell(item.says, where), Cell())
        left, right = cells if side == "left" else cells[::-1]
        places = tuple((side, number) for number in numbers)
        yield FindingItem(item.says, state, where, (), places, False, "inconsistency", left, right)


def _told_by(voice: "Voice") -> ItemState:
    return "same" if voice.left and voice.right else "only left" if voice.left else "only right"


def _voice_item(voice: "Voice") -> FindingItem:
    words = [f"{letter} {count}" for letter, count in (("A", voice.words_left), ("B", voice.words_right)) if count]
    parts = ["named" if voice.named else "not named", f"words quoted: {', '.join(words)}" if words else "cited only"]
    told = [(side, said) for side, own in zip(SIDES, (voice.left, voice.right), strict=True) for said in own]
    drifted = any(not drift.trimmed for drift in voice.drifts)
    statements = [("", drift.says) for drift in voice.drifts]
    statements += [(_label(side, said), f"“{said.text}”" if said.direct else said.text) for side, said in told]
    return FindingItem(
        voice.name or UNKNOWN_VOICE,
        "differs" if drifted else _told_by(voice),
        " · ".join(parts),
        tuple(statements),
        tuple((side, said.passage.sentence) for side, said in told),
        is_stop=drifted,
    )


def _label(side: Side, told: "Mention | Utterance") -> str:
    return f"{LETTERS[side]}{told.passage.sentence + 1}"
