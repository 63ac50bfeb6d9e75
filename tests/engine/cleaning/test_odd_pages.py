"""Pages that are hardly pages: nothing, a word, noise, megabytes, rules asked thousands of times."""

import random

import pytest

from storyreader.article import Article
from storyreader.cleaning import clean_html, clean_text
from storyreader.loading import page_from_text
from tests.counting import work

from .pages_told import BRIDGE_BODY

pytestmark = pytest.mark.no_cover


def _sound(article: Article, text: str) -> None:
    """What holds for every page: a reason for each line, words in order, nothing more to clean."""
    assert all(line.reason for line in article.lines)
    words = iter(page_from_text(text).text.split())
    assert all(word in words for paragraph in article.paragraphs for word in paragraph.split())
    assert clean_text("\n\n".join(article.paragraphs)).paragraphs == article.paragraphs


@pytest.mark.parametrize(
    "text", ["", " ", "\n\n\n", "\t", "a", "?", "1", "©", "Home", "By", "»", "\u200f", "é\n\n1\n\n."]
)
def test_tiny_pages(text: str) -> None:
    article = clean_text(text)
    _sound(article, text)
    assert article.byline is None
    assert article.published is None
    assert article.publisher is None


@pytest.mark.parametrize("markup", ["", "<", "<html>", "<p>", "<!-- -->", "<p></p><br>", "<script>x</script>", "\x00"])
def test_tiny_markup(markup: str) -> None:
    article = clean_html(markup)
    assert all(line.reason for line in article.lines)
    assert article.byline is None


@pytest.mark.parametrize("seed", [1, 2])
def test_binary_like_text(seed: int) -> None:
    chance = random.Random(seed)
    text = bytes(chance.randrange(256) for _ in range(60_000)).decode("latin-1")
    article = clean_text(text)
    _sound(article, text)
    assert not any(ord(character) < 32 for line in article.lines for character in line.text if character != "\t")


def test_right_to_left_markup() -> None:
    told = (
        "أغلقت البلدية الجسر القديم صباح الأحد بعد أن ظهرت شقوق في دعامتين من دعاماته الست.",
        "وقال المهندس المسؤول إن العبور سيبقى ممنوعا حتى ينتهي الفحص في نهاية الشهر المقبل.",
        "ويخشى أصحاب المتاجر على الضفة الشرقية أن يخسروا زبائنهم قبل موسم العيد.",
    )
    page = "<html dir=rtl lang=ar><body><nav><a href=/>الرئيسية</a></nav><article><h1>جسر قديم يغلق</h1>"
    article = clean_html(page + "".join(f"<p>{text}</p>" for text in told) + "</article></body></html>")
    assert article.paragraphs == told
    assert article.language == "ar"


_WORST = {
    "comment headings": "5 comments\n",
    "signatures": "Orla on March 3, 2026 at 3:03 pm said:\n",
    "headlines with dates": "Pelicans on the reservoir again\n7 March 2026\n",
    "datelines": "7 March 2026, 10:15\n",
    "short lines": "News\n",
    "colons": "These remain:\n- a ferry\n- a bus\n",
    "copyright lines": "© 2026 Quern Post\n",
}


@pytest.mark.parametrize("name", list(_WORST))
def test_a_line_hundreds_of_times_costs_no_more_than_its_share(name: str) -> None:
    def cost(count: int) -> int:
        text = "\n\n".join(BRIDGE_BODY * 2) + "\n" + _WORST[name] * count
        return work(lambda: clean_text(text))

    cost(10)
    assert cost(300) <= 1.5 * 6 * cost(50)


def test_a_page_of_half_a_megabyte() -> None:
    chance = random.Random(3)
    words = [chance.choice("bcdfgklmnprst") + chance.choice("aeiou") + chance.choice("lnrst") for _ in range(400)]
    lines = [" ".join(chance.choices(words, k=chance.choice((3, 9, 40)))).capitalize() + "." for _ in range(7_000)]
    article = clean_text("\n".join(lines))
    assert len(article.lines) == len(lines)
    assert all(line.reason for line in article.lines)
