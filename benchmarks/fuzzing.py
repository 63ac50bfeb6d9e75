"""A longer attack on the parsers, guided by what the code does with the input. Needs atheris (wheels for Linux).

    pip install atheris
    python -m benchmarks.fuzzing pages|saved FOLDER [-runs=100000] [-max_total_time=300]

FOLDER keeps the inputs that reached something new. What raises anything but StoryReaderError ends the run with the
input in a file. Results stand in docs/security.md.
"""

import contextlib
import importlib
import json
import pkgutil
import sys
import tempfile
from pathlib import Path

import atheris

with atheris.instrument_imports(include=["storyreader.loading", "storyreader.cleaning", "storyreader.saving"]):
    from storyreader import cleaning, loading, saving
    from storyreader.errors import StoryReaderError
    from storyreader.page import Page
    from storyreader.visible import UNSAFE

    for room in (cleaning, loading, saving):  # a face loads its modules late, which would be too late here
        for module in pkgutil.walk_packages(room.__path__, f"{room.__name__}."):
            importlib.import_module(module.name)

ENDINGS = (".html", ".txt", ".mhtml", ".json", ".xml", ".rtf", ".csv", ".eml")
PLACE = Path(tempfile.mkdtemp(prefix="storyreader-fuzzing-"))


def read_pages(data: bytes) -> None:
    """Read and clean what the bytes are as a file of some kind; the first byte chooses which."""
    if not data:
        return
    file = PLACE / f"page{ENDINGS[data[0] % len(ENDINGS)]}"
    file.write_bytes(data[1:])
    for page in loading.read_pages(file):
        if isinstance(page, Page):
            article = cleaning.clean_page(page)
            assert not any(UNSAFE.search(text) for text in (article.headline, article.url, *article.paragraphs) if text)


def read_saved(data: bytes) -> None:
    """Open and import what the bytes are as a saved file."""
    store = saving.Store(PLACE)
    for old in PLACE.glob("x.json*"):
        old.unlink()
    store.file("x").write_bytes(data)
    with contextlib.suppress(StoryReaderError):
        saving.read_imported_file(store.file("x"))
    store.listing()
    with contextlib.suppress(StoryReaderError, json.JSONDecodeError):
        store.load("x")


def main() -> None:
    """Run until something breaks, or as long as the arguments say."""
    target = {"pages": read_pages, "saved": read_saved}[sys.argv.pop(1)]
    atheris.Setup(sys.argv, target)
    atheris.Fuzz()


if __name__ == "__main__":
    main()
