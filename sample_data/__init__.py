"""The sample stories: fiction told by invented outlets, as page dumps and saved pages, with the expected reading.

The package exists so that an installed storyreader has something to open at once, and so that tests and benchmarks
share one truth, the manifest. README.md describes both.
"""

from pathlib import Path
from typing import Any


def folder() -> Path:
    """The folder that holds one folder a story; files are named relative to it in the manifest."""
    return Path(__file__).resolve().parent


def manifest() -> dict[str, Any]:
    """What is expected of every page: its fields, its paragraphs in order, and the links of some pairs of pages."""
    import json  # the app opens the folder alone, and must be on the screen at once

    content: dict[str, Any] = json.loads((folder() / "manifest.json").read_text(encoding="utf-8"))
    return content
