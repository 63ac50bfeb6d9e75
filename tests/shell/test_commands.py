"""The commands for pipes and scripts: what they print, and with which exit status they end."""

import io
import json
import shutil
import subprocess
import sys
import zipfile
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

import sample_data
from storyreader.cli import main
from storyreader.library import Catalogue, change_labels

HARBOUR = sample_data.folder() / "harbour-fire"
KESTREL, COASTLINE = HARBOUR / "kestrel-daily.txt", HARBOUR / "coastline-24.txt"


def run(capsys: pytest.CaptureFixture[str], *arguments: object) -> tuple[int, str, str]:
    status = main([str(argument) for argument in arguments])
    printed = capsys.readouterr()
    return status, printed.out, printed.err


def start(argument: str) -> subprocess.CompletedProcess[str]:
    """Run the program in a process of its own, without a terminal."""
    command = [sys.executable, "-m", "storyreader", argument]
    return subprocess.run(command, capture_output=True, text=True, stdin=subprocess.DEVNULL, check=False)


def document(capsys: pytest.CaptureFixture[str], *arguments: object) -> Any:
    status, out, _ = run(capsys, *arguments)
    assert status == 0
    return json.loads(out)


def test_clean_as_json_has_the_promised_fields(capsys: pytest.CaptureFixture[str]) -> None:
    article = document(capsys, "clean", KESTREL, "--format", "json")
    promised = {"format", "version", "headline", "byline", "publisher", "agency", "published", "tags", "language",
                "paragraphs", "removed"}  # fmt: skip
    assert promised <= set(article)
    assert (article["format"], article["version"]) == ("storyreader-article", 1)
    assert article["headline"] == "At least 24 injured in port warehouse fire at Aldermouth"
    assert all(set(line) == {"line", "text", "reason"} for line in article["removed"])


def test_clean_of_several_files_as_json_lines(capsys: pytest.CaptureFixture[str]) -> None:
    status, out, _ = run(capsys, "clean", HARBOUR, "--format", "jsonl")
    assert status == 0
    assert len([json.loads(line) for line in out.splitlines()]) == 5


def test_clean_as_text_and_markdown(capsys: pytest.CaptureFixture[str]) -> None:
    _, text, _ = run(capsys, "clean", KESTREL)
    _, markdown, _ = run(capsys, "clean", KESTREL, "--format", "markdown")
    assert text.startswith("At least 24 injured")
    assert markdown.startswith('---\nformat: storyreader-article\ntitle: "At least 24 injured')
    assert "\n---\n\n# At least 24 injured" in markdown


def test_clean_explains_every_line(capsys: pytest.CaptureFixture[str]) -> None:
    _, out, _ = run(capsys, "clean", KESTREL, "--explain")
    lines = [line for line in KESTREL.read_text(encoding="utf-8").splitlines() if line.strip()]
    explained = [line for line in out.splitlines() if line[:1] in "+-"]
    assert len(explained) >= len(lines)
    assert any("navigation" in line for line in explained if line.startswith("-"))


