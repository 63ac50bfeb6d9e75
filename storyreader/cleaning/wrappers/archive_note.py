"""What archives and search engines' caches write on top of a copy: of which address it is, and when it was taken."""

import json
import re
from functools import cache
from importlib.resources import files

from storyreader.cleaning.wrappers.page_text import ADDRESS, Line, PageText
from storyreader.dates import find_stamps
from storyreader.loading import original_address

_DEEPEST = 40
"""Lines of the page among which the note stands."""
_TOP = 3
"""Lines among which it begins."""
_APART = 8
"""Lines of an archive's bar, such as a calendar, between two that are told by their words."""
_LONGEST = 6
"""Lines that a note may have around the sentence that tells of the copy."""
_BESIDE = 6
"""Words beside the address of an archive on a line of its own."""
_LONGEST_NOTE = 600
"""Characters of a note in which its day stands."""
_LONGEST_BAR = 12
"""Words of a line of links in which an archive's own may stand anywhere."""
_COUNT = re.compile(r"\d[\d,.]*\s+captures?\b", re.IGNORECASE)


def take_off(text: PageText) -> None:
    """Mark the note and state what it says."""
    shown = text.shown()[:_DEEPEST]
    if not any(_tells(line.text) for line in shown[:_TOP]):
        return
    tells = [number for number, line in enumerate(shown) if _tells(line.text)]
    last = tells[0]
    for number in tells:
        if number - last > _APART:
            break
        last = max(last, number)
    begin, end = _beside(shown, tells[0]) if not _is_copy(shown[tells[0]].text) else (tells[0], tells[0])
    end = max(last, end)
    note = shown[begin : end + 1]
    if any(_tells_of_copy(line.text) for line in note) or sum(_is_bar(line.text) for line in note) > 1:
        for name, value in _said([line.text for line in note]).items():
            text.state(name, value)
        text.whole = True
        for line in note:
            line.wrapper = True


def _tells(line: str) -> bool:
    return _tells_of_copy(line) or _is_bar(line)


def _tells_of_copy(line: str) -> bool:
    """Whether a line names a copy with its day, or is the address of one."""
    folded = line.casefold()
    named = ADDRESS.search(line) is not None and any(word in folded for word in _words("copies"))
    return _is_copy(line) or (named and bool(find_stamps(line[:_LONGEST_NOTE])))


def _is_copy(line: str) -> bool:
    """Whether a line is hardly more than the address of a copy."""
    address = ADDRESS.search(line)
    return address is not None and original_address(address.group())[1] is not None and len(line.split()) <= _BESIDE


def _is_bar(line: str) -> bool:
    folded = line.strip().casefold()
    held = len(folded.split()) <= _LONGEST_BAR
    return any(folded.startswith(words) or (held and words in folded) for words in _words("bars")) or bool(
        _COUNT.match(folded)
    )


def _beside(shown: list[Line], number: int) -> tuple[int, int]:
    """First and last of the lines that stand around one without a blank line, when they are few."""
    begin = end = number
    while begin and shown[begin - 1].number == shown[begin].number - 1:
        begin -= 1
    while end + 1 < len(shown) and shown[end + 1].number == shown[end].number + 1:
        end += 1
    return (begin, end) if end - begin < _LONGEST else (number, number)


def note_of(line: str) -> dict[str, str]:
    """What a sentence about a copy says: its address, and when it was taken."""
    return _said([line]) if _tells_of_copy(line) else {}


def _said(lines: list[str]) -> dict[str, str]:
    said: dict[str, str] = {}
    times = []
    for line in lines:
        told = line
        for match in ADDRESS.finditer(line):
            url, taken = original_address(match.group().rstrip(".,;"))
            told = told.replace(match.group(), " ")
            said.setdefault("url", url)
            if taken is not None:
                said.setdefault("saved", taken.isoformat())
        times += [stamp.value for stamp in find_stamps(told[:_LONGEST_NOTE])]
    clocked = [time for time in times if hasattr(time, "hour")] or times
    return {**({"saved": clocked[0].isoformat()} if clocked else {}), **said}


@cache
def _words(kind: str) -> tuple[str, ...]:
    data = json.loads(files("storyreader.cleaning").joinpath("data/archive_notes.json").read_text("utf-8"))
    return tuple(data[kind])
