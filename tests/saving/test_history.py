"""Undo and redo: whatever was done, in any order, leads back to what was there, also after the file was reopened."""

from typing import Any

import pytest
from hypothesis import given, settings, strategies as st

from storyreader.application import Notebook
from storyreader.saving import Note, SavedComparison, new_saved
from storyreader.saving.history import MOST_STEPS, recorded, redone, undone
from storyreader.saving.targets import target_of
from tests.making import make_comparison

COMPARISON = make_comparison()

ACTIONS = st.one_of(
    st.tuples(st.just("note"), st.integers(0, 4), st.text("abc ", max_size=4)),
    st.tuples(st.just("review"), st.integers(0, 4), st.just("")),
    st.tuples(st.just("highlight"), st.integers(0, 4), st.just("")),
    st.tuples(st.just("judge"), st.integers(0, 4), st.sampled_from(["check", "agree"])),
    st.tuples(st.sampled_from(["not a match", "match", "not a conflict"]), st.integers(0, 3), st.just("")),
)


def content(notebook: Notebook) -> Any:
    """What the reader sees of a comparison: everything but times, tombstones and the history itself."""
    if notebook.saved is None:
        return {"notes": [], "reviews": [], "link_corrections": []}
    data = notebook.saved.model_dump(mode="json", exclude={"steps", "comparison", "changed", "created"})
    return {
        name: [{k: v for k, v in item.items() if k != "changed"} for item in data[name] if not item["deleted"]]
        for name in ("notes", "reviews", "link_corrections")
    }


def do(notebook: Notebook, action: tuple[str, int, str]) -> None:
    what, place, text = action
    place = min(place, len(notebook.comparison.rows) - 1)
    if what == "note":
        notebook.begin(place)
        notebook.take(text=text)
    elif what == "review":
        notebook.review(place)
    elif what == "highlight":
        notebook.highlight(place)
    elif what == "judge":
        notebook.judge(place, text)
    else:
        notebook.amend(what, [place], [place])  # type: ignore[arg-type]


def reopened(notebook: Notebook) -> Notebook:
    """The same after the file was written and read."""
    if notebook.saved is None:
        return notebook
    return Notebook(COMPARISON, SavedComparison.model_validate_json(notebook.saved.model_dump_json()), "me")


@settings(max_examples=60)
@given(st.lists(ACTIONS, max_size=12))
def test_undoing_all_leads_back_and_redoing_all_leads_forth(actions: list[tuple[str, int, str]]) -> None:
    notebook = Notebook(COMPARISON, None, "me")
    states = [content(notebook)]
    for action in actions:
        before = content(notebook)
        do(notebook, action)
        if content(notebook) != before:
            states.append(content(notebook))
    end = content(notebook)
    notebook = reopened(notebook)
    steps = 0
    while notebook.undo() is not None:
        steps += 1
    assert content(notebook) == states[0]
    assert notebook.comparison.rows == COMPARISON.rows
    notebook = reopened(notebook)
    for _ in range(steps):
        assert notebook.redo() is not None
    assert content(notebook) == end
    assert notebook.redo() is None


def test_one_sitting_is_one_step() -> None:
    notebook = Notebook(COMPARISON, None, "me")
    notebook.begin(1)
    for text in ("W", "Wh", "Who"):
        notebook.take(text=text)
    assert notebook.texts() == {1: ["Who"]}
    assert notebook.undo() == ("note Who", 1)
    assert notebook.texts() == {}
    assert notebook.redo() == ("note Who", 1)
    assert notebook.texts() == {1: ["Who"]}


def test_a_new_step_drops_what_was_undone() -> None:
    notebook = Notebook(COMPARISON, None, "me")
    notebook.review(0)
    notebook.undo()
    notebook.review(1)
    assert notebook.redo() is None
    assert notebook.reviewed == {1}


def test_an_undone_change_wins_over_the_file_of_another_storyreader() -> None:
    notebook = Notebook(COMPARISON, None, "me")
    notebook.begin(0)
    notebook.take(text="first")
    assert notebook.saved is not None
    on_disk = notebook.saved
    notebook.undo()
    assert notebook.saved.merged_with(on_disk).living_notes == []


def test_the_history_has_an_end() -> None:
    saved = new_saved(COMPARISON)
    for number in range(MOST_STEPS + 5):
        note = Note(target=target_of(COMPARISON, COMPARISON.rows[0]), text=str(number))
        saved, _ = recorded(saved, "note", [note])
    assert len(saved.steps) == MOST_STEPS
    assert len(saved.notes) == MOST_STEPS + 5


def test_nothing_to_undo_or_redo() -> None:
    saved = new_saved(COMPARISON)
    assert undone(saved) is None
    assert redone(saved) is None


@pytest.mark.parametrize("kind", ["not a match", "not a conflict"])
def test_corrections_change_the_rows_and_leave_the_engines_result_alone(kind: Any) -> None:
    notebook = Notebook(COMPARISON, None, "me")
    place = notebook.amend(kind, [2], [2])
    assert place is not None
    kinds = [row.kind for row in notebook.comparison.rows]
    assert "conflict" not in kinds
    assert (kinds.count("only left"), kinds.count("only right")) == ((2, 2) if kind == "not a match" else (1, 1))
    assert notebook.saved is not None
    assert notebook.saved.restored() == COMPARISON
    assert reopened(notebook).comparison == notebook.comparison


def test_a_match_of_ones_own_joins_two_lonely_sentences() -> None:
    notebook = Notebook(COMPARISON, None, "me")
    place = notebook.amend("match", [3], [3])
    assert place is not None
    row = notebook.comparison.rows[place]
    assert (row.left, row.right) == ((3,), (3,))
    assert row.link is not None
    assert notebook.comparison.links[row.link].reasons == ("your own match",)


def test_the_same_note_as_last() -> None:
    notebook = Notebook(COMPARISON, None, "me")
    assert notebook.same_as_last(0) is None
    notebook.begin(1)
    notebook.take(text="Who counted?", verdict="check", tags=["source"])
    assert notebook.same_as_last(3) == "CHECK · Who counted? · #source"
    assert notebook.texts() == {1: ["CHECK · Who counted? · #source"], 3: ["CHECK · Who counted? · #source"]}
    assert notebook.tags == ["source"]