def test_a_file_that_cannot_be_read_is_named_and_the_others_are_done(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    bad = tmp_path / "scan.pdf"
    bad.write_bytes(b"%PDF-1.5\x00")
    status, out, err = run(capsys, "clean", bad, KESTREL, "--format", "jsonl")
    assert status == 1
    assert len(out.splitlines()) == 1
    assert "scan.pdf" in err


def test_compare_as_json_has_the_promised_fields(capsys: pytest.CaptureFixture[str]) -> None:
    found = document(capsys, "compare", KESTREL, COASTLINE, "--format", "json")
    assert (found["format"], found["version"]) == ("storyreader-compare", 2)
    assert {"left", "right", "links", "only_left", "only_right", "summary"} <= set(found)
    for link in found["links"]:
        assert {"left", "right", "kind", "score", "moved", "reasons", "differences"} <= set(link)
        assert link["kind"] in ("same", "reworded", "partial", "conflict")
        assert 0 <= link["score"] <= 100
    for side in ("left", "right"):
        numbers = {number for link in found["links"] for number in link[side]} | set(found[f"only_{side}"])
        assert numbers == set(range(len(found[side]["sentences"])))


def test_compare_as_json_has_a_sentence_beside_every_code(capsys: pytest.CaptureFixture[str]) -> None:
    found = document(capsys, "compare", KESTREL, COASTLINE, "--format", "json")
    links = found["links"]
    assert all(len(link["reasons"]) == len(link["grounds"]) > 0 for link in links)
    differences = [difference for link in links for difference in link["differences"]]
    assert differences
    for difference in differences:
        assert difference["reason"]
        assert difference["says"]
        assert difference["left_text"] in difference["says"]
    beside = found["findings"]
    assert len(beside["remarks"]) == len(beside["observations"])
    summary = found["summary"]
    assert summary["event"]["says"]
    assert all(reason["says"] for reason in summary["event"]["reasons"])
    said = [remark for remark in summary["remarks"] if remark != summary["event"]["says"]]
    assert len(said) == len(summary["observations"])
    codes = [
        *beside["dropped"],
        *beside["clashes"],
        *(drift for voice in beside["voices"] for drift in voice["drifts"]),
    ]
    assert codes
    assert all(item["says"] for item in codes)


def test_compare_as_text_and_markdown_shows_every_sentence(capsys: pytest.CaptureFixture[str]) -> None:
    found = document(capsys, "compare", KESTREL, COASTLINE, "--format", "json")
    _, text, _ = run(capsys, "compare", KESTREL, COASTLINE)
    _, markdown, _ = run(capsys, "compare", KESTREL, COASTLINE, "--format", "markdown")
    for side in ("left", "right"):
        for sentence in found[side]["sentences"]:
            assert sentence in text
    assert markdown.startswith("# Comparison")
    assert len(markdown.split()) > len(text.split()) // 2


def test_exit_code_tells_whether_articles_differ(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(capsys, "compare", KESTREL, COASTLINE)[0] == 0
    assert run(capsys, "compare", KESTREL, COASTLINE, "--exit-code")[0] == 1
    assert run(capsys, "compare", KESTREL, KESTREL, "--exit-code")[0] == 0


def test_list_groups_by_story(capsys: pytest.CaptureFixture[str]) -> None:
    found = document(capsys, "list", HARBOUR, "--format", "json")
    assert found["format"] == "storyreader-list"
    assert sum(len(story) for story in found["stories"]) == 5
    _, out, _ = run(capsys, "list", HARBOUR)
    assert "At least 24 injured in port warehouse fire at Aldermouth" in out


def test_list_tells_places_versions_and_copies_and_knows_the_readers_stories(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    folder = tmp_path / "pages"
    shutil.copytree(HARBOUR, folder)
    kestrel = folder / KESTREL.name
    shutil.copy(kestrel, folder / "zz.txt")
    found = document(capsys, "list", folder, "--format", "json")
    members = {one["path"]: one for story in found["stories"] for one in story}
    assert members[str(kestrel)]["places"] == [str(kestrel), str(folder / "zz.txt")]
    assert str(folder / "zz.txt") not in members
    copied = members[str(folder / "coastline-24.txt")]
    assert copied["word_for_word"] == {"share": 0.978, "path": str(kestrel), "more": 0, "agency": "Norden Wire"}
    assert copied["version"] is None
    assert copied["places"] == [copied["path"]]
    _, out, _ = run(capsys, "list", folder)
    assert f"\talso {folder / 'zz.txt'}" in out
    assert "\t98% word for word, likely Norden Wire, in The Kestrel Daily\n" in out
    with Catalogue() as catalogue:
        article = next(entry.article_id for entry in catalogue.entries() if entry.path == str(kestrel))
    change_labels([article], lambda labels: replace(labels, story=article))
    found = document(capsys, "list", folder, "--format", "json")
    assert [[one["path"] for one in story] for story in found["stories"]].count([str(kestrel)]) == 1
    alone = document(capsys, "search", "story:injured", folder, "--format", "json")["found"]
    assert [one["path"] for one in alone] == [str(kestrel)]  # by its own headline
    for everywhere in ([folder], []):
        twins = document(capsys, "search", "outlet:kestrel", *everywhere, "--format", "json")["found"]
        assert [one["path"] for one in twins] == [str(kestrel)]


@pytest.mark.parametrize(
    "arguments", [["compare", "one"], ["clean"], ["compare", "a", "b", "--format", "pdf"], ["--nope"]]
)
def test_bad_use_ends_with_two(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(arguments)
    assert ended.value.code == 2
    assert "usage" in capsys.readouterr().err


@pytest.mark.parametrize(
    "arguments", [["nowhere"], ["clean", "nowhere"], ["compare", "nowhere", "nowhere"], ["list", "nowhere"]]
)
def test_a_path_that_is_not_there_ends_with_two(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    status, _, err = run(capsys, *arguments)
    assert status == 2
    assert "nowhere" in err


def test_without_a_terminal_the_app_says_what_to_use_instead() -> None:
    result = start(str(HARBOUR))
    assert result.returncode == 2
    assert "storyreader list, clean, compare or board" in result.stderr


@pytest.mark.parametrize("argument", ["--help", "--version"])
def test_help_and_version(argument: str) -> None:
    result = subprocess.run(
        [sys.executable, "-m", "storyreader", argument], capture_output=True, text=True, check=False
    )
    assert result.returncode == 0
    assert "storyreader" in result.stdout


def test_a_reader_that_leaves_early_is_no_error() -> None:
    command = f"{sys.executable} -m storyreader clean {HARBOUR} --format json | head -1"
    result = subprocess.run(["bash", "-c", command], capture_output=True, text=True, check=False)
    assert result.stderr == ""


def test_clean_tells_its_progress_on_stderr_and_the_same_with_more_processes(
    capsys: pytest.CaptureFixture[str],
) -> None:
    status, alone, told = run(capsys, "clean", HARBOUR, "--format", "jsonl", "--progress")
    files = len(alone.splitlines())
    assert status == 0
    assert told.splitlines()[-1] == f"storyreader: {files} of {files} cleaned"
    status, together, told = run(capsys, "clean", HARBOUR, "--format", "jsonl", "--jobs", "2")
    assert (status, together, told) == (0, alone, "")


class _Piped:
    """A standard input with these bytes in it."""

    def __init__(self, data: bytes) -> None:
        self.buffer = io.BytesIO(data)


def test_clean_reads_the_standard_input(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    _, expected, _ = run(capsys, "clean", KESTREL)
    monkeypatch.setattr(sys, "stdin", _Piped(KESTREL.read_bytes()))
    assert run(capsys, "clean", "-") == (0, expected, "")
    _, lines, _ = run(capsys, "clean", KESTREL, COASTLINE, "--format", "jsonl")
    monkeypatch.setattr(sys, "stdin", _Piped(lines.encode()))
    status, out, _ = run(capsys, "clean", "-", "--format", "jsonl", "--learn")
    again = [json.loads(line) for line in out.splitlines()]
    assert status == 0
    assert [one["paragraphs"] for one in again] == [json.loads(line)["paragraphs"] for line in lines.splitlines()]
    assert again[0]["path"] == "-#0"
    monkeypatch.setattr(sys, "stdin", _Piped(b"\x89PNG\r\n\x1a\n"))
    status, out, err = run(capsys, "clean", "-")
    assert (status, out) == (1, "")
    assert "- is a PNG picture" in err


def test_compare_reads_the_standard_input(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    _, expected, _ = run(capsys, "compare", KESTREL, COASTLINE)
    monkeypatch.setattr(sys, "stdin", _Piped(KESTREL.read_bytes()))
    assert run(capsys, "compare", "-", COASTLINE) == (0, expected, "")
    _, lines, _ = run(capsys, "clean", KESTREL, COASTLINE, "--format", "jsonl")
    monkeypatch.setattr(sys, "stdin", _Piped(lines.encode()))
    status, _, err = run(capsys, "compare", "-", COASTLINE)
    assert status == 2
    assert "FILE#PLACE" in err


def test_an_address_is_got_only_when_that_was_asked_for(capsys: pytest.CaptureFixture[str]) -> None:
    for command in (("clean",), ("compare", KESTREL)):
        status, out, err = run(capsys, *command, "http://127.0.0.1:9/page")
        assert (status, out) == (2, "")
        assert "--fetch" in err
        status, out, err = run(capsys, *command, "http://127.0.0.1:9/page", "--fetch")
        assert "private network" in err


def test_a_page_in_a_file_of_many_is_named_by_its_place(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    file = tmp_path / "pages.zip"
    with zipfile.ZipFile(file, "w") as archive:
        archive.write(KESTREL, "in/kestrel.txt")
        archive.write(COASTLINE, "coastline.txt")
        archive.writestr("photo.png", b"\x89PNG\r\n\x1a\n")
    _, expected, _ = run(capsys, "compare", KESTREL, COASTLINE)
    assert run(capsys, "compare", f"{file}#in/kestrel.txt", f"{file}#coastline.txt") == (0, expected, "")
    status, out, err = run(capsys, "list", file, "--format", "json")
    assert status == 1
    assert "photo.png is a PNG picture" in err or "photo.png is a PNG picture" in out
    assert f"{file}#in/kestrel.txt" in out
    status, out, err = run(capsys, "clean", file, "--format", "jsonl", "--progress")
    assert status == 1
    assert len(out.splitlines()) == 2
    assert "1 of 1 cleaned, 3 pages" in err
    status, _, err = run(capsys, "compare", file, KESTREL)
    assert status == 2
    assert f"such as {file}#in/kestrel.txt" in err
