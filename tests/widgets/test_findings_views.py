"""The views of findings: in short on one screen, the table with its columns, the strip beside the scroll bar."""

import pytest

from storyreader.comparing import compare
from storyreader.findings import find_findings, find_in_short
from storyreader.messages import KIND_MARKS, Cell, FindingGroup, FindingItem, ShortLine, short_lines
from storyreader.row_filters import Overviews
from tests.making import make_article, make_comparison
from tests.widgets.host import Host, lines_of
from widgets.findings_table import FindingsTable
from widgets.overview_strip import OverviewStrip
from widgets.short_view import ShortView

VANS = FindingItem("vans", "conflict", "", (), (("left", 2), ("right", 2)), True, "number",
                   Cell("Twelve vans", "A3"), Cell("Fourteen vans", "B3", ((0, 8),)))  # fmt: skip
NAME = FindingItem("Ida Brenn", "only right", "", (), (("right", 1),), False, "name", Cell(), Cell("Ida Brenn", "B2"))
GROUPS = [FindingGroup("Conflicts", (VANS,)), FindingGroup("Names", (NAME,))]


def told(item: FindingItem) -> str:
    return "agree" if item is VANS else ""


@pytest.mark.parametrize("width", [30, 80, 160])
async def test_every_cell_is_drawn_at_every_width(width: int) -> None:
    table = FindingsTable()
    async with Host(table).run_test(size=(width, 40)):
        table.folded = False
        table.show(GROUPS, "nothing", told)
        shown = " ".join(" ".join(lines_of(table)).replace("▌", "").split())
        for text in ("CONFLICTS (1)", "Twelve vans A3", "Fourteen vans B3", "conflict", "agree", "NAMES (1)", "B2"):
            assert text in shown


async def test_the_columns_stand_beside_each_other_under_their_heads() -> None:
    table = FindingsTable()
    async with Host(table).run_test(size=(100, 40)):
        table.show(GROUPS, "nothing", told)
        head, _, row = lines_of(table)[:3]
        for name, text in (("what", "vans"), ("A", "Twelve"), ("B", "Fourteen"), ("state", "conflict")):
            assert head.index(name) == row.index(text)


async def test_names_are_folded_until_they_are_opened_and_the_cursor_stays() -> None:
    table = FindingsTable()
    async with Host(table).run_test(size=(100, 40)):
        table.show(GROUPS, "nothing", told)
        assert "NAMES (1), z opens" in "\n".join(lines_of(table))
        assert "B2" not in "\n".join(lines_of(table))
        table.folded = False
        table.show(GROUPS, "nothing", told, from_top=False)
        assert "B2" in "\n".join(lines_of(table))
        assert table.current is not None
        assert table.current.item is VANS


async def test_what_changed_in_a_cell_is_underlined() -> None:
    table = FindingsTable()
    async with Host(table).run_test(size=(100, 40)):
        table.show(GROUPS, "nothing", told)
        underlined = [
            segment.text
            for y in range(4)
            for segment in table.render_line(y)
            if segment.style and segment.style.underline
        ]
        assert underlined == ["Fourteen"]


async def test_nothing_found_is_said() -> None:
    table = FindingsTable()
    async with Host(table).run_test(size=(80, 10)) as pilot:
        table.show([], "Nothing here.", told)
        await pilot.press("j", "k", "G")
        assert " ".join(lines_of(table)).split() == ["Nothing", "here."]


@pytest.mark.parametrize(("width", "height"), [(80, 21), (118, 37)])
async def test_the_block_fits_one_screen(width: int, height: int) -> None:
    sentences = [
        f"Line {number} of the canal was shut at dawn on Friday, the port of Orrin said." for number in range(9)
    ]
    left = make_article(["Twelve barges sank in the canal at Orrin.", *sentences], publisher="The Orrin Post")
    right = make_article(["Fifteen barges sank in the canal at Orrin.", *sentences[:5]], publisher="Radio Orrin")
    comparison = compare(left, right)
    view = ShortView()
    async with Host(view).run_test(size=(width, height)):
        view.show(short_lines(comparison, find_in_short(comparison, find_findings(comparison))))
        assert view.virtual_size.height <= height
        shown = "\n".join(lines_of(view))
        assert "Twelve | Fifteen barges" in shown
        assert "━" in shown


async def test_n_walks_through_what_can_be_opened() -> None:
    lines = [
        ShortLine("A", "A headline", None, (("left", 0),), side="left", loud=True),
        ShortLine("", "The outlet", side="left"),
        ShortLine("differ", "Twelve | Fourteen vans", "conflict", (("left", 2), ("right", 2))),
        ShortLine("", "and 3 more"),
        ShortLine("sources", "only A has Ida Brenn", "only left", (("left", 1),)),
    ]
    view = ShortView()
    async with Host(view).run_test(size=(80, 30)) as pilot:
        view.show(lines)
        assert view.current == lines[0]
        assert [view.next_stop(1), view.next_stop(1), view.next_stop(1)] == [(1, 2), (2, 2), None]
        assert view.current == lines[4]
        await pilot.press("k")
        assert view.current == lines[2]


async def test_the_strip_tells_every_kind_by_its_mark_and_the_place_by_reversing_it() -> None:
    comparison = make_comparison()
    strip = OverviewStrip(KIND_MARKS)
    async with Host(strip).run_test(size=(20, 10)) as pilot:
        strip.show(Overviews(comparison), 2)
        await pilot.pause()
        cells = [next(iter(strip.render_line(y))) for y in range(10)]
        assert "".join(cell.text for cell in cells).replace("│", "") == "=≈!AB"
        reversed_at = [y for y, cell in enumerate(cells) if cell.style and cell.style.reverse]
        assert reversed_at == [4, 5]
        await pilot.click(OverviewStrip, offset=(0, 9))
        assert [message.row_index for message in pilot.app.sent if isinstance(message, OverviewStrip.Chosen)] == [4]  # type: ignore[attr-defined]
