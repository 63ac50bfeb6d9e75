"""Saved comparisons on the disk: whole or not at all, merged, never overwritten, never fatal."""

import errno
import json
import multiprocessing
import os
import stat
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from storyreader.errors import DamagedFile, NewerFile, SavingFailed
from storyreader.saving import Anchor, Note, SavedComparison, Store, Target, new_saved, saved_id
from tests.making import make_article, make_comparison


def noted(text: str, identity: str = "n1", minutes: int = 0) -> Note:
    when = datetime(2026, 5, 4, 12, tzinfo=UTC) + timedelta(minutes=minutes)
    return Note(
        id=identity,
        target=Target(anchors=[Anchor(article=name, sentences=[1]) for name in make_comparison().names.values()]),
        text=text,
        created=when,
        changed=when,
    )


def saved_with(*notes: Note) -> SavedComparison:
    return new_saved(make_comparison()).model_copy(update={"notes": list(notes)})


def test_what_was_saved_comes_back(tmp_path: Path) -> None:
    store = Store(tmp_path)
    store.save(saved_with(noted("Which engineers?")))
    loaded = store.load(new_saved(make_comparison()).id)
    assert loaded is not None
    assert [note.text for note in loaded.notes] == ["Which engineers?"]
    assert loaded.restored() == make_comparison()


def test_dates_and_times_come_back_as_they_were() -> None:
    left = make_article(["One."], published=date(2026, 1, 15))
    right = make_article(["Two."], publisher="y", published=datetime(2026, 1, 15, 6, 40, tzinfo=UTC))
    comparison = make_comparison().__class__(left, right, (), (0,), (0,), ())
    text = new_saved(comparison).model_dump_json()
    restored = SavedComparison.model_validate_json(text).restored()
    assert (restored.left.published, restored.right.published) == (left.published, right.published)
    assert type(restored.left.published) is date


def test_a_moment_that_another_program_wrote_without_a_zone_is_utc() -> None:
    written = json.loads(saved_with(noted("Which engineers?")).model_dump_json())
    written["changed"] = written["notes"][0]["changed"] = "2026-03-04T05:06:00"
    saved = SavedComparison.model_validate(written)
    assert saved.changed == saved.notes[0].changed == datetime(2026, 3, 4, 5, 6, tzinfo=UTC)


def test_the_name_of_a_pair_does_not_depend_on_its_order() -> None:
    comparison = make_comparison()
    assert saved_id(comparison.left, comparison.right) == saved_id(comparison.right, comparison.left)


def test_a_missing_comparison_is_none(tmp_path: Path) -> None:
    assert Store(tmp_path).load("nothing") is None


def test_only_the_owner_may_read_the_file(tmp_path: Path) -> None:
    store = Store(tmp_path)
    saved = store.save(saved_with())
    assert stat.S_IMODE(store.file(saved.id).stat().st_mode) == 0o600


def test_two_apps_keep_each_others_notes(tmp_path: Path) -> None:
    first, second = Store(tmp_path), Store(tmp_path)
    first.save(saved_with(noted("mine", "n1")))
    written = second.save(saved_with(noted("theirs", "n2")))
    assert sorted(note.text for note in written.notes) == ["mine", "theirs"]


@pytest.mark.parametrize("late_first", [True, False])
def test_of_one_note_the_latest_state_wins(tmp_path: Path, late_first: bool) -> None:
    early, late = saved_with(noted("early")), saved_with(noted("late", minutes=5))
    store = Store(tmp_path)
    for saved in (late, early) if late_first else (early, late):
        written = store.save(saved)
    assert [note.text for note in written.notes] == ["late"]


def test_a_deleted_note_stays_deleted_when_another_app_saves(tmp_path: Path) -> None:
    store = Store(tmp_path)
    store.save(saved_with(noted("", minutes=5).model_copy(update={"deleted": True})))
    assert store.save(saved_with(noted("old text"))).living_notes == []


