"""The kinds of files that hold pages in another form, a module each, imported when the first such file is met.

A kind that holds one page has `unpack(data: bytes) -> Unpacked | None`. One that may hold many has
`read(source: ByteSource, place: str) -> Iterator[Part]`, which gives them in turn; a reader that can go straight to the
place it is given does, the others leave it to the caller to pick.
"""

import re
from collections.abc import Generator
from dataclasses import dataclass
from importlib import import_module
from typing import Any, cast

from storyreader.loading import mime, webarchive
from storyreader.loading.source import ByteSource
from storyreader.loading.unpacked import Refused, Unpacked

Part = ByteSource | Unpacked | Refused
"""What a file of many holds: something to be looked at in its turn, a page, or what is none."""

_MESSAGE_ENDINGS = frozenset({".mhtml", ".mht", ".eml"})
_TEXT_ENDINGS = frozenset({".txt", ".text", ".md", ".markdown"})
_JSON = re.compile(rb"(?:\xef\xbb\xbf)?\s*[\[{]")


@dataclass(frozen=True, slots=True)
class Format:
    """A kind of file: the module that reads it, and whether it may hold many pages."""

    module: str
    many: bool

    def unpack(self, data: bytes) -> Unpacked | None:
        """The one page in a file of this kind, None where there is none."""
        return cast("Unpacked | None", self._home().unpack(data))

    def read(self, source: ByteSource, place: str) -> Generator[Part, None, None]:
        """The pages in a file of this kind; with a place given at least the one there."""
        return cast("Generator[Part, None, None]", self._home().read(source, place))

    def _home(self) -> Any:
        return import_module(f"storyreader.loading.{self.module}")


_WEBARCHIVE, _MESSAGE = Format("webarchive", many=False), Format("mime", many=False)
_ZIP, _JSON_LINES = Format("formats.zipped", many=True), Format("formats.json_lines", many=True)


def format_of(source: ByteSource) -> Format | None:
    """What kind of file a source is; None when it is to be taken as a page by itself."""
    head = source.head()
    if webarchive.looks_like_webarchive(head):
        return _WEBARCHIVE
    if head.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return _ZIP
    if source.ending in _MESSAGE_ENDINGS or (source.ending not in _TEXT_ENDINGS and mime.looks_like_message(head)):
        return _MESSAGE
    if source.ending in {".jsonl", ".ndjson"} and _JSON.match(head):
        return _JSON_LINES
    return None
