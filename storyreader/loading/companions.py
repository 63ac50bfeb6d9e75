"""Names of files that lie beside pages and are none: scripts, styles and data of saved pages, hidden files."""

import re
from collections.abc import Sequence
from pathlib import Path

_LEFT_OUT = {"__pycache__", "__MACOSX", "node_modules", "__init__.py", "manifest.json", "desktop.ini", "Thumbs.db"}
_NEVER_PAGES = {".py", ".pyc", ".toml", ".css", ".js", ".svg", ".part", ".jsonld", ".bib", ".woff", ".woff2", ".ttf"}
_DATA = {".json", ".csv", ".tsv"}
"""Endings of what may be articles, and mostly is something else."""
_HEAD = 65_536
_TITLE = re.compile(rb'"(?:title|headline)"\s*:|(?:^|[,;\t"])(?:title|headline)["\s]*[,;\t\n]', re.IGNORECASE)
_OTHER = re.compile(rb'"format"\s*:\s*"storyreader-(?!article")')
"""What this program wrote that is no article."""
_TEXT = (
    r"paragraphs|text|main_?text|article_?body|content(?:_html|_text)?|body|plain_?text|article_html|text_?content"
    r"|url|link"
)
_BODY = re.compile(
    rf'"(?:{_TEXT})"\s*:|(?:^|[,;\t"])(?:{_TEXT})["\s]*(?:[,;\t\n]|$)'.encode(), re.IGNORECASE
)  # fmt: skip


def is_passed_over(name: str) -> bool:
    """Whether a file or folder is hidden, or of those that nobody saved to read."""
    return name.startswith(".") or name in _LEFT_OUT or name.upper().startswith("README")


def holds_companions(folder: str) -> bool:
    """Whether a folder holds what belongs to one page beside it."""
    return is_passed_over(folder) or folder.endswith("_files")


def is_companion(parts: Sequence[str]) -> bool:
    """Whether the file with these folders above it is passed over when everything below a folder is read."""
    *folders, name = parts
    return _is_never_page(name, _ending(name)) or any(map(holds_companions, folders))


def is_mere_data(name: str, head: bytes) -> bool:
    """Whether a file is data that names no articles, by its ending and its first bytes; lists of links do."""
    if _ending(name) not in _DATA:
        return False
    return _OTHER.search(head) is not None or not (_TITLE.search(head) and _BODY.search(head))


def may_be_page(folder: str, name: str) -> bool:
    """Whether a file below a folder that is read is taken for a page, or for one of its companions."""
    ending = _ending(name)
    if _is_never_page(name, ending):
        return False
    if ending not in _DATA:
        return True
    try:
        with Path(folder, name).open("rb") as stream:
            return not is_mere_data(name, stream.read(_HEAD))
    except (OSError, ValueError):
        return True  # that will be told


def _is_never_page(name: str, ending: str) -> bool:
    return is_passed_over(name) or ending in _NEVER_PAGES


def _ending(name: str) -> str:
    """The ending of a name in small letters. Asked for every file of a library: a path takes ten times as long."""
    return name[name.rfind(".") :].lower() if "." in name else ""
