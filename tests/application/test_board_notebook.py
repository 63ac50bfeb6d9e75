"""The reader's side of a board: notes on claims and cells, corrections of claims, undone and saved."""

import json
from pathlib import Path

import pytest

from storyreader import Article, StoryReaderError, clean_text
from storyreader.application import BoardFiles, BoardNotebook, OpenedBoard, ReadingShelf, open_board
from storyreader.errors import DamagedFile
from storyreader.reading import Reading
from storyreader.saving import SavedBoard, Store
from storyreader.story_board import BoardFinder
from tests.engine.stories import COAST_HERALD, HARBOUR_POST, article

RADIO = (
    "The old pier in Orrin closes on Monday because worms have eaten its beams.",
    "Fishermen fear for the spring season and want to be paid.",
)
THREE = [
    article(HARBOUR_POST, publisher="Harbour Post"),
    article(COAST_HERALD, publisher="Coast Herald"),
    article(RADIO, publisher="Radio Orrin"),
]


def notebook(saved: SavedBoard | None = None, articles: list[Article] | None = None) -> BoardNotebook:
    return BoardNotebook(BoardFinder([Reading(one) for one in articles or THREE]), saved, "Ines")


def index_of(book: BoardNotebook, words: str) -> int:
    (found,) = [
        number
        for number, claim in enumerate(book.board.claims)
        if any(words in book.board.articles[p.article].sentences[p.sentence].text for p in claim.places)
    ]
    return found


def test_a_note_on_a_cell_and_one_on_its_claim_are_two() -> None:
    book = notebook()
    claim = index_of(book, "worms had eaten")
    book.judge(claim, "true")
    book.begin(claim, 1)
    book.take(text="their own divers?", tags=["check"])
    assert {note.told for note in book.notes[claim]} == {"TRUE", "their own divers? · #check"}
    assert book.note_on(claim) != book.note_on(claim, 1)
    book.judge(claim, "true")
    assert [note.told for note in book.notes[claim]] == ["their own divers? · #check"]


def test_two_claims_become_one_and_are_two_again_when_it_is_undone() -> None:
    book = notebook()
    before = [claim.places for claim in book.board.claims]
    one, other = index_of(book, "monks in 1288"), index_of(book, "Fishermen fear")
    joined = book.join(one, other)
    assert joined is not None
    assert book.board.claims[joined].articles == (1, 2)
    assert len(book.board.claims) == len(before) - 1
    turned = book.undo()
    assert turned is not None
    assert (turned.says, [claim.places for claim in book.board.claims]) == ("one claim", before)
    book.redo()
    assert len(book.board.claims) == len(before) - 1


def test_what_an_article_tells_is_taken_out_of_a_claim() -> None:
    book = notebook()
    claim = index_of(book, "worms had eaten")
    assert 2 in book.board.claims[claim].articles
    alone = book.take_out(claim, 2)
    assert alone is not None
    assert book.board.claims[alone].articles == (2,)
    assert book.board.claims[index_of(book, "worms had eaten")].articles == (0, 1)
    assert book.take_out(alone, 2) is None


def test_an_account_of_another_story_is_in_no_claim_until_it_is_taken_back() -> None:
    book = notebook()
    book.take_out_article(2)
    assert all(2 not in claim.articles for claim in book.board.claims)
    assert book.strangers == {2}
    book.take_out_article(2)
    assert book.strangers == set()
    assert any(2 in claim.articles for claim in book.board.claims)


def test_reviewed_is_a_mark_on_a_claim() -> None:
    book = notebook()
    assert book.review(0)
    assert book.reviewed == {0}
    assert not book.review(0)
    assert book.reviewed == set()


