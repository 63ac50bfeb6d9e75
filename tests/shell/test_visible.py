"""Nothing in a file's name or in a message acts upon the terminal."""

from pathlib import Path

import pytest
from hypothesis import given, strategies as st

from storyreader.cli import main
from storyreader.errors import StoryReaderError
from storyreader.paths import shown
from storyreader.visible import visible

TEXT = "The council said on Monday that the harbour plan would go ahead, and nobody in the room spoke against it. " * 3


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        ("plain name.txt", "plain name.txt"),
        ("a\x1b]52;c;eA==\x07.txt", "a\\x1b]52;c;eA==\\x07.txt"),
        ("one\ntwo", "one\\ntwo"),
        ("b\u202etxt", "b\\u202etxt"),
        ("c\udce9.txt", "c\ufffd.txt"),
        ("t\U000e0041g", "t\\U000e0041g"),
        ("می\u200cخواهم\u3000x", "می\u200cخواهم\u3000x"),
    ],
)
def test_what_cannot_be_seen_is_written_out(text: str, seen: str) -> None:
    assert visible(text) == seen


@given(st.text())
def test_no_control_character_is_left_and_nothing_changes_twice(text: str) -> None:
    once = visible(text)
    assert not any(ord(sign) < 32 or 127 <= ord(sign) < 160 for sign in once)
    assert visible(once) == once


def test_messages_and_paths_are_written_out() -> None:
    assert "\x1b" not in str(StoryReaderError("bad \x1b[2J", "look at \x9b2J")) + shown("/x/\x1b[31m")


def test_names_of_files_forge_no_row(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "a\x1b[31m\nforged.txt").write_text(TEXT, "utf-8")
    (tmp_path / "b\x1b[2J.txt").write_bytes(b"%PDF-1.4")
    main(["list", str(tmp_path)])
    output = capsys.readouterr()
    assert "\x1b" not in output.out + output.err
    assert len([line for line in output.out.splitlines() if line.strip()]) == 1
