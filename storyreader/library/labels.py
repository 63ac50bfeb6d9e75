"""What the reader says of articles in the library: starred, tags, read or new, which story; and searches they keep.

One JSON file in the data folder, apart from the catalogue, which can be made anew. Articles are called by their ids, so
that labels stay with a page wherever it lies. Every change is written at once, under a lock, over what the disk holds.
"""

import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path
from typing import Any

from storyreader.atomic import locked, set_aside, write_atomic
from storyreader.errors import SavingFailed
from storyreader.paths import content_of, data_folder, shown

FORMAT, VERSION = "storyreader-labels", 2
"""Version 1 knew no `story`; it is read like this one."""


@dataclass(frozen=True, slots=True)
class Labels:
    """The labels of one article. `read` is None as long as the reader has not said so: what was opened is read.

    `story` is the id of the article with which it stands in one story, its own when it stands in none of those it was
    put into; None as long as the reader has not said so.
    """

    starred: bool = False
    tags: tuple[str, ...] = ()
    read: bool | None = None
    story: str | None = None

    def is_read(self, *, opened: bool) -> bool:
        """Whether the article is read: what the reader has said, else whether it was opened."""
        return opened if self.read is None else self.read


@dataclass(frozen=True, slots=True)
class LabelBook:
    """All labels, by the ids of articles, and searches by their names. `problem` says what became of a damaged file."""

    articles: Mapping[str, Labels] = field(default_factory=dict)
    searches: Mapping[str, str] = field(default_factory=dict)
    problem: str = ""

    def of(self, article: str) -> Labels:
        """The labels of an article; none for one without."""
        return self.articles.get(article, Labels())

    @property
    def stories(self) -> dict[str, str]:
        """By the ids of articles that the reader has put elsewhere with which article they stand in one story."""
        return {article: labels.story for article, labels in self.articles.items() if labels.story}

    @property
    def tags(self) -> list[str]:
        """All tags, the commonest first."""
        counts: dict[str, int] = {}
        for labels in self.articles.values():
            for tag in labels.tags:
                counts[tag] = counts.get(tag, 0) + 1
        return sorted(counts, key=lambda tag: (-counts[tag], tag))


def labels_file() -> Path:
    """Where they are kept."""
    return data_folder() / "labels.json"


def read_labels(file: Path | None = None) -> LabelBook:
    """All that is known now. A damaged file is moved aside and counts as empty."""
    file = file or labels_file()
    try:
        return _book(json.loads(content_of(file)))
    except FileNotFoundError:
        return LabelBook()
    except OSError as error:
        return LabelBook(problem=f"{shown(file)} cannot be read: {error.strerror}.")
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
        return LabelBook(problem=f"{shown(file)} was damaged. It is kept as {shown(set_aside(file))}.")


def change_labels(
    articles: Iterable[str], change: Callable[[Labels], Labels], file: Path | None = None
) -> dict[str, Labels]:
    """Change the labels of some articles; gives those before, which `put_labels` brings back. Raises SavingFailed."""
    wanted = list(articles)
    return _put(lambda book: {article: change(book.of(article)) for article in wanted}, file)


def put_labels(labels: Mapping[str, Labels], file: Path | None = None) -> dict[str, Labels]:
    """Make these the labels of their articles; gives those before. Raises SavingFailed."""
    return _put(lambda _: labels, file)


def keep_search(name: str, query: str, file: Path | None = None) -> None:
    """Keep a search under a name; an empty one is forgotten. Raises SavingFailed."""

    def kept(book: LabelBook) -> LabelBook:
        searches = {**book.searches, name: query}
        return replace(book, searches={one: text for one, text in searches.items() if text})

    _write(kept, file or labels_file())


def _put(made: Callable[[LabelBook], Mapping[str, Labels]], file: Path | None) -> dict[str, Labels]:
    before: dict[str, Labels] = {}

    def put(book: LabelBook) -> LabelBook:
        after = made(book)
        before.update({article: book.of(article) for article in after})
        return replace(book, articles={**book.articles, **after})

    _write(put, file or labels_file())
    return before


def _write(change: Callable[[LabelBook], LabelBook], file: Path) -> None:
    with locked(file):
        try:
            newer = int(json.loads(content_of(file))["version"]) > VERSION
        except (OSError, ValueError, TypeError, KeyError, RecursionError):
            newer = False
        if newer:
            raise SavingFailed(f"Not saved: {shown(file)} was written by a newer storyreader.", "Update storyreader.")
        book = change(read_labels(file))
        articles = {one: _document(labels) for one, labels in sorted(book.articles.items()) if labels != Labels()}
        document = {"format": FORMAT, "version": VERSION, "articles": articles, "searches": dict(book.searches)}
        write_atomic(file, json.dumps(document, ensure_ascii=False, indent=1).encode() + b"\n")


def _document(labels: Labels) -> dict[str, Any]:
    empty = asdict(Labels())
    return {name: value for name, value in asdict(labels).items() if value != empty[name]}


def _book(document: Any) -> LabelBook:
    """What a file says that is what it says it is. Raises ValueError, TypeError, KeyError or AttributeError."""
    if document["format"] != FORMAT:
        raise ValueError
    articles = {str(article): _labels(labels) for article, labels in document["articles"].items()}
    searches = {str(name): str(query) for name, query in document.get("searches", {}).items()}
    return LabelBook(articles, searches)


def _labels(found: Any) -> Labels:
    read, story = found.get("read"), found.get("story")
    if not isinstance(found.get("tags", []), list) or not (read is None or isinstance(read, bool)):
        raise TypeError
    if not (story is None or isinstance(story, str)):
        raise TypeError
    return Labels(found.get("starred") is True, tuple(str(tag) for tag in found.get("tags", [])), read, story)
