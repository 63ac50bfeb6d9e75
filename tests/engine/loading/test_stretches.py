"""Files cut into stretches that are read by themselves: together they have every page of the file, each once."""

import gzip
import io
import json
import sys
from datetime import UTC, date, datetime
from pathlib import Path

import pyarrow as pa
import pytest
from pyarrow import parquet

from storyreader.errors import UnreadablePage
from storyreader.loading import can_be_cut, read_page, read_pages, read_stretch
from storyreader.page import Page
from tests.engine.loading.test_web_archives import HTML, archived

TEXTS = [f"The ferry number {number} was late again, and nobody on pier {number} said why." for number in range(12)]


def warc(packed: bool) -> bytes:
    inner = archived(("response", "https://x.example/inner", b"<p>WARC/1.0 is a format.</p>", dict(HTML)))
    records = [("response", f"https://x.example/{n}", f"<p>{t}</p>".encode(), dict(HTML)) for n, t in enumerate(TEXTS)]
    if packed:  # an archive in another, not packed, cannot be told from the records around it
        records.insert(4, ("response", "https://x.example/a.warc.gz", inner, {"Content-Type": "application/warc"}))
    return archived(*records, packed=packed)


def mbox() -> bytes:
    letters = (
        f"From a@x.example Mon Mar  9 10:30:00 2026\nSubject: Ferry {number}\n\n{text}\n>From here on it is quiet.\n\n"
        for number, text in enumerate(TEXTS)
    )
    return "".join(letters).encode()


def lines() -> bytes:
    return "".join(json.dumps({"title": f"Ferry {n}", "text": text}) + "\n" for n, text in enumerate(TEXTS)).encode()


def table() -> bytes:
    stream = io.BytesIO()
    parquet.write_table(pa.table({"title": TEXTS, "text": TEXTS}), stream, row_group_size=2)
    return stream.getvalue()


FILES = {
    "a.warc": warc(packed=False), "a.warc.gz": warc(packed=True), "a.mbox": mbox(), "a.jsonl": lines(),
    "a.parquet": table(),
}  # fmt: skip


@pytest.mark.parametrize("name", FILES)
@pytest.mark.parametrize("length", [97, 400, 1000, 100_000])
def test_stretches_have_each_page_once(tmp_path: Path, name: str, length: int) -> None:
    file = tmp_path / name
    file.write_bytes(FILES[name])
    whole = list(read_pages(file))
    assert sum(isinstance(page, Page) for page in whole) == len(TEXTS)
    assert can_be_cut(file)
    size = len(FILES[name])
    found = [page for at in range(0, size, length) for page in read_stretch(file, at, min(size, at + length))]
    assert found == whole


def test_what_cannot_be_cut(tmp_path: Path) -> None:
    packed = gzip.compress(lines())
    for name, content in {"a.json": b'[{"title": "A"}]', "a.txt": b"The ferry was late.", "b.gz": packed}.items():
        (tmp_path / name).write_bytes(content)
        assert not can_be_cut(tmp_path / name)
    assert not can_be_cut(tmp_path / "none.jsonl")


def test_columns_of_all_kinds(tmp_path: Path) -> None:
    moment = datetime(2026, 3, 9, 10, 30, tzinfo=UTC)
    columns = {
        "headline": pa.array(["Ferry late", "Mill shut"]),
        "html": pa.array([f"<p>{TEXTS[0]}</p><p>{TEXTS[1]}</p>".encode(), f"<p>{TEXTS[2]}</p>".encode()]),
        "published_at": pa.array([moment, None], pa.timestamp("ns", "UTC")),
        "date_modified": pa.array([date(2026, 3, 10), None]),
        "vector": pa.array([[0.5], [0.25]]),
    }
    file = tmp_path / "a.parquet"
    parquet.write_table(pa.table(columns), file)
    first, second = read_pages(file)
    assert isinstance(first, Page)
    assert isinstance(second, Page)
    assert (first.media, first.stated["headline"]) == ("html", "Ferry late")
    assert first.stated["published"] == "2026-03-09T10:30:00+00:00"
    assert first.stated["updated"] == "2026-03-10"
    assert "published" not in second.stated
    assert read_page(second.path) == second


def test_tables_that_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "a.parquet"
    parquet.write_table(pa.table({"price": [1, 2]}), file)
    (problem,) = read_pages(file)
    assert "a table without the texts of articles" in str(problem)
    file.write_bytes(table()[:-9])
    (problem,) = read_pages(file)
    assert isinstance(problem, UnreadablePage)
    assert "is damaged" in str(problem)
    monkeypatch.setitem(sys.modules, "pyarrow.parquet", None)
    (problem,) = read_pages(file)
    assert isinstance(problem, UnreadablePage)
    assert "storyreader[parquet]" in problem.hint
    assert not can_be_cut(file)
