"""The HTML and Markdown of a dossier: what they tell, and that no text of a page or a note becomes markup."""

import re
from collections import Counter
from importlib import resources
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given, settings, strategies as st
from lxml import html as lxml_html
from markdown_it import MarkdownIt

from storyreader.exporting.dossier import dossier_of
from storyreader.exporting.dossier_html import render_html
from storyreader.exporting.dossier_markdown import plain, render_markdown
from tests.exporting.dossiers import LEFT, RIGHT, full, noted, saved_with

HOSTILE = (
    "<script>alert(1)</script>", "</style><img src=x onerror=alert(1)>", '" onmouseover="alert(1)', "&lt;b&gt;&amp;",
    "# heading", "---", "===", "- item", "1. one", "> quote", "`code`", "**bold**", "[a](javascript:alert(1))",
    "<!-- -->", "]]>", "| a | b |", "\\", "$x$", "![p](u)", "&copy;", "    code", "+ plus", ": term", "[^1]: foot",
    "a\x00b\x1b[31m", "\u202eright", "=1+1",
)  # fmt: skip
TOLD = ("c0ffee", "beef", "The Courier", "The Gazette", "4 May 2026", "date unknown", "count", "Who counted?", "Ina",
        "conflict", "https://weir.example/log?x=1", "not a conflict", "It rained for nine days.", "storyreader 0.",
        "not a judgement of truth", "Nine?", "Reviewed: 1 of ", "courier.txt")  # fmt: skip
texts = st.one_of(st.sampled_from(HOSTILE), st.text(max_size=40))


def page_of(text: str = "Who counted?\nAsk again.") -> Any:
    return lxml_html.document_fromstring(render_html(dossier_of(full(text))).encode())


def test_both_tell_everything_a_checker_needs() -> None:
    dossier = dossier_of(full())
    shown = lxml_html.document_fromstring(render_html(dossier).encode()).text_content()
    markdown = re.sub(r"\\(.)", r"\1", render_markdown(dossier))
    for told in (*TOLD, *LEFT, *RIGHT):
        assert told in shown, told
        assert told in markdown, told
    assert "/home/ina" not in shown + markdown


def test_the_page_has_landmarks_headings_and_labels() -> None:
    page = page_of()
    assert page.get("lang") == "en"
    assert [len(page.findall(f".//{name}")) for name in ("main", "header", "h1")] == [1, 1, 1]
    levels = [int(heading.tag[1]) for heading in page.iter("h1", "h2", "h3", "h4")]
    assert all(after - before <= 1 for before, after in pairwise(levels))
    names = Counter(page.xpath("//@id"))
    assert set(names.values()) == {1}
    assert set(page.xpath("//@aria-labelledby")) <= set(names)
    assert page.xpath("//main//section[not(@aria-labelledby)]") == []
    assert page.xpath("//ol/*[not(self::li)] | //ul/*[not(self::li)]") == []


def test_right_to_left_text_has_its_language_and_direction() -> None:
    page = page_of()
    [paragraph] = [p for p in page.iter("p") if p.text_content() == RIGHT[1]]
    assert paragraph.get("dir") == "auto"
    assert paragraph.getparent().get("lang") == "he"


def test_nothing_runs_and_nothing_is_fetched() -> None:
    page = page_of("</p><script>alert(1)</script>")
    assert page.xpath("//script | //img | //link | //iframe | //object | //form | //base") == []
    assert [name for element in page.iter() for name in element.attrib if name.startswith("on")] == []
    links = page.xpath("//a/@href")
    assert all(link.startswith(("https://", "#")) for link in links)
    assert "https://weir.example/log?x=1&y=2" in links
    assert "url(" not in page.findtext(".//style")


@settings(max_examples=40)
@given(texts)
def test_the_page_has_the_same_elements_whatever_a_note_says(text: str) -> None:
    def elements(words: str) -> Counter[str]:
        page = lxml_html.document_fromstring(render_html(dossier_of(saved_with(noted(words, tags=["t"])))).encode())
        return Counter(str(element.tag) for element in page.iter())

    assert elements(f"x{text}x") == elements("plain")


@settings(max_examples=150)
@given(st.one_of(st.sampled_from(HOSTILE), st.text(alphabet=st.characters(codec="utf-8"), max_size=30)))
@pytest.mark.filterwarnings("ignore::DeprecationWarning")
def test_a_line_of_markdown_is_shown_as_it_was_written(text: str) -> None:
    shown = MarkdownIt("gfm-like", {"linkify": False, "html": True}).render(f"{plain(text)}\n\nlast")
    page = lxml_html.fragment_fromstring(shown, create_parent="div")
    assert {element.tag for element in page.iter()} == {"div", "p"}
    wanted = " ".join(re.sub(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029]", " ", text).split())
    assert " ".join(page.text_content().split()) == " ".join(f"{wanted} last".split())


def contrast(one: str, other: str) -> float:
    """The contrast of two colours as WCAG 2.1 defines it, 1 to 21."""

    def light(colour: str) -> float:
        digits = colour.lstrip("#")
        digits = "".join(digit * 2 for digit in digits) if len(digits) == 3 else digits
        parts = [int(digits[place : place + 2], 16) / 255 for place in (0, 2, 4)]
        linear = [part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

    low, high = sorted((light(one), light(other)))
    return (high + 0.05) / (low + 0.05)


def test_every_text_has_enough_contrast_in_both_themes_and_on_paper() -> None:
    style = resources.files("storyreader.exporting").joinpath("dossier.css").read_text(encoding="utf-8")
    themes = [
        dict(re.findall(r"--([\w-]+): (#\w+)", block)) for block in re.findall(r":root \{(.*?)\}", style, re.DOTALL)
    ]
    assert len(themes) == 3
    for theme in themes:
        for ink in ("ink", "soft", "conflict", "change", "link"):
            assert min(contrast(theme[ink], theme[ground]) for ground in ("page", "block")) >= 4.5, (ink, theme)
        assert contrast(theme["mark-ink"], theme["mark"]) >= 4.5
