"""Files of articles in UTF-16: tables that a spreadsheet saves as Unicode text, JSON of a shell, feeds."""

import json
from pathlib import Path

import pytest

from storyreader.loading import can_be_cut, read_page, read_pages
from storyreader.page import Page

STORY = " ".join(f"The ferry of Örn sailed again on day {number} with {number} barrels of oak." for number in range(12))
FIRST, SECOND = ({"title": f"Ferry {number}", "text": f"{STORY} Run {number}."} for number in (1, 2))
TABLE = f"id\ttitle\ttext\n1\tFerry 1\t{FIRST['text']}\n2\tFerry 2\t{SECOND['text']}\n"
LINES = "".join(f"{json.dumps(one, ensure_ascii=False)}\n" for one in (FIRST, SECOND))
FEED = (
    '<?xml version="1.0" encoding="utf-16"?><rss version="2.0"><channel><title>Orn Post</title>'
    + "".join(
        f"<item><title>{one['title']}</title><description>{one['text']}</description></item>" for one in (FIRST, SECOND)
    )
    + "</channel></rss>"
)


FILES = {
    "table.txt": TABLE,
    "table.tsv": TABLE,
    "table.csv": TABLE.replace("\t", ";"),
    "list.json": json.dumps([FIRST, SECOND], ensure_ascii=False),
    "lines.jsonl": LINES,
    "lines.txt": LINES,
    "feed.xml": FEED,
}


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("name", FILES)
def test_every_article_is_read(tmp_path: Path, name: str, encoding: str) -> None:
    file = tmp_path / name
    file.write_bytes(FILES[name].encode(encoding))
    found = [page for page in read_pages(file) if isinstance(page, Page)]
    assert [page.stated["headline"] for page in found] == ["Ferry 1", "Ferry 2"]
    assert [STORY in page.text for page in found] == [True, True]
    assert read_page(found[1].path) == found[1]


def test_such_a_file_is_not_cut(tmp_path: Path) -> None:
    file = tmp_path / "lines.jsonl"
    file.write_text(LINES, encoding="utf-8")
    assert can_be_cut(file)
    file.write_text(LINES, encoding="utf-16")
    assert not can_be_cut(file)
