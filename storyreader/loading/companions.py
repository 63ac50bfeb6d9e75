"""Names of files that lie beside pages and are none: scripts, styles and data of saved pages, hidden files."""

from collections.abc import Sequence
from pathlib import PurePath

_LEFT_OUT = {"__pycache__", "__MACOSX", "node_modules", "__init__.py", "manifest.json"}
_NEVER_PAGES = {".py", ".pyc", ".toml", ".css", ".js", ".svg", ".part", ".jsonld", ".bib", ".json", ".csv"}


def is_passed_over(name: str) -> bool:
    """Whether a file or folder is hidden, or of those that nobody saved to read."""
    return name.startswith(".") or name in _LEFT_OUT or name.upper().startswith("README")


def holds_companions(folder: str) -> bool:
    """Whether a folder holds what belongs to one page beside it."""
    return is_passed_over(folder) or folder.endswith("_files")


def is_companion(parts: Sequence[str]) -> bool:
    """Whether the file with these folders above it is passed over when everything below a folder is read."""
    *folders, name = parts
    return is_passed_over(name) or PurePath(name).suffix.lower() in _NEVER_PAGES or any(map(holds_companions, folders))
