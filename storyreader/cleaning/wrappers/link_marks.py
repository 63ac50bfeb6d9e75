"""Numbers in brackets that text browsers and feed readers put beside links, with the addresses below the text."""

import re

from storyreader.cleaning.wrappers.label_words import words
from storyreader.cleaning.wrappers.page_text import Line, PageText

_ENTRY = re.compile(
    r"\s*\[?(\d{1,4})(?:\]:?|[.:])\s+<?(?:https?|ftp|file|mailto|data|about|javascript):\S*", re.IGNORECASE
)
_MARK = re.compile(r"(?<!\])\[(?:[a-zA-Z]{4,8} )?(\d{1,4})(?: \(\w+ #\d+\))?\]")


def take_off(text: PageText) -> None:
    """Mark the list and take the numbers out of the text, where the one belongs to the other."""
    entries: list[tuple[str, Line]] = []
    headings: list[Line] = []
    for line in reversed(text.shown()):
        if match := _ENTRY.match(line.text):
            entries.append((match.group(1), line))
        elif line.text.strip(" :：").casefold() in words("link lists"):
            headings.append(line)
        else:
            break
    numbers = {number for number, _ in entries}
    listed = {line.number for _, line in entries}
    above = [line for line in text.shown() if line.number not in listed]
    if not any(match.group(1) in numbers for line in above for match in _MARK.finditer(line.text)):
        return
    text.whole = text.whole or not text.stated
    for line in (*headings, *(line for _, line in entries)):
        line.wrapper = True
    for line in above:
        line.text = _MARK.sub(lambda match: "" if match.group(1) in numbers else match.group(), line.text)
