"""Ctrl+C in a shell, on a progress line; and settings of the terminal that cannot be."""

import os
from pathlib import Path

import pytest

from tests.terminal.pseudo import PseudoTerminal

pytestmark = pytest.mark.terminal

PAGE = "The mill at Orrin closed on Monday after 214 years, its owner said, and nobody knew why. " * 300


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_interrupting_a_progress_line_leaves_nothing_behind(
    tmp_path: Path, terminals: list[PseudoTerminal], jobs: str
) -> None:
    folder = tmp_path / "pages"
    folder.mkdir()
    for number in range(300):
        (folder / f"p{number}.txt").write_text(f"Mill {number} closes\n\n{PAGE}", "utf-8")
    command = ("clean", "--format", "json", "--jobs", jobs, str(folder))  # prints at its end
    terminal = PseudoTerminal(*command, folder=tmp_path)
    terminals.append(terminal)
    terminal.wait_for("cleaned")
    os.write(terminal.descriptor, b"\x03")
    assert terminal.ended(10) == 130
    shown = terminal.shown().replace("^C", "  ")
    assert not shown.strip(), terminal.sent
    assert terminal.sent.count(b"\n") <= 1


@pytest.mark.parametrize(
    ("name", "value", "told"),
    [
        ("TEXTUAL_DRIVER", "nowhere:Driver", "TEXTUAL_DRIVER names no driver: nowhere:Driver."),
        ("TEXTUAL_DRIVER", "nothing", "TEXTUAL_DRIVER names no driver: nothing."),
        ("TEXTUAL_DRIVER", "os:path", "TEXTUAL_DRIVER names no driver: os:path."),
        ("TEXTUAL_DRIVER", ":", "TEXTUAL_DRIVER names no driver: :."),
        ("TEXTUAL_COLOR_SYSTEM", "rainbow", "TEXTUAL_COLOR_SYSTEM is 'rainbow'."),
        ("TEXTUAL_COLOR_SYSTEM", "", "TEXTUAL_COLOR_SYSTEM is ''."),
    ],
)
def test_a_setting_of_the_terminal_that_cannot_be_is_named(
    tmp_path: Path, terminals: list[PseudoTerminal], name: str, value: str, told: str
) -> None:
    terminal = PseudoTerminal(folder=tmp_path, size=(100, 30), **{name: value})
    terminals.append(terminal)
    assert terminal.ended() == 2
    assert told in terminal.shown()
    assert "Traceback" not in terminal.shown()
