"""Page dumps become articles: the body whole, the clutter out, every field that the page states."""

from datetime import UTC, date, datetime

import pytest

from storyreader.article import BODY, Article
from storyreader.cleaning import clean_text

from .pages_told import BERGWACHT_DUMP, BRIDGE_BODY, BRIDGE_DUMP, UNTITLED_DUMP


def _reason(article: Article, text: str) -> set[str]:
    return {line.reason for line in article.lines if text in line.text}


def test_the_body_is_whole_and_nothing_else() -> None:
    assert clean_text(BRIDGE_DUMP).paragraphs == BRIDGE_BODY


def test_the_fields_are_those_that_the_page_states() -> None:
    article = clean_text(BRIDGE_DUMP)
    assert article.headline == "Quernmouth rail bridge to close for good on Friday"
    assert article.byline == "Bram Oakes"
    assert article.publisher == "Quern Post"
    assert article.agency is None
    assert article.published == datetime(2026, 3, 9, 8, 15, tzinfo=UTC)
    assert article.tags == ("quernmouth", "bridges", "ferries")
    assert article.language == "en"
    assert set(article.sources) >= {"headline", "byline", "publisher", "published", "tags"}


def test_sentences_cover_the_paragraphs() -> None:
    article = clean_text(BRIDGE_DUMP)
    assert len(article.sentences) == 7
    for number, sentence in enumerate(article.sentences):
        assert sentence.number == number
        assert article.paragraphs[sentence.paragraph][sentence.start : sentence.end] == sentence.text


def test_a_promo_repeated_inside_the_body_goes_every_time() -> None:
    promos = [line for line in clean_text(BRIDGE_DUMP).lines if "Morning Letter" in line.text]
    assert len(promos) == 3
    assert {line.reason for line in promos} <= {"promo", "sign-up"}


def test_the_lead_told_again_is_a_teaser() -> None:
    assert _reason(clean_text(BRIDGE_DUMP), "after divers found...") == {"teaser repeat"}


def test_a_date_that_cannot_exist_is_noted_and_changes_nothing() -> None:
    assert clean_text(BRIDGE_DUMP).warnings == ("date as found: 2026-13-45 cannot exist",)


def test_hidden_lines_say_why() -> None:
    article = clean_text(BRIDGE_DUMP)
    assert _reason(article, "Skip to main content") == {"navigation"}
    assert _reason(article, "© 2026") == {"copyright"}
    assert _reason(article, "Leave a reply") == {"comment"}
    assert _reason(article, "Download the") == {"promo"}
    assert _reason(article, "Tags:") == {"tags"}
    assert _reason(article, "By Bram Oakes") == {"byline"}
    assert _reason(article, "Monday, 9 March") == {"date"}


def test_a_headline_found_only_over_the_comments() -> None:
    article = clean_text(UNTITLED_DUMP)
    assert article.headline == "Fennick sells its bathhouse against the will of many"
    assert article.sources["headline"] == "comments heading"
    assert article.byline == "Anselm Rook"
    assert article.publisher == "fennickherald"
    assert len(article.paragraphs) == 3
    assert article.published is None


def test_another_language() -> None:
    article = clean_text(BERGWACHT_DUMP)
    assert article.headline == "Bergwacht rettet sechs Wanderer aus dem Schnee am Hohen Sattel"
    assert article.byline == "Jette Brand"
    assert article.published == datetime(2026, 4, 12, 17, 40)  # noqa: DTZ001 - the page gives no zone
    assert article.language == "de"
    assert len(article.paragraphs) == 4
    assert _reason(article, "Lesen Sie auch") == {"related story"}


def test_a_hard_wrapped_page_is_joined() -> None:
    words = " ".join(BRIDGE_BODY[:2]).split()
    lines, line = [], ""
    for word in words:
        if len(line) + 1 + len(word) > 62:
            lines.append(line)
            line = word
        else:
            line = f"{line} {word}".strip()
    text = "\n".join([*lines, line]) + "\n\n" + BRIDGE_BODY[3] + "\n"
    article = clean_text(text)
    assert article.paragraphs == (" ".join(words), BRIDGE_BODY[3])
    assert {page_line.reason for page_line in article.lines} == {BODY}
    assert len(article.lines) == len(lines) + 2


