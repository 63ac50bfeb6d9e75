"""The board for programs and for spreadsheets, and the sheet for a class with its answers apart."""

import csv
import io
import json
import re
from dataclasses import replace
from typing import Any

import pytest

import storyreader
from storyreader.errors import StoryReaderError
from storyreader.exporting import BOARD_FILES, BoardDossier, render_board
from storyreader.messages import CELL_WORDS, board_counts
from storyreader.saving.exchange import parse_imported
from storyreader.story_board import CELL_KINDS
from tests.exporting.boards import COURIER, GAZETTE, OUTLETS, articles, full, noted, weir
from tests.exporting.test_tables import HOSTILE, RUN


def document(dossier: BoardDossier) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(render_board(dossier, "json"))
    return found


def lines(dossier: BoardDossier) -> list[dict[str, str]]:
    content = render_board(dossier, "csv")
    assert content.startswith(b"\xef\xbb\xbf")
    return list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"), newline="")))


def test_the_document_names_format_and_version_and_counts_what_it_holds() -> None:
    found = document(full())
    assert (found["format"], found["version"]) == ("storyreader-board-export", 1)
    assert found["counts"] == {"accounts": 3, "origins": 2, "claims": 6, "shared": 4, "conflicts": 1}
    assert len(found["claims"]) == found["counts"]["claims"]
    assert [account["letter"] for account in found["accounts"]] == ["A", "B", "C"]


def test_every_cell_points_at_sentences_of_its_account_and_says_so_in_words() -> None:
    found = document(full())
    for claim in found["claims"]:
        place = claim["representative"]
        assert found["accounts"][place["account"]]["sentences"][place["sentence"]] == claim["text"]
        assert [n for n, cell in enumerate(claim["cells"]) if cell["kind"] not in {"silent", "perhaps"}] == claim[
            "told_by"
        ]
        for number, cell in enumerate(claim["cells"]):
            assert cell["kind"] in CELL_KINDS
            assert bool(cell["sentences"]) == (cell["kind"] != "silent")
            assert all(found["accounts"][number]["sentences"][at] for at in cell["sentences"])
            assert cell["says"].startswith("ABC"[number])
            assert cell["difference"] is None or cell["difference"]["says"] in cell["says"]


def test_the_conflict_is_told_with_the_account_it_is_against() -> None:
    cell = document(full())["claims"][0]["cells"][1]
    assert (cell["kind"], cell["against"]) == ("conflict", {"account": 0, "sentence": 0})
    assert (cell["difference"]["left_text"], cell["difference"]["right_text"]) == ("12 gardens", "21 gardens")
    assert cell["difference"]["says"].startswith("A: 12 gardens, B: 21 gardens")


def test_what_is_left_out_and_told_alone_is_named_by_the_place_of_the_claim() -> None:
    found, board = document(full()), weir()
    for number, account in enumerate(found["accounts"]):
        assert [board.claims[at] for at in account["left_out"]] == list(board.left_out(number))
        assert [board.claims[at] for at in account["alone"]] == list(board.alone(number))
        assert number in found["origins"][account["origin"]]["accounts"]


def test_origins_and_changed_quotations_have_a_sentence_beside_their_codes() -> None:
    found = document(full())
    assert found["origins"][0]["evidence"] == [
        {"code": "agency", "one": 0, "other": 1, "values": ["Norden Wire"], "says": "A and B both carry Norden Wire"}
    ]
    [change] = [change for voice in found["voices"] for change in voice["changes"]]
    assert (change["left"], change["right"], change["says"]) == (0, 1, "only A has “old”")
    assert document(full(blind=True))["origins"][0]["evidence"][0]["says"] == "A and B both carry one agency"


def test_notes_stand_with_their_claim_and_those_without_a_place_apart() -> None:
    found = document(full())
    [note, review] = found["claims"][0]["items"]
    assert (note["entry"], note["verdict"], note["places"]) == ("Note", "conflict", "A1")
    assert review["entry"] == "Review"
    assert found["orphans"][0]["quotations"] == {"B": "It rained for nine days."}


def test_the_table_has_a_line_a_claim_and_a_column_an_account() -> None:
    head, *rest = lines(full())
    assert list(head)[9:12] == ["A", "B", "C"]
    assert head["entry"] == "accounts"
    assert head["B"].startswith("B: Evening Gazette (wire: Norden Wire)")
    claims = [line for line in rest if line["entry"] == "claim"]
    assert [line["claim"] for line in claims] == ["1", "2", "3", "4", "5", "6"]
    first = claims[0]
    assert (first["told by"], first["accounts"], first["origins"], first["conflict"]) == (
        "A, B and C",
        "3",
        "2",
        "conflict",
    )
    assert first["A"] == f"says: A1 {COURIER[0]}"
    assert first["B"].startswith(f"conflicts: B1 {GAZETTE[0]} (A: 12 gardens, B: 21 gardens")
    assert claims[1]["C"] == "silent"
    assert first["reviewed by"] == "Ina"
    assert rest[-1]["entry"] == "place lost"


