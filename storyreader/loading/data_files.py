"""Tells texts that are data for programs or lists of addresses and no page: they are refused, not cleaned."""

import re

from storyreader.loading.xml_root import root_name

_ADDRESSES = "It holds addresses, no texts: save the pages themselves, or use: storyreader clean --fetch URL."
_KINDS = {
    "opml": ("a list of feeds", _ADDRESSES), "urlset": ("a site map", _ADDRESSES),
    "sitemapindex": ("a site map", _ADDRESSES), "plist": ("a property list", "Save the page itself as HTML."),
    "svg": ("a drawing", "Save the page itself as HTML."),
}  # fmt: skip
"""Kinds of XML by the name of their outermost element."""
_OTHER_XML = "Make HTML of it: pandoc -f FORMAT FILE -o FILE.html, or save the page itself."
_BOOKMARK = re.compile(r"<a\b[^<>]{0,2000}\b(?:time_added|add_date)=", re.IGNORECASE)
_ADDRESS = re.compile(r"(?:[-*]\s+|\d+[.)]\s+)?(?:https?://\S+|\[[^\]]{0,300}\]\(https?://\S+\))")
"""A line that is an address or a link in Markdown, and nothing else."""
_LINK_ITEM = re.compile(
    r"<li>\s*<a\s[^<>]*>[^<]{0,500}</a>\s*(?:<br[^<>]*>\s*)?(?:</li>|(?=<li>|</[ou]l>))", re.IGNORECASE
)
_PARAGRAPH = re.compile(r"<p\b", re.IGNORECASE)
_LONGEST_LIST = 1_000_000
"""Characters of a list of links that is looked at."""
_FEW_BESIDE = 6
"""Words beside the items of a list of links: "Unread", "Archive"."""
_SHORTCUT = re.compile(r"\A\s*\[(InternetShortcut|Desktop Entry|\.ShellClassInfo)\]")
_SHORTCUTS = {
    "InternetShortcut": ("a shortcut to an address", _ADDRESSES),
    "Desktop Entry": ("a shortcut", _ADDRESSES),
    ".ShellClassInfo": ("a setting of Windows for its folder", "It is no page; nothing is lost."),
}
_SUBTITLES = "subtitles", "Make a text of them: ffmpeg -i FILE -f srt - | grep -v '^[0-9]'."
_REFERENCES = "a list of references", "It holds no texts: save the pages themselves."
_FOR_PROGRAMS = (
    (re.compile(r"\A\s*(?:WEBVTT\b|\d+\s*\n\d\d:\d\d:\d\d[,.]\d{3} --> )"), _SUBTITLES),
    (re.compile(r"\A\s*(?:TY  - [A-Z]|@[a-z]{3,20}\{[^\s,{}]{0,80},)"), _REFERENCES),
    (re.compile(r"\A\s*BEGIN:V(?:CALENDAR|CARD)\b"), ("a calendar or cards of addresses", "It holds no articles.")),
    (re.compile(r"\A\s*%!PS"), ("a document for printers", "Make a PDF of it: ps2pdf FILE FILE.pdf.")),
    (re.compile(r"\A\s*\\documentclass\b"), ("a document of LaTeX", "Make HTML of it: pandoc FILE -o FILE.html.")),
)
"""Texts for programs by how they begin."""
_FEWEST, _SHARE = 2, 0.4
_PROSE = 30
"""Words of a line that no list of addresses has."""
_HEAD = 20_000


def data_kind(text: str) -> tuple[str, str] | None:
    """Return what the text is ("a list of feeds") and what can be done when it is no page, else None."""
    head = text[:_HEAD]
    name = root_name(head)
    if name in _KINDS:
        return _KINDS[name]
    if name and name != "html" and head.lstrip().startswith("<?xml"):
        return f"XML of another kind (<{name}>)", _OTHER_XML
    if _BOOKMARK.search(head) or _is_link_list(text):
        return "a list of links", _ADDRESSES
    if shortcut := _SHORTCUT.match(head):
        return _SHORTCUTS[shortcut.group(1)]
    if known := next((told for begins, told in _FOR_PROGRAMS if begins.match(head)), None):
        return known
    lines = [line.strip() for line in head.splitlines() if line.strip()]
    addresses = sum(_ADDRESS.fullmatch(line) is not None for line in lines)
    mostly = addresses >= _FEWEST and addresses >= _SHARE * len(lines)
    return ("a list of addresses", _ADDRESSES) if mostly and max(map(_words, lines)) < _PROSE else None


def _is_link_list(text: str) -> bool:
    """Whether markup is headings and items that are links, as services for reading later export them. All of it is
    looked at: the story of a page may stand behind a long menu.
    """
    if len(text) > _LONGEST_LIST or _PARAGRAPH.search(text) or not _LINK_ITEM.search(text):
        return False
    rest = re.sub(r"<[^<>]*>", " ", re.sub(r"(?is)<(head|script|style)\b.*?</\1>", " ", _LINK_ITEM.sub(" ", text)))
    return len(rest.split()) <= _FEW_BESIDE


def _words(line: str) -> int:
    return len(line.split())
