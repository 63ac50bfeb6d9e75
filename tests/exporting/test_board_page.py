"""The page of a board: its parts, that nothing of a text becomes markup, and in a real Chromium axe, phones, orders."""

import re
from collections import Counter
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from lxml import html as lxml_html

import storyreader
from storyreader.exporting import BoardDossier, render_board
from tests.exporting.boards import GAZETTE, RADIO, articles, full, noted, weir
from tests.exporting.chromium import seen
from tests.exporting.test_pages import HOSTILE
from tests.making import make_article


def page_of(dossier: BoardDossier) -> Any:
    return lxml_html.document_fromstring(render_board(dossier, "html"))


def test_the_page_has_landmarks_headings_and_labels() -> None:
    page = page_of(full())
    assert page.get("lang") == "en"
    levels = [int(heading.tag[1]) for heading in page.iter("h1", "h2", "h3", "h4")]
    assert all(after - before <= 1 for before, after in pairwise(levels))
    names = Counter(page.xpath("//@id"))
    assert set(names.values()) == {1}
    assert set(page.xpath("//@aria-labelledby")) | set(page.xpath("//label/@for")) <= set(names)
    assert [link for link in page.xpath("//a/@href") if link.startswith("#") and link[1:] not in names] == []
    assert page.xpath("//ol/*[not(self::li)] | //ul/*[not(self::li)]") == []


def test_the_table_has_a_row_a_claim_with_mark_and_word_in_every_cell() -> None:
    page = page_of(full())
    rows = page.xpath("//tbody/tr")
    assert len(rows) == len(weir().claims)
    cells = [" ".join(cell.text_content().split()) for cell in rows[0].xpath("td")]
    assert cells == ["A ● says", "B ! conflicts", "C ≈ rewords", "told by 3 of 3, 2 origins"]
    assert all(len(row.xpath("td")) == 4 for row in rows)


def test_the_orders_put_most_origins_and_the_first_told_first() -> None:
    page = page_of(full())
    styles = page.xpath("//tbody/tr/@style")
    ranks = [[int(value) for value in re.findall(r"\d+", style)] for style in styles]
    claims = weir().claims
    by_weight = sorted(range(len(claims)), key=lambda n: ranks[n][0])
    assert [claims[n].origins for n in by_weight] == sorted((claim.origins for claim in claims), reverse=True)
    by_time = sorted(range(len(claims)), key=lambda n: ranks[n][1])
    assert [claims[n].first for n in by_time] == [0, 0, 0, 0, 1, None]


def test_the_value_that_differs_and_what_tells_a_claim_are_marked_in_the_sentence() -> None:
    page = page_of(full())
    [differs] = page.xpath("//li[@id='claim-1']//strong[@class='differs']")
    assert differs.text_content() == "21"
    assert differs.getparent().text_content() == GAZETTE[0]


def test_nothing_runs_and_nothing_is_fetched() -> None:
    page = page_of(full("</p><script>alert(1)</script>"))
    assert page.xpath("//script | //img | //link | //iframe | //object | //form | //base") == []
    assert [name for element in page.iter() for name in element.attrib if name.startswith("on")] == []
    assert "url(" not in page.findtext(".//style")
    assert "default-src 'none'" in page.xpath("//meta[@http-equiv]/@content")[0]


@pytest.mark.parametrize("text", HOSTILE)
def test_the_page_has_the_same_elements_whatever_texts_say(text: str) -> None:
    def elements(words: str) -> Counter[str]:
        board = replace(weir(), articles=(*articles()[:2], replace(articles()[2], headline=words)))
        claims = (replace(board.claims[0], text=words), *board.claims[1:])
        dossier = replace(full(words), board=replace(board, claims=claims), title=words)
        return Counter(str(element.tag) for element in page_of(dossier).iter())

    assert elements(f"x{text}x") == elements("plain")


def test_lines_inside_lines_are_lists_inside_lists() -> None:
    page = page_of(full())
    [left_out] = page.xpath("//section[@id='left-out']/ul")
    [own] = [item for item in left_out.findall("li") if item.findtext("span") == "C leaves out 3 claims"]
    assert len(own.findall("ul/li")) == 3


# In Chromium

LAYOUT = """
const rows = [...document.querySelectorAll('tbody tr')];
const order = name => { document.getElementById(name).click();
  return rows.map((row, n) => [row.getBoundingClientRect().top, n]).sort((a, b) => a[0] - b[0]).map(pair => pair[1]); };
const orders = ['by-weight', 'by-time', 'by-place'].map(order);
const cells = [...rows[0].children].map(cell => cell.getBoundingClientRect());
const layout = { width: innerWidth, scroll: document.documentElement.scrollWidth, orders,
  columns: cells[1].left >= cells[0].right && cells[2].left >= cells[1].right, below: cells[1].top >= cells[0].bottom,
  direction: getComputedStyle(hebrew).direction, page: getComputedStyle(document.body).backgroundColor };
"""


def seen_page(folder: Path, dossier: BoardDossier, width: int, scheme: int) -> dict[str, Any]:
    return seen(render_board(dossier, "html").decode(), LAYOUT, RADIO[2], folder, width, scheme)


@pytest.mark.terminal
def test_a_wide_light_page_has_columns_and_is_ordered_without_a_script(tmp_path: Path) -> None:
    found = seen_page(tmp_path, full(), 1200, 1)
    assert found.get("error") is None
    assert found["violations"] == []
    assert found["passes"] > 20
    layout = found["layout"]
    assert layout["columns"]
    assert layout["direction"] == "rtl"
    assert layout["page"] == "rgb(255, 255, 255)"
    by_weight, by_time, by_place = layout["orders"]
    assert by_place == sorted(by_place)
    assert [weir().claims[n].origins for n in by_weight] == [2, 2, 1, 1, 1, 1]
    assert [weir().claims[n].first for n in by_time] == [0, 0, 0, 0, 1, None]


@pytest.mark.terminal
def test_a_narrow_dark_page_has_cards(tmp_path: Path) -> None:
    found = seen_page(tmp_path, full(), 500, 0)
    assert found["violations"] == []
    layout = found["layout"]
    assert layout["below"]
    assert layout["scroll"] <= layout["width"]
    assert layout["page"] == "rgb(23, 22, 20)"


@pytest.mark.terminal
def test_twenty_accounts_scroll_inside_their_table(tmp_path: Path) -> None:
    many = [make_article([GAZETTE[0], f"Boat {n} sank near the mill."], publisher=f"Outlet {n}") for n in range(17)]
    board = storyreader.board([*articles(), *many])
    found = seen_page(tmp_path, BoardDossier(board, "Twenty", items=noted(board)), 1000, 1)
    assert found["violations"] == []
    assert found["layout"]["columns"]
    assert found["layout"]["scroll"] <= found["layout"]["width"]
