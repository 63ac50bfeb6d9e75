"""The comparison panel: every sentence once, marks and words, both views, moving by difference."""

from dataclasses import replace

import pytest
from textual.selection import Selection

from storyreader.comparison import Comparison, Link, Passage, Related, Row, SharedClaim
from storyreader.findings import RowValue
from tests.making import make_article, make_comparison
from tests.widgets.host import Host, lines_of
from widgets.comparison_panel import ComparisonPanel, RowView
from widgets.side_texts import SideTexts


def drawn(panel: ComparisonPanel) -> str:
    return "\n".join(lines_of(panel))


@pytest.mark.parametrize("view", ["pairs", "columns"])
@pytest.mark.parametrize("width", [20, 40, 80, 160])
async def test_every_sentence_is_shown(view: RowView, width: int) -> None:
    panel = ComparisonPanel()
    comparison = make_comparison()
    async with Host(panel).run_test(size=(width, 100)):
        panel.view = view
        panel.show(comparison, {})
        shown = "".join(drawn(panel).split())
        for article in (comparison.left, comparison.right):
            for sentence in article.sentences:
                if view == "pairs":
                    assert "".join(sentence.text.split()) in shown.replace("▌", "").replace("▎", "")
                else:  # the texts of two columns are mixed line by line
                    assert all(word[:4] in shown for word in sentence.text.split())
        if width >= 160:
            assert "Adiverlookedatthefootofthepillar." in shown.replace("▌", "").replace("▎", "")


async def test_kinds_are_told_by_mark_and_word() -> None:
    panel = ComparisonPanel()
    async with Host(panel).run_test(size=(80, 60)):
        panel.show(make_comparison(), {})
        shown = drawn(panel)
        for text in (
            "1 = SAME",
            "2 ≈ REWORDED",
            "3 ! CONFLICT  twelve | fourteen vans",
            "4 A ONLY IN A",
            "5 B ONLY IN B",
        ):
            assert text in shown


async def test_a_sentence_that_is_the_same_to_the_letter_is_shown_once_when_stacked() -> None:
    panel = ComparisonPanel()
    async with Host(panel).run_test(size=(80, 60)):
        panel.show(make_comparison(), {})
        assert drawn(panel).count("The bridge closed on Monday.") == 1
        panel.set_view("columns")
        assert drawn(panel).count("The bridge closed on Monday.") == 2


async def test_ascii_marks() -> None:
    panel = ComparisonPanel(ascii_marks=True)
    async with Host(panel).run_test(size=(80, 60)):
        panel.show(make_comparison(), {})
        assert "2 ~ REWORDED" in drawn(panel)


async def test_changed_words_are_underlined() -> None:
    panel = ComparisonPanel()
    async with Host(panel).run_test(size=(80, 60)):
        panel.show(make_comparison(), {})
        underlined = [
            segment.text
            for y in range(panel.size.height)
            for segment in panel.render_line(y)
            if segment.style and segment.style.underline
        ]
        assert underlined == ["found", "discovered"]


async def test_a_half_shown_elsewhere_stands_there_again() -> None:
    comparison = make_comparison()
    rows = (*comparison.rows[:3], Row("reworded", (3,), (), 1, elsewhere=(1,)), comparison.rows[4])
    panel = ComparisonPanel()
    async with Host(panel).run_test(size=(80, 60)):
        panel.show(replace(comparison, rows=rows), {})
        views: tuple[RowView, RowView] = ("pairs", "columns")
        for view in views:
            panel.set_view(view)
            shown = drawn(panel)
            assert "B2 again, row 2" in shown
            assert shown.count("Engineers discovered") == 2


async def test_notes_stand_under_their_row_and_the_cursor_keeps_its_place() -> None:
    panel = ComparisonPanel()
    async with Host(panel).run_test(size=(60, 8)) as pilot:
        panel.show(make_comparison(), {})
        await pilot.press("j", "j", "j")
        before = panel.cursor, [line for line in lines_of(panel) if "ONLY IN A" in line]
        panel.show_notes({0: ["A note [/b] on the first row"], 3: ["And one here"]})
        assert (panel.cursor, [line for line in lines_of(panel) if "ONLY IN A" in line]) == before
        await pilot.press("g")
        assert "✎ A note [/b] on the first row" in drawn(panel)


async def test_an_empty_comparison_is_drawn() -> None:
    empty = make_article([])
    panel = ComparisonPanel()
    async with Host(panel).run_test(size=(80, 20)) as pilot:
        panel.show(Comparison(empty, empty, (), (), (), ()), {})
        await pilot.press("j", "k", "G", "pagedown")
        assert panel.row_index is None


async def test_a_click_puts_the_cursor_on_the_row() -> None:
    panel = ComparisonPanel()
    async with Host(panel).run_test(size=(80, 60)) as pilot:
        panel.show(make_comparison(), {})
        await pilot.click(ComparisonPanel, offset=(10, 9))
        assert panel.cursor == 2


async def test_rows_that_changed_out_of_sight_are_not_drawn_before_they_are_measured() -> None:
    panel = ComparisonPanel()
    async with Host(panel).run_test(size=(80, 60)) as pilot:
        panel.show(make_comparison(), {})
        panel.display = False
        await pilot.pause()
        panel.show_rows((0,))
        assert not "".join(lines_of(panel)).strip()  # what a paint that comes before the resize shows
        assert panel.get_selection(Selection(None, None)) is None
        panel.display = True
        await pilot.pause()
        assert "1 = SAME" in drawn(panel)
        assert "REWORDED" not in drawn(panel)


