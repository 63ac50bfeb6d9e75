"""The table of findings: headings are passed over, stops are gone through, everything is drawn."""

import pytest

from storyreader.comparison import Difference, Observation, Passage
from storyreader.findings import Drift, FactRow, Findings, Mention, Omission, Utterance, Voice
from storyreader.inconsistency import Inconsistency
from storyreader.messages import NO_FACTS, NO_VOICES, fact_groups, voice_groups
from tests.widgets.host import Host, lines_of
from widgets.findings_items import finding_items
from widgets.table import Table, TableItem


def fact_items(findings: Findings) -> list[TableItem]:
    return finding_items(fact_groups(findings), NO_FACTS, findings.remarks)


def voice_items(findings: Findings) -> list[TableItem]:
    return finding_items(voice_groups(findings), NO_VOICES)


def at(sentence: int) -> Passage:
    return Passage(sentence, 0, 5)


FINDINGS = Findings(
    facts=(
        FactRow("number", "vans", (Mention(at(2), "Twelve vans"),), (Mention(at(2), "Fourteen vans"),), "differs",
                conflict=True, link=2,
                difference=Difference("count", at(2), at(2), "twelve vans", "fourteen vans", "value", 90, True)),
        FactRow("caveat", "could not be reached", (Mention(at(3), "could not be reached"),), (), "caveat dropped"),
        FactRow("date", "Monday", (Mention(at(0), "Monday"),), (Mention(at(0), "Monday"),), "same"),
    ),
    voices=(
        Voice("Ida Brenn", True, (Utterance(at(1), "every beam", True, 2),), (Utterance(at(1), "each beam", True, 2),),
              (Drift(at(1), at(1), (("every", "each"),)),), 2, 2),
        Voice("", False, (), (Utterance(at(3), "officials said", False, 0),)),
    ),
    omissions=(Omission("source", "left", 1, at(1), "officials said"),),
    inconsistencies_left=(),
    inconsistencies_right=(
        Inconsistency("b", at(0), at(0), "weekday", "Monday", "5 May", second_value="2026-05-05"),
    ),
    sourced_left=0.5,
    sourced_right=0.0,
    observations=(Observation("sourcing", (0.5, 0.0)),),
)  # fmt: skip


@pytest.mark.parametrize("width", [30, 80, 160])
async def test_everything_is_drawn(width: int) -> None:
    table = Table()
    async with Host(table).run_test(size=(width, 60)):
        table.show(fact_items(FINDINGS))
        shown = " ".join(" ".join(lines_of(table)).replace("▌", "").split())
        for text in ("CONFLICTS (1)", "Fourteen vans", "Monday", "5 May 2026 is a Tuesday, not “Monday”", "50%"):
            assert text in shown


async def test_headings_are_passed_over_and_stops_are_gone_through() -> None:
    """Which rows are stops is not the table's to say: here what differs and what one side says more surely."""
    table = Table()
    async with Host(table).run_test(size=(80, 40)) as pilot:
        table.show([item._replace(is_stop=item.mark in {"!", "?"}) for item in fact_items(FINDINGS)])
        assert table.current is not None
        assert table.current.title == "vans"
        assert table.next_stop(1) == (2, 3)
        assert table.current.mark == "?"
        assert table.next_stop(1) == (3, 3)
        assert table.next_stop(1) is None
        await pilot.press("g")
        assert table.current.sentences == (("left", 2), ("right", 2))


async def test_voices_of_both_come_first_with_their_drift() -> None:
    table = Table()
    async with Host(table).run_test(size=(80, 40)):
        table.show(voice_items(FINDINGS))
        shown = "\n".join(lines_of(table))
        assert shown.index("IN BOTH (1)") < shown.index("A “every”, B “each”") < shown.index("ONLY IN B (1)")
        assert "Nobody named" in shown


async def test_nothing_found_is_said() -> None:
    empty = Findings((), (), (), (), (), 0.0, 0.0, ())
    table = Table()
    async with Host(table).run_test(size=(80, 10)) as pilot:
        for items in (fact_items(empty), voice_items(empty), finding_items([], "No orphaned notes.")):
            table.show(items)
            await pilot.press("j", "k")
            shown = " ".join(" ".join(lines_of(table)).split())
            assert shown == items[0].title
