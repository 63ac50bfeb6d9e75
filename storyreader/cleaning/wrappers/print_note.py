"""What print views and readers write above or below a text: its address on a line of its own, the day of printing."""

from itertools import takewhile

from storyreader.cleaning.wrappers.label_words import meaning
from storyreader.cleaning.wrappers.page_text import ADDRESS, Line, PageText
from storyreader.cleaning.wrappers.print_edges import print_words
from storyreader.dates import find_stamps

_EDGE = 8
"""Lines at either end of the page."""
_LONGEST = 12
"""Words of a line about the print, or one that is no paragraph."""
_LONGEST_LABEL = 5


def take_off(text: PageText) -> None:
    """Mark the lines and note what they say; of several addresses none is known to be the page's."""
    shown = text.shown()
    edges = shown[:_EDGE] + shown[max(_EDGE, len(shown) - _EDGE) :]
    # between paragraphs an address alone is the story's, and at the end of a text that has no head
    outside = list(takewhile(_is_short, shown[:_EDGE]))
    outside += takewhile(_is_short, reversed(shown[-_EDGE:])) if outside else ()
    addressed = [
        (line, address)
        for line in edges
        if (address := _own_address(line.text)) and (line.text != address or line in outside)
    ]
    if len({address.rstrip("/") for _, address in addressed}) == 1:
        for line, address in addressed:
            text.state("url", address)
            line.wrapper = True
    for line in edges:
        if not line.wrapper and (day := _printed(line)):
            text.state("saved", day)
            line.wrapper = True


def _is_short(line: Line) -> bool:
    """Whether a line is no paragraph; in scripts without spaces its full stop tells."""
    return len(line.text.split()) <= _LONGEST and not line.text.endswith("。")


def _own_address(line: str) -> str:
    """The address of a page, not of a whole site, that stands alone or behind a label for it; else nothing."""
    match = ADDRESS.search(line)
    if match is None or line[match.end() :].strip(" >)].") or not match.group().partition("//")[2].partition("/")[2]:
        return ""
    label = line[: match.start()].strip(" <([").rstrip(":： ")
    known = meaning(label) if len(label.split()) <= _LONGEST_LABEL else None
    return match.group() if not label or (known and known[0] == "url") else ""


def _printed(line: Line) -> str:
    folded = line.text.casefold()
    if len(folded.split()) > _LONGEST or not any(words in folded for words in print_words("printed")):
        return ""
    found = find_stamps(line.text)
    return found[0].value.isoformat() if found else ""
