"""Markdown, as clippers and exports write it: the marks go, the words stay; the first heading of all is the headline.

Links are marks on any page that has two of them; stars and number signs only there, below front matter, or where the
file's ending says that it is Markdown.
"""

import re

from storyreader.cleaning.wrappers.page_text import PageText

_ENDINGS = (".md", ".markdown")
_TARGET = r"\((?:<[^>\n]*>|[^()\s]*(?:\([^()\s]*\)[^()\s]*)*)(?:\s+[\"'(][^\n]*?[\"')])?\)"
_PICTURE = re.compile(rf"!\[[^\]\n]*\]{_TARGET}|!\[\[[^\]\n]*\]\]")
_LINK = re.compile(rf"\[([^\[\]\n]*)\]{_TARGET}")
_PLAIN_LINK = re.compile(r"\[[^\[\]\n]+\]\((?:https?://|/)[^()\s]*\)")
_NOTE_LINK = re.compile(r"\[\[(?:[^\]|\n]*\|)?([^\]|\n]+)\]\]")
_DEFINITION = re.compile(r"\s{0,3}\[(\^?[^\]\n]+)\]:\s+\S")
_REFERENCE = re.compile(r"\[([^\[\]\n]+)\]\[[^\]\n]*\]|\[\^[^\]\n]+\]")
_HEADING = re.compile(r"\s{0,3}(#{1,6})\s+(.*?)\s*#*\s*$")
_QUOTE = re.compile(r"\s{0,3}(?:>\s?)+")
_UNDERLINE = re.compile(r"\s{0,3}(?:={3,}|-{3,})\s*$")
_STRESS = (
    re.compile(r"(\*\*|__)(?=\S)(.+?)(?<=\S)\1"),
    re.compile(r"(?<![\w*])(\*|_)(?=[^\s*_])(.+?)(?<=[^\s*_])\1(?![\w*])"),
)
_CODE = re.compile(r"(`+)([^`\n]+)\1")
_ESCAPE = re.compile(r"\\([\\`*_{}\[\]()#+\-.!>|~$])")
_FEWEST = 2


def take_off(text: PageText) -> None:
    """Take the marks out of the lines."""
    lines = [line for line in text.lines if not line.wrapper and not line.blank]
    links = sum(len(_PLAIN_LINK.findall(line.text)) for line in lines if "](" in line.text)
    fenced = any(line.wrapper and line.text.strip() in {"---", "+++"} for line in text.lines[:5])
    if not fenced and links < _FEWEST and not text.path.casefold().endswith(_ENDINGS):
        return
    defined = any(_DEFINITION.match(line.text) for line in lines)
    for above, line in zip([None, *lines], lines, strict=False):
        if _DEFINITION.match(line.text) or (_UNDERLINE.match(line.text) and above is not None):
            line.wrapper = True
            if "=" in line.text and above is not None:
                text.state("headline", above.text)
            continue
        heading = _HEADING.match(line.text)
        line.text = _without_marks(heading.group(2) if heading else _QUOTE.sub("", line.text, count=1), defined)
        line.wrapper = line.blank
        if heading and len(heading.group(1)) == 1:
            text.state("headline", line.text)


def _without_marks(text: str, defined: bool) -> str:
    text = _PICTURE.sub("", text)
    text = _NOTE_LINK.sub(r"\1", _LINK.sub(r"\1", text))
    if defined:
        text = _REFERENCE.sub(lambda match: match.group(1) or "", text)
    for stress in _STRESS:
        text = stress.sub(r"\2", text)
    return _ESCAPE.sub(r"\1", _CODE.sub(r"\2", text))