def test_unknown_fields_of_a_newer_version_are_kept(tmp_path: Path) -> None:
    store = Store(tmp_path)
    saved = store.save(saved_with(noted("x")))
    document = json.loads(store.file(saved.id).read_text(encoding="utf-8"))
    document["colour"] = "blue"
    document["notes"][0]["stars"] = 3
    store.file(saved.id).write_text(json.dumps(document), encoding="utf-8")
    again = store.load(saved.id)
    assert again is not None
    store.save(again)
    document = json.loads(store.file(saved.id).read_text(encoding="utf-8"))
    assert (document["colour"], document["notes"][0]["stars"]) == ("blue", 3)


@pytest.mark.parametrize(
    "content", [b"", b"{", b"\xff\xfe", b"[]", b'{"format": "other"}', b'{"format": "storyreader-comparison"}']
)
def test_a_damaged_file_is_moved_aside_and_named(tmp_path: Path, content: bytes) -> None:
    store = Store(tmp_path)
    file = store.file("broken")
    file.write_bytes(content)
    with pytest.raises(DamagedFile, match="broken"):
        store.load("broken")
    assert not file.exists()
    assert [kept.read_bytes() for kept in tmp_path.glob("broken.json.damaged-*")] == [content]


def test_a_file_of_a_newer_storyreader_stays_where_it_is(tmp_path: Path) -> None:
    store = Store(tmp_path)
    saved = store.save(saved_with())
    document = json.loads(store.file(saved.id).read_text(encoding="utf-8"))
    document["version"] = 99
    store.file(saved.id).write_text(json.dumps(document), encoding="utf-8")
    with pytest.raises(NewerFile, match="newer storyreader"):
        store.load(saved.id)
    assert store.file(saved.id).exists()
    with pytest.raises(NewerFile, match="newer storyreader"):
        store.save(saved)


def test_the_listing_names_damage_and_goes_on(tmp_path: Path) -> None:
    store = Store(tmp_path)
    store.save(saved_with(noted("x")))
    store.file("broken").write_text("{", encoding="utf-8")
    listing = store.listing()
    assert [head.notes for head in listing.heads] == [1]
    assert listing.heads[0].counts == {"same": 1, "reworded": 1, "conflict": 1, "only left": 1, "only right": 1}
    assert len(listing.problems) == 1
    assert "broken" in listing.problems[0]


def test_a_listing_of_no_folder_is_empty(tmp_path: Path) -> None:
    assert Store(tmp_path / "not there").listing().heads == ()


def test_delete_and_bring_back(tmp_path: Path) -> None:
    store = Store(tmp_path)
    saved = store.save(saved_with(noted("x")))
    store.delete(saved.id)
    assert store.listing().heads == ()
    assert store.restore(saved.id)
    assert [head.id for head in store.listing().heads] == [saved.id]
    assert not store.restore(saved.id)


def test_a_full_disk_leaves_the_old_file_and_no_scraps(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    store = Store(tmp_path)
    saved = store.save(saved_with(noted("old")))
    before = store.file(saved.id).read_bytes()

    def full(_descriptor: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(SavingFailed, match="No space left"):
        store.save(saved_with(noted("new", minutes=9)))
    assert store.file(saved.id).read_bytes() == before
    assert [path.name for path in tmp_path.iterdir() if path.name.endswith(".part")] == []


def test_a_place_that_is_no_folder_says_so(tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("not a folder", encoding="utf-8")
    with pytest.raises(SavingFailed, match="Not saved"):
        Store(blocked / "comparisons").save(saved_with())


def _save_many(folder: Path, letter: str) -> None:
    store = Store(folder)
    for number in range(10):
        store.save(saved_with(noted(f"{letter}{number}", f"{letter}{number}")))


def test_two_processes_saving_at_once_lose_nothing(tmp_path: Path) -> None:
    context = multiprocessing.get_context("spawn")
    processes = [context.Process(target=_save_many, args=(tmp_path, letter)) for letter in "ab"]
    for process in processes:
        process.start()
    for process in processes:
        process.join(60)
    loaded = Store(tmp_path).load(new_saved(make_comparison()).id)
    assert loaded is not None
    assert len(loaded.notes) == 20
