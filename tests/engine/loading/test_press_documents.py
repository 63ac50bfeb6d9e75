"""What press databases give out: documents one below the other, with lists around them."""

import io
import zipfile
from pathlib import Path

import pytest

from storyreader.cleaning import clean_page
from storyreader.loading import read_pages
from storyreader.page import Page

TOLD = tuple(
    f"The ferry of Orn sailed again on day {number} after the crew had mended the hull with oak." for number in range(6)
)
_RULE = "_" * 60
_COVER = (
    "User Name: Carl Dorn", "Date and Time: Tuesday, May 5, 2026 9:12:00 AM CET", "Job Number: 221334455",
    "Documents (2)", "1. Ferry of Orn sails again", "Client/Matter: -None-", "Search Terms: ferry AND Orn",
    "2. Mill of Orn stands idle", "Client/Matter: -None-", "Search Terms: ferry AND Orn",
)  # fmt: skip


def nexis(title: str, end: str = "End of Document") -> list[str]:
    return [
        title, "The Orn Post", "May 4, 2026 Monday", "Section: NEWS; Pg. A3", "Length: 412 words", "Byline: Ann Bell",
        "Body", *TOLD, "Load-Date: May 5, 2026", end,
    ]  # fmt: skip


def proquest(title: str) -> str:
    text = "\n\n".join(TOLD)
    return (
        f"{_RULE}\n\n{title}\n\nAuthor: Bell, Ann\n\nPublication info: The Orn Post ; Orn. 04 May 2026: A.3.\n\n"
        "ProQuest document link\n\nAbstract: The ferry sailed.\n\nLinks: http://link.example/?ctx\n\n"
        f"Full text: {text}\n\nSubject: Ferries; Harbours\n\nPublication title: The Orn Post\n\nPublication date: "
        "May 4, 2026\n\nSource type: Newspaper\n\nProQuest document ID: 300000001\n\nLast updated: 2026-05-05\n\n"
        "Database: ProQuest Central\n\n"
    )


def word(lines: list[str]) -> bytes:
    """A document of a word processor with a paragraph for each line."""
    space = "http://schemas.openxmlformats.org"
    told = "".join(f"<w:p><w:r><w:t>{line}</w:t></w:r></w:p>" for line in lines)
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("[Content_Types].xml", f"<Types xmlns='{space}/package/2006/content-types'/>")
        archive.writestr(
            "_rels/.rels",
            f"<Relationships xmlns='{space}/package/2006/relationships'><Relationship Id='r1' "
            "Target='word/document.xml' "
            f"Type='{space}/officeDocument/2006/relationships/officeDocument'/></Relationships>",
        )
        archive.writestr(
            "word/document.xml",
            f"<w:document xmlns:w='{space}/wordprocessingml/2006/main'><w:body>{told}</w:body></w:document>",
        )
    return packed.getvalue()


TITLES = "Ferry of Orn sails again", "Mill of Orn stands idle"
BOTH = [*_COVER, *nexis(TITLES[0]), *nexis(TITLES[1])]
FILES = {
    "nexis.docx": word(BOTH),
    "nexis.txt": "\n\n".join(BOTH).encode(),
    "proquest.txt": f"{''.join(map(proquest, TITLES))}{_RULE}\n\nContact us at: https://pq.example\n".encode(),
}


@pytest.mark.parametrize("name", FILES)
def test_each_document_is_an_article(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes(FILES[name])
    found = [clean_page(one) for one in read_pages(tmp_path / name) if isinstance(one, Page)]
    assert [one.headline for one in found] == list(TITLES)
    for article in found:
        assert (article.byline, article.publisher, str(article.published)) == ("Ann Bell", "The Orn Post", "2026-05-04")
        assert article.paragraphs == TOLD


@pytest.mark.parametrize("cover", [[], list(_COVER)])
def test_a_single_document_is_the_file(tmp_path: Path, cover: list[str]) -> None:
    (tmp_path / "a.docx").write_bytes(word([*cover, *nexis(TITLES[0])]))
    (found,) = read_pages(tmp_path / "a.docx")
    assert isinstance(found, Page)
    assert found.path == str(tmp_path / "a.docx")
    article = clean_page(found)
    assert (article.headline, article.paragraphs) == (TITLES[0], TOLD)
