"""What a colleague hands over: a storyreader file, a JSON export, or W3C annotations; read without trust in any of it.

Annotations tell their places by quotations in texts that are named by hashes; they become items once it is known in
which comparison. Everything that is not understood is left out and counted, never guessed.
"""

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, get_args
from urllib.parse import unquote

from pydantic import ValidationError

from storyreader.errors import DamagedFile, StoryReaderError
from storyreader.paths import content_of, given_path, shown
from storyreader.saving.boards import BOARD_FORMAT, SavedBoard
from storyreader.saving.checking import Saved, checked, document_of, saved_of
from storyreader.saving.items import Item, LinkCorrection, LinkCorrectionKind, Note, Review, Target, now
from storyreader.saving.model import (
    ARTICLE_FORMAT,
    FORMAT,
    SavedArticle,
    SavedComparison,
)
from storyreader.saving.quotes import QuoteSelector

EXPORT_FORMAT, ARTICLE_EXPORT_FORMAT = "storyreader-export", "storyreader-article-export"
ARTICLE_NAME, ITEM_NAME = "urn:storyreader:article:", "urn:storyreader:item:"
COMPARISON_NAME, NOTES_NAME = "urn:storyreader:comparison:", "urn:storyreader:notes:"
BOARD_NAME = "urn:storyreader:board:"
IN_SHORT = ":in-short"
"""Ends the name of the annotation that tells a comparison or a board in short: it is nobody's note."""

MOST_BYTES = 200_000_000
"""A larger file is refused before it is read."""


@dataclass(frozen=True, slots=True)
class Annotation:
    """One W3C annotation: the item that it is, and its quotations by the hash of the page they are from."""

    item: Item
    quotes: dict[str, list[QuoteSelector]]


@dataclass(frozen=True, slots=True)
class ImportedFile:
    """What a file holds: a whole comparison, a board, the notes on an article, or annotations on a comparison;
    `left_out` counts what was not understood.

    `by` is who handed it over, `comparison` the name of the comparison that annotations are on; empty when not told.
    """

    saved: SavedComparison | None = None
    annotations: list[Annotation] = field(default_factory=list)
    left_out: int = 0
    by: str = ""
    comparison: str = ""
    article: SavedArticle | None = None
    board: SavedBoard | None = None


def read_imported_file(path: str | Path) -> ImportedFile:
    """Read a colleague's file. Raises StoryReaderError, and DamagedFile when it is none of these; never changes it."""
    file = given_path(path)
    try:
        if file.stat().st_size > MOST_BYTES:
            raise DamagedFile(f"{shown(file)} is larger than {MOST_BYTES // 1_000_000} MB.", "It was not read.")
        document = document_of(content_of(file))
    except FileNotFoundError as error:
        raise StoryReaderError(f"There is no file {path}.", "Check the spelling of the path.") from error
    except OSError as error:
        raise StoryReaderError(f"{shown(file)} cannot be read: {error.strerror}.", "Check who may read it.") from error
    except (ValueError, RecursionError) as error:
        raise DamagedFile(f"{shown(file)} is not JSON.", "Export it again.") from error
    return parse_imported(document, shown(file))


def parse_imported(document: Any, name: str) -> ImportedFile:
    """What a document of any of the known kinds holds; `name` is told in errors."""
    kind = document.get("format") if isinstance(document, dict) else None
    if kind in (EXPORT_FORMAT, ARTICLE_EXPORT_FORMAT):
        by = document.get("exported_by")
        return replace(parse_imported(document.get("saved"), name), by=by if isinstance(by, str) else "")
    if kind in (FORMAT, ARTICLE_FORMAT, BOARD_FORMAT):
        saved = _saved(document, name)
        if isinstance(saved, SavedBoard):
            return ImportedFile(board=saved)
        return ImportedFile(saved=saved) if isinstance(saved, SavedComparison) else ImportedFile(article=saved)
    identity = document.get("id") if isinstance(document, dict) else None
    if isinstance(identity, str) and identity.startswith(BOARD_NAME):
        raise StoryReaderError(f"{name} holds annotations of a board.", "Import the saved board itself; B lists it.")
    found, left_out = [], 0
    listed = list(_listed(document))
    if not listed and not (isinstance(document, dict) and document.get("type") == "AnnotationCollection"):
        raise DamagedFile(f"{name} is neither a saved comparison nor a list of annotations.", "Export it again.")
    for entry in listed:
        if str(entry.get("id")).startswith(COMPARISON_NAME) and str(entry.get("id")).endswith(IN_SHORT):
            continue
        try:
            found.append(_annotation(entry))
        except (ValueError, TypeError, KeyError, AttributeError, OverflowError, ValidationError):
            left_out += 1
    known = isinstance(identity, str) and identity.startswith(COMPARISON_NAME)
    return ImportedFile(
        annotations=found, left_out=left_out, comparison=unquote(str(identity)[len(COMPARISON_NAME) :]) if known else ""
    )


