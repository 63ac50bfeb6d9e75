"""Lines with a label before a colon, above or below the text: front matter, saved feed entries, mail, press databases.

Front matter stands between fences and may have any labels; elsewhere a label must be known (data/page_labels.json).
"""

import json
import re
from functools import cache
from importlib.resources import files
from typing import NamedTuple

from storyreader.cleaning.wrappers.page_text import ADDRESS, Line, PageText
from storyreader.dates import find_stamps

_LABEL = re.compile(r"\s*([^\W\d][\w ./()-]{0,40}?)\s*[:：]\s*(.*)$")
_SETTING = re.compile(r"([A-Za-z_][\w .-]{0,40}?)\s*[:=]\s*(.*)$")
_CODE = re.compile(r"\s?([A-Z]{2,3})(?:\s+(\S.*)|\s*)$")
_FENCES = {"---": {"---", "..."}, "+++": {"+++"}}
_LONGEST_HEAD = 80
"""Lines of front matter at most."""
_FEWEST = 3
"""Labels of a head that is told by them alone; a headline and an address are enough by themselves."""
_DEEPEST = 25
"""Lines of text above which a database's labels may begin, below its headline, outlet and date."""
_CODES = 4
_CLOCK = re.compile(r"\d{1,2}:\d{2}(?:\s*\w{2,4})?")
_END = re.compile(r"end of document|document [A-Z]{3,}\w{12,30}", re.IGNORECASE)


class _Found(NamedTuple):
    field: str
    rank: int
    value: str
    line: Line


def take_off(text: PageText) -> None:
    """Mark the lines with labels and note what they say."""
    if not _front_matter(text) and not _coded(text):
        _head(text)
        if _tail(text):
            _unlabelled(text)


def _front_matter(text: PageText) -> bool:
    lines = [line for line in text.lines if not line.wrapper]
    begin = next((number for number, line in enumerate(lines) if not line.blank), len(lines))
    ends = _FENCES.get(lines[begin].text.strip(), set()) if begin < len(lines) else set()
    end = next(
        (n for n in range(begin + 1, min(len(lines), begin + _LONGEST_HEAD)) if lines[n].text.strip() in ends), 0
    )
    settings = _settings(lines[begin + 1 : end]) if end else []
    if not settings:
        return False
    _note(text, settings)
    for line in lines[begin : end + 1]:
        line.wrapper = True
    return True


def _settings(lines: list[Line]) -> list[_Found]:
    """The settings of front matter; none when a line is no setting."""
    found: list[_Found] = []
    for line in lines:
        inner = line.text.strip()
        match = _SETTING.match(line.text)
        if match is not None:
            name = match.group(1).strip().casefold()
            found.append(_Found(*_labels().get(name, ("", 0)), _bare(match.group(2)), line))
        elif found and (not inner or line.text[0] in " \t-#"):
            item = _bare(inner.removeprefix("-"))
            found[-1] = found[-1]._replace(value=", ".join(part for part in (found[-1].value, item) if part))
        else:
            return []
    return found


def _bare(value: str) -> str:
    """A value without the marks of the notation: quotes, brackets of lists, links to notes."""
    value = value.strip()
    if value in {">", ">-", "|", "|-", "[]", "null", "~"}:
        return ""
    if value.startswith("[") and value.endswith("]") and not value.startswith("[["):
        return ", ".join(_bare(part) for part in value[1:-1].split(","))
    if len(value) > 1 and value[0] == value[-1] and value[0] in "\"'":
        value = value[1:-1].replace('\\"', '"').replace("''", "'")
    return re.sub(r"\[\[(?:[^\]|]*\|)?([^\]]*)\]\]", r"\1", value).strip()


def _coded(text: PageText) -> bool:
    """The records of a press database that open each field with a code of two or three capitals."""
    codes: dict[str, str] = _data()["codes"]
    lines = [line for line in text.lines if not line.wrapper]
    marks = {id(line): match for line in lines if (match := _CODE.match(line.text)) and match.group(1) in codes}
    names = {match.group(1) for match in marks.values()}
    if len(names) < _CODES or not {"HD", "LP"} <= names:
        return False
    field, values = "", dict.fromkeys(codes.values(), "")
    for line in lines:
        match = marks.get(id(line))
        field = codes[match.group(1)] if match else field
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


def _head(text: PageText) -> None:
    shown = text.shown()
    for begin in range(min(_DEEPEST, len(shown))):
        if _known(shown[begin]) is None:
            continue
        found = _run(shown[begin:])
        fields = {entry.field for entry in found}
        enough = len(found) >= _FEWEST or {"headline", "url"} <= fields
        if enough and fields & ({"size", "body"} if begin else {"headline", "url"}):
            _take(text, found)
            return


def _run(lines: list[Line]) -> list[_Found]:
    """The labels that follow each other; one for the text itself is the last."""
    found: list[_Found] = []
    for line in lines:
        entry = _known(line)
        if entry is None and found and _labels().get(line.text.strip().casefold(), ("",))[0] == "body":
            entry = _Found("body", 0, "", line)
        if entry is None:
            break
        found.append(entry)
        if entry.field == "body":
            break
    return found


def _tail(text: PageText) -> bool:
    shown = text.shown()
    found: list[_Found] = []
    for line in reversed(shown):
        ending = _END.fullmatch(line.text.strip())
        entry = _Found("closing", 0, "", line) if ending else _known(line)
        if entry is None:
            break
        found.append(entry)
    closed = any(entry.field == "closing" for entry in found) and len(found) < len(shown)
    if closed:
        _take(text, found)
    return closed


def _unlabelled(text: PageText) -> None:
    """The lines of a press record without labels: how many words, the day, perhaps the hour, then the outlet."""
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
    words = line.split()
    return len(words) == 2 and words[0].replace(",", "").replace(".", "").isdigit() and words[1].casefold() in _sizes()


def _take(text: PageText, found: list[_Found]) -> None:
    _note(text, found)
    for entry in found:
        if entry.field == "body" and entry.value:
            entry.line.text = entry.value
        else:
            entry.line.wrapper = True


def _note(text: PageText, found: list[_Found]) -> None:
    for entry in sorted(found, key=lambda entry: entry.rank):
        if entry.field not in {"", "body", "size", "closing", "ignored"}:
            _state(text, entry.field, entry.value)


def _state(text: PageText, field: str, value: str) -> None:
    """Note a value; "source" and its like may name an outlet instead of an address."""
    address = ADDRESS.search(value)
    if field == "url":
        text.state("url" if address else "publisher", address.group() if address else value)
    else:
        text.state(field, value)


def _known(line: Line) -> _Found | None:
    match = _LABEL.match(line.text)
    known = _labels().get(match.group(1).casefold()) if match else None
    return _Found(*known, match.group(2).strip(), line) if match and known else None


def link_list_headings() -> frozenset[str]:
    """The words above the list of a text's links."""
    return frozenset(_data()["link lists"])


@cache
def _data() -> dict[str, dict[str, str]]:
    read: dict[str, dict[str, str]] = json.loads(
        files("storyreader.cleaning").joinpath("data/page_labels.json").read_text("utf-8")
    )
    return read


def _sizes() -> frozenset[str]:
    return frozenset(_data()["sizes"])


@cache
def _labels() -> dict[str, tuple[str, int]]:
    """Each known label, with its field and how surely it is meant, 0 first."""
    return {
        label: (field, rank)
        for field, labels in reversed(_data().items())
        if field not in {"codes", "link lists", "sizes"}
        for rank, label in enumerate(labels)
    }
