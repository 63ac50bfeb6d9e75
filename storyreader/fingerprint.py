"""What decides a result that is kept: the rules and tables of the rooms that made it. A cache made by others is stale.

The version of the package does not tell: it stays the same while rules change, in a checkout always.
"""

from collections.abc import Iterator
from functools import cache
from hashlib import blake2b
from importlib import metadata, resources
from importlib.resources.abc import Traversable

READING = (
    "loading", "cleaning", "segmenting", "dates", "lexicon", "learned", "library/entry.py", "article.py", "page.py",
)  # fmt: skip
"""What decides how a page is read, and what the library keeps of it."""
SAVED_HEADS = ("saving", "comparing", "comparison.py")
"""What decides what the list of saved comparisons keeps of each."""

_LIBRARIES = {
    "loading": ("brotli", "feedparser", "ftfy", "mammoth", "pdfminer.six", "pyarrow", "striprtf", "warcio"),
    "cleaning": ("trafilatura", "lxml"),
    "lexicon": ("py3langid",),
}
"""Packages of others that a room asks for its verdicts: another release of them may give others, and one that was not
there before reads files that were refused.
"""


@cache
def fingerprint(rooms: tuple[str, ...]) -> str:
    """A hash of the content of all files of the rooms (folders or files of this package, by name): 16 hex digits.

    Read once in a process: 10 to 30 ms for `READING`, so ask in a worker thread.
    """
    found = blake2b(digest_size=8)
    for room in rooms:
        for name, content in _contents(_package().joinpath(room), room):
            found.update(f"{name}\0{len(content)}\0".encode())
            found.update(content)
        for library in _LIBRARIES.get(room, ()):
            found.update(f"{library} {_version(library)}\0".encode())
    return found.hexdigest()


def _version(library: str) -> str:
    try:
        return metadata.version(library)
    except metadata.PackageNotFoundError:
        return "none"


def _package() -> Traversable:
    return resources.files("storyreader")


def _contents(part: Traversable, name: str) -> Iterator[tuple[str, bytes]]:
    if part.is_file():
        yield name, part.read_bytes()
        return
    for inner in sorted(part.iterdir(), key=lambda one: one.name):
        if inner.name != "__pycache__" and not inner.name.startswith("."):
            yield from _contents(inner, f"{name}/{inner.name}")
