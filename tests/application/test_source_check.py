"""Pages that have gone or changed since their comparison was saved are named; the others are not spoken of."""

from pathlib import Path

import pytest

from storyreader.application import Files, ReadingShelf, Saved, open_comparison
from storyreader.errors import StoryReaderError

LEFT = "Quarry pond rises\n\nThe pond in the old quarry of Hemsby rose by a metre on Tuesday night.\n"
RIGHT = "Water climbs at quarry\n\nThe pond in the old quarry rose by a metre during the night.\n"


@pytest.fixture
def pages(tmp_path: Path) -> tuple[Path, Path]:
    left, right = tmp_path / "left.txt", tmp_path / "right.txt"
    left.write_text(LEFT, encoding="utf-8")
    right.write_text(RIGHT, encoding="utf-8")
    return left, right


@pytest.fixture
def kept(pages: tuple[Path, Path]) -> Saved:
    notebook = open_comparison(Files(*map(str, pages)), "Ina", ReadingShelf()).notebook
    notebook.review(0)
    notebook.write()
    assert notebook.saved is not None
    return Saved(notebook.saved.id)


def messages(source: Files | Saved) -> tuple[str, ...]:
    return open_comparison(source, "Ina", ReadingShelf()).messages


def test_nothing_is_said_of_pages_as_they_were(kept: Saved) -> None:
    assert messages(kept) == ()


def test_a_page_that_is_gone_and_one_that_has_changed(pages: tuple[Path, Path], kept: Saved) -> None:
    pages[0].unlink()
    pages[1].write_text(RIGHT.replace("metre", "yard"), encoding="utf-8")
    first, second = messages(kept)
    assert first.startswith("A: ")
    assert first.endswith("left.txt is gone; the saved copy is shown.")
    assert second.startswith("B has changed since ")


def test_a_page_that_cannot_be_read_any_more(pages: tuple[Path, Path], kept: Saved) -> None:
    pages[1].write_bytes(b"%PDF-1.4\n\x00\x01")
    (message,) = messages(kept)
    assert message.startswith("B: ")
    assert message.endswith("The saved copy is shown.")


def test_the_same_two_pages_open_with_their_notes(pages: tuple[Path, Path], kept: Saved) -> None:
    opened = open_comparison(Files(*map(str, pages)), "Ina", ReadingShelf())
    assert opened.messages == ("You saved this comparison before; it is opened with your notes.",)
    assert opened.notebook.reviewed == {0}


def test_a_comparison_that_was_deleted_elsewhere() -> None:
    with pytest.raises(StoryReaderError, match="no longer there"):
        open_comparison(Saved("nothing"), "Ina", ReadingShelf())
