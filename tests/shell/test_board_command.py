"""`storyreader board`: many files as one board, in every format, and what is said when that is not possible."""

from pathlib import Path

import pytest

from storyreader.cli import main
from storyreader.exporting import BOARD_FILES
from tests.exporting.boards import COURIER, GAZETTE, RADIO


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Three accounts of one event, as pages of text."""
    for name, sentences in (("courier", COURIER), ("gazette", GAZETTE), ("radio", RADIO)):
        text = "\n\n".join([f"Weir breaks at Tolmin Ford: {name}", " ".join(sentences)])
        (tmp_path / f"{name}.txt").write_text(text, encoding="utf-8")
    return tmp_path


def run(capsys: pytest.CaptureFixture[str], *arguments: object) -> tuple[int, str, str]:
    status = main([str(argument) for argument in arguments])
    printed = capsys.readouterr()
    return status, printed.out, printed.err


def test_a_folder_is_one_board_in_text(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    status, out, err = run(capsys, "board", folder)
    assert (status, err) == (0, "")
    assert "3 accounts" in out
    assert "A: courier.txt" in out
    assert "Told by A, B and C" in out


@pytest.mark.parametrize("form", BOARD_FILES)
def test_every_format_is_written_to_a_file_as_it_is_printed(
    form: str, folder: Path, capsys: pytest.CaptureFixture[str], tmp_path_factory: pytest.TempPathFactory
) -> None:
    file = tmp_path_factory.mktemp("out") / "new folder" / "board"
    assert run(capsys, "board", folder, "--format", form, "-o", file) == (0, "", "")
    assert file.read_bytes()
    assert [one.name for one in file.parent.iterdir()] == ["board"]


def test_what_cannot_be_read_is_named_and_the_rest_goes_on(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "scan.pdf").write_bytes(b"%PDF-1.5\x00")
    status, out, err = run(capsys, "board", folder)
    assert status == 1
    assert "scan.pdf" in err
    assert "3 accounts" in out


def test_one_article_is_no_board(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    status, out, err = run(capsys, "board", folder / "courier.txt")
    assert (status, out) == (2, "")
    assert "Only one article could be read, and a board needs 2." in err
    assert "Name more files" in err


def test_the_same_page_in_two_files_is_one_account(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "copy.txt").write_bytes((folder / "courier.txt").read_bytes())
    status, out, err = run(capsys, "board", folder)
    assert status == 0
    assert "3 accounts" in out
    assert "courier.txt is the same page as" in err


def test_progress_is_told_on_stderr(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    status, _, err = run(capsys, "board", folder, "--progress")
    assert status == 0
    assert "storyreader: 3 of 3 cleaned" in err


def test_read_blind_no_file_is_named(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    _, out, _ = run(capsys, "board", folder, "--blind")
    assert "outlet hidden" in out
    assert ".txt" not in out


def test_more_than_26_accounts_have_letters_of_two_signs(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for number in range(25):
        (folder / f"x{number:02}.txt").write_text(f"Weir {number}\n\n{RADIO[0]} {number} boats sank.", encoding="utf-8")
    _, out, _ = run(capsys, "board", folder)
    assert "28 accounts" in out
    assert "AB: x24.txt" in out
