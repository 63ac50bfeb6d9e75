"""Saved pages become articles, with what their hidden data says."""

from datetime import UTC, datetime

import pytest

from storyreader.cleaning import clean_html

from .pages_told import BRIDGE_BODY, BRIDGE_HTML


def test_the_body_is_whole_and_nothing_else() -> None:
    assert clean_html(BRIDGE_HTML).paragraphs == BRIDGE_BODY


def test_hidden_data_gives_the_fields_and_their_sources() -> None:
    article = clean_html(BRIDGE_HTML)
    assert article.headline == "Quernmouth rail bridge to close for good on Friday"
    assert article.byline == "Bram Oakes"
    assert article.sources["byline"] == "JSON-LD author"
    assert article.publisher == "Quern Post"
    assert article.published == datetime(2026, 3, 9, 8, 15, tzinfo=UTC)
    assert article.updated == datetime(2026, 3, 9, 10, 2, tzinfo=UTC)
    assert article.tags == ("bridges", "ferries")
    assert article.url == "https://quernpost.example/news/bridge"


def test_what_is_left_out_says_why() -> None:
    reasons = {line.text: line.reason for line in clean_html(BRIDGE_HTML).lines}
    assert reasons["Quernmouth rail bridge to close for good on Friday"] == "headline"
    assert reasons["By Bram Oakes"] == "byline"
    assert reasons["The bridge seen from the ferry pier. Photo: Ines Fell"] == "caption"
    assert reasons["© 2026 Quern Post Media Ltd. All rights reserved."] == "copyright"
    assert reasons["3 comments"] == "comment"


def test_broken_hidden_data_is_survived() -> None:
    markup = BRIDGE_HTML.replace('"headline"', '"headline')
    article = clean_html(markup)
    assert article.headline == "Quernmouth rail bridge to close for good on Friday"
    assert article.paragraphs == BRIDGE_BODY


def test_pages_without_text_are_empty_articles() -> None:
    for markup in ("", " ", "<html></html>", "<!-- nothing -->", "<script>x</script>", "\x00\x01"):
        article = clean_html(markup)
        assert (article.paragraphs, article.sentences, article.headline) == ((), (), None)


@pytest.mark.parametrize(
    ("bar", "headline"),
    [
        (
            "End of the rail bridge: Quernmouth waits for a ferry",
            "End of the rail bridge: Quernmouth waits for a ferry",
        ),
        ("Quernmouth waits for a ferry", "Quernmouth waits for a ferry"),
    ],
)
def test_a_kicker_belongs_to_the_headline_when_two_sources_say_so(bar: str, headline: str) -> None:
    body = "".join(f"<p>{paragraph}</p>" for paragraph in BRIDGE_BODY)
    data = '{"@type": "NewsArticle", "headline": "End of the rail bridge: Quernmouth waits for a ferry"}'
    page = f'<html><head><title>{bar}</title><script type="application/ld+json">{data}</script></head><body>'
    page += f"<h1>Quernmouth waits for a ferry</h1><article>{body}</article></body></html>"
    assert clean_html(page).headline == headline


def test_a_kicker_inside_the_heading_is_none_of_the_title_that_other_sites_get() -> None:
    heading = "<h1><span>School run in the moor</span> <span>One engine for thirteen children</span></h1>"
    title = "<meta property='og:title' content='One engine for thirteen children'>"
    body = "".join(f"<p>{text}</p>" for text in BRIDGE_BODY)
    head = f"<head><title>Moor train | Nordfunk</title>{title}</head>"
    page = f"<html>{head}<body><main>{heading}{body}</main></body></html>"
    assert clean_html(page).headline == "One engine for thirteen children"


def test_tags_below_the_text_are_no_paragraphs() -> None:
    """Short lines in a list read like the announced points of a list; the page's data says what they are."""
    points = "<p>The council lists what it wants:</p><ul><li>Bridges</li><li>Ferries</li><li>Night buses</li></ul>"
    paragraph = f"<p>{BRIDGE_BODY[-1]}</p>"
    assert paragraph in BRIDGE_HTML
    kept = clean_html(BRIDGE_HTML.replace(paragraph, paragraph + points)).paragraphs
    assert "Night buses" in kept
    assert "Bridges" not in kept
    assert "Ferries" not in kept


_LONGER = (
    "Engineers had warned the town three times since 2019 that the eastern pier was sinking by a finger a year.",
    "A new bridge would cost 41 million crowns, more than Quernmouth takes in taxes in four years, said the mayor.",
    "The board will sell the iron of the old one, and a sculptor in the next valley has asked for a single rivet.",
)


def _dressed(inside: str) -> str:
    told = [f'<p class="story__line">{paragraph}</p>' for paragraph in (*BRIDGE_BODY, *_LONGER)]
    main = "".join((*told[:5], inside, *told[5:]))
    return f"<html><body><h1>Quernmouth rail bridge to close</h1><main>{main}</main></body></html>"


def test_a_paragraph_in_the_dress_of_the_story_is_told() -> None:
    one = "Nobody had asked the herons, who have nested below the third arch for as long as anybody can remember."
    page = _dressed(f'<div class="paywall teaser"><p class="story__line">{one}</p></div>')
    assert one in clean_html(page).paragraphs


def test_one_block_in_another_dress_is_an_insert() -> None:
    page = _dressed('<div class="box">The Post tells the news of the valley every Saturday, in print and online.</div>')
    assert clean_html(page).paragraphs == (*BRIDGE_BODY, *_LONGER)


def test_a_standfirst_that_its_class_names_needs_no_full_stop() -> None:
    lead = "Some 4,000 people will cross the Quern by ferry, and the shopkeepers on the far bank are afraid"
    page = f'<body><h1>Quernmouth rail bridge to close</h1><div class="story-lead">{lead}</div>'
    article = clean_html(f"<html>{page}{''.join(f'<p>{paragraph}</p>' for paragraph in BRIDGE_BODY)}</body></html>")
    assert article.paragraphs[0] == lead