def test_a_saved_board_opens_without_its_pages_and_undoes_what_was_done_before(tmp_path: Path) -> None:
    store = Store()
    opened = open_board(_files(tmp_path, ["post", "herald", "radio"]), "Ines", ReadingShelf())
    book = opened.notebook
    book.judge(index_of(book, "worms have eaten"), "true")
    one, other = index_of(book, "monks in 1288"), index_of(book, "Fishermen fear")
    book.join(one, other)
    assert book.write()
    for file in tmp_path.glob("*.txt"):
        file.unlink()
    (head,) = store.listing().heads
    assert head.is_board
    assert (head.notes, len(head.outlets)) == (1, 3)
    again = open_board(head.id, "Ines", ReadingShelf()).notebook
    assert [claim.places for claim in again.board.claims] == [claim.places for claim in book.board.claims]
    assert again.undo() is not None
    assert len(again.board.claims) == len(book.board.claims) + 1


def test_a_new_account_is_told_with_what_it_adds_and_the_notes_come_along(tmp_path: Path) -> None:
    book = open_board(_files(tmp_path, ["post", "radio"]), "Ines", ReadingShelf()).notebook
    book.judge(index_of(book, "worms have eaten"), "true")
    book.write()
    grown = open_board(_files(tmp_path, ["herald", "post", "radio"]), "Ines", ReadingShelf())
    assert grown.messages[-1].startswith("1 new account (C): ")
    assert [note.verdict for notes in grown.notebook.notes.values() for note in notes] == ["true"]
    assert grown.notebook.board.claims[index_of(grown.notebook, "worms have eaten")].articles == (0, 1, 2)
    grown.notebook.keep()
    grown.notebook.write()
    assert len(Store().listing().heads) == 2


def test_a_page_that_cannot_be_read_is_named_and_the_rest_makes_the_board(tmp_path: Path) -> None:
    files = _files(tmp_path, ["post", "radio"])
    opened: OpenedBoard = open_board(BoardFiles((*files.paths, str(tmp_path / "gone.txt"))), "", ReadingShelf())
    assert "gone.txt" in opened.messages[0]
    assert len(opened.notebook.board.articles) == 2
    with pytest.raises(StoryReaderError, match="two accounts"):
        open_board(BoardFiles(files.paths[:1]), "", ReadingShelf())


def test_two_writers_lose_nothing() -> None:
    first, second = notebook(), notebook()
    first.judge(0, "true")
    second.review(1)
    first.write()
    second.write()
    saved = Store().load_board(first.as_saved().id)
    assert saved is not None
    assert (len(saved.living_notes), len(saved.reviews)) == (1, 1)


@pytest.mark.parametrize(
    "harm",
    [
        {"articles": []},
        {"articles": [{"id": "x"}]},
        {"claim_corrections": [{"kind": "no such kind", "target": {}}]},
        {"claim_corrections": [{"kind": "one claim", "target": {"anchors": "x"}}]},
    ],
)
def test_a_damaged_board_is_moved_aside_and_named(harm: dict[str, object]) -> None:
    book = notebook()
    book.judge(0, "true")
    book.write()
    file = Store().file(book.as_saved().id)
    file.write_text(json.dumps({**json.loads(file.read_text(encoding="utf-8")), **harm}), encoding="utf-8")
    with pytest.raises(DamagedFile):
        Store().load_board(book.as_saved().id)
    assert not file.exists()


def test_a_correction_of_sentences_that_are_not_there_changes_nothing() -> None:
    book = notebook()
    book.join(0, 1)
    saved = book.as_saved()
    document = saved.model_dump(mode="json")
    for anchor in document["claim_corrections"][0]["target"]["anchors"]:
        anchor["sentences"] = [10_000, -4]
    harmed = SavedBoard.model_validate(document)
    assert [claim.places for claim in notebook(harmed).board.claims] == [c.places for c in notebook().board.claims]


def _files(folder: Path, names: list[str]) -> BoardFiles:
    texts = {"post": HARBOUR_POST, "herald": COAST_HERALD, "radio": RADIO}
    for name in names:
        page = "\n\n".join([f"{name.title()} on the pier of Orrin", *texts[name]])
        assert clean_text(page).sentences
        (folder / f"{name}.txt").write_text(page, encoding="utf-8")
    return BoardFiles(tuple(str(folder / f"{name}.txt") for name in names))
