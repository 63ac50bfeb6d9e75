"""A saved comparison made anew when its pages have changed."""

from pathlib import Path

import pytest

from storyreader.comparing import compare
from storyreader.errors import StoryReaderError, UnreadablePage
from storyreader.library import read_article
from storyreader.saving import Note, SavedComparison, Store, new_saved
from storyreader.saving.history import recorded
from storyreader.saving.importing import created_from
from storyreader.saving.recomputing import recomputed
from storyreader.saving.targets import target_of

PAGES = {
    "left.txt": "Quarry pond rises by a metre\n\n"
    "The pond in the old quarry of Hemsby rose by a metre on Tuesday night.\n\n"
    "Divers closed the lower path before anybody came to harm.\n\n"
    "Nobody knows where the water comes from, a geologist said.\n",
    "right.txt": "Water climbs at Hemsby quarry\n\n"
    "The pond in the old quarry of Hemsby rose by a metre during the night.\n\n"
    "The lower path has been closed by divers.\n\n"
    "Sheep were moved to the upper field by their owner.\n",
}


@pytest.fixture
def saved(tmp_path: Path) -> SavedComparison:
    for name, text in PAGES.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    left, right = (read_article(tmp_path / name) for name in PAGES)
    comparison = compare(left, right)
    notes = [
        Note(id=f"n{place}", target=target_of(comparison, row), text=f"{place}")
        for place, row in enumerate(comparison.rows)
    ]
    return Store().save(recorded(new_saved(comparison), "note", notes)[0])


def test_unchanged_pages_keep_every_note(saved: SavedComparison) -> None:
    found = recomputed(saved)
    assert (found.saved.id, found.placed, found.orphans) == (saved.id, len(saved.notes), [])
    assert [note.target for note in found.saved.notes] == [note.target for note in saved.notes]


def test_a_changed_page_gives_a_comparison_of_its_own_and_the_old_one_stays(
    tmp_path: Path, saved: SavedComparison
) -> None:
    sheep = "Sheep were moved to the upper field by their owner."
    changed = PAGES["right.txt"].replace(sheep, "A crane has been ordered.")
    (tmp_path / "right.txt").write_text(changed, encoding="utf-8")
    found = recomputed(saved)
    assert found.saved.id != saved.id
    assert found.saved.earlier == [saved.id]
    assert found.placed == len(saved.notes) - 1
    [lost] = found.orphans
    anchor = lost.target.anchor(found.saved.names["right"])
    assert anchor is not None
    assert anchor.exact == sheep
    Store().save(found.saved)
    assert Store().load(saved.id) == saved
    again = Store().load(found.saved.id)
    assert again is not None
    assert [note.orphaned for note in again.notes if note.id == lost.id] == [True]


def test_what_cannot_be_read_is_said(tmp_path: Path, saved: SavedComparison) -> None:
    (tmp_path / "left.txt").unlink()
    with pytest.raises(UnreadablePage):
        recomputed(saved)
    with pytest.raises(StoryReaderError, match="where its pages are"):
        recomputed(created_from(saved))
