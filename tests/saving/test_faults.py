"""What must hold when things go wrong: no torn file, nothing lost but what was being written, nothing overwritten."""

import contextlib
import errno
import json
import os
import random
import resource
import shutil
import signal
import stat
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings, strategies as st

from storyreader import atomic
from storyreader.atomic import locked
from storyreader.comparison import Comparison, Row
from storyreader.errors import SavingFailed
from storyreader.saving import LinkCorrection, Note, SavedComparison, Store, history, new_saved
from storyreader.saving.history import recorded, redone, undone
from storyreader.saving.model import plain_data
from storyreader.saving.targets import pair_target, target_of
from storyreader.visible import shown_text
from tests.making import make_article, make_comparison

SAVES, KILLS = 200, 4
WRITER = """
import sys
from pathlib import Path
from storyreader.saving import Note, Store, Target, new_saved
from tests.making import make_comparison
store, saved = Store(Path(sys.argv[1])), new_saved(make_comparison())
print("ready", flush=True)
for number in range(int(sys.argv[2]), int(sys.argv[3])):
    saved = saved.model_copy(update={"notes": [*saved.notes, Note(id=f"n{number}", target=Target(), text="x" * 500)]})
    store.save(saved)
    print(number, flush=True)
"""

NOBODY = 65534

SHOWN = st.text(max_size=20).map(shown_text)
"""What can be seen; the rest gets pictures when it is read."""


def written(folder: Path, first: int, stop: int | None) -> int:
    """Save in a process of its own, killed after save `stop`; how many saves it has told of."""
    command = [sys.executable, "-c", WRITER, str(folder), str(first), str(SAVES)]
    told = first
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=Path(__file__).parents[2]) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "ready\n"
        for line in process.stdout:
            told = int(line) + 1
            if told == stop:
                process.send_signal(signal.SIGKILL)
                break
        return max([told, *(int(line) + 1 for line in process.stdout if line.endswith("\n"))])


def test_kill_at_random_moments_loses_at_most_the_save_in_progress(tmp_path: Path) -> None:
    chance = random.Random(7)
    stops = sorted(chance.sample(range(10, SAVES - 10), KILLS))
    done = 0
    for stop in [*stops, None]:
        done = written(tmp_path, done, stop)
        [file] = tmp_path.glob("*.json")
        saved = SavedComparison.model_validate(json.loads(file.read_bytes()))
        kept = {note.id for note in saved.notes}
        assert kept >= {f"n{number}" for number in range(done)}
        assert len(kept) <= done + 1
        assert saved.restored() == make_comparison()
    assert done == SAVES
    assert not list(tmp_path.glob("*.damaged*"))


def test_what_a_killed_storyreader_left_behind_is_swept_away_later(tmp_path: Path) -> None:
    old, young = tmp_path / ".a.json.x.part", tmp_path / ".b.json.y.part"
    for scrap in (old, young):
        scrap.write_text("{", encoding="utf-8")
    os.utime(old, (1, 1))
    assert Store(tmp_path).listing().problems == ()
    assert not old.exists()
    assert young.exists()


def noted(saved: SavedComparison, text: str, identity: str = "n1") -> SavedComparison:
    comparison = make_comparison()
    note = Note(id=identity, target=target_of(comparison, comparison.rows[1]), text=text)
    return recorded(saved, "note", [note])[0]


def test_a_real_limit_on_the_disk_leaves_the_old_file(tmp_path: Path) -> None:
    store = Store(tmp_path)
    saved = store.save(noted(new_saved(make_comparison()), "old"))
    before = store.file(saved.id).read_bytes()
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (2048, limits[1]))
    try:
        with pytest.raises(SavingFailed, match="Not saved: File too large"):
            store.save(noted(saved, "new"))
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)
    assert store.file(saved.id).read_bytes() == before
    assert not list(tmp_path.glob(".*.part"))
    assert [note.text for note in store.save(noted(saved, "new")).living_notes] == ["new"]


