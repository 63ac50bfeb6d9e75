"""Texts of hundreds of thousands of characters: the work of showing them is in step with their length."""

from storyreader.article import Article, Sentence
from tests.counting import work
from tests.widgets.host import Host
from widgets.article_text import Remarks, article_blocks
from widgets.reading_pane import ReadingPane
from widgets.wrapping import in_two_lines, shortened


def one_paragraph(sentences: int) -> Article:
    text = "The bridge closed. "
    size = len(text)
    told = tuple(Sentence(text[:-1], n, 0, n * size, (n + 1) * size - 1) for n in range(sentences))
    return Article(id="x", headline="Bridge", paragraphs=((text * sentences)[:-1],), sentences=told)


async def test_finding_the_line_of_a_sentence_takes_work_in_step_with_the_text() -> None:
    counts = []
    for sentences in (200, 1600):
        pane = ReadingPane()
        async with Host(pane).run_test(size=(60, 12)) as pilot:
            pane.show(one_paragraph(sentences))
            await pilot.pause()
            pane._lines = []
            counts.append(work(lambda pane=pane: pane._line_of(0)))  # type: ignore[misc]
            assert pane._lines == sorted(pane._lines)
            assert len(pane._lines) == sentences
    assert counts[1] < 12 * counts[0]


def test_how_a_text_begins_is_told_by_its_beginning() -> None:
    for text in ("a" * 400_000, "a " * 200_000, "漢" * 400_000, "\u200d" * 50 + "漢 " * 200_000):
        assert work(lambda text=text: shortened(text, 30)) < 8_000  # type: ignore[misc]
        assert work(lambda text=text: in_two_lines(text, 30)) < 20_000  # type: ignore[misc]
        assert shortened(text, 30).endswith("…")
    assert shortened("\u200d" * 5_000 + "word", 30) == "\u200d" * 5_000 + "word"


def test_the_head_says_what_a_page_was_read_without() -> None:
    article = Article(id="x", headline="Bridge", paragraphs=("It closed.",), sentences=(), simplified=("end",))
    told = [block.text for block in article_blocks(article, Remarks(), {}, blind=False).blocks]
    assert "This page is very large or took too long, so it was read without its end. R shows what was read." in told
