"""A text in the reader's own editor, and back."""

import os
import stat
from pathlib import Path
from unittest.mock import patch

import pytest

from storyreader.application import edit_text
from storyreader.errors import StoryReaderError


def script(folder: Path, text: str) -> str:
    file = folder / "editor.sh"
    file.write_text(f"#!/bin/sh\n{text}\n", encoding="utf-8")
    file.chmod(file.stat().st_mode | stat.S_IXUSR)
    return str(file)


def test_the_readers_editor_gives_the_text_back(tmp_path: Path) -> None:
    with patch.dict(os.environ, {"EDITOR": script(tmp_path, 'echo " and more" >> "$1"'), "VISUAL": ""}):
        assert edit_text("first") == "first and more"


def test_an_editor_that_fails_changes_nothing(tmp_path: Path) -> None:
    failing = patch.dict(os.environ, {"EDITOR": script(tmp_path, "exit 3"), "VISUAL": ""})
    with failing, pytest.raises(StoryReaderError, match="exited with status 3"):
        edit_text("first")
    missing = patch.dict(os.environ, {"EDITOR": str(tmp_path / "none"), "VISUAL": ""})
    with missing, pytest.raises(StoryReaderError, match="could not be run"):
        edit_text("first")
