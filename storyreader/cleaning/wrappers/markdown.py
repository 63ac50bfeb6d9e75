"""Markdown, as clippers and exports write it: the marks go, the words stay; the first heading of all is the headline.

Links are marks on any page that has two of them; stars and number signs only where a saver says so, by labels above the
text or by the file's ending.
"""

import re

from storyreader.cleaning.wrappers.page_text import Line, PageText

_ENDINGS = (".md", ".markdown")
_TARGET = r"\((?:<[^>\n]*>|[^()\s]*(?:\([^()\s]*\)[^()\s]*)*)(?:\s+[\"'(][^\n]*?[\"')])?\)"
_PICTURE = re.compile(rf"!\[[^\]\n]*\]{_TARGET}|!\[\[[^\]\n]*\]\]")
_LINK = re.compile(rf"\[([^\[\]\n]*)\]{_TARGET}")
_PLAIN_LINK = re.compile(r"\[[^\[\]\n]+\]\((?:https?://|/)[^()\s]*\)")
_NOTE_LINK = re.compile(r"\[\[(?:[^\[\]|\n]*\|)?([^\[\]|\n]+)\]\]")
_DEFINITION = re.compile(r"\s{0,3}\[(\^?[^\]\n]+)\]:\s+\S")
_REFERENCE = re.compile(r"\[([^\[\]\n]+)\]\[[^\]\n]*\]|\[\^[^\]\n]+\]")
_HEADING = re.compile(r"\s{0,3}(#{1,6})\s+(.*?)\s*#*\s*$")
_QUOTE = re.compile(r"\A\s{0,3}(?:>\s?)+")
_TAG = re.compile(r"</?[A-Za-z][\w-]{0,20}(?:\s[^<>]{0,500})?/?>|<!--[^<>]{0,500}-->")
"""Markup that Markdown may hold."""
_UNDERLINE = re.compile(r"\s{0,3}(?:={3,}|-{3,})\s*$")
_STRESS = (
    re.compile(r"(\*\*|__)(?=\S)(.+?)(?<=\S)\1"),
    re.compile(r"(?<![\w*])(\*|_)(?=[^\s*_])(.+?)(?<=[^\s*_])\1(?![\w*])"),
)
_CODE = re.compile(r"(`+)([^`\n]+)\1")
_ESCAPE = re.compile(r"\\([\\`*_{}\[\]()#+\-.!>|~$])")
_FEWEST = 2
_LONGEST = 20_000
"""Characters of a line in which marks are looked for."""
_BETWEEN = " \t*-+|·•/>»,"
"""What stands between the links of a menu."""


def take_off(text: PageText) -> None:
    """Take the marks out of the lines."""
    lines = [line for line in text.shown() if len(line.text) <= _LONGEST]
    written = bool(text.stated) or text.path.casefold().endswith(_ENDINGS)
    if not written and sum(len(_PLAIN_LINK.findall(line.text)) for line in lines if "](" in line.text) < _FEWEST:
        return
    defined = any(_DEFINITION.match(line.text) for line in lines)
    for line in lines:
        if _DEFINITION.match(line.text):
            line.wrapper = True
            continue
        _take_links(line, defined)
        if written and not line.wrapper:
            _take_marks(text, line)


def _take_links(line: Line, defined: bool) -> None:
    """Leave the words of links, and nothing of pictures; a line of links alone is a menu."""
    menu = len(_PLAIN_LINK.findall(line.text)) > 1 and not _PLAIN_LINK.sub("", line.text).strip(_BETWEEN)
    told = _NOTE_LINK.sub(r"\1", _LINK.sub(r"\1", _PICTURE.sub("", line.text)))
    line.text = _REFERENCE.sub(lambda match: match.group(1) or "", told) if defined else told
    if line.blank or menu:
        line.wrapper, line.reason = True, "navigation" if menu else "picture"


def _take_marks(text: PageText, line: Line) -> None:
    heading = _HEADING.match(line.text)
    told = _TAG.sub("", heading.group(2) if heading else _QUOTE.sub("", line.text))
    for stress in _STRESS:
        told = stress.sub(r"\2", told)
    line.text = _ESCAPE.sub(r"\1", _CODE.sub(r"\2", told))
    if _UNDERLINE.match(line.text) or line.blank:
        line.wrapper = True
    elif heading and len(heading.group(1)) == 1:
        text.state("headline", line.text)
