"""The board as lines for ears and pipes, and as Markdown: the words in which it is told."""

import re
from dataclasses import replace
from datetime import date

import pytest
from lxml import html as lxml_html
from markdown_it import MarkdownIt

import storyreader
from storyreader.comparison import Passage
from storyreader.exporting import BoardDossier, render_board
from storyreader.story_board import Board, Claim, ClaimCell, SentencePlace
from tests.exporting.boards import COURIER, GAZETTE, OUTLETS, RADIO, articles, full, weir
from tests.exporting.test_pages import HOSTILE
from tests.making import make_article


def text_of(dossier: BoardDossier) -> str:
    return render_board(dossier, "text").decode()


def lines_of(board: Board) -> list[str]:
    return [line.strip() for line in text_of(BoardDossier(board, "A story")).splitlines()]


def test_a_claim_is_told_with_who_tells_it_and_how_each_account_does() -> None:
    lines = lines_of(weir())
    first = f"Claim 1 of 6. Told by A, B and C, 2 origins. In the words of A1: {COURIER[0]}"
    below = lines[lines.index(first) + 1 :]
    said = "A: 12 gardens, B: 21 gardens; not explained by rounding or “at least”"
    assert below[0] == f"B conflicts: B1 {GAZETTE[0]} ({said})"
    assert below[1] == f"C rewords: C1 {RADIO[0]}"


def test_a_difference_names_the_account_it_is_from_whatever_its_letter() -> None:
    courier, gazette, radio = articles()
    lines = lines_of(storyreader.board([radio, gazette, courier]))
    assert any("(C: 12 gardens, B: 21 gardens;" in line for line in lines)


def test_unsure_cells_are_told_as_unsure_and_counted_nowhere() -> None:
    first, other = make_article(["The weir broke."]), make_article(["Water stood in the street."], publisher="y")
    cells = (ClaimCell("says", (0,)), ClaimCell("perhaps", (0,)))
    claim = Claim(SentencePlace(0, 0), "The weir broke.", cells, (), 0.0, None, 1)
    board = replace(storyreader.board([first, other]), claims=(claim,))
    text = text_of(BoardDossier(board, "A story"))
    assert "B perhaps tells it, unsure: B1 Water stood in the street." in text
    assert "A: 1 claim" in text
    assert "TOLD BY SEVERAL" not in text
    assert "~ unsure" in render_board(BoardDossier(board, "A story"), "markdown").decode().replace("\\", "")


def test_stretches_that_overlap_are_told_once() -> None:
    first, other = make_article(["The weir broke."]), make_article(["The old weir broke in May."], publisher="y")
    shared = (Passage(0, 4, 12), Passage(0, 8, 18), Passage(0, 22, 25))
    cells = (ClaimCell("says", (0,)), ClaimCell("partial", (0,), shared=shared))
    claim = Claim(SentencePlace(0, 0), "The weir broke.", cells, (), 0.0, None, 2)
    board = replace(storyreader.board([first, other]), claims=(claim,))
    assert "(what tells it: “old weir broke”, “May”)" in text_of(BoardDossier(board, "A story"))


def test_what_an_account_leaves_out_stands_in_order_with_by_how_many_it_is_told() -> None:
    lines = lines_of(weir())
    at = lines.index("C leaves out 3 claims")
    assert re.fullmatch(r"told by A and B, 1 origin: claim \d+, .*", lines[at + 1])
    assert lines[at + 3] == "told by A alone: claim 5"


def test_times_say_what_is_not_known() -> None:
    text = text_of(full())
    assert "Mon 4 May 2026, 12:00 UTC, A: 4 claims first told" in text
    assert "Tue 5 May 2026 (hour not told), B: 1 claim first told" in text
    assert "Time unknown: 1 claim first told" in text


def test_an_account_of_another_day_is_told_by_its_letter() -> None:
    early, late, _ = articles()
    board = storyreader.board([replace(early, published=date(2026, 5, 9)), late])
    said = [line for line in lines_of(board) if "account of the same event" in line]
    assert len(said) == 1
    assert re.match(r"A: a later account of the same event than B: both name .*; published 4 days later", said[0]) or (
        re.match(r"B: an earlier account of the same event than A: both name .*; published 4 days earlier", said[0])
    )


def test_an_account_of_another_event_is_told_with_what_speaks_for_it() -> None:
    other = make_article(
        [
            "A bus with schoolchildren overturned near Quell on Thursday, and eleven pupils were taken to hospital.",
            "The driver, Marek Dorn, told police that a deer had jumped in front of the bus.",
            "The road to Quell was closed for four hours.",
            "Parents waited in the gym of the Tarn school until evening.",
        ],
        publisher="Quell Courier",
        language="en",
    )
    [said] = [line for line in lines_of(storyreader.board([*articles(), other])) if line.startswith("D: perhaps")]
    assert re.match(r"D: perhaps another event than [ABC]: only [ABC] names .*; only D names .*Quell", said)


def test_a_quotation_that_changed_names_both_accounts() -> None:
    lines = lines_of(weir())
    assert lines[lines.index("Ola Brandt: A 12 words, B 11 words") + 1] == "changed: only A has “old”"


def test_no_account_is_said_to_be_independent() -> None:
    text = text_of(full())
    assert "C: no common source seen" in text
    assert "independent" not in text


@pytest.mark.filterwarnings("ignore::DeprecationWarning")
@pytest.mark.parametrize("hostile", HOSTILE)
def test_no_text_of_a_page_or_a_note_becomes_markup(hostile: str) -> None:
    def elements(text: str) -> list[str]:
        page = storyreader.board([*articles(f"x{text}x")[:2], articles(f"x{text}x")[2]])
        made = render_board(replace(full(f"x{text}x"), board=page, title=f"x{text}x"), "markdown").decode()
        shown = MarkdownIt("gfm-like", {"linkify": False, "html": True}).render(made)
        return sorted({str(one.tag) for one in lxml_html.fragment_fromstring(shown, create_parent="div").iter()})

    assert elements(hostile) == elements("plain")


@pytest.mark.filterwarnings("ignore::DeprecationWarning")
def test_the_matrix_is_a_table_with_a_row_a_claim_and_a_column_an_account() -> None:
    shown = MarkdownIt("gfm-like", {"linkify": False}).render(render_board(full(), "markdown").decode())
    page = lxml_html.fragment_fromstring(shown, create_parent="div")
    [table] = page.findall(".//table")
    assert [cell.text for cell in table.findall(".//th")] == ["claim", "A", "B", "C", "told by"]
    rows = [[cell.text_content() for cell in row.findall("td")] for row in table.findall(".//tbody/tr")]
    assert len(rows) == len(weir().claims)
    assert rows[0] == [f"1. {weir().claims[0].text}", "● says", "! conflicts", "≈ rewords", "3 of 3, 2 origins"]
    assert OUTLETS[0] not in shown.split("<table>")[1].split("</table>")[0]
