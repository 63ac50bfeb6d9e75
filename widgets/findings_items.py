"""The findings of the engine as items of a table: facts and conflicts, and who is quoted."""

from collections.abc import Iterable, Iterator, Sequence

from storyreader.comparison import Side
from storyreader.findings import FactRow, Findings, Mention, Utterance, Voice
from storyreader.inconsistency import Inconsistency
from storyreader.messages import FACT_MARKS, FACT_STATES, KIND_NAMES, LETTERS
from widgets.table import Spot, TableItem


def fact_items(findings: Findings, *, ascii_marks: bool = False) -> list[TableItem]:
    """Conflicts first, then what differs, what one side drops, what only one has, what both have."""
    items = [TableItem(remark) for remark in findings.remarks]
    conflicts = [row for row in findings.facts if row.conflict]
    if conflicts:
        items.append(TableItem(f"CONFLICTS ({len(conflicts)})"))
        items += [_fact_item(row, "!", weighty=True) for row in conflicts]
    for state, heading in FACT_STATES.items():
        rows = [row for row in findings.facts if row.state == state and not row.conflict]
        weighty = state in ("differs", "caveat dropped")
        told = [_fact_item(row, FACT_MARKS[ascii_marks][state], weighty=weighty) for row in rows]
        if state == "caveat dropped":
            told += list(_dropped_sources(findings))
        if told:
            items += [TableItem(f"{heading} ({len(told)})"), *told]
    inner = [*_inner("left", findings.inconsistencies_left), *_inner("right", findings.inconsistencies_right)]
    if inner:
        items += [TableItem(f"INCONSISTENT WITHIN ONE ARTICLE ({len(inner)})"), *inner]
    return items or [TableItem("Neither article has a number, date, name or caveat that the rules can find.")]


def _fact_item(row: FactRow, mark: str, *, weighty: bool) -> TableItem:
    spots = [*_spots("left", row.left), *_spots("right", row.right)]
    kind = KIND_NAMES.get(row.kind, row.kind)
    if row.state in ("differs", "caveat dropped") or row.conflict:
        says = [("", row.says)] if row.conflict else []
        says += [(_label(side, mention), mention.text) for side, mention in _mentions(row)]
        return TableItem(row.label, mark, kind, says, spots, weighty)
    where = " ".join(_label(side, mention) for side, mention in _mentions(row))
    return TableItem(row.label, mark, f"{kind} · {where}", (), spots)


def _inner(side: Side, found: Iterable[Inconsistency]) -> Iterator[TableItem]:
    for item in found:
        spots = [(side, passage.sentence) for passage in (item.first, item.second)]
        yield TableItem(item.says, LETTERS[side], spots=spots)


def _dropped_sources(findings: Findings) -> Iterator[TableItem]:
    for drop in findings.omissions:
        if drop.what == "source":
            yield TableItem(
                drop.says, LETTERS[drop.side], "source", (), [(drop.side, drop.passage.sentence)], weighty=True
            )


def _mentions(row: FactRow) -> Iterator[tuple[Side, Mention]]:
    for mention in row.left:
        yield "left", mention
    for mention in row.right:
        yield "right", mention


def _label(side: Side, told: Mention | Utterance) -> str:
    return f"{LETTERS[side]}{told.passage.sentence + 1}"


def _spots(side: Side, told: Iterable[Mention | Utterance]) -> list[Spot]:
    return [(side, one.passage.sentence) for one in told]


def voice_items(findings: Findings) -> list[TableItem]:
    """Those whom both articles quote or cite first, then those of one alone."""
    groups: dict[str, list[Voice]] = {"QUOTED OR CITED IN BOTH": [], "ONLY IN A": [], "ONLY IN B": []}
    for voice in findings.voices:
        both = voice.left and voice.right
        groups["QUOTED OR CITED IN BOTH" if both else "ONLY IN A" if voice.left else "ONLY IN B"].append(voice)
    items: list[TableItem] = []
    for heading, voices in groups.items():
        if voices:
            items += [TableItem(f"{heading} ({len(voices)})"), *(_voice_item(voice) for voice in voices)]
    return items or [TableItem("Neither article quotes or cites anybody that the rules can find.")]


def orphan_items(items: Sequence[tuple[str, Sequence[tuple[str, str]]]]) -> list[TableItem]:
    """What has lost its place: each as it is told, with its old quotations by letter."""
    if not items:
        return [TableItem("No orphaned notes.")]
    told = [TableItem(says, "?", "", quotations, weighty=True) for says, quotations in items]
    return [TableItem(f"ORPHANED ({len(items)}): Enter puts one on the row you were at, or deletes it"), *told]


def _voice_item(voice: Voice) -> TableItem:
    mark = "!" if voice.drifts else "=" if voice.left and voice.right else "A" if voice.left else "B"
    words = [f"{letter} {count}" for letter, count in (("A", voice.words_left), ("B", voice.words_right)) if count]
    parts = ["named" if voice.named else "not named", f"words quoted: {', '.join(words)}" if words else "cited only"]
    says = [("", drift.says) for drift in voice.drifts]
    says += [*_said("left", voice.left), *_said("right", voice.right)]
    spots = [*_spots("left", voice.left), *_spots("right", voice.right)]
    return TableItem(voice.name or "Nobody named", mark, " · ".join(parts), says, spots, bool(voice.drifts))


def _said(side: Side, utterances: Sequence[Utterance]) -> Iterator[tuple[str, str]]:
    for said in utterances:
        yield _label(side, said), f"“{said.text}”" if said.direct else said.text
