"""The commands for the library as a whole: searching it.

Only the standard library is loaded here: a room loads what a command asks it for. Exit status as in `cli`.
"""

import argparse
import json
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from storyreader import application, library
from storyreader.visible import escaped_json, visible

if TYPE_CHECKING:
    from storyreader.application import FoundEntry
    from storyreader.library import Entry

FOUND, NONE_FOUND = 0, 1


def search(given: Sequence[str]) -> int:
    """Print the articles for which a query holds, best first; exit with 1 when there is none."""
    parser = argparse.ArgumentParser(
        prog="storyreader search",
        description='Articles by what they say and what you said of them: words, "phrases", word*, outlet:, by:, '
        "date:2026-04..2026-06, tag:, story:, is:new, is:read, is:starred, has:note, has:tag; a minus before any of "
        "them: without. A query that begins with a minus stands behind --.",
    )
    parser.add_argument("query", metavar="QUERY")
    parser.add_argument("paths", nargs="*", metavar="PATH", help="files or folders; none: all that was ever read")
    parser.add_argument("--format", choices=("text", "json"), default="text")
    parser.add_argument("--limit", type=int, default=100, metavar="N", help="so many at most (default: 100)")
    options = parser.parse_args(given)
    library.parse_query(options.query)  # a mistake is told before files are read
    with library.Catalogue() as catalogue:
        if options.paths:
            batches = library.scan(library.find_files(options.paths), catalogue)
            entries = [entry for batch in batches for entry in batch.entries]
        else:
            entries = catalogue.entries()
        stories = library.group_stories(entries) if "story:" in options.query else []
        shelved = application.Shelved(stories, application.read_progress(), library.read_labels())
        found = application.find_entries(options.query, entries, shelved, catalogue)[: options.limit]
    if options.format == "json":
        documents = [_document(entries[one.entry], one) for one in found]
        document = {"format": "storyreader-search", "version": 1, "query": options.query, "found": documents}
        print(escaped_json(json.dumps(document, ensure_ascii=False, indent=2)))
    else:
        for one in found:
            entry = entries[one.entry]
            fields = (entry.path, entry.published or "date unknown", entry.outlet, entry.title)
            print("\t".join(map(visible, fields)))
            if one.excerpt:
                print(f"\t{_plain(one)}")
    return FOUND if found else NONE_FOUND


def _document(entry: "Entry", found: "FoundEntry") -> dict[str, Any]:
    names = ("path", "article_id", "headline", "publisher", "agency", "published", "language", "words")
    return {name: getattr(entry, name) for name in names} | {"excerpt": _plain(found) or None}


def _plain(found: "FoundEntry") -> str:
    return "".join(text for text, _ in found.excerpt)