def _saved(document: Mapping[str, Any], name: str) -> Saved:
    return checked(saved_of(document, name), name)


def _listed(document: Any) -> Iterator[Any]:
    """The annotations of a collection, a page, a list, a graph, or a single one."""
    if isinstance(document, list):
        yield from (entry for entry in document if isinstance(entry, dict))
    elif isinstance(document, dict):
        kinds = _several(document.get("type", document.get("@type")))
        if "Annotation" in kinds:
            yield document
        else:
            for inner in ("first", "items", "@graph", "annotations"):
                value = document.get(inner)
                if isinstance(value, dict) and inner == "first":
                    value = value.get("items")
                if isinstance(value, list):
                    yield from (entry for entry in value if isinstance(entry, dict))


def _annotation(entry: Mapping[str, Any]) -> Annotation:
    identity = _text_of(entry.get("id", entry.get("@id", "")))
    known = identity.startswith(ITEM_NAME)
    fields: dict[str, Any] = {
        "id": unquote(identity[len(ITEM_NAME) :]) if known else hashlib.sha256(identity.encode()).hexdigest()[:12],
        "target": Target(),
        "author": _author(entry.get("creator")),
        "created": _moment(entry.get("created")),
        "changed": _moment(entry.get("modified", entry.get("created"))),
    }
    quotes: dict[str, list[QuoteSelector]] = {}
    for target in _several(entry["target"]):
        source, quote = _place(target)
        quotes.setdefault(source, []).append(quote)
    if not identity or not quotes:
        raise ValueError("an annotation needs a name and a target")
    return Annotation(_item(entry, fields), quotes)


def _item(entry: Mapping[str, Any], fields: dict[str, Any]) -> Item:
    motivations = _several(entry.get("motivation"))
    bodies = list(_bodies(entry))
    by_purpose: dict[str, list[str]] = {}
    for purpose, value in bodies:
        by_purpose.setdefault(purpose, []).append(value)
    kind = next(iter(by_purpose.get("editing", [])), None)
    if kind in get_args(LinkCorrectionKind):
        return LinkCorrection.model_validate({**fields, "kind": kind})
    if "bookmarking" in motivations and by_purpose.get("bookmarking") == ["reviewed"]:
        return Review.model_validate(fields)
    texts = [value for purpose, value in bodies if purpose not in ("assessing", "tagging", "linking", "highlighting")]
    note = Note.model_validate(
        {
            **fields,
            "text": "\n".join(texts),
            "verdict": next(iter(by_purpose.get("assessing", [])), ""),
            "tags": by_purpose.get("tagging", []),
            "evidence": "\n".join(by_purpose.get("linking", [])),
            "highlight": "highlighting" in motivations or "highlighting" in by_purpose,
        }
    )
    if note.empty:
        raise ValueError("an annotation that says nothing")
    return note


def _bodies(entry: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """Purpose and text of each body; one without a purpose has that of the annotation."""
    default = next(iter(_several(entry.get("motivation"))), "commenting")
    if isinstance(entry.get("bodyValue"), str):
        yield "commenting", entry["bodyValue"]
    for body in _several(entry.get("body")):
        if isinstance(body, str):
            yield "linking", body
        elif isinstance(body, dict):
            purpose = next(iter(_several(body.get("purpose"))), default)
            value = body.get("value", body.get("source", body.get("id")))
            yield _text_of(purpose), _text_of(value)


def _place(target: Any) -> tuple[str, QuoteSelector]:
    source = target["source"]
    name = _text_of(source["id"] if isinstance(source, dict) else source)
    name = unquote(name[len(ARTICLE_NAME) :]) if name.startswith(ARTICLE_NAME) else name
    exact, prefix, suffix, start, end = "", "", "", None, None
    for selector in _several(target["selector"]):
        if selector["type"] == "TextQuoteSelector":
            exact = _text_of(selector["exact"])
            prefix, suffix = _text_of(selector.get("prefix", "")), _text_of(selector.get("suffix", ""))
        elif selector["type"] == "TextPositionSelector":
            start, end = int(selector["start"]), int(selector["end"])
    if not exact:
        raise ValueError("a place is told by a quotation here")
    return name, QuoteSelector(exact, prefix, suffix, start, end)


def _several(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [] if value is None else [value]


def _text_of(value: Any) -> str:
    if not isinstance(value, str):
        raise TypeError("a text is expected here")
    return value


def _author(creator: Any) -> str:
    first = next(iter(_several(creator)), "")
    if isinstance(first, dict):
        first = first.get("name") or first.get("nickname") or first.get("id") or ""
    return next(iter(_several(first)), "") if isinstance(first, (str, list)) else ""


def _moment(value: Any) -> datetime:
    if not isinstance(value, str):
        return now()
    moment = datetime.fromisoformat(value)
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)
