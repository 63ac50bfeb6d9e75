"""Whatever stands in pages, names and files: every byte that reaches the terminal is Textual's or ours."""

import json
import os
from pathlib import Path

import pytest

from storyreader.exporting.dossier import dossier_of
from storyreader.exporting.json_export import export_document
from storyreader.saving import Note
from storyreader.saving.targets import target_of
from tests.exporting.dossiers import full
from tests.making import make_comparison
from tests.terminal.pseudo import PseudoTerminal

pytestmark = pytest.mark.terminal

ATTACKS = (
    "\x1b]52;c;T1dORUQ=\x07", "\x1b]0;OWNED\x07", "\x1b]8;;http://evil.example\x1b\\L", "\x1b[7001m", "\x1b[7001;1H",
    "\x1bP+q7001\x1b\\", "\x1b_G7001\x1b\\", "\x9b7001m", "\x9d0;OWNED\x9c", "\x1bc", "\x1b#8", "\x07\x08\x0e\x0f\x7f",
    "\u202eabc\u202c", "\u2066x\u2069", "\u200e\u061c", "\U000e0041\U000e0042\U000e007f", "[b]x[/b] [@click=app.quit]",
    "a\nforged row", "\u2028\u2029\x85", "&#27;[31m&#x9b;31m",
)  # fmt: skip
SENTENCES = "The council of Aldermouth said on Monday that the harbour plan would cost 3.5 million crowns. "


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    """Eighty pages, twenty names: each attack in the text, the headline, the fields of the page's data, the name."""
    folder = tmp_path / "pages"
    folder.mkdir()
    for number, attack in enumerate(ATTACKS):
        text = SENTENCES * 3 + attack + SENTENCES * 2
        (folder / f"text{number}.txt").write_text(f"Harbour {attack} plan\n\n{text}\n", "utf-8", newline="")
        page = (
            f'<html><head><title>Plan {attack}</title><meta property="og:site_name" content="Outlet {attack}">'
            f'<meta name="author" content="By {attack}"><link rel="canonical" href="http://x.example/{attack}"></head>'
            f"<body><article><h1>Harbour {attack} plan</h1><p>{text}</p><p>{text}</p></article></body></html>"
        )
        (folder / f"page{number}.html").write_text(page, "utf-8", newline="")
        referenced = page.replace("\x1b", "&#27;").replace("\x9b", "&#155;").replace("\u202e", "&#x202e;")
        (folder / f"reference{number}.html").write_text(referenced, "utf-8", newline="")
        name = attack.replace("/", "").replace("\x00", "")
        (folder / f"name{number}{name}.txt").write_text(text, "utf-8", newline="")
    return folder


@pytest.fixture
def strangers(tmp_path: Path) -> list[Path]:
    """Twenty files of a colleague, an attack in everything that is a text."""
    comparison = make_comparison()
    files = []
    for number, attack in enumerate(ATTACKS):
        note = Note(target=target_of(comparison, comparison.rows[2]), text=attack, verdict=attack, tags=[attack])
        note = note.model_copy(update={"author": attack, "evidence": attack})
        saved = full().model_copy(update={"title": f"T{number}{attack}", "notes": [note]})
        document = export_document(dossier_of(saved), by=attack)
        stored = document["saved"]["comparison"]
        for side in ("left", "right"):
            stored[side].update({"headline": f"H{attack}", "publisher": f"P{number}{attack}", "byline": attack})
            stored[side].update({"content_hash": f"{side}{number}", "url": f"http://x.example/{attack}"})
            for sentence in stored[side]["sentences"]:
                sentence["text"] = attack + sentence["text"]
        file = tmp_path / f"colleague{number}.json"
        file.write_text(json.dumps(document), "utf-8")
        files.append(file)
    return files


def test_every_byte_of_the_app_is_its_own(corpus: Path, tmp_path: Path, terminals: list[PseudoTerminal]) -> None:
    terminal = PseudoTerminal(str(corpus), folder=tmp_path, size=(120, 40))
    terminals.append(terminal)
    terminal.wait_for("q quit")
    terminal.wait_for("articles · 1 story")  # all are read; what is the same page stands once
    for _ in range(20):
        terminal.press("j")
    terminal.press("\r", "R", "q", "q", "i", "q", "c")
    terminal.wait_for("[1:")
    terminal.press("2", "v", "v", "3", "4", "y", "q", "q", "?", "q", "@", "q", "l", "q", "q", "Q")
    assert terminal.ended() == 0
    assert terminal.strange() == []
    assert b"OWNED" not in terminal.sent.replace(b"0;OWNED", b"")


def test_every_byte_about_a_colleagues_file_is_our_own(
    strangers: list[Path], tmp_path: Path, terminals: list[PseudoTerminal]
) -> None:
    for file in strangers:
        shell = PseudoTerminal("import", str(file), folder=tmp_path)
        terminals.append(shell)
        assert shell.ended() == 0, shell.shown()
        assert shell.strange() == []
    terminal = PseudoTerminal(folder=tmp_path, size=(120, 40))
    terminals.append(terminal)
    terminal.wait_for("q quit")
    terminal.press("B")
    terminal.wait_for("T19")
    for _ in range(len(strangers)):
        terminal.press("\r", "1", "2", "3", "2", "w", "a", "\x1b", "q", "q", "j")
    terminal.press("Q")
    assert terminal.ended() == 0
    assert terminal.strange() == []


@pytest.mark.parametrize("command", [["list"], ["clean"], ["clean", "--explain"], ["clean", "--format", "json"]])
def test_every_byte_of_the_shell_is_its_own(
    corpus: Path, tmp_path: Path, terminals: list[PseudoTerminal], command: list[str]
) -> None:
    terminal = PseudoTerminal(*command, str(corpus), folder=tmp_path)
    terminals.append(terminal)
    assert terminal.ended() in (0, 1)
    assert terminal.strange() == []


@pytest.mark.parametrize("attack", ["".join(ATTACKS[:10]), "".join(ATTACKS[10:])])
def test_arguments_and_folders_are_shown_and_not_obeyed(
    tmp_path: Path, terminals: list[PseudoTerminal], attack: str
) -> None:
    for command in (["list", f"gone{attack}"], ["--no-such" + attack], ["export", attack or "x"], [f"gone{attack}"]):
        terminal = PseudoTerminal(*command, folder=tmp_path)
        terminals.append(terminal)
        assert terminal.ended() == 2
        assert terminal.strange() == []


def test_a_pasted_escape_is_no_key(tmp_path: Path, terminals: list[PseudoTerminal]) -> None:
    terminal = PseudoTerminal(folder=tmp_path, size=(100, 30))
    terminals.append(terminal)
    terminal.wait_for("26 articles")
    terminal.press("E")
    terminal.wait_for("F2 keep")
    terminal.press("\x1b[200~one \x1b[31mQQtwo\x1b\x1bQ \x9b31mthree \u202efour\x1b]0;x\x07\x1b[201~")
    terminal.wait_for("four")
    os.write(terminal.descriptor, b" five")
    assert "three" in terminal.wait_for("five")
    terminal.press("\x1bOQ", "Q")
    assert terminal.ended() == 0
    assert terminal.strange() == []
    corrected = (tmp_path / "data" / "corrections.json").read_text("utf-8")
    assert "one QQtwo" in corrected
    assert "three four five" in corrected
