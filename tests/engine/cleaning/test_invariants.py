"""What must hold for every page: nothing lost from sight, nothing invented, cleaning twice changes nothing."""

import pytest
from hypothesis import HealthCheck, given, settings, strategies as st

from storyreader.article import Article
from storyreader.cleaning import clean_html, clean_text
from storyreader.loading import page_from_text
from tests.counting import work

from .pages_told import BERGWACHT_DUMP, BRIDGE_BODY, BRIDGE_DUMP, BRIDGE_HTML, UNTITLED_DUMP

pytestmark = pytest.mark.no_cover

_LINES = st.sampled_from(
    [
        *BRIDGE_BODY, *BRIDGE_DUMP.split("\n"), *BERGWACHT_DUMP.split("\n"), "", "", "Share", "By Ann Bell",
        "Read more", "12 March 2025", "5 comments", "A short line", "“Yes,” he said.", "© 2026 The Quern Post", "x",
        "مرحبا بالعالم.",
    ]
)  # fmt: skip
_PAGES = st.lists(_LINES, max_size=40).map("\n".join)
_ANY = st.text(alphabet=st.characters(exclude_categories=()), max_size=400)
_SLOWLY = settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow])


def _check(article: Article, text: str) -> None:
    page = page_from_text(text).text
    assert [line.text.strip() for line in article.lines] == [line.strip() for line in page.split("\n") if line.strip()]
    assert all(line.reason for line in article.lines)
    assert len(article.removed) + sum(line.kept for line in article.lines) == len(article.lines)
    words = iter(page.split())
    assert all(word in words for paragraph in article.paragraphs for word in paragraph.split())
    assert clean_text("\n\n".join(article.paragraphs)).paragraphs == article.paragraphs
    assert 0.0 <= article.share_kept <= 1.0


@_SLOWLY
@given(_PAGES)
def test_generated_pages(text: str) -> None:
    _check(clean_text(text), text)


@_SLOWLY
@given(_ANY)
def test_any_text(text: str) -> None:
    _check(clean_text(text), text)


@pytest.mark.parametrize(
    "text", [BRIDGE_DUMP, UNTITLED_DUMP, BERGWACHT_DUMP, "\n\n".join(BRIDGE_BODY), "", "\n", "one line"]
)
def test_told_pages(text: str) -> None:
    _check(clean_text(text), text)


@_SLOWLY
@given(
    st.lists(
        st.sampled_from(["<p>", "</p>", "<div class=x>", "</div>", "<a href=y>", "</a>", "<br>", *BRIDGE_BODY, "x"])
    )
)
def test_any_markup(pieces: list[str]) -> None:
    article = clean_html("".join(pieces))
    assert all(line.reason for line in article.lines)
    assert clean_text("\n\n".join(article.paragraphs)).paragraphs == article.paragraphs


def test_markup_cleaned_and_cleaned_again_as_text_changes_nothing() -> None:
    article = clean_html(BRIDGE_HTML)
    assert clean_text("\n\n".join(article.paragraphs)).paragraphs == article.paragraphs


@pytest.mark.parametrize("place", [2, len(BRIDGE_BODY)])
def test_an_address_of_the_story_stays_when_cleaned_again(place: int) -> None:
    address = "https://www.quernpost.example/video/night-ferry"
    told = (*BRIDGE_BODY[:place], address, *BRIDGE_BODY[place:])
    assert clean_text("\n\n".join(told)).paragraphs == told


def test_an_address_between_paragraphs_without_spaces_stays() -> None:
    told = (
        "砂ケ浜の渡し船が九年ぶりに夜も動くことになったと、湊市が十一日に発表した。",
        "https://www.minatoyubin.example/video/night-ferry",
        "船頭の後藤さんは「灯りを見ると町が生きている気がする」と話した。",
    )
    assert clean_text("\n\n".join(told)).paragraphs == told


def test_right_to_left_pages() -> None:
    text = "أغلقت السلطات الجسر القديم يوم الجمعة بعد أن وجد الغواصون شقوقا في دعامتين من دعاماته.\n\n" * 1 + (
        "يعبر الجسر كل يوم نحو أربعة آلاف شخص، معظمهم سيرا على الأقدام، وستنقلهم عبارة مؤقتا."
    )
    article = clean_text(text)
    assert len(article.paragraphs) == 2
    _check(article, text)


def test_one_endless_line() -> None:
    text = "The ferry was late again. " * 20_000
    article = clean_text(text)
    assert len(article.lines) == 1


def test_work_grows_with_the_page_not_faster() -> None:
    def cost(copies: int) -> int:
        return work(lambda: clean_text(BRIDGE_DUMP * copies))

    cost(1)
    assert cost(20) <= 1.5 * 4 * cost(5)
