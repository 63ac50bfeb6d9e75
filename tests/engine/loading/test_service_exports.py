"""What services for reading later, clippers and blogs export, each after an export of theirs."""

import io
import json
import zipfile
from pathlib import Path

import pytest

from storyreader.cleaning import clean_page
from storyreader.errors import UnreadablePage
from storyreader.loading import read_page, read_pages
from storyreader.page import Page

FILES = Path(__file__).parent / "files"
FERRY = "Ferry to Corran stops for the winter after crack is found"
SITE, BYLINE = "https://www.skerryobserver.example/news/", "Ailsa Brodie"


@pytest.mark.parametrize("name", ["enex", "omnivore", "readwise", "omnivore.md", "wallabag.md", "wordpress"])
def test_exports_of_services(tmp_path: Path, name: str) -> None:
    page, *_ = read_pages(FILES / "obsidian.md")
    assert isinstance(page, Page)
    paragraphs = clean_page(page).paragraphs
    file = tmp_path / name
    file.write_bytes(exported(name, paragraphs))
    (found,) = read_pages(file)
    assert isinstance(found, Page), found
    article = clean_page(found)
    assert (article.headline, article.url, article.byline) == (FERRY, f"{SITE}ferry-corran", BYLINE)
    assert article.paragraphs == paragraphs


def exported(name: str, paragraphs: tuple[str, ...]) -> bytes:
    """The ferry story as services export it, after exports of theirs."""
    text, markup = "\n\n".join(paragraphs), "".join(f"<p>{paragraph}</p>" for paragraph in paragraphs)
    url, by = f"{SITE}ferry-corran", BYLINE
    if name == "omnivore":
        known = {"slug": "ferry", "title": FERRY, "url": url, "author": by, "labels": ["sea"], "savedAt": "2025-11-07"}
        data = io.BytesIO()
        with zipfile.ZipFile(data, "w") as archive:
            archive.writestr("metadata_0_to_20.json", json.dumps([known]))
            archive.writestr("content/ferry.html", f'<DIV class="page" id="readability-page-1">{markup}</DIV>')
            archive.writestr("highlights/ferry.md", f"> {paragraphs[0]}")
        return data.getvalue()
    return {
        "enex": f"""<?xml version="1.0" encoding="UTF-8"?><!DOCTYPE en-export SYSTEM "http://x.example/export.dtd">
            <en-export><note><title>{FERRY}</title><content><![CDATA[<en-note>{markup}</en-note>]]></content><created>
            20251107T090000Z</created><note-attributes><author>{by}</author><source-url>{url}</source-url>
            </note-attributes></note></en-export>""",
        "readwise": f"# {FERRY}\n\n![rw-book-cover](https://x.example/c.png)\n\n## Metadata\n- Author: [[{by}]]\n"
        f"- Full Title: {FERRY}\n- Category: #articles\n- URL: {url}\n\n## Full Document\n{text}\n\n"
        "## Highlights\n- It came.\n",
        "omnivore.md": f"---\nid: 1\ntitle: {FERRY}\nauthor: {by}\ndate_published: 2025-11-06\n---\n\n# {FERRY}\n"
        f"#Omnivore\n\n[Read on Omnivore](https://x.example/me)\n[Read Original]({url})\n\n{text}\n",
        "wallabag.md": f'---\ntitle: "{FERRY}"\nurl: {url}\nauthors: [{by}]\npublished_at: 2025-11-06\n---\n\n{text}\n',
        "wordpress": f"""<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"
            xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><item><title>{FERRY}</title><link>{url}</link>
            <dc:creator>{by}</dc:creator><description>The only [&#8230;]</description><content:encoded><![CDATA[{markup}
            <p>The post <a href="{url}">{FERRY}</a> appeared first on <a href="{SITE}">The Skerry Observer</a>.</p>]]>
            </content:encoded></item></channel></rss>""",
    }[name].encode()


def test_highlights_alone_are_no_article(tmp_path: Path) -> None:
    file = tmp_path / "a.md"
    file.write_text(
        "# Ferry\n\n## Metadata\n- Author: [[A]]\n- Category: #articles\n\n## Highlights\n- It came.\n", "utf-8"
    )
    with pytest.raises(UnreadablePage, match="highlights only"):
        read_page(file)
