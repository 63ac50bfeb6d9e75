"""The commands for the library as a whole: listing and searching it.

Only the standard library is loaded here: a room loads what a command asks it for. Exit status as in `cli`.
"""

import argparse
import json
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from storyreader import application, library, messages
from storyreader.visible import escaped_json, visible

if TYPE_CHECKING:
    from storyreader.application import CloserLook, FoundEntry
    from storyreader.library import Entry, Story

FOUND, NONE_FOUND = 0, 1
ALL_READ, SOME_NOT_READ = 0, 1
_FIELDS = ("headline", "publisher", "agency", "published", "language", "characters")


def list_articles(given: Sequence[str]) -> int:
    """Print the articles found by story, each once; exit with 1 when something could not be read."""
    parser = argparse.ArgumentParser(prog="storyreader list", description="The articles found, a line each, by story.")
    parser.add_argument("paths", nargs="+", metavar="PATH", help="files or folders")
    parser.add_argument("--format", choices=("text", "json"), default="text")
    options = parser.parse_args(given)
    files = library.find_files(options.paths)
    with library.Catalogue() as catalogue:
        scanned = [entry for batch in library.scan(files, catalogue) for entry in batch.entries]
        entries = library.EntryList(library.in_file_order(scanned, files))
        readable = library.EntryList(entry for entry in entries if not entry.problem)
        grouped = library.group_library(readable, options.paths, catalogue).stories
        look = application.look_closer(readable, grouped, catalogue)
    stories = library.corrected_stories(grouped, readable, library.read_labels().stories)
    told = [[readable[place] for place in story.members] for story in stories]
    problems = [entry for entry in entries if entry.problem]
    if options.format == "json":
        document = {
            "format": "storyreader-list",
            "version": 1,
            "stories": [[_listed(entry, look, entries.locators) for entry in story] for story in told],
            "problems": [{"path": one.path, "message": one.problem, "hint": one.hint} for one in problems],
        }
        print(escaped_json(json.dumps(document, ensure_ascii=False, indent=2)))
    else:
        for story in told:
            for entry in story:
                print("\t".join([*_columns(entry), *_remarks(entry, look, entries.locators)]))
            print()
        for entry in problems:
            print(f"storyreader: {entry.problem} {entry.hint}", file=sys.stderr)
    return SOME_NOT_READ if problems else ALL_READ


def _columns(entry: "Entry") -> list[str]:
    return [*map(visible, (entry.path, entry.published or "date unknown", entry.outlet, entry.title))]


def _remarks(entry: "Entry", look: "CloserLook", locators: Mapping[str, Sequence[str]]) -> Iterator[str]:
    """What the library tells of an article beside itself, a column each."""
    if places := locators.get(entry.article_id):
        yield f"also {', '.join(map(visible, places[1:]))}"
    if change := look.versions.get(entry.path):
        yield visible(messages.version_line(change))
    if copy := look.copies.get(entry.path):
        yield visible(messages.copy_line(copy))


def _listed(entry: "Entry", look: "CloserLook", locators: Mapping[str, Sequence[str]]) -> dict[str, Any]:
    change, copy = look.versions.get(entry.path), look.copies.get(entry.path)
    return {
        "path": entry.path,
        **_fields(entry),
        "places": locators.get(entry.article_id, [entry.path]),
        "version": asdict(change) if change else None,
        "word_for_word": copy
        and {"share": round(copy.share, 3), "path": copy.other.path, "more": copy.more, "agency": copy.agency or None},
    }


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
            read = [entry for batch in batches for entry in batch.entries]
        else:
            read = catalogue.entries()
        entries = library.EntryList(read)
        labels = library.read_labels()
        grouped: Sequence[Story] = ()
        if "story:" in options.query:
            grouped = library.group_library(entries, options.paths, catalogue).stories
        stories = library.corrected_stories(grouped, entries, labels.stories)
        shelved = application.Shelved(stories, application.read_progress(), labels)
        found = application.find_entries(options.query, entries, shelved, catalogue, options.limit)
    if options.format == "json":
        documents = [_document(entries[one.entry], one) for one in found]
        document = {"format": "storyreader-search", "version": 1, "query": options.query, "found": documents}
        print(escaped_json(json.dumps(document, ensure_ascii=False, indent=2)))
    else:
        for one in found:
            entry = entries[one.entry]
            print("\t".join(_columns(entry)))
            if one.excerpt:
                print(f"\t{_plain(one)}")
    return FOUND if found else NONE_FOUND


def _document(entry: "Entry", found: "FoundEntry") -> dict[str, Any]:
    known = {"path": entry.path, "article_id": entry.article_id, **_fields(entry)}
    return known | {"excerpt": _plain(found) or None}


def _fields(entry: "Entry") -> dict[str, Any]:
    """What is told of an article wherever it is listed. Words are null where the script has no spaces between."""
    told = {name: getattr(entry, name) for name in _FIELDS}
    words = None if entry.characters and not entry.words else entry.words
    return told | {"words": words, "simplified": entry.simplified.split()}


def _plain(found: "FoundEntry") -> str:
    return "".join(text for text, _ in found.excerpt)
