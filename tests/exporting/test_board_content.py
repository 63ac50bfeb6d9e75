"""What every format of a board tells: each claim with all its sentences, the notes; and no outlet when read blind."""

import csv
import io
import json
import re

import pytest
from hypothesis import given, settings, strategies as st
from lxml import html as lxml_html

import storyreader
from storyreader.exporting import BOARD_FILES, BoardDossier, render_board
from storyreader.exporting.spreadsheet import defused
from storyreader.story_board import Board
from storyreader.visible import shown_text
from tests.exporting.boards import COURIER, GAZETTE, OUTLETS, RADIO, articles, full, weir
from tests.exporting.test_pages import HOSTILE
from tests.making import make_article

WHOLE = ("text", "json", "markdown", "html", "csv")


def shown(content: bytes, form: str) -> str:
    """What a reader sees of an export, white space as single blanks."""
    text = content.decode("utf-8-sig")
    if form in {"markdown", "classroom", "answers"}:
        text = re.sub(r"\\([^\w\s]|_)", r"\1", text)
    if form == "html":
        text = lxml_html.document_fromstring(text.encode()).text_content()
    if form == "json":
        text = "\n".join(_strings(json.loads(text)))
    if form == "csv":
        text = "\n".join(cell for row in csv.reader(io.StringIO(text, newline="")) for cell in row)
    return " ".join(text.split())


def _strings(value: object) -> list[str]:
    if isinstance(value, str):
        return [value]
    inner = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    return [text for one in inner for text in _strings(one)]


def wanted(text: str, form: str) -> str:
    if form == "csv":
        text = defused(f"x{text}")[1:]
    if form == "markdown":
        text = re.sub(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029]", " ", text)
    if form in {"text", "markdown"}:
        text = shown_text(text)
    if form == "html":
        text = shown_text(re.sub(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]", "\ufffd", text))
    return " ".join(text.split())


def check_whole(board: Board, form: str) -> None:
    told = shown(render_board(BoardDossier(board, "A story"), form), form)
    for claim in board.claims:
        for place in claim.places:
            assert wanted(board.articles[place.article].sentences[place.sentence].text, form) in told
        for article, cell in enumerate(claim.cells):
            for number in cell.sentences:
                assert wanted(board.articles[article].sentences[number].text, form) in told


@pytest.mark.parametrize("form", WHOLE)
def test_every_claim_and_every_sentence_of_its_cells_is_told(form: str) -> None:
    assert any(claim.conflicts for claim in weir().claims)
    check_whole(weir(), form)


@pytest.mark.parametrize("form", WHOLE)
@settings(max_examples=8, deadline=None)
@given(
    own=st.lists(st.sampled_from([*COURIER, *GAZETTE, *RADIO]), min_size=1, max_size=5),
    extra=st.one_of(
        st.sampled_from(HOSTILE), st.text(st.characters(codec="utf-8", exclude_characters="\r"), max_size=30)
    ),
)
def test_that_holds_for_any_articles_and_any_text(form: str, own: list[str], extra: str) -> None:
    first, _, third = articles(f"x {extra} x")
    drip = make_article(own, publisher="Daily Drip", language="en")
    check_whole(storyreader.board([first, third, drip]), form)


@pytest.mark.parametrize("form", WHOLE)
def test_what_the_reader_added_is_told_with_its_claim_and_what_lost_its_place_apart(form: str) -> None:
    told = shown(render_board(full(), form), form)
    for part in ("Who counted?", "conflict", "count", "https://weir.example/log?x=1", "A last word", "Ina"):
        assert part in told
    if form != "csv":
        assert "It rained for nine days." in told
    assert "Nine?" in told


@pytest.mark.parametrize("form", BOARD_FILES)
def test_read_blind_no_outlet_agency_author_or_address_is_told(form: str) -> None:
    told = shown(render_board(full(blind=True), form), form)
    for name in (*OUTLETS, "Norden Wire", "courier.example", "Piet Rho"):
        assert name not in told
    assert "outlet hidden" in told


@pytest.mark.parametrize("form", WHOLE)
def test_with_open_eyes_every_outlet_is_told(form: str) -> None:
    told = shown(render_board(full(), form), form)
    assert all(name in told for name in OUTLETS)


@pytest.mark.parametrize("form", BOARD_FILES)
def test_the_same_board_is_the_same_export(form: str) -> None:
    assert render_board(full(), form) == render_board(full(), form)
