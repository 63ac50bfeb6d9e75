"""The line below the headline of an article that this program wrote: outlet, byline, date, length."""

import re

from storyreader.cleaning.wrappers.page_text import PageText
from storyreader.dates import find_stamps

_DETAILS = re.compile(
    r"(?P<publisher>[^·]+?)(?: · wire: [^·]+?)?(?: · by (?P<byline>[^·]+?))? · (?P<published>[^·]+?)"
    r" · \d+ (?:word|character)s?(?: · saved (?P<saved>[^·]+?))?(?: · read more simply \([^·]+\))?"
)


def take_off(text: PageText) -> None:
    """Mark the line and note what it says."""
    shown = text.shown()[:2]
    match = _DETAILS.fullmatch(shown[1].text.strip()) if len(shown) > 1 else None
    if match is None:
        return
    said = match.groupdict(default="")
    for name in ("published", "saved"):
        found = find_stamps(said[name])
        said[name] = found[0].value.isoformat() if found else ""
    said["publisher"] = said["publisher"].removeprefix("outlet unknown")
    for name, value in said.items():
        text.state(name, value)
    shown[1].wrapper = True
