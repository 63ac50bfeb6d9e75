"""Worker processes give what one process gives, in the same order, with errors in their places."""

import os
from pathlib import Path

from storyreader.article import Article
from storyreader.errors import StoryReaderError, UnreadablePage
from storyreader.library import workers
from storyreader.library.files import read_article
from storyreader.library.workers import read_again, read_articles
from tests.library.outlet_pages import APPEAL, STORIES, write_pages

TEXT = "The mill on the Arden closed on Monday, its owner said.\n\nForty people worked there until {day}.\n"


def test_two_processes_give_what_one_gives(tmp_path: Path) -> None:
    files = []
    for number in range(20):
        files.append(tmp_path / f"{number}.txt")
        files[-1].write_text(TEXT.format(day=f"{number + 1} May"), encoding="utf-8")
    files[7].write_bytes(bytes(range(256)) * 20)
    alone, together = list(read_articles(files, 1)), list(read_articles(files, 2))
    assert isinstance(together[7], UnreadablePage)
    assert together[7].hint
    assert [str(found) for found in alone] == [str(found) for found in together]
    assert all(isinstance(found, Article) for found in [*together[:7], *together[8:]])


def test_what_files_teach_about_their_outlet_is_used_when_they_are_read_again(tmp_path: Path) -> None:
    files = write_pages(tmp_path)
    alone = list(read_articles(files, 1))
    again = list(read_again(alone, 1))
    for before, after, story in zip(alone, again, STORIES.values(), strict=True):
        assert isinstance(before, Article)
        assert isinstance(after, Article)
        assert APPEAL in before.paragraphs
        assert after.paragraphs == story


def dies_on_bad(file: Path) -> Article | StoryReaderError:
    if "bad" in file.name:
        os._exit(9)
    return read_article(file)


def test_a_page_that_ends_its_process_is_named_and_the_others_are_read(tmp_path: Path) -> None:
    files = [tmp_path / f"{name}.txt" for name in ("a", "bad", "c")]
    for file in files:
        file.write_text("The mill closed on Monday, its owner said, and nobody knew why. " * 5, "utf-8")
    found = list(workers._mapped(dies_on_bad, iter(files), 2))
    assert [isinstance(one, StoryReaderError) for one in found] == [False, True, False]
    assert "bad.txt" in str(found[1])
