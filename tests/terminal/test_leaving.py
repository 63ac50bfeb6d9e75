"""Nothing typed is lost, and nobody waits: editors that fail, full disks, signals, work that is still going on."""

import json
import os
import signal
from pathlib import Path

import pytest

import sample_data
from tests.terminal.pseudo import PseudoTerminal

pytestmark = pytest.mark.terminal

HARBOUR = sample_data.folder() / "harbour-fire"
PAIR = [str(HARBOUR / "kestrel-daily.txt"), str(HARBOUR / "aldermouth-courier.html")]


def writing(terminals: list[PseudoTerminal], folder: Path, text: str, **environment: str) -> PseudoTerminal:
    """A comparison with a note in hand."""
    terminal = PseudoTerminal(*PAIR, folder=folder, size=(100, 30), **environment)
    terminals.append(terminal)
    terminal.wait_for("[1: in short]")
    terminal.wait_for("differ")
    terminal.press("2")
    terminal.wait_for("1/")
    terminal.press("a")
    terminal.wait_for("Note on row")
    terminal.press(text)
    terminal.wait_for(text)
    return terminal


def notes(folder: Path) -> list[str]:
    return [
        note["text"] for file in sorted(folder.glob("*.json")) for note in json.loads(file.read_text("utf-8"))["notes"]
    ]


@pytest.mark.parametrize("editor", ["false", "no-such-editor-here", "'", "sh -c 'kill -9 $$'"])
def test_an_editor_that_fails_gives_the_app_back(tmp_path: Path, terminals: list[PseudoTerminal], editor: str) -> None:
    terminal = writing(terminals, tmp_path, "first words", EDITOR=editor, VISUAL="")
    terminal.press("\x1bOS")
    terminal.wait_for("! ")
    terminal.press(" and more")
    terminal.wait_for("first words and more")
    terminal.press("\x1bOQ", "Q")
    assert terminal.ended() == 0
    assert notes(tmp_path / "data" / "comparisons") == ["first words and more"]


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_a_signal_saves_and_ends(tmp_path: Path, terminals: list[PseudoTerminal], number: signal.Signals) -> None:
    terminal = writing(terminals, tmp_path, "last words")
    os.kill(terminal.process, number)
    assert terminal.ended(5) == 128 + number
    assert notes(tmp_path / "data" / "comparisons") == ["last words"]


@pytest.mark.parametrize("keys", ["", "\x1b[B" * 40])
def test_a_window_that_is_closed_saves_and_ends(tmp_path: Path, terminals: list[PseudoTerminal], keys: str) -> None:
    """The system sends SIGHUP and SIGCONT, and nothing can be painted any more, however much is under way."""
    terminal = writing(terminals, tmp_path, "last words")
    os.write(terminal.descriptor, keys.encode())
    assert terminal.hang_up(5) == 128 + signal.SIGHUP
    assert notes(tmp_path / "data" / "comparisons") == ["last words"]


def test_a_signal_to_go_on_begins_nothing_anew(tmp_path: Path, terminals: list[PseudoTerminal]) -> None:
    terminal = writing(terminals, tmp_path, "last words")
    os.kill(terminal.process, signal.SIGCONT)
    terminal.press(" and more")
    terminal.wait_for("last words and more")
    terminal.press("\x1bOQ", "Q")
    assert terminal.ended(5) == 0
    assert terminal.sent.count(b"\x1b[?1049h") == 1  # one screen of its own, one thread that paints it


def full(folder: Path) -> Path:
    """A place for the saved files where nothing can be written."""
    (folder / "data").mkdir(parents=True, exist_ok=True)
    place = folder / "data" / "comparisons"
    place.write_text("not a folder", "utf-8")
    return place


def test_on_a_full_disk_words_stay_and_quitting_asks(tmp_path: Path, terminals: list[PseudoTerminal]) -> None:
    place = full(tmp_path)
    terminal = writing(terminals, tmp_path, "words to keep")
    terminal.wait_for("! NOT SAVED")
    terminal.press("\x1bOQ", "q", "q")
    assert "! NOT SAVED" in terminal.wait_for("q quit")
    terminal.press("Q")
    terminal.wait_for("What now?")
    terminal.press("2")
    terminal.wait_for("which folder")
    terminal.press("\x15/proc/nowhere", "\r")
    assert "What now?" in terminal.wait_for("(/proc/nowhere)")  # nothing lies over the question
    terminal.press("2")
    terminal.wait_for("which folder")
    elsewhere = tmp_path / "elsewhere"
    terminal.press("\x15" + str(elsewhere), "\r")
    assert terminal.ended(5) == 0
    assert "storyreader import" in terminal.shown()
    assert notes(elsewhere) == ["words to keep"]
    assert place.read_text("utf-8") == "not a folder"


def test_what_waited_is_written_when_the_disk_is_back(tmp_path: Path, terminals: list[PseudoTerminal]) -> None:
    place = full(tmp_path)
    terminal = writing(terminals, tmp_path, "words to keep")
    terminal.wait_for("! NOT SAVED")
    terminal.press("\x1bOQ", "q", "q", "Q")
    terminal.wait_for("What now?")
    place.unlink()
    terminal.press("1")
    assert terminal.ended(5) == 0
    assert notes(place) == ["words to keep"]


def test_a_signal_on_a_full_disk_writes_elsewhere(tmp_path: Path, terminals: list[PseudoTerminal]) -> None:
    full(tmp_path)
    spare = tmp_path / "spare"
    spare.mkdir()
    terminal = writing(terminals, tmp_path, "words to keep", TMPDIR=str(spare))
    os.kill(terminal.process, signal.SIGTERM)
    assert terminal.ended(5) == 128 + signal.SIGTERM
    [folder] = spare.glob("storyreader-unsaved-*")
    assert notes(folder) == ["words to keep"]


@pytest.mark.parametrize(("name", "head", "run"), [("h.html", "<html><body>", "<b>x</b>"), ("h.txt", "", "a\n")])
def test_quitting_does_not_wait_for_a_hostile_page(
    tmp_path: Path, terminals: list[PseudoTerminal], name: str, head: str, run: str
) -> None:
    """Forty megabytes that took minutes and held the keys up for seconds."""
    folder = tmp_path / "pages"
    folder.mkdir()
    (folder / name).write_text(head + "The mill at Orrin closed on Monday.\n" + run * (40_000_000 // len(run)), "utf-8")
    terminal = PseudoTerminal(str(folder), folder=tmp_path)
    terminals.append(terminal)
    terminal.wait_for("keys  q")  # the hint of the list; on a quick machine the page may have been read by then
    os.write(terminal.descriptor, b"Q")
    assert terminal.ended(5) == 0  # half a second, on a machine with nothing else to do


def test_quitting_waits_for_nothing(tmp_path: Path, terminals: list[PseudoTerminal]) -> None:
    """Two hundred long pages are being read when Q comes."""
    folder = tmp_path / "pages"
    folder.mkdir()
    page = "The mill at Orrin closed on Monday after 214 years, its owner said, and nobody knew why. " * 4000
    for number in range(200):
        (folder / f"p{number}.txt").write_text(f"Mill {number} closes\n\n{page}", "utf-8")
    terminal = PseudoTerminal(str(folder), folder=tmp_path)
    terminals.append(terminal)
    terminal.wait_for("q stops")
    os.write(terminal.descriptor, b"Q")
    assert terminal.ended(5) == 0  # half a second, on a machine with nothing else to do
