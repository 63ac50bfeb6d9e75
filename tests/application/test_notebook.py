"""What the reader adds stays unsaved, and is known to be, until it has come to the disk."""

import pytest

from storyreader.application import Notebook
from storyreader.comparison import Passage
from storyreader.errors import SavingFailed
from storyreader.saving import SavedComparison, Store, words_target
from tests.making import make_comparison


def test_there_is_nothing_to_write_before_a_change_and_after_writing() -> None:
    notebook = Notebook(make_comparison(), None, "Ina")
    assert not notebook.write()
    assert Store().listing().heads == ()
    notebook.review(1)
    assert notebook.write()
    assert not notebook.write()
    assert len(Store().listing().heads) == 1


def test_what_could_not_be_saved_is_saved_by_the_next_try(monkeypatch: pytest.MonkeyPatch) -> None:
    notebook = Notebook(make_comparison(), None, "Ina")
    notebook.begin(1)
    notebook.take(text="Which engineers?")

    def full(store: Store, saved: SavedComparison) -> SavedComparison:
        raise SavingFailed("Not saved: no space left on the disk.", "Make room.")

    with monkeypatch.context() as patched:
        patched.setattr(Store, "save", full)
        for _ in range(2):
            with pytest.raises(SavingFailed, match="no space left"):
                notebook.write()
    assert Store().listing().heads == ()
    assert notebook.write()
    (head,) = Store().listing().heads
    assert head.note_texts == ("Which engineers?",)
    assert not notebook.write()


def test_what_is_typed_while_a_save_fails_is_saved_too(monkeypatch: pytest.MonkeyPatch) -> None:
    notebook = Notebook(make_comparison(), None, "Ina")
    notebook.begin(1)
    notebook.take(text="Which")

    def typed_on(store: Store, saved: SavedComparison) -> SavedComparison:
        notebook.take(text="Which engineers?")
        raise SavingFailed("Not saved: no space left on the disk.", "Make room.")

    with monkeypatch.context() as patched:
        patched.setattr(Store, "save", typed_on)
        with pytest.raises(SavingFailed):
            notebook.write()
    assert notebook.write()
    assert notebook.saved is not None
    kept = Store().load(notebook.saved.id)
    assert kept is not None
    assert [note.text for note in kept.living_notes] == ["Which engineers?"]


def test_highlights_and_words_with_notes_are_painted_on_both_sides() -> None:
    comparison = make_comparison()
    notebook = Notebook(comparison, None, "Ina")
    notebook.highlight(1)
    target = words_target(comparison, [("right", Passage(2, 0, 8))])
    notebook.begin(2, target)
    notebook.take(text="Who counted?")
    notebook.begin(3)
    notebook.take(text="On the whole sentence, which is not painted")
    whole = len(comparison.left.sentences[1].text), len(comparison.right.sentences[1].text)
    assert notebook.painted() == {
        ("left", 1): [(0, whole[0], True)],
        ("right", 1): [(0, whole[1], True)],
        ("right", 2): [(0, 8, False)],
    }
    notebook.undo()
    notebook.undo()
    notebook.undo()
    assert notebook.painted() == {}
