"""Worker processes give what one process gives, in the same order, with errors in their places."""

from pathlib import Path

from storyreader.article import Article
from storyreader.errors import UnreadablePage
from storyreader.library.workers import read_articles

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
