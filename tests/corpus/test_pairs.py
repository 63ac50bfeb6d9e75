"""Pairs in an archive: found whole, by one process or by workers, and gone on with after an end."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from storyreader import corpus, loading
from storyreader.cli import main
from storyreader.corpus import plan as planning, steps
from storyreader.errors import StoryReaderError
from storyreader.page import Page

TEXT = corpus.Wanted(0.3, 2)


def sentences(seed: int, count: int) -> list[str]:
    return [
        f"On day {seed + n} the ferry number {seed * 7 + n} carried {seed * 13 + n} people to pier {n}."
        for n in range(count)
    ]


def archive(folder: Path, count: int = 40) -> Path:
    """Articles of which each tenth has most of the text of the one before."""
    file = folder / "archive.jsonl"
    lines = []
    for number in range(count):
        own = sentences(1000 * number, 12)
        text = sentences(1000 * (number - 1), 12)[:9] + own[:3] if number % 10 == 1 else own
        record = {"format": "storyreader-article", "headline": f"Story {number}", "paragraphs": text}
        lines.append(json.dumps(record))
    file.write_text("\n".join(lines) + "\n", "utf-8")
    return file


def told(step: str, done: int, count: int) -> None:
    assert 0 <= done <= count


def run(file: Path, folder: Path, wanted: corpus.Wanted = TEXT) -> list[dict[str, Any]]:
    plan = corpus.make_plan([file], folder)
    with corpus.runner(0) as runner:
        pairs, articles, _ = corpus.find_pairs(plan, runner, wanted, "jsonl", told)
    pages = [page for page in loading.read_pages(articles.file) if isinstance(page, Page)]
    rows = [json.loads(line) for line in pairs.file.read_text("utf-8").splitlines()]
    assert len(pages) == len({side["path"] for row in rows for side in (row["left"], row["right"])})
    return rows


@pytest.fixture(autouse=True)
def small(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(planning, "PIECE", 7000)
    monkeypatch.setattr(planning, "BUCKETS", 4)


def test_articles_that_share_text_are_found_across_parts(tmp_path: Path) -> None:
    file = archive(tmp_path)
    assert corpus.make_plan([file], tmp_path / "plan").count > 3
    rows = run(file, tmp_path / "work")
    found = [(row["left"]["headline"], row["right"]["headline"]) for row in rows]
    assert found == [(f"Story {n}", f"Story {n + 1}") for n in range(0, 40, 10)]
    assert all(0.5 < row["share"] <= 1 for row in rows)
    assert loading.read_page(rows[0]["left"]["path"]).stated["headline"] == "Story 0"


def test_a_run_that_was_ended_goes_on(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = archive(tmp_path)
    read: list[int] = []
    read_part = steps.read_part

    def reading(plan: planning.Plan, number: int) -> int:
        if len(read) == 2:
            raise KeyboardInterrupt
        read.append(number)
        return read_part(plan, number)

    def going_on(plan: planning.Plan, number: int) -> int:
        read.append(number)
        return read_part(plan, number)

    monkeypatch.setattr(steps, "read_part", reading)
    with pytest.raises(KeyboardInterrupt):
        run(file, tmp_path / "work")
    monkeypatch.setattr(steps, "read_part", going_on)
    rows = run(file, tmp_path / "work")
    assert sorted(read) == list(range(len(read)))
    assert rows == run(file, tmp_path / "work")
    assert rows == run(file, tmp_path / "other")
    file.write_text(file.read_text("utf-8") + "{}\n", "utf-8")
    with pytest.raises(StoryReaderError, match="other files"):
        corpus.make_plan([file], tmp_path / "work")


def test_the_command_writes_pairs_and_articles(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = archive(tmp_path, 12)
    assert main(["pairs", str(file), "-o", str(tmp_path / "out"), "--only", "text"]) == 0
    out = capsys.readouterr().out
    assert f"2 pairs: {tmp_path / 'out' / 'pairs.jsonl'}" in out
    assert f"4 articles to open: {tmp_path / 'out' / 'articles.jsonl'}" in out


def test_workers_find_what_one_process_finds(tmp_path: Path) -> None:
    lines = archive(tmp_path, 60).read_text("utf-8").splitlines()
    folder = tmp_path / "files"
    folder.mkdir()
    for number, line in enumerate(lines):
        (folder / f"{number:02}.json").write_text(line, "utf-8")
    assert corpus.make_plan([folder], tmp_path / "plan").count == 2
    alone = run(folder, tmp_path / "alone", corpus.Wanted(0.3, 0.2))
    together = tmp_path / "together"
    command = [sys.executable, "-m", "storyreader", "pairs", str(folder), "-o", str(together), "--workers", "2"]
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=120)
    assert done.returncode == 0, done.stderr
    assert [json.loads(line) for line in (together / "pairs.jsonl").read_text("utf-8").splitlines()] == alone
    kinds = [row["kind"] for row in alone]
    assert kinds.count("text") == 6
    assert kinds.count("story") > 6


def test_without_dask_the_extra_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "distributed", None)
    with pytest.raises(StoryReaderError, match=r"storyreader\[pairs\]"), corpus.runner(2):
        pass


def test_what_cannot_be_read_is_told_with_what_to_do(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = archive(tmp_path, 12)
    file.write_text(file.read_text("utf-8") + '{"title": "Ferry late", "text": ""}\nno json\n', "utf-8")
    (tmp_path / "photo.png").write_bytes(b"\x89PNG\r\n\x1a\n")
    out = tmp_path / "out"
    assert main(["pairs", str(file), str(tmp_path / "photo.png"), "-o", str(out), "--only", "text"]) == 1
    told = [json.loads(line) for line in (out / "not-read.jsonl").read_text("utf-8").splitlines()]
    assert f"3 not read: {out / 'not-read.jsonl'}" in capsys.readouterr().out
    assert [row["path"].rpartition("/")[2].partition("#")[0] for row in told] == ["archive.jsonl"] * 2 + ["photo.png"]
    assert all(row["message"] and row["hint"] for row in told)


def test_the_archive_is_not_read_again_to_tell_other_pairs(tmp_path: Path) -> None:
    file = archive(tmp_path)
    plan = corpus.make_plan([file], tmp_path / "work")
    with corpus.runner(0) as runner:
        corpus.find_pairs(plan, runner, TEXT, "jsonl", told)
        file.unlink()
        pairs, articles, _ = corpus.find_pairs(plan, runner, corpus.Wanted(0.5, 2), "jsonl", told)
    assert (pairs.rows, articles.rows) == (4, 8)
    (first, *_) = loading.read_pages(articles.file)
    assert isinstance(first, Page)
    assert first.text.splitlines() == sentences(0, 12)


def test_a_small_archive_has_work_for_many(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(planning, "PIECE", 16_000_000)
    file = tmp_path / "a.jsonl"
    file.write_text('{"title": "Ferry late"}\n' * 250_000, "utf-8")
    assert corpus.make_plan([file], tmp_path / "work").count == 6