@pytest.mark.parametrize("code", [errno.EROFS, errno.EACCES, errno.ENOSPC, errno.EDQUOT, errno.EIO])
def test_a_folder_that_takes_nothing_says_why(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, code: int) -> None:
    store = Store(tmp_path)
    saved = store.save(noted(new_saved(make_comparison()), "old"))

    def refused(*_: object, **__: object) -> tuple[int, str]:
        raise OSError(code, os.strerror(code))

    with monkeypatch.context() as patch:
        patch.setattr(tempfile, "mkstemp", refused)
        with pytest.raises(SavingFailed, match=f"Not saved: {os.strerror(code)}"):
            store.save(noted(saved, "new"))
    assert [head.note_texts for head in store.listing().heads] == [("old",)]


@contextlib.contextmanager
def without_privileges(folder: Path) -> Iterator[None]:
    """Nothing is read-only for root: as root, go on as nobody, to whom the folder is given."""
    if os.geteuid() != 0:
        yield
        return
    os.chown(folder, NOBODY, NOBODY)
    os.seteuid(NOBODY)
    try:
        yield
    finally:
        os.seteuid(0)


def test_a_read_only_folder() -> None:
    folder = Path(tempfile.mkdtemp(prefix="storyreader-"))  # pytest's own folders are closed to others
    try:
        with without_privileges(folder):
            saved = Store(folder).save(noted(new_saved(make_comparison()), "old"))
            folder.chmod(0o500)
            with pytest.raises(SavingFailed, match="Permission denied"):
                Store(folder).save(noted(saved, "new"))
            assert [head.notes for head in Store(folder).listing().heads] == [1]
            folder.chmod(0o700)
    finally:
        shutil.rmtree(folder)


def test_a_folder_that_has_vanished_is_made_again_with_everything(tmp_path: Path) -> None:
    store = Store(tmp_path / "deep" / "saved")
    saved = store.save(noted(new_saved(make_comparison()), "old"))
    shutil.rmtree(tmp_path / "deep")
    assert store.load(saved.id) is None
    assert store.listing().heads == ()
    assert [note.text for note in store.save(noted(saved, "new", "n2")).living_notes] == ["old", "new"]
    assert [head.notes for head in store.listing().heads] == [2]


def test_another_storyreader_that_is_writing_is_waited_for_then_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(atomic, "LOCK_SECONDS", 0.05)
    store, saved = Store(tmp_path), new_saved(make_comparison())
    with locked(store.file(saved.id)), pytest.raises(SavingFailed, match="another storyreader"):
        store.save(saved)
    assert store.save(saved).id == saved.id


def test_two_apps_with_different_cuts_of_the_same_pages_keep_every_note_at_its_place(tmp_path: Path) -> None:
    store, old = Store(tmp_path), make_comparison()
    store.save(noted(new_saved(old), "on the crack", "n1"))
    left = make_article(["The bridge closed.", *(sentence.text for sentence in old.left.sentences)])
    newer = Comparison(left, old.right, (), (), (), (Row("only left", (4,), ()),))
    mine = new_saved(old).model_copy(update={"comparison": plain_data(newer)})
    written = store.save(
        recorded(mine, "note", [Note(id="n2", target=target_of(newer, newer.rows[0]), text="on the diver")])[0]
    )
    texts = {
        note.text: [
            written.comparison["left"]["sentences"][number]["text"]
            for number in note.target.numbers(written.names["left"])
        ]
        for note in written.notes
    }
    assert texts == {
        "on the crack": ["Engineers found a crack in the northern pillar."],
        "on the diver": ["A diver looked at the foot of the pillar."],
    }


