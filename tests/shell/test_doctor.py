"""The doctor names what is wrong, changes nothing unasked, and repairs when asked."""

import os
import stat
import time
from pathlib import Path

import pytest

from storyreader import comparing
from storyreader.atomic import LOCK_KEPT_SECONDS, SCRAP_SECONDS
from storyreader.cli import main
from storyreader.paths import data_folder
from storyreader.saving import Store
from tests.exporting.dossiers import full


def report(capsys: pytest.CaptureFixture[str], *given: str) -> tuple[int, str]:
    status = main(["doctor", *given])
    return status, capsys.readouterr().out


def test_all_is_well(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setenv("COLUMNS", "80")
    monkeypatch.setenv("LINES", "24")
    Store().save(full())
    data_folder().chmod(0o700)
    status, told = report(capsys)
    assert status == 0, told
    assert "1 of 1 can be opened" in told
    assert "textual" in told


def test_what_is_wrong_is_named_and_repaired(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TERM", "xterm")
    store = Store()
    kept = store.save(full())
    (store.folder / "bad.json").write_text("{}", "utf-8")
    (data_folder() / "library.sqlite").write_bytes(b"no database, whatever it is called" * 100)
    scrap, lock = store.folder / ".x.json.abc.part", store.folder / ".locks" / "gone.lock"
    for file, age in ((scrap, SCRAP_SECONDS), (lock, LOCK_KEPT_SECONDS)):
        file.write_text("", "utf-8")
        old = time.time() - age - 60
        os.utime(file, (old, old))
    data_folder().chmod(0o755)
    before = sorted(data_folder().rglob("*"))
    status, told = report(capsys)
    assert status == 1
    assert sorted(data_folder().rglob("*")) == before
    for word in ("bad.json is not", "catalogue of the library is damaged", "2 scraps", "Others may look"):
        assert word in told
    report(capsys, "--repair")
    assert report(capsys)[0] == 0
    assert not scrap.exists()
    assert not lock.exists()
    assert stat.S_IMODE(data_folder().stat().st_mode) == 0o700
    assert len(list(store.folder.glob("bad.json.damaged-*"))) == 1
    assert store.load(kept.id) is not None


def test_a_fault_of_our_own_is_told_in_a_sentence(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    def broken(*_: object) -> object:
        raise LookupError("words of an article")

    monkeypatch.setattr(comparing, "compare", broken)
    (tmp_path / "a.txt").write_text("The mill closed on Monday.", "utf-8")
    assert main(["compare", str(tmp_path / "a.txt"), str(tmp_path / "a.txt")]) == 3
    told = capsys.readouterr().err
    assert "LookupError" in told
    assert "errors.log" in told
    assert "words of an article" not in told


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
def test_a_full_disk_is_told(tmp_path: Path) -> None:
    import subprocess
    import sys

    (tmp_path / "a.txt").write_text("The mill closed on Monday, its owner said in the town hall. " * 5, "utf-8")
    with Path("/dev/full").open("wb") as full_disk:
        done = subprocess.run(
            [sys.executable, "-m", "storyreader", "clean", str(tmp_path / "a.txt")],
            stdout=full_disk, stderr=subprocess.PIPE, text=True, check=False,
        )  # fmt: skip
    assert done.returncode == 2
    assert done.stderr.strip() == "storyreader: The output could not be written: No space left on device."
