"""From a note to the row that shows it, and back."""

from dataclasses import replace

from storyreader.saving import Anchor, Note, Target
from storyreader.saving.targets import items_by_row, target_of
from tests.making import make_comparison


def test_a_note_is_about_all_sentences_of_its_link() -> None:
    comparison = make_comparison()
    target = target_of(comparison, comparison.rows[1])
    assert [target.numbers(name) for name in comparison.names.values()] == [[1], [1]]
    assert [anchor.article for anchor in target.anchors] == [
        comparison.left.content_hash,
        comparison.right.content_hash,
    ]
    assert target.anchors[1].exact == "Engineers discovered a crack in the northern pillar."


def test_a_page_beside_itself_keeps_its_sides_apart() -> None:
    page = make_comparison().left
    comparison = replace(make_comparison(), right=page)
    target = target_of(comparison, comparison.rows[4])
    assert [target.numbers(name) for name in comparison.names.values()] == [[], [3]]


def test_every_note_is_shown_in_the_row_it_was_written_on() -> None:
    comparison = make_comparison()
    notes = [Note(target=target_of(comparison, row), text=str(place)) for place, row in enumerate(comparison.rows)]
    found = items_by_row(comparison, notes)
    assert {place: [note.text for note in there] for place, there in found.items()} == {n: [str(n)] for n in range(5)}


def test_deleted_notes_are_not_shown() -> None:
    comparison = make_comparison()
    anchor = Anchor(article=comparison.left.name, sentences=[1])
    note = Note(target=Target(anchors=[anchor]), text="x")
    assert items_by_row(comparison, [note]) == {1: [note]}
    assert items_by_row(comparison, [note.model_copy(update={"deleted": True})]) == {}