def test_a_clean_text_with_its_headline() -> None:
    article = clean_text("Rail bridge to close on Friday\n\n" + "\n\n".join(BRIDGE_BODY))
    assert article.headline == "Rail bridge to close on Friday"
    assert article.paragraphs == BRIDGE_BODY


def test_an_article_pasted_three_times_is_told_once() -> None:
    assert clean_text("\n\n".join(BRIDGE_BODY * 3)).paragraphs == BRIDGE_BODY


def test_the_day_on_top_of_a_page_is_not_the_day_of_the_story() -> None:
    page = "The Quern Post\nThursday, 12 March 2026\nNews\n\nRail bridge to close on Friday\n\n"
    page += "by Bram Oakes | 9 March 2026\n\n"
    article = clean_text(page + "\n\n".join(BRIDGE_BODY))
    assert article.published == date(2026, 3, 9)


def test_a_date_behind_a_label_beats_one_in_a_caption() -> None:
    page = "The Quern Post\nNews\n\nRail bridge to close on Friday\n\nThe bridge seen from the mill, 7 March 2026\n\n"
    article = clean_text(page + "\n\n".join(BRIDGE_BODY) + "\n\nDate 09.03.2026\nAuthor Bram Oakes\nPrint\n")
    assert article.published == date(2026, 3, 9)


def test_a_stated_day_below_the_story_beats_days_of_comments() -> None:
    comments = "".join(
        f"\n\nReader {n}\n{n} March 2026, 10:1{n}\nThe ferry is slow, and it never comes." for n in range(1, 5)
    )
    page = "The Quern Post\nNews\n\nRail bridge to close on Friday\n\n" + "\n\n".join(BRIDGE_BODY)
    article = clean_text(page + "\n\nPublished 09.03.2026 at 08:52\n" + comments)
    assert article.published == datetime(2026, 3, 9, 8, 52)  # noqa: DTZ001 - the page gives no zone


@pytest.mark.parametrize(
    ("line", "foot", "published"),
    [
        ("Mis à jour : 09/03/2026 06h55 | Publication : 08/03/2026 06h51", "", datetime(2026, 3, 8, 6, 51)),  # noqa: DTZ001
        ("Updated Mar 9, 6:55 AM;Posted Mar 8, 6:51 AM", "© 2026 The Quern Post", datetime(2026, 3, 8, 6, 51)),  # noqa: DTZ001
        ("Published 9 March", "Copyright 2011-2026 The Quern Post", date(2026, 3, 9)),
        ("Published 9 March", "The Quern Post", None),
        ("Published 9 March", "© 2026 The Quern Post\n© 2025 Dunmere Holdings", None),
        ("Seen on 9 March", "© 2026 The Quern Post", None),
    ],
)
def test_a_stated_day_without_its_year_is_of_the_year_of_the_copyright(
    line: str, foot: str, published: date | None
) -> None:
    page = f"The Quern Post\nNews\n\nRail bridge to close on Friday\nBy Bram Oakes\n{line}\n\n"
    assert clean_text(page + "\n\n".join(BRIDGE_BODY) + f"\n\n{foot}\n").published == published


_DATED = "The Quern Post\nNews\nSport\nQuernmouth rail bridge to close for good\nBy Bram Oakes\n{}\n\n"


@pytest.mark.parametrize(
    ("lines", "published", "updated"),
    [
        (
            "Published: 9 March 2026 08:15\nUpdated: 9 March 2026 10:40",
            datetime(2026, 3, 9, 8, 15),  # noqa: DTZ001 - the page tells no zone
            datetime(2026, 3, 9, 10, 40),  # noqa: DTZ001
        ),
        (
            "9 March 2026, 08:15\nLast updated 10 March 2026, 11:20",
            datetime(2026, 3, 9, 8, 15),  # noqa: DTZ001
            datetime(2026, 3, 10, 11, 20),  # noqa: DTZ001
        ),
        ("Published: 9 March 2026 08:15", datetime(2026, 3, 9, 8, 15), None),  # noqa: DTZ001
    ],
)
def test_a_page_that_was_updated_says_when(lines: str, published: datetime, updated: datetime | None) -> None:
    article = clean_text(_DATED.format(lines) + "\n\n".join(BRIDGE_BODY) + "\n")
    assert (article.published, article.updated) == (published, updated)
    assert ("updated" in article.sources) == (updated is not None)
