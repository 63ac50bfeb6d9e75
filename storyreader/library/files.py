"""Finding what can be read under the given paths, and reading one page as an article."""

import os
import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from storyreader import cleaning, loading
from storyreader.article import Article
from storyreader.errors import UnreadablePage
from storyreader.garbage import without_garbage_collection
from storyreader.library.corrections import correction_book
from storyreader.library.details import with_details
from storyreader.library.own_exports import is_own_export
from storyreader.page import Page
from storyreader.paths import cache_folder, config_folder, data_folder, shown

if TYPE_CHECKING:
    from storyreader.cleaning import OutletLines, PageLink

ENOUGH = 2
"""Articles of an outlet from which on its recurring lines tell more than they mislead."""

_ITEM = re.compile(r"[A-Z0-9]{8}")
"""The name of an item's folder in Zotero's storage."""
_MARKUP, _DOCUMENTS = frozenset({".html", ".htm"}), frozenset({".pdf", ".epub", ".txt", ".md", ".docx", ".mhtml"})


def find_files(paths: Sequence[str | Path]) -> list[str]:
    """All files under the given files and folders, in the order given, each folder sorted by name. Their paths are
    texts: of a hundred thousand files, paths that know their parts take longer than all the rest.

    A file named outright is always taken; below a folder, hidden files, the companions of saved pages (scripts, styles,
    data) and what storyreader keeps of its own are passed over. Raises UnreadablePage for a path that does not exist.
    """
    found: dict[str, None] = {}
    with without_garbage_collection():
        for given in paths:
            path = _there(given)
            found.update(dict.fromkeys(_below(path) if path.is_dir() else (str(path),)))
    return list(found)


def _there(given: str | Path) -> Path:
    try:
        path = Path(given).expanduser()
        if path.exists():
            return path
    except (OSError, ValueError, RuntimeError):  # a name too long, with a NUL, or of an unknown user
        path = Path(given)
    raise UnreadablePage(f"There is no file or folder {shown(str(path)[:200])}.", "Check the spelling of the path.")


def _below(folder: Path) -> Iterator[str]:
    own = {one.absolute() for one in (config_folder(), data_folder(), cache_folder())}
    for parent, folders, files in os.walk(folder):
        inner = (name for name in folders if not loading.holds_companions(name))
        folders[:] = sorted(name for name in inner if Path(parent, name).absolute() not in own)
        names = _own_pages(Path(parent), [name for name in sorted(files) if loading.may_be_page(parent, name)])
        lead = str(Path(parent, "."))
        yield from names if lead == "." else [os.path.join(lead, name) for name in names]  # noqa: PTH118  see find_files


def _own_pages(folder: Path, names: list[str]) -> list[str]:
    """The files without those that a snapshot in Zotero's storage brought along: of markup the largest is the page."""
    if not (_ITEM.fullmatch(folder.name) and folder.parent.name == "storage"):
        return names
    files = [folder / name for name in names]
    page = max((file for file in files if file.suffix.lower() in _MARKUP), key=_size, default=None)
    return [file.name for file in files if file == page or file.suffix.lower() in _DOCUMENTS]


def _size(file: Path) -> int:
    try:
        return file.stat().st_size
    except OSError:
        return 0


def read_article(locator: str | Path, known: "OutletLines | None" = None) -> Article:
    """Read a page and clean it, with what the reader has corrected on it. Raises UnreadablePage.

    What was read before changes nothing. `known` is for those who ask for it: what the outlet's other pages taught,
    used from two articles on.
    """
    return article_of(loading.read_page(locator), known)


def article_of(page: Page, known: "OutletLines | None" = None) -> Article:
    """Clean a page as `read_article` does. Raises UnreadablePage for what storyreader has written itself."""
    if is_own_export(page.text):
        raise UnreadablePage(
            f"{shown(page.path)} was written by storyreader itself; it is no page.",
            "B opens what it was made of.",
            page.path,
        )
    book = correction_book()
    outlet_lines = known if known is not None and len(known) >= ENOUGH else None
    try:
        article = cleaning.clean_page(page, book.of_page(page.content_hash), outlet_lines)
        return with_details(article, book.details_of_page(page.content_hash))
    except Exception as error:  # one page that nobody thought of must not end the others
        raise UnreadablePage(
            f"{shown(page.path)} could not be cleaned ({type(error).__name__}), a fault of storyreader.",
            "Please report it with the page.",
            page.path,
        ) from error


def read_links(article: Article) -> "list[PageLink]":
    """The links of the page that an article was read from. Raises UnreadablePage."""
    return cleaning.page_links(loading.read_page(article.path), article)
