"""Stories in an archive: accounts of an event in other words, within days, told with their likeness."""

import json
import sys
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from pyarrow import parquet

from storyreader import corpus, library, loading
from storyreader.cli import main
from storyreader.corpus import plan as planning, windows
from storyreader.errors import StoryReaderError
from storyreader.page import Page

EVENTS = (
    (("Quernmouth", "bridge", "Dunmere", "cracks", "divers"), "closed after cracks were seen"),
    (("Arden", "paper mill", "Kinnear", "workers", "lease"), "shut when its lease ended"),
    (("Corran", "ferry", "Brodie", "harbour", "dredging"), "stopped for the winter"),
    (("Valdern", "tunnel", "Ostrava", "miners", "collapse"), "gave way in the night"),
    (("Lisbeth", "orchestra", "Tarkov", "strike", "concert"), "fell silent over pay"),
)
DAY = date(2026, 3, 4)


@pytest.fixture(autouse=True)
def few_piles(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(planning, "BUCKETS", 4)


def accounts(event: int) -> list[tuple[str, list[str]]]:
    """Two accounts of an event, which share names and no sentence."""
    (place, thing, person, first, second), what = EVENTS[event]
    one = [f"The {thing} at {place} {what}, as {person} saw.", f"It is due to {first} and {second}, so we are told."]
    other = [f"It was the {second}, {person} of {place} has said.", f"How old is the {thing}, and why the {first}?"]
    return [(f"{place} {thing} {what}", one), (f"{person} on {first} and {thing} at {place}", other)]


def archive(file: Path, days: tuple[date | None, date | None]) -> Path:
    """All first accounts, then all second ones."""
    lines = []
    for side, day in enumerate(days):
        for event in range(len(EVENTS)):
            headline, text = accounts(event)[side]
            record = {"format": "storyreader-article", "headline": headline, "paragraphs": text}
            lines.append(json.dumps(record | ({"published": day.isoformat()} if day else {})))
    file.write_text("\n".join(lines) + "\n", "utf-8")
    return file


def pairs(file: Path, folder: Path, wanted: corpus.Wanted) -> list[dict[str, Any]]:
    plan = corpus.make_plan([file], folder)
    with corpus.runner(0) as runner:
        found, articles, _ = corpus.find_pairs(plan, runner, wanted, "jsonl", lambda *_: None)
    assert articles.rows == sum(isinstance(page, Page) for page in loading.read_pages(articles.file)) or not found.rows
    return [json.loads(line) for line in found.file.read_text("utf-8").splitlines()]


def test_accounts_of_an_event_are_found_and_told_as_a_story(tmp_path: Path) -> None:
    file = archive(tmp_path / "a.jsonl", (DAY, DAY + timedelta(2)))
    rows = pairs(file, tmp_path / "work", corpus.Wanted(0.3, 0.2))
    headlines = [[headline for headline, _ in accounts(event)] for event in range(len(EVENTS))]
    assert [[row["left"]["headline"], row["right"]["headline"]] for row in rows] == headlines
    assert {row["kind"] for row in rows} == {"story"}
    assert all(0.2 <= row["likeness"] <= 1 and row["share"] is None for row in rows)
    least = sorted(row["likeness"] for row in rows)[1]
    assert len(pairs(file, tmp_path / "work", corpus.Wanted(0.3, least))) == len(EVENTS) - 1
    assert pairs(file, tmp_path / "work", corpus.Wanted(0.3, 2)) == []


def test_only_what_is_near_in_time_is_one_story(tmp_path: Path) -> None:
    wanted = corpus.Wanted(0.3, 0.2)
    apart = archive(tmp_path / "apart.jsonl", (DAY, DAY + timedelta(60)))
    assert pairs(apart, tmp_path / "apart", wanted) == []
    for shift in range(2 * windows.DAYS):
        first = DAY + timedelta(shift)
        near = archive(tmp_path / f"{shift}.jsonl", (first, first + timedelta(windows.DAYS)))
        assert len(pairs(near, tmp_path / f"{shift}", wanted)) == len(EVENTS)
    undated = archive(tmp_path / "undated.jsonl", (None, None))
    assert len(pairs(undated, tmp_path / "undated", wanted)) == len(EVENTS)
    assert pairs(archive(tmp_path / "half.jsonl", (DAY, None)), tmp_path / "half", wanted) == []


def test_a_pair_that_shares_text_is_told_once_with_both_measures(tmp_path: Path) -> None:
    headline, text = accounts(0)[0]
    long = [*text, *accounts(1)[0][1], *accounts(2)[1][1]]
    file = tmp_path / "a.jsonl"
    record = {"format": "storyreader-article", "headline": headline, "paragraphs": long, "published": "2026-03-04"}
    file.write_text("".join(json.dumps(record | {"publisher": name}) + "\n" for name in ("One", "Two")), "utf-8")
    (row,) = pairs(file, tmp_path / "work", corpus.Wanted(0.3, 0.2))
    assert (row["kind"], row["share"]) == ("text", 1.0)
    assert row["likeness"] > 0.99
    (only,) = pairs(file, tmp_path / "work", corpus.Wanted(2, 0.2))
    assert (only["kind"], only["share"]) == ("story", None)


def test_how_rare_a_word_is_all_of_the_archive_says(tmp_path: Path) -> None:
    """Of two articles of one day, what many have in common on other days says nothing."""
    lines = []
    for number in range(60):
        words = [f"{letter}{chr(97 + number // 26)}{chr(97 + number % 26)}word" for letter in "abcdefgh"]
        text = f"Weather outlook: sunshine, showers, thunder and {' '.join(words)} expected everywhere."
        day = DAY + timedelta(100 * max(0, number - 1))
        record = {"format": "storyreader-article", "headline": f"Weather {words[0]}", "paragraphs": [text]}
        lines.append(json.dumps(record | {"published": day.isoformat()}))
    many, two = tmp_path / "many.jsonl", tmp_path / "two.jsonl"
    many.write_text("\n".join(lines), "utf-8")
    two.write_text("\n".join(lines[:2]), "utf-8")
    assert len(pairs(two, tmp_path / "two", corpus.Wanted(0.3, 0.2))) == 1
    assert pairs(many, tmp_path / "many", corpus.Wanted(0.3, 0.2)) == []


def test_parquet_in_and_out(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    lines = archive(tmp_path / "a.jsonl", (DAY, DAY))
    assert main(["pairs", str(lines), "-o", str(tmp_path / "one"), "--format", "parquet"]) == 0
    assert f"5 pairs: {tmp_path / 'one' / 'pairs.parquet'}" in capsys.readouterr().out
    table = tmp_path / "one" / "articles.parquet"
    rows = parquet.read_table(tmp_path / "one" / "pairs.parquet").to_pylist()
    assert {row["kind"] for row in rows} == {"story"}
    assert {row["left_headline"] for row in rows} == {accounts(event)[0][0] for event in range(len(EVENTS))}
    opened = {entry.headline for batch in library.scan([table]) for entry in batch.entries}
    assert opened == {headline for event in range(len(EVENTS)) for headline, _ in accounts(event)}
    first = library.read_article(f"{table}#1")
    assert first.paragraphs == library.read_article(f"{lines}#0").paragraphs
    again = [
        (row["left"]["headline"], row["likeness"]) for row in pairs(table, tmp_path / "two", corpus.Wanted(0.3, 0.2))
    ]
    assert again == [(row["left_headline"], row["likeness"]) for row in rows]


def test_without_pyarrow_the_extra_is_named_before_any_work(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    plan = corpus.make_plan([archive(tmp_path / "a.jsonl", (DAY, DAY))], tmp_path / "work")
    monkeypatch.setitem(sys.modules, "pyarrow.parquet", None)
    with corpus.runner(0) as runner, pytest.raises(StoryReaderError, match="pyarrow") as caught:
        corpus.find_pairs(plan, runner, corpus.Wanted(0.3, 0.2), "parquet", lambda *_: None)
    assert "storyreader[parquet]" in caught.value.hint
    assert not (tmp_path / "work" / "articles").exists()
