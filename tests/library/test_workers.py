"""Worker processes give what one process gives, in the same order, with errors in their places."""

from pathlib import Path

from storyreader.article import Article
from storyreader.errors import UnreadablePage
from storyreader.library import read_article
from storyreader.library.cache import LibraryCache
from storyreader.library.workers import read_again, read_articles

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


APPEAL = "Five hundred households of the valley pay for this paper every month, and each of them owns a share in it."
STORIES = {
    "Mill on the Arden closes": (
        "The mill on the Arden closed on Monday after two hundred years, its owner said in a letter to the staff.",
        "Forty people worked there until last week, most of them from the villages upstream.",
    ),
    "Viaduct gets a new coat of paint": (
        "Painters began on Tuesday to give the railway viaduct over the Lune its first new coat since 1988.",
        "The work will take until autumn, and trains will pass at walking pace, the railway company said.",
    ),
    "Brass band wins in the capital": (
        "The brass band of Upper Arden won the national contest on Saturday with a march written by its tuba player.",
        "The jury praised the softness of its low notes, and the mayor gave the whole town a free evening.",
    ),
}


def write_pages(folder: Path) -> list[Path]:
    files = []
    for number, (headline, (first, second)) in enumerate(STORIES.items()):
        files.append(folder / f"{number}.txt")
        text = f"The Arden Valley Paper\nLog in\n\n{headline}\nBy Hob Lister\n\n{first}\n\n{APPEAL}\n\n{second}\n\n"
        files[-1].write_text(text + "© 2026 The Arden Valley Paper\n", encoding="utf-8")
    return files


def test_what_files_teach_about_their_outlet_is_used_when_they_are_read_again(tmp_path: Path) -> None:
    files = write_pages(tmp_path)
    alone = list(read_articles(files, 1))
    again = list(read_again(files, alone, 1))
    for before, after, story in zip(alone, again, STORIES.values(), strict=True):
        assert isinstance(before, Article)
        assert isinstance(after, Article)
        assert APPEAL in before.paragraphs
        assert after.paragraphs == story


def test_the_cache_remembers_what_it_was_taught(tmp_path: Path) -> None:
    files = write_pages(tmp_path)
    cache = LibraryCache(tmp_path / "cache.sqlite")
    for file in files:
        read_article(file, cache)
    cache.close()
    cache = LibraryCache(tmp_path / "cache.sqlite")
    assert read_article(files[0], cache).paragraphs == STORIES["Mill on the Arden closes"]
    cache.close()
    assert APPEAL in read_article(files[0]).paragraphs
