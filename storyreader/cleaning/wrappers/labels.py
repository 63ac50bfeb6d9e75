"""Lines with a label before a colon, above or below the text: saved feed entries, mail, press databases.

The label must be known (data/page_labels.json), and several must stand together.
"""

import re

from storyreader.cleaning.wrappers import press_record
from storyreader.cleaning.wrappers.label_words import Labelled, meaning, note, words
from storyreader.cleaning.wrappers.page_text import Line, PageText

_LABEL = re.compile(r"\s*(?:[-*]\s+)?[*_]{0,2}([^\W\d][\w ./()-]{0,40}?)[*_]{0,2}\s*[:：][*_]{0,2}\s*(.*)$")
_FEWEST = 3
"""Labels of a head that is told by them alone; a headline and an address are enough by themselves."""
_DEEPEST = 25
"""Lines of text above which a database's labels may begin, below its headline, outlet and date."""
_ABOVE = 8
"""Lines above a record's labels in which its outlet stands."""
_LINK = re.compile(r"https?://\S+|ProQuest document link")
"""A line between labels that has none."""
_END = re.compile(r"end of document|document [A-Z]{3,}\w{12,30}", re.IGNORECASE)


def take_off(text: PageText) -> None:
    """Mark the lines with labels and note what they say."""
    if press_record.coded(text):
        return
    _head(text)
    if _tail(text):
        press_record.unlabelled(text)


def _head(text: PageText) -> None:
    shown = text.shown()
    if shown and shown[0].text.startswith("# "):
        shown = shown[1:]  # the headline of Markdown
    for begin in range(min(_DEEPEST, len(shown))):
        if _known(shown[begin]) is None:
            continue
        found = _run(shown[begin:])
        fields = {entry.field for entry in found}
        enough = len(found) >= _FEWEST or {"headline", "url"} <= fields
        if enough and fields & ({"size", "body"} if begin else {"headline", "url"}):
            _take(text, found)
            if "size" in fields:
                press_record.outlet_above(text, shown[max(0, begin - _ABOVE) : begin])
            return


def _run(lines: list[Line]) -> list[Labelled]:
    """The labels that follow each other; one for the text itself is the last."""
    found: list[Labelled] = []
    for line in lines:
        entry = _known(line)
        if entry is None and found and (meaning(line.text) or ("",))[0] == "body":
            entry = Labelled("body", 0, "", line)
        if entry is None and found and _LINK.fullmatch(line.text.strip()):
            entry = Labelled("ignored", 0, "", line)
        if entry is None:
            break
        found.append(entry)
        if entry.field == "body":
            break
    return found


def _tail(text: PageText) -> bool:
    shown = text.shown()
    found: list[Labelled] = []
    for line in reversed(shown):
        ending = _END.fullmatch(line.text.strip())
        entry = Labelled("closing", 0, "", line) if ending else _known(line)
        if entry is None:
            break
        found.append(_of_topic(entry))
    closed = any(entry.field == "closing" for entry in found) and len(found) < len(shown)
    if closed:
        _take(text, found)
    return closed


def _take(text: PageText, found: list[Labelled]) -> None:
    note(text, found)
    for entry in found:
        if entry.field == "body" and entry.value:
            entry.line.text = entry.value
        else:
            entry.line.wrapper = True


def _of_topic(entry: Labelled) -> Labelled:
    """Above a text a subject is its headline, as in a letter; below it is what a database has filed it under."""
    label = _LABEL.match(entry.line.text)
    filed = label is not None and label.group(1).strip().casefold() in words("subjects")
    return entry._replace(field="ignored") if filed else entry


def _known(line: Line) -> Labelled | None:
    match = _LABEL.match(line.text)
    known = meaning(match.group(1)) if match else None
    return Labelled(*known, match.group(2).strip(), line) if match and known else None
