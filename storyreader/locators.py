"""Where a page is: a file, and behind a number sign the place in it when the file holds many pages.

`a.warc.gz#12345`, `pages.zip#folder/page.html`, `crawl.wacz#archive/data.warc.gz#812`. A locator without a place is the
file's path, as ever.
"""

import os
from pathlib import Path

_SIGN = "#"


def joined(file: str, *places: str) -> str:
    """The locator of a place in a file; places in places follow each other."""
    if not any(places):
        return file
    return _SIGN.join([file, *(place for place in places if place)])


def split_locator(locator: str | os.PathLike[str]) -> tuple[Path, str]:
    """A locator's file and the place in it, which is empty for the file itself.

    Names of files may hold the sign too: the longest one that is a file is meant. Where there is none, all is its name.
    """
    text = os.fspath(locator)
    if _SIGN in text and not os.path.lexists(text):
        at = len(text)
        while (at := text.rfind(_SIGN, 0, at)) > 0:
            if os.path.isfile(text[:at]):  # noqa: PTH113 (Path.is_file raises for names that are too long)
                return Path(text[:at]), text[at + 1 :]
    return Path(text), ""


def file_of(locator: str | os.PathLike[str]) -> Path:
    """The file that a page is in."""
    return split_locator(locator)[0]


def same_place(found: str, wanted: str) -> str | None:
    """What is left to find inside of `found` when that leads to `wanted`; None when it does not."""
    if found == wanted:
        return ""
    return wanted[len(found) + 1 :] if wanted.startswith(found + _SIGN) else None


def short_name(locator: str | os.PathLike[str]) -> str:
    """A page's file and place without the folders of either, to call it by."""
    file, place = split_locator(locator)
    inner = [part.rstrip("/").rpartition("/")[2] or part for part in place.split(_SIGN)] if place else []
    return joined(file.name, *inner)
