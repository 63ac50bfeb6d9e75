"""What the reader adds that is no file yet, pasted text and pages of the web: each is kept in a file of its own."""

import re
from hashlib import sha256
from pathlib import Path

from storyreader import loading
from storyreader.atomic import write_atomic
from storyreader.errors import StoryReaderError
from storyreader.page import Page
from storyreader.paths import added_folder

_LONGEST = 60
"""Characters of a file's name that tell what it is."""


def keep_pasted(text: str) -> Path:
    """Put the text of a page into a file, named after its first line; gives the file. Raises SavingFailed."""
    first = next((line for line in text.splitlines() if line.strip()), "")
    return _kept(first, ".txt", text.encode("utf-8", "replace"))


def keep_fetched(url: str) -> Path:
    """Get a page from the web and put it into a file that tells where and when; gives the file.

    Raises UnreadablePage when it may not or cannot be had, SavingFailed when it cannot be written.
    """
    found = list(loading.fetch_pages(url))
    page = found[0]
    if len(found) > 1 or not isinstance(page, Page) or page.media != "html":
        problem = next((one for one in found if isinstance(one, StoryReaderError)), None)
        raise problem or StoryReaderError(f"{url} is no single page.", "Save what is there, and open the file.")
    address = (page.url or url).replace("--", "-%2D")  # two dashes would end the comment
    head = f"<!-- saved from {address} on {page.saved} -->\n"
    return _kept(re.sub(r"^https?://(?:www\.)?", "", url), ".html", (head + page.text).encode("utf-8-sig", "replace"))


def _kept(name: str, ending: str, content: bytes) -> Path:
    words = re.sub(r"[\W_]+", "-", name.casefold()).strip("-")[:_LONGEST].strip("-")
    file = added_folder() / f"{words or 'page'}-{sha256(content).hexdigest()[:8]}{ending}"
    if not file.exists():
        write_atomic(file, content)
    return file
