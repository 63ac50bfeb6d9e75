"""What archives, caches and add-ons of browsers put into the markup of a copy is taken out before the page is read."""

import re
from typing import Any

from storyreader.cleaning.wrappers.archive_note import note_of
from storyreader.loading import is_archive, original_address

_ADDED = re.compile(r"wm-ipp|donato$|.*google-cache-hdr$|savepage-|scrapbook-|singlefile-")
"""Names of their elements."""
_TODAY = frozenset({"HEADER", "hashtags", "DIVSHARE", "DIVALREADY", "DIVALREADY2"})
"""Those of archive.today, which other pages may have too."""
_FRAMES = 50
_MOST = 3000
"""Characters of a frame that are read."""


def take_off(root: Any) -> dict[str, str]:
    """Take the frame's elements out of a parsed page and return what they say of it, by field."""
    links = [
        element.get("href") or "" for element in root.iter("link") if element.get("rel") in {"canonical", "bookmark"}
    ]
    archived = any(is_archive(link) and original_address(link)[1] for link in links)
    frames = [
        element
        for element in root.iter()
        if isinstance(element.tag, str)
        and (_ADDED.match(element.get("id") or element.tag) or (archived and element.get("id") in _TODAY))
    ]
    said: dict[str, str] = {}
    for frame in frames[:_FRAMES]:
        said = {**note_of(" ".join("".join(frame.itertext()).split())[:_MOST]), **said}
        if frame.getparent() is not None:
            frame.drop_tree()
    return said
