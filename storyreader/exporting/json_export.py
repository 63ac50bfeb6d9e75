"""A saved comparison as one JSON document to hand over: a dossier that a script can read, and all that an import needs.

What the reader took back is not handed over: deleted items are empty names, the steps of undoing stay at home, and so
do the folders in which the pages lie. Fields are described in docs/file-format.md; they may be added, never renamed.
"""

from collections.abc import Mapping
from typing import Any

import storyreader
from storyreader.article import Article
from storyreader.comparison import SIDES
from storyreader.exporting.dossier import (
    Dossier,
    DossierRow,
    file_name,
    in_short,
    old_quotations,
    outlet,
)
from storyreader.messages import kind_counts
from storyreader.saving import (
    EXPORT_FORMAT,
    Item,
    ItemType,
    Note,
    SavedArticle,
    SavedComparison,
    SavedType,
    Step,
    Target,
)
from storyreader.settings import read_settings

VERSION = 2

_EMPTIED = {"text": "", "verdict": "", "tags": list[str](), "evidence": "", "highlight": False}


def export_document(dossier: Dossier, by: str | None = None) -> dict[str, Any]:
    """The document; `by` is who hands it over, the author of the settings where it is left out."""
    return {
        "format": EXPORT_FORMAT,
        "version": VERSION,
        "app_version": storyreader.__version__,
        "exported_by": read_settings().author if by is None else by,
        "dossier": {
            "id": dossier.saved.id,
            "title": dossier.saved.title,
            "left": source_fields(dossier.article("left")),
            "right": source_fields(dossier.article("right")),
            "in_short": in_short(dossier),
            "counts": kind_counts(dossier.comparison),
            "notes": dossier.notes,
            "reviewed": dossier.reviewed,
            "rows": [_row(dossier, entry) for entry in dossier.entries],
            "orphans": [_item(item) | {"quotations": dict(old_quotations(dossier, item))} for item in dossier.orphans],
        },
        "saved": shareable(dossier.saved).model_dump(mode="json"),
    }


def shareable(saved: SavedType) -> SavedType:
    """A saved file without what is nobody else's business."""
    changed: dict[str, object] = {
        "notes": [_emptied(item) for item in saved.notes],
        "reviews": [_emptied(item) for item in saved.reviews],
        "link_corrections": [_emptied(item) for item in saved.link_corrections],
        "steps": list[Step](),
    }
    if isinstance(saved, SavedComparison):
        sides: dict[str, object] = {side: _bare(saved.comparison[side]) for side in SIDES}
        changed["comparison"] = saved.comparison | sides
    elif isinstance(saved, SavedArticle):
        changed["article"] = _bare(saved.article)
    return saved.model_copy(update=changed)


def _bare(article: Mapping[str, Any]) -> dict[str, Any]:
    """A stored article without the folder of its file."""
    return {**article, "path": str(article.get("path") or "").replace("\\", "/").rsplit("/", 1)[-1]}


def _emptied(item: ItemType) -> ItemType:
    if not item.deleted:
        return item
    return item.model_copy(update={"target": Target(), **(_EMPTIED if isinstance(item, Note) else {})})


def source_fields(article: Article) -> dict[str, Any]:
    """Everything that is told of one article's source."""
    return {
        "outlet": outlet(article),
        "agency": article.agency,
        "headline": article.headline,
        "byline": article.byline,
        "published": article.published.isoformat() if article.published else None,
        "updated": article.updated.isoformat() if article.updated else None,
        "saved": article.saved.isoformat() if article.saved else None,
        "language": article.language,
        "url": article.url,
        "file": file_name(article),
        "content_hash": article.content_hash,
        "words": article.words,
        "characters": article.characters,
        "simplified": list(article.simplified),
        "sentences": len(article.sentences),
    }


def _row(dossier: Dossier, entry: DossierRow) -> dict[str, Any]:
    quotations: dict[str, list[dict[str, Any]]] = {
        side: [
            {"sentence": number + 1, "text": dossier.article(side).sentences[number].text}
            for number in entry.row.numbers(side)
        ]
        for side in SIDES
    }
    return {
        "number": entry.number,
        "kind": entry.row.kind,
        "title": entry.title,
        **quotations,
        "differs": list(entry.differences),
        "notes": [_item(note) for note in entry.notes],
        "corrections": [_item(item) for item in entry.link_corrections],
        "reviewed_by": list(entry.reviewers),
    }


def _item(item: Item) -> dict[str, Any]:
    return item.model_dump(mode="json", exclude={"target", "deleted", "orphaned"})