def test_a_later_change_wins_although_the_clock_was_set_back(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    store = Store(tmp_path)
    saved = store.save(noted(new_saved(make_comparison()), "first"))
    earlier = datetime.now(UTC) - timedelta(days=3)
    monkeypatch.setattr(history, "now", lambda: earlier)
    note = saved.notes[0].model_copy(update={"text": "second", "changed": earlier})
    later, step = recorded(saved, "note", [note])
    assert step.at > saved.steps[-1].at
    assert [note.text for note in store.save(later).living_notes] == ["second"]
    turned = undone(later)
    assert turned is not None
    assert [note.text for note in store.save(turned[0]).living_notes] == ["first"]
    assert turned[1].id == step.id


def test_steps_of_one_moment_keep_their_order(monkeypatch: pytest.MonkeyPatch) -> None:
    moment = datetime(2026, 5, 4, tzinfo=UTC)
    monkeypatch.setattr(history, "now", lambda: moment)
    saved = new_saved(make_comparison())
    for number in range(20):
        saved = noted(saved, str(number), f"n{number}")
    merged = saved.merged_with(saved)
    assert merged.steps == saved.steps


def test_what_was_undone_stays_dropped_after_a_merge_and_the_history_has_an_end(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(history, "MOST_STEPS", 3)
    store = Store(tmp_path)
    turned = undone(store.save(noted(new_saved(make_comparison()), "dropped", "n0")))
    assert turned is not None
    saved = store.save(turned[0])
    assert redone(saved) is not None
    for number in range(1, 6):
        saved = noted(saved, str(number), f"n{number}")
        on_disk = store.save(saved)
        assert redone(on_disk) is None
    assert [step.changes[0].after["text"] for step in on_disk.steps] == ["3", "4", "5"]


@pytest.mark.parametrize("text", ["caf\udce9", "\ud83d alone", "\udcff\udcff"])
def test_what_is_no_text_is_saved_as_well_as_it_can_be(tmp_path: Path, text: str) -> None:
    comparison = make_comparison()
    odd = replace(comparison, left=replace(comparison.left, path=f"{text}.txt"))
    note = Note(target=target_of(odd, odd.rows[0])).model_copy(update={"text": text})
    store = Store(tmp_path)
    saved = store.save(new_saved(odd).model_copy(update={"notes": [note]}))
    loaded = store.load(saved.id)
    assert loaded is not None
    assert "\ufffd" in loaded.notes[0].text
    assert loaded.restored().left.headline == comparison.left.headline


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=SHOWN, tags=st.lists(SHOWN, max_size=3), evidence=SHOWN)
def test_what_is_saved_comes_back(tmp_path: Path, text: str, tags: list[str], evidence: str) -> None:
    comparison = make_comparison()
    note = Note(target=target_of(comparison, comparison.rows[2]), text=text, tags=tags, evidence=evidence)
    saved = recorded(new_saved(comparison), "note", [note])[0]
    store = Store(tmp_path / saved.notes[0].id)
    written = store.save(saved)
    assert store.load(saved.id) == written
    assert (written.notes, written.steps) == (saved.notes, saved.steps)


def test_a_file_of_five_megabytes(tmp_path: Path) -> None:
    sentences = [f"Witness {number} saw the barge at pier {number % 7} and said so. " * 20 for number in range(2600)]
    left, right = make_article(sentences), make_article(sentences[:9], publisher="y")
    comparison = Comparison(left, right, (), (), (), ())
    store, saved = Store(tmp_path), new_saved(comparison)
    anchored = LinkCorrection(kind="match", target=pair_target(comparison, [2599], []))
    store.save(recorded(saved, "match", [anchored])[0])
    assert store.file(saved.id).stat().st_size > 5_000_000
    loaded = store.load(saved.id)
    assert loaded is not None
    assert loaded.restored().left == comparison.left
    assert [head.rows for head in store.listing().heads] == [0]


def test_nobody_else_may_read_what_is_kept(tmp_path: Path, own_folders: Path) -> None:
    store = Store()
    saved = store.save(noted(new_saved(make_comparison()), "private"))
    store.listing()
    files = [store.file(saved.id), own_folders / "cache" / "saved.sqlite"]
    assert [stat.S_IMODE(file.stat().st_mode) for file in files] == [0o600, 0o600]
    assert stat.S_IMODE(store.folder.stat().st_mode) == 0o700
