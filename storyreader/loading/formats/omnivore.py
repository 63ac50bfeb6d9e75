"""What Omnivore exported: pages in the folder content, and what is known of them in files beside it."""

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from storyreader.loading.formats import zipped
from storyreader.loading.formats.records import article_of
from storyreader.loading.source import ByteSource
from storyreader.loading.unpacked import Refused, Unpacked

DETAILS = re.compile(r"(?:.*/)?metadata_\d+_to_\d+\.json")
"""Names of the files with what is known of the pages."""
_PAGE = re.compile(r"(?:.*/)?content/([^/]+)\.html?")


def read(source: ByteSource, place: str) -> Iterator[Unpacked | Refused]:
    """The pages with what is known of each; the place of one is its name."""
    with source.opened() as stream, zipped.opened(source, stream) as archive:
        names = archive.namelist()
        known = {
            str(record.get("slug")): record
            for name in names
            if DETAILS.fullmatch(name)
            for record in _records(zipped.content(archive, name))
        }
        for name in names:
            match = _PAGE.fullmatch(name)
            if match and (not place or name == place):
                yield _page(zipped.content(archive, name), known.get(match.group(1), {}), name)


def _records(content: bytes | Refused) -> list[Mapping[str, Any]]:
    try:
        found = json.loads(content) if isinstance(content, bytes) else []
    except (ValueError, RecursionError):
        return []
    return [one for one in found if isinstance(one, Mapping)] if isinstance(found, list) else []


def _page(content: bytes | Refused, record: Mapping[str, Any], place: str) -> Unpacked | Refused:
    if isinstance(content, Refused):
        return content
    told = article_of({**record, "content": content.decode("utf-8", "replace"), "id": None}, place)
    return replace(told, content=content, ending=".html") if isinstance(told, Unpacked) else told