@pytest.mark.parametrize("text", HOSTILE)
def test_no_cell_of_a_board_runs(text: str) -> None:
    board = storyreader.board(articles(text))
    dossier = BoardDossier(board, text, items=noted(board, text))
    found = lines(dossier)
    assert len(found) > 1
    assert not [cell for line in found for cell in line.values() if cell.lstrip(" ").startswith(RUN)]


def test_the_sheet_has_every_text_and_empty_cells_and_the_answers_have_the_words() -> None:
    sheet = render_board(full(), "classroom").decode()
    answers = render_board(full(), "answers").decode()
    for article in weir().articles:
        assert all(sentence.text.replace("*", "") in sheet for sentence in article.sentences)
    rows = {name: [line for line in text.splitlines() if re.match(r"\| \d+\. ", line)] for name, text in
            (("sheet", sheet), ("answers", answers))}  # fmt: skip
    assert len(rows["sheet"]) == len(rows["answers"]) == len(weir().shared)
    for blank, filled in zip(rows["sheet"], rows["answers"], strict=True):
        claim, *cells = [part.strip() for part in blank.strip("|").split(" | ")]
        same, *told = [part.strip() for part in filled.strip("|").split(" | ")]
        assert claim == same
        assert not any(cell.strip("| ") for cell in cells)
        assert all(any(cell.startswith(word) for word in CELL_WORDS.values()) for cell in told)
    assert [line for line in sheet.splitlines() if line.startswith("### ")] == [
        line for line in answers.splitlines() if line.startswith("### ")
    ]
    assert "12 gardens, B: 21 gardens" in answers
    assert "An account whose hour is not told may be earlier or later on its day." in answers
    assert "conflicts B1" not in sheet


def test_each_item_is_one_annotation_with_its_quotation_in_the_text_of_its_account() -> None:
    found = json.loads(render_board(full(), "w3c"))
    told, *items = found["first"]["items"]
    assert found["total"] == 1 + len(items) == 5
    assert told["motivation"] == "describing"
    assert all(outlet in told["body"][0]["value"] for outlet in OUTLETS)
    assert [one["id"].rpartition(":")[2] for one in items] == ["n1", "r1", "n2", "n3"]
    texts = {f"urn:storyreader:article:{one.name}": " ".join(s.text for s in one.sentences) for one in articles()}
    for item in items[:3]:
        [target] = item["target"]
        quote, position = target["selector"]
        assert texts[target["source"]["id"]][position["start"] : position["end"]] == quote["exact"]
    assert items[3]["target"][0]["selector"] == [{"type": "TextQuoteSelector", "exact": "It rained for nine days."}]


def test_annotations_of_a_board_are_not_imported_and_the_message_names_what_is() -> None:
    with pytest.raises(StoryReaderError, match="annotations of a board") as refused:
        parse_imported(json.loads(render_board(full(), "w3c")), "weir.jsonld")
    assert "saved board itself" in str(refused.value)


def test_a_board_on_which_nothing_is_noted_has_its_accounts_in_short_alone() -> None:
    found = json.loads(render_board(BoardDossier(weir(), "A story"), "w3c"))
    assert [one["motivation"] for one in found["first"]["items"]] == ["describing"]
    assert "created" not in found


def test_every_account_is_a_reference_that_tells_of_all() -> None:
    entries = json.loads(render_board(full(), "csl"))
    assert [entry["container-title"] for entry in entries] == list(OUTLETS)
    assert len({entry["id"] for entry in entries}) == 3
    assert {entry["annote"] for entry in entries} == {board_counts(weir())}
    assert [entry.get("URL") for entry in entries] == ["https://courier.example/weir?a=1&b=2", None, None]
    written = render_board(full(), "bibtex").decode()
    assert [line.split("{")[1] for line in written.splitlines() if line.startswith("@misc")] == [
        f"{entry['id']}," for entry in entries
    ]


@pytest.mark.parametrize("form", ["classroom", "answers"])
def test_the_sheet_hides_the_outlets_even_with_open_eyes(form: str) -> None:
    told = render_board(full(), form).decode()
    assert not any(name in told for name in (*OUTLETS, "Norden Wire", "courier.example"))


def test_a_board_without_shared_claims_asks_for_all() -> None:
    courier, _, radio = articles()
    board = storyreader.board(
        [replace(courier, sentences=courier.sentences[4:]), replace(radio, sentences=radio.sentences[2:])]
    )
    assert board.claims
    assert not board.shared
    sheet = render_board(BoardDossier(board, "A story"), "classroom").decode()
    assert sum(bool(re.match(r"\| \d+\. ", line)) for line in sheet.splitlines()) == len(board.claims)


@pytest.mark.parametrize("form", BOARD_FILES)
def test_a_board_of_empty_articles_is_told_too(form: str) -> None:
    first, second, _ = articles()
    empty = [replace(one, paragraphs=(), sentences=()) for one in (first, second)]
    assert render_board(BoardDossier(storyreader.board(empty), "Nothing"), form)
