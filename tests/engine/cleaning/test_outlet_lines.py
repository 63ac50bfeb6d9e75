"""Lines that recur on an outlet's pages: what is learned, what is left out for it, and what must never be."""

import json

import pytest

from storyreader.article import Article
from storyreader.cleaning import clean_page, clean_text, outlet_lines
from storyreader.cleaning.outlet_lines import OutletLines, learn, line_key, outlet_key
from storyreader.loading import page_from_text

_APPEAL = "Our reporters walk the harbour every morning, and the coffee that keeps them awake is paid for by members."
_SECTION = "Harbour and coast"
_STORIES = {
    "Dredger runs aground off Quernmouth": (
        "A dredger ran aground on the sandbank off Quernmouth on Tuesday night, and its crew of nine was lifted off.",
        "The harbour master said the ship had left the marked channel to let a trawler pass.",
        "Tugs from Port Allen will try to pull it free at the next high tide, which is due on Thursday.",
    ),
    "School in Aldersea gets its roof back": (
        "Pupils at the primary school in Aldersea moved back into their classrooms on Monday after eight months.",
        "A storm had torn the roof off the older of the two buildings in February.",
        "The council paid 1.2 million crowns for the work, a third more than it had planned.",
    ),
    "Baker wins the county's oldest race": (
        "Jonna Pell, a baker from Orrin, won the county's oldest foot race on Sunday in just under an hour.",
        "She overtook the favourite on the last climb and was cheered across the line by her apprentices.",
        "The race has been run since 1871 and was stopped only twice, both times by snow.",
    ),
    "Ferry fares to rise in spring": (
        "Crossing the strait will cost more from the first of April, the ferry company told its passengers.",
        "A single ticket rises from 14 to 16 crowns, while children under six go on travelling free.",
        "The company blames the price of fuel, which has doubled since it last changed its fares.",
    ),
}


def _dump(headline: str, paragraphs: tuple[str, ...], appeal: str = _APPEAL) -> str:
    body = "\n\n".join((*paragraphs[:2], appeal, *paragraphs[2:]) if appeal else paragraphs)
    return (
        f"The Strait Herald\n{_SECTION}\nLog in\n\n{headline}\nBy Tove Marsh\n12 March 2026\n\n{body}\n\n"
        "Most read this week\n© 2026 The Strait Herald\n"
    )


def _articles(count: int) -> list[Article]:
    return [clean_text(_dump(headline, story)) for headline, story in list(_STORIES.items())[:count]]


def test_a_paragraph_that_other_articles_have_too_is_left_out_and_says_so() -> None:
    headline, story = next(iter(_STORIES.items()))
    page = page_from_text(_dump(headline, story))
    assert _APPEAL in clean_page(page).paragraphs, "without other pages it looks like a paragraph"
    article = clean_page(page, outlet_lines=learn(_articles(4)))
    assert article.paragraphs == story
    reasons = {line.text: line.reason for line in article.lines}
    assert reasons[_APPEAL] == "on 3 other pages of this outlet"
    assert reasons["Log in"] == "on 3 other pages of this outlet"
    assert (article.headline, article.byline) == (headline, "Tove Marsh")


def test_a_page_is_no_evidence_against_itself() -> None:
    headline, story = next(iter(_STORIES.items()))
    page = page_from_text(_dump(headline, story, appeal=""))
    knowledge = learn([clean_page(page)] * 5)
    assert len(knowledge) == 1
    assert clean_page(page, outlet_lines=knowledge).paragraphs == story


def test_an_updated_copy_of_an_article_is_the_same_article() -> None:
    headline, story = next(iter(_STORIES.items()))
    later = ("All nine sailors are well, the coast guard added on Wednesday.", *story)
    copies = [clean_text(_dump(headline, story, "")), clean_text(_dump(f"{headline}, crew safe", later, ""))]
    knowledge = learn([*copies, *_articles(4)[1:]])
    assert len(knowledge) == 4
    assert clean_page(page_from_text(_dump(headline, later, "")), outlet_lines=knowledge).paragraphs == later


def test_a_lead_that_other_pages_show_as_a_teaser_stays() -> None:
    (headline, story), *others = _STORIES.items()
    dumps = [_dump(title, told, "") + f"{headline}\n{story[0]}\n" for title, told in others]
    knowledge = learn(clean_text(dump) for dump in dumps)
    article = clean_page(page_from_text(_dump(headline, story, "")), outlet_lines=knowledge)
    assert article.paragraphs == story
    assert article.headline == headline


def test_background_told_in_one_other_article_stays() -> None:
    (headline, story), (title, told), *_ = _STORIES.items()
    knowledge = learn([clean_text(_dump(title, (*told, story[1]), ""))])
    assert clean_page(page_from_text(_dump(headline, story, "")), outlet_lines=knowledge).paragraphs == story


def test_a_headline_that_several_articles_would_have_is_none() -> None:
    heading = "The week along the strait"
    dumps = [
        f"The Strait Herald\n\n{heading}\n\n{title}\n\n" + "\n\n".join(story) + "\n"
        for title, story in _STORIES.items()
    ]
    knowledge = learn(clean_text(dump) for dump in dumps)
    for dump, title in zip(dumps, _STORIES, strict=True):
        assert clean_page(page_from_text(dump), outlet_lines=knowledge).headline == title


def test_knowledge_survives_a_file_and_takes_in_one_page_at_a_time() -> None:
    articles = _articles(4)
    together = learn(articles)
    step = OutletLines()
    for article in articles:
        step = OutletLines.from_json(json.loads(json.dumps(step.to_json()))).with_article(article)
    assert step == together
    assert learn(articles, together) == together


@pytest.mark.parametrize(
    "data", [{}, {"version": 99, "lines": {}, "articles": []}, {"version": 1, "lines": [], "articles": 3}]
)
def test_damaged_knowledge_is_no_knowledge(data: dict[str, object]) -> None:
    assert OutletLines.from_json(data) == OutletLines()


def test_pages_without_a_body_teach_nothing() -> None:
    assert not learn([clean_text(""), clean_text("Home\nNews\nSport\n")])


def test_the_memory_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    names = ("Ash", "Birch", "Cedar")
    paragraph = "{0} {1} wrote to the miller of {0}, {2}, that the wheel of {1} had stopped on day {2}."
    texts = ("\n\n".join(paragraph.format(name, "x" * n, "y" * n) for n in range(1, 21)) for name in names)
    articles = [clean_text(text) for text in texts]
    assert len(learn(articles)) == 3
    monkeypatch.setattr(outlet_lines, "MOST_LINES", 30)
    assert len(learn(articles).lines) == 30


def test_numbers_in_a_line_do_not_make_it_another_line() -> None:
    assert line_key("12 comments on this page") == line_key("7 Comments on this page")
    assert line_key("12:30") == ""


def test_outlets_are_told_apart_by_address_or_name() -> None:
    named = clean_text(_dump(*next(iter(_STORIES.items()))))
    assert outlet_key(named) == "thestraitherald"
    assert outlet_key(clean_text("One line.")) is None
