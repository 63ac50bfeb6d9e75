"""The reader's corrections: of line verdicts, offered for other pages of the same outlet, and of an article's details.

One JSON file in the data folder. Pages are known by the hash of their bytes, so that a page keeps its corrections
wherever it lies. Every change is written at once, under a lock, over what the disk holds at that moment.
"""

import json
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

from storyreader.article import Article
from storyreader.atomic import locked, set_aside, write_atomic
from storyreader.cleaning import Correction, line_key
from storyreader.errors import SavingFailed
from storyreader.paths import content_of, data_folder, shown

FORMAT, VERSION = "storyreader-corrections", 2


class CorrectionBook:
    """All corrections. Reading is lazy and again whenever the file has changed; a damaged file is moved aside."""

    def __init__(self, file: Path) -> None:
        self.file = file
        self._stamp: tuple[int, int] | None = None
        self._pages: dict[str, Any] = {}
        self._newer = False

    def of_page(self, content_hash: str) -> tuple[Correction, ...]:
        """The corrections of one page, in page order."""
        self._read()
        return _lines(self._pages.get(content_hash, {}))

    def details_of_page(self, content_hash: str) -> dict[str, str]:
        """What the reader says of one page's headline, outlet, byline and day."""
        self._read()
        return dict(self._pages.get(content_hash, {}).get("details", {}))

    def offered(self, article: Article) -> tuple[Correction, ...]:
        """What the reader did to the same lines on other pages of this outlet, where this page still differs.

        A line that was brought back on one page and dropped on another is offered neither way.
        """
        self._read()
        wanted: dict[str, set[bool]] = {}
        for content_hash, page in self._pages.items():
            if article.publisher and content_hash != article.content_hash and page["outlet"] == article.publisher:
                for correction in _lines(page):
                    wanted.setdefault(line_key(correction.text), set()).add(correction.kept)
        offers = (
            (line, wanted[key].copy().pop())
            for line in article.lines
            if len(wanted.get(key := line_key(line.text), ())) == 1 and line.number not in article.corrected
        )
        return tuple(Correction(line.number, line.text, kept) for line, kept in offers if line.kept != kept)

    def set(self, article: Article, corrections: Iterable[Correction]) -> tuple[Correction, ...]:
        """Make these the corrections of the article's page; gives those before, for undoing. Raises SavingFailed."""
        lines = [{"number": c.number, "text": c.text, "kept": c.kept} for c in sorted(corrections, key=_number)]
        return _lines(self._put(article, lines=lines))

    def set_details(self, article: Article, details: Mapping[str, str]) -> dict[str, str]:
        """Make these the reader's details of the article's page; gives those before. Raises SavingFailed."""
        return dict(self._put(article, details=dict(details)).get("details", {}))

    def _put(self, article: Article, **parts: Any) -> dict[str, Any]:
        """Change parts of what is known of a page, on the disk; gives what was known before."""
        with locked(self.file):
            self._read()
            if self._newer:
                raise SavingFailed(
                    f"Not saved: {shown(self.file)} was written by a newer storyreader.", "Update storyreader."
                )
            before: dict[str, Any] = self._pages.get(article.content_hash, {})
            page = {"lines": [], **before, "outlet": article.publisher or "", **parts}
            pages = {**self._pages, article.content_hash: page}
            if not page["lines"] and not page.get("details"):
                del pages[article.content_hash]
            document = {"format": FORMAT, "version": VERSION, "pages": dict(sorted(pages.items()))}
            write_atomic(self.file, json.dumps(document, ensure_ascii=False, indent=1).encode() + b"\n")
            self._pages = pages
            return before

    def _read(self) -> None:
        try:
            state = self.file.stat()
            if (stamp := (state.st_mtime_ns, state.st_size)) == self._stamp:
                return
            document = json.loads(content_of(self.file))
            self._pages, self._newer = _pages(document), document["version"] > VERSION
            self._stamp = stamp
        except FileNotFoundError:
            self._pages, self._stamp = {}, None
        except OSError:
            pass  # what was read before still holds
        except (ValueError, TypeError, KeyError, AttributeError, RecursionError, OverflowError):
            set_aside(self.file)
            self._pages, self._stamp = {}, None


def correction_book() -> CorrectionBook:
    """The reader's own book, read once however many pages ask for it."""
    return _book(data_folder() / "corrections.json")


@cache
def _book(file: Path) -> CorrectionBook:
    return CorrectionBook(file)


def _number(correction: Correction) -> int:
    return correction.number


def _pages(document: Any) -> dict[str, Any]:
    """The pages of a file that is what it says. Raises ValueError, TypeError, KeyError or AttributeError."""
    if document["format"] != FORMAT:
        raise ValueError
    pages: dict[str, Any] = {}
    for content_hash, page in document["pages"].items():
        details = {str(name): str(text) for name, text in page.get("details", {}).items()}
        pages[content_hash] = {"outlet": str(page["outlet"]), "lines": page["lines"], "details": details}
        tuple(_checked(page["lines"]))
    return pages


def _checked(lines: Any) -> Iterator[Correction]:
    for line in lines:
        yield Correction(int(line["number"]), str(line["text"]), line["kept"] is True)


def _lines(page: Any) -> tuple[Correction, ...]:
    return tuple(_checked(page.get("lines", ())))
