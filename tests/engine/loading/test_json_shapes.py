"""Articles in JSON, wherever in it they stand and whatever their fields are called."""

import json
from pathlib import Path
from typing import Any

import pytest

from storyreader.errors import UnreadablePage
from storyreader.loading import read_pages
from storyreader.page import Page

STORY = " ".join(
    f"The ferry of Orn sailed again on day {number} after the crew had mended the hull with oak."
    for number in range(12)
)
MARKUP = f"<p>{STORY}</p>"
TITLE, NAME, ADDRESS, TIME = "Ferry & mill", "Ann Bell", "https://orn.example/ferry", "2026-05-04T08:00:00Z"


def pages(path: Path, document: Any) -> list[Page | UnreadablePage]:
    path.write_text(json.dumps(document), encoding="utf-8")
    return list(read_pages(path))


def page(path: Path, document: Any) -> Page:
    (found,) = pages(path, document)
    assert isinstance(found, Page)
    return found


WORDPRESS = {
    "id": 7, "date": TIME, "link": ADDRESS, "title": {"rendered": "Ferry &#038; <em>mill</em>"},
    "content": {"rendered": MARKUP, "protected": False}, "author": 5, "_embedded": {"author": [{"name": NAME}]},
}  # fmt: skip
PLAIN = {"title": TITLE, "author": NAME, "url": ADDRESS, "published": TIME}


@pytest.mark.parametrize(
    "document",
    [
        [WORDPRESS],
        WORDPRESS,
        {"posts": [{"title": TITLE, "html": MARKUP, "url": ADDRESS, "published_at": TIME,
                    "primary_author": {"name": NAME}}]},
        {
            "response": {
                "status": "ok",
                "results": [{
                    "id": "ferry", "webTitle": TITLE, "webUrl": ADDRESS, "webPublicationDate": TIME,
                    "fields": {"body": MARKUP, "byline": NAME},
                }],
            }
        },
        {"uri": "urn:1", "url": ADDRESS, "versioncreated": TIME, "by": NAME,
         "headlines": [{"role": "main", "value": TITLE}],
         "bodies": [{"role": "main", "contenttype": "text/html", "value": MARKUP}]},
        {"headlines": {"basic": TITLE}, "credits": {"by": [{"name": NAME}]}, "canonical_url": ADDRESS,
         "display_date": TIME, "content_elements": [{"type": "text", "content": STORY}]},
        {"hits": {"total": 1, "hits": [{"_index": "a", "_id": "1", "_source": {**PLAIN, "body": STORY}}]}},
        {"rows": [{"row_idx": 0, "row": {**PLAIN, "text": STORY}}]},
        {"@graph": [{"@type": "WebSite", "name": "Orn Post"}, {"@type": "NewsArticle", **PLAIN, "articleBody": STORY}]},
        {"stories": [{"story_title": TITLE, "story_content": MARKUP, "story_permalink": ADDRESS, "story_date": TIME,
                      "story_authors": NAME}]},
        {"items": [{"title": "Ferry &amp; mill", "published": 1777881600, "canonical": [{"href": ADDRESS}],
                    "summary": {"content": MARKUP}, "author": NAME}]},
        {"objects": [{**PLAIN, "url": None, "pageUrl": ADDRESS, "text": STORY}]},
        {"data": [{"type": "node", "attributes": {**PLAIN, "body": {"value": STORY, "processed": MARKUP}}}]},
        [{**PLAIN, "published": {"$date": TIME}, "text": STORY, "_id": {"$oid": "1"}}],
        {"columns": [*PLAIN, "text"], "index": [0], "data": [[*PLAIN.values(), STORY]]},
        {name: {"0": value} for name, value in {**PLAIN, "text": STORY}.items()},
        {"0": {**PLAIN, "text": STORY}},
    ],
)  # fmt: skip
def test_an_article_is_found_with_its_fields(tmp_path: Path, document: Any) -> None:
    found = page(tmp_path / "a.json", document)
    assert STORY in found.text
    assert found.text.count(STORY) == 1
    assert found.url == ADDRESS
    assert (found.stated["headline"], found.stated["byline"]) == (TITLE, NAME)
    assert found.stated["published"].startswith("2026-05-04T08:00:00")


@pytest.mark.parametrize("around", [{"origin": {"title": "Orn Post"}}, {"feed": {"title": "Orn Post"}},
                                    {"yoast_head_json": {"og_site_name": "Orn Post"}}])  # fmt: skip
def test_the_outlet_may_stand_in_an_object_beside(tmp_path: Path, around: dict[str, Any]) -> None:
    assert page(tmp_path / "a.json", {**PLAIN, "content": STORY, **around}).stated["publisher"] == "Orn Post"


def test_lines_of_a_database_are_articles(tmp_path: Path) -> None:
    lines = [json.dumps({"_id": str(number), "_source": {**PLAIN, "body": STORY}}) for number in range(2)]
    (tmp_path / "a.jsonl").write_text("\n".join(lines), encoding="utf-8")
    found = list(read_pages(tmp_path / "a.jsonl"))
    assert [type(one) for one in found] == [Page, Page]


def test_pieces_of_markup_and_of_text_become_paragraphs(tmp_path: Path) -> None:
    pieces = [{"type": "text", "content": STORY}, {"type": "raw_html", "content": "<div><p>Second.</p></div>"}]
    found = page(tmp_path / "a.json", {**PLAIN, "content_elements": pieces})
    assert found.media == "html"
    assert f"<p>{STORY}</p>" in found.text


@pytest.mark.parametrize(
    "document",
    [
        {"name": "orn", "version": "1.0.0", "description": "Ferries", "dependencies": {"a": "^1"}},
        {"type": "FeatureCollection", "features": [{"type": "Feature", "properties": {"name": "Orn"}}]},
        {"items": [{"title": TITLE, "link": ADDRESS, "excerpt": "Short."}]},
        {"a": {"a": {"a": {"a": {"a": {"a": {"items": [{**PLAIN, "text": STORY}]}}}}}}},
        {"columns": ["a"], "data": [[1]]},
        {},
    ],
)
def test_what_is_no_article_is_refused(tmp_path: Path, document: Any) -> None:
    (found,) = pages(tmp_path / "a.json", document)
    assert isinstance(found, UnreadablePage)
    assert "without the texts of articles" in found.message
