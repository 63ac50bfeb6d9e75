"""Front matter, as clippers write it above Markdown: settings between two fences, whatever their names."""

import json
import re

from storyreader.cleaning.wrappers.label_words import Labelled, meaning, note
from storyreader.cleaning.wrappers.page_text import Line, PageText

_SETTING = re.compile(r"([A-Za-z_][\w .?-]{0,40}?)\s*[:=]\s*(.*)$")
_FENCES = {"---": {"---", "..."}, "+++": {"+++"}}
_ORIGINAL = re.compile(r"\[Read Original\]\((https?://[^\s)]+)\)|\[Read on Omnivore\]\([^\s)]*\)|#Omnivore")
"""Lines that a service puts between the headline and the text."""
_FOLDED = frozenset({">", ">-", ">+", "|", "|-", "|+"})
"""Signs that the lines below, set in, are one value."""
_COMMENTED = re.compile(r"(\"[^\"]*\"|'[^']*')\s+#.*")
_NOTE_LINK = re.compile(r"\[\[(?:[^\[\]|]*\|)?([^\[\]]*)\]\]")
_LINKED = 5
_MOST = 80
"""Lines of front matter."""


def take_off(text: PageText) -> None:
    """Mark the front matter and note what it says."""
    lines = [line for line in text.lines if not line.wrapper]
    begin = next((number for number, line in enumerate(lines) if not line.blank), len(lines))
    ends = _FENCES.get(lines[begin].text.strip(), set()) if begin < len(lines) else set()
    end = next((n for n in range(begin + 1, min(len(lines), begin + _MOST)) if lines[n].text.strip() in ends), 0)
    settings = _settings(lines[begin + 1 : end]) if end else []
    if not settings:
        return
    note(text, settings)
    for line in lines[begin : end + 1]:
        line.wrapper = True
    for line in text.shown()[:_LINKED]:
        if match := _ORIGINAL.fullmatch(line.text.strip()):
            text.state("url", match.group(1) or "")
            line.wrapper = True


def _settings(lines: list[Line]) -> list[Labelled]:
    """The settings of front matter; none when a line is no setting."""
    found: list[Labelled] = []
    folded = False
    for line in lines:
        inner = line.text.strip()
        match = _SETTING.match(line.text)
        if match is not None:
            folded = match.group(2).strip() in _FOLDED
            found.append(Labelled(*(meaning(match.group(1)) or ("", 0)), _bare(match.group(2)), line))
        elif found and (not inner or line.text[0] in " \t-#"):
            item, joint = _bare(inner.removeprefix("-")), " " if folded else ", "
            found[-1] = found[-1]._replace(value=joint.join(part for part in (found[-1].value, item) if part))
        else:
            return []
    return found


def _bare(value: str) -> str:
    """A value without the marks of the notation: quotes, brackets of lists, links to notes."""
    value = value.strip()
    if value in _FOLDED or value in {"[]", "null", "~"}:
        return ""
    if commented := _COMMENTED.fullmatch(value):
        value = commented.group(1)
    if value.startswith("[") and value.endswith("]") and not value.startswith("[["):
        return ", ".join(_bare(part) for part in value[1:-1].split(","))
    if len(value) > 1 and value[0] == value[-1] and value[0] in "\"'":
        value = _unescaped(value) if value[0] == '"' else value[1:-1].replace("''", "'")
    return _NOTE_LINK.sub(r"\1", value).strip()


def _unescaped(value: str) -> str:
    """What stands between double quotes, its escaped signs written out."""
    try:
        return str(json.loads(value, strict=False))
    except ValueError:
        return value[1:-1].replace('\\"', '"')
