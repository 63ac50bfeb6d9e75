"""Records of press databases that go without labels: fields opened by codes, or lines in a fixed order."""

import itertools
import re

from storyreader.cleaning.wrappers.label_words import codes, words
from storyreader.cleaning.wrappers.page_text import Line, PageText
from storyreader.dates import find_stamps

_CODE = re.compile(r"\s?([A-Z]{2,3})(?:\s+(\S.*)|\s*)$")
_CODES = 4
"""Codes from which a text is such a record."""
_MOSTLY = 0.6
"""Share of a line that must be the day."""
_CLOCK = re.compile(r"\d{1,2}:\d{2}(?:\s*\w{2,4})?")
_DEEPEST = 25
"""Lines of text among which the length stands."""


def coded(text: PageText) -> bool:
    """Take a record in which each field opens with a code of two or three capitals; False when this is none."""
    fields = codes()
    lines = [line for line in text.lines if not line.wrapper]
    marks = {id(line): match for line in lines if (match := _CODE.match(line.text)) and match.group(1) in fields}
    names = {match.group(1) for match in marks.values()}
    if len(names) < _CODES or not {"HD", "LP"} <= names:
        return False
    field, values = "", dict.fromkeys(fields.values(), "")
    for line in lines:
        match = marks.get(id(line))
        field = fields[match.group(1)] if match else field
        told = (match.group(2) or "") if match else line.text
        if field == "body":
            line.text = told
            line.wrapper = not told and match is not None
        else:
            values[field] += f" {told}"
            line.wrapper = True
    for name, value in values.items():
        if name:
            text.state(name, value)
    return True


def outlet_above(text: PageText, lines: list[Line]) -> None:
    """Note the outlet of a record that has no label for it: the line above the day, below the headline."""
    for outlet, day in itertools.pairwise(lines[1:]):
        stamps = find_stamps(day.text)
        if stamps and stamps[0].end - stamps[0].start >= _MOSTLY * len(day.text.strip()):
            text.state("publisher", outlet.text)
            text.state("published", stamps[0].value.isoformat())
            return


def unlabelled(text: PageText) -> None:
    """Take the lines of a record without labels: how many words, the day, perhaps the hour, then the outlet."""
    shown = text.shown()[:_DEEPEST]
    size = next((number for number, line in enumerate(shown) if _is_size(line.text)), len(shown))
    below = [line for line in shown[size + 1 : size + 5] if not _CLOCK.fullmatch(line.text.strip())]
    if len(below) < 2 or not (day := find_stamps(below[0].text)):
        return
    text.state("published", day[0].value.isoformat())
    text.state("publisher", below[1].text)
    for line in (shown[size], *below[:2]):
        line.wrapper = True


def _is_size(line: str) -> bool:
    count, _, unit = line.strip().partition(" ")
    return count.replace(",", "").replace(".", "").isdigit() and unit.casefold() in words("sizes")