def with_related() -> Comparison:
    comparison = make_comparison()
    rows = (*comparison.rows[:3], replace(comparison.rows[3], related=(0,)), replace(comparison.rows[4], related=(0,)))
    return replace(comparison, related=(Related(3, 3, 45.0),), rows=rows)


async def test_what_is_perhaps_related_is_named_and_shown_on_asking() -> None:
    panel = ComparisonPanel()
    async with Host(panel).run_test(size=(80, 60)):
        panel.show(with_related(), {})
        folded = drawn(panel)
        assert "4 A ONLY IN A  ~ B4" in folded
        assert "5 B ONLY IN B  ~ A4" in folded
        assert folded.count("Buses take the long way round.") == 1
        panel.show_related(True)
        assert drawn(panel).count("Buses take the long way round.") == 2
        assert "~  B4 Buses take the long way round." in drawn(panel)
        panel.show_related(False)
        assert drawn(panel) == folded


async def test_of_a_pair_told_in_part_what_both_tell_is_underlined() -> None:
    comparison = make_comparison()
    claim = SharedClaim(Passage(1, 0, 9), Passage(1, 0, 9))
    partial = replace(comparison.links[1], kind="partial", shared=(claim,))
    rows = (comparison.rows[0], replace(comparison.rows[1], kind="partial"), *comparison.rows[2:])
    links = (comparison.links[0], partial, comparison.links[2])
    panel = ComparisonPanel()
    async with Host(panel).run_test(size=(80, 60)):
        panel.show(replace(comparison, links=links, rows=rows), {})
        styles = [
            (segment.text, segment.style is not None and bool(segment.style.underline))
            for y in range(panel.size.height)
            for segment in panel.render_line(y)
        ]
    assert [text for text, underlined in styles if underlined] == ["Engineers", "Engineers"]


async def test_values_that_differ_are_told_in_the_heading_and_marked_in_both_sentences() -> None:
    comparison = make_comparison()
    texts = SideTexts(comparison)
    crack = RowValue(Passage(1, 10, 15), Passage(1, 21, 28), "found a crack", "a crack", quoted=True)
    texts.show_values({1: (crack,)})
    panel = ComparisonPanel()
    async with Host(panel).run_test(size=(80, 60)):
        panel.show(comparison, {}, texts)
        assert "2 ≈ REWORDED  ≠ “found a crack” | “a crack”" in drawn(panel)
        loud = [
            segment.text
            for y in range(panel.size.height)
            for segment in panel.render_line(y)
            if segment.style and segment.style.underline and segment.style.bold
        ]
        assert loud == ["found", "a crack"]


async def test_of_the_same_words_from_two_speakers_the_speakers_are_marked() -> None:
    comparison = make_comparison()
    texts = SideTexts(comparison)
    crack = RowValue(Passage(1, 16, 23), Passage(1, 21, 28), "Engineers", "Nobody here", True, reason="speaker")
    texts.show_values({1: (crack,)})
    assert [mark[:2] for mark in texts._value_marks["left", 1]] == [(0, 9)]
    assert [mark[:2] for mark in texts._value_marks["right", 1]] == [(21, 28)]


def all_same(count: int) -> Comparison:
    sentences = [f"Barge number {number} was safe." for number in range(count)]
    left, right = make_article([*sentences, "One sank."]), make_article([*sentences, "Two sank."])
    links = tuple(Link((at,), (at,), "same", 100.0) for at in range(count))
    rows = [Row("same", (at,), (at,), at) for at in range(count)]
    last = (Row("only left", (count,), ()), Row("only right", (), (count,)))
    return Comparison(left, right, links, (count,), (count,), (*rows, *last))


@pytest.mark.parametrize(("count", "folded"), [(2, False), (3, True), (8, True)])
async def test_a_run_of_same_sentences_is_one_line_until_it_is_opened(count: int, folded: bool) -> None:
    panel = ComparisonPanel()
    async with Host(panel).run_test(size=(80, 60)):
        panel.show(all_same(count), {})
        assert (f"= {count} same sentences, z opens" in drawn(panel)) == folded
        assert ("Barge number 1 was safe." in drawn(panel)) != folded
        assert panel.rows_under_cursor == (tuple(range(count)) if folded else (0,))
        panel.set_folded(False)
        assert "Barge number 1 was safe." in drawn(panel)


async def test_going_to_a_row_inside_a_fold_opens_it() -> None:
    panel = ComparisonPanel()
    async with Host(panel).run_test(size=(80, 60)):
        panel.show(all_same(8), {})
        assert panel.go(5)
        assert panel.row_index == 5
        assert "Barge number 5 was safe." in drawn(panel)


async def test_sentences_are_numbered_in_both_views() -> None:
    panel = ComparisonPanel()
    async with Host(panel).run_test(size=(100, 60)):
        panel.show(make_comparison(), {})
        views: tuple[RowView, RowView] = ("pairs", "columns")
        for view in views:
            panel.set_view(view)
            for name in ("A2", "B2", "A4", "B4"):
                assert f" {name} " in drawn(panel)
