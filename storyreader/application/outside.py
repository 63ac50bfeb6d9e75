"""Going out of the app: the reader's browser, and copies of quotations in a file."""

import webbrowser
from pathlib import Path
from urllib.parse import urlsplit

from storyreader.article import Article
from storyreader.atomic import locked, write_atomic
from storyreader.errors import StoryReaderError
from storyreader.library import COPIED
from storyreader.locators import short_name, split_locator
from storyreader.paths import exports_folder

_IN_THE_TERMINAL = frozenset({"www-browser", "links", "elinks", "lynx", "w3m"})
"""Browsers that would take the screen away from the app."""


def open_outside(address: str) -> None:
    """Show an address of the web, or a file of the disk, in the reader's browser. Raises StoryReaderError."""
    if urlsplit(address).scheme not in ("http", "https"):
        file, place = split_locator(address)
        if place:
            raise StoryReaderError(f"{short_name(address)} is a page inside of {file}.", "R shows it as it was read.")
        try:
            address = file.resolve(strict=True).as_uri()
        except (OSError, ValueError) as error:
            raise StoryReaderError(f"{address} is gone.", "The saved copy can still be read here.") from error
    try:
        browser = webbrowser.get()
        done = Path(getattr(browser, "name", "")).name not in _IN_THE_TERMINAL and browser.open(address)
    except (webbrowser.Error, OSError):
        done = False
    if not done:
        raise StoryReaderError(f"No browser here for {address}.", "y copies quotations, Y the address.")


def address_of(article: Article) -> str:
    """Where an article is to be seen: its address, else its file."""
    return article.url if article.url and urlsplit(article.url).scheme in ("http", "https") else article.path


def keep_copy(text: str) -> Path:
    """Put a text at the end of the file with everything that was copied; gives the file. Raises SavingFailed."""
    file = exports_folder() / "copied.txt"
    with locked(file):
        before = file.read_text(encoding="utf-8", errors="replace") if file.exists() else f"{COPIED}\n\n"
        write_atomic(file, f"{before}{text}\n\n".encode("utf-8", "replace"))
    return file
