"""The reader's items as W3C Web Annotations (JSON-LD), the model of https://www.w3.org/TR/annotation-model/ of 2017.

The text that is annotated is the article as storyreader cleaned it: its sentences with one space between them, named
by the hash of its page. Positions are characters of that text, the end exclusive. A run of neighbouring sentences is
one target; words inside a sentence are their own.
"""

from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, datetime
from itertools import groupby
from typing import Any
from urllib.parse import quote

import storyreader
from storyreader.article import Article
from storyreader.comparison import Comparison
from storyreader.exporting.board_dossier import BoardDossier, before_claims, shown_accounts
from storyreader.exporting.references import address
from storyreader.saving import (
    ARTICLE_NAME,
    BOARD_NAME,
    COMPARISON_NAME,
    IN_SHORT,
    ITEM_NAME,
    NOTES_NAME,
    Anchor,
    ClaimCorrection,
    Item,
    LinkCorrection,
    Note,
    QuotedText,
    SavedArticle,
    SavedComparison,
    anchor_of,
    board_id,
    living,
)

CONTEXT = "http://www.w3.org/ns/anno.jsonld"


def annotation_collection(saved: SavedComparison | SavedArticle, in_short: Sequence[str] = ()) -> dict[str, Any]:
    """All living items of a saved file as one collection with one page; what is to be known in short is a description
    of both articles, and the first of them. Raises pydantic.ValidationError.
    """
    found = saved.restored()
    named = found.named if isinstance(found, Comparison) else [(found.name, found)]
    items: list[Item] = [*living(saved.notes), *living(saved.reviews), *living(saved.link_corrections)]
    name = f"{COMPARISON_NAME if isinstance(found, Comparison) else NOTES_NAME}{_in_name(saved.id)}"
    times = {"created": _time(saved.created), "modified": _time(saved.changed)}
    return _collection(name, saved.title, times, dict(named), items, in_short)


def board_annotations(dossier: BoardDossier) -> dict[str, Any]:
    """All living items on a board in the same form, each once; the counts and the accounts are a description of all
    articles, and the first annotation. A board without items has no times.
    """
    articles = {article.name: article for article in shown_accounts(dossier).values()}
    items = {item.id: item for own in (*dossier.items.values(), dossier.orphans) for item in own}
    lines = [line for part in before_claims(dossier) if part.name in {"in-short", "accounts"} for line in part.lines]
    times = {}
    if items:
        times["created"] = _time(min(item.created for item in items.values()))
        times["modified"] = _time(max(item.changed for item in items.values()))
    name = f"{BOARD_NAME}{board_id(dossier.board.articles)}"
    return _collection(name, dossier.title, times, articles, list(items.values()), lines)


def _collection(
    name: str,
    title: str,
    times: Mapping[str, str],
    articles: Mapping[str, Article],
    items: Sequence[Item],
    in_short: Sequence[str],
) -> dict[str, Any]:
    texts = {key: QuotedText(article, key) for key, article in articles.items()}
    annotations = [_annotation(item, texts) for item in items]
    if in_short:
        annotations.insert(0, _description(f"{name}{IN_SHORT}", in_short, times, texts))
    collection: dict[str, Any] = {"@context": CONTEXT, "id": name, "type": "AnnotationCollection", "label": title}
    collection |= {**times, "generator": _generator(), "total": len(annotations)}
    if annotations:
        page = {"id": f"{name}:page:1", "type": "AnnotationPage", "startIndex": 0}
        collection["first"] = page | {"items": annotations}
    return collection


def _description(
    name: str, lines: Sequence[str], times: Mapping[str, str], texts: Mapping[str, QuotedText]
) -> dict[str, Any]:
    """What is said of the articles as a whole."""
    return {
        "id": name,
        "type": "Annotation",
        "motivation": "describing",
        "body": [_text("\n".join(lines), "describing")],
        "target": [_source(text.article) for text in texts.values()],
        **times,
        "generator": _generator(),
    }


def _annotation(item: Item, texts: Mapping[str, QuotedText]) -> dict[str, Any]:
    bodies = list(_bodies(item))
    found: dict[str, Any] = {"id": f"{ITEM_NAME}{_in_name(item.id)}", "type": "Annotation"}
    found["motivation"] = _motivation(item)
    if bodies:
        found["body"] = bodies
    found["target"] = [
        target
        for name, text in texts.items()
        if (anchor := item.target.anchor(name)) is not None
        for target in _targets(anchor, text)
    ] or [_source(text.article) for text in texts.values()]
    if item.author:
        found["creator"] = {"type": "Person", "name": item.author}
    return found | {"created": _time(item.created), "modified": _time(item.changed), "generator": _generator()}


def _generator() -> dict[str, Any]:
    return {"id": "urn:storyreader", "type": "Software", "name": f"storyreader {storyreader.__version__}"}


def _motivation(item: Item) -> str:
    if isinstance(item, LinkCorrection | ClaimCorrection):
        return "editing"
    if not isinstance(item, Note):
        return "bookmarking"
    if item.highlight and not item.text.strip():
        return "highlighting"
    return "commenting" if item.text.strip() else "assessing"


def _bodies(item: Item) -> Iterator[dict[str, Any]]:
    if isinstance(item, LinkCorrection | ClaimCorrection):
        yield _text(item.kind, "editing")
    elif not isinstance(item, Note):
        yield _text("reviewed", "bookmarking")
    else:
        if item.text:
            yield _text(item.text, "commenting")
        if item.verdict:
            yield _text(item.verdict, "assessing")
        yield from (_text(tag, "tagging") for tag in item.tags)
        if item.evidence:
            yield _text(item.evidence, "linking")
        if item.highlight:
            yield _text("highlighted", "highlighting")


def _text(value: str, purpose: str) -> dict[str, Any]:
    return {"type": "TextualBody", "value": value, "format": "text/plain", "purpose": purpose}


def _targets(anchor: Anchor, text: QuotedText) -> Iterator[dict[str, Any]]:
    source = _source(text.article)  # an orphaned quotation was once on this page, too
    if not _stands(anchor, text):
        selectors = [_quote(anchor)] if anchor.exact else []
        yield {"type": "SpecificResource", "source": source} | ({"selector": selectors} if selectors else {})
        return
    for run in _runs(anchor.sentences):
        part = anchor if anchor.span else anchor_of(text.article, run)
        assert part is not None
        first, last = text.starts[run[0]], text.starts[run[-1]] + len(text.sentences[run[-1]])
        start, end = (first + anchor.span[0], first + anchor.span[1]) if anchor.span else (first, last)
        position = {"type": "TextPositionSelector", "start": start, "end": end}
        yield {"type": "SpecificResource", "source": source, "selector": [_quote(part), position]}


def _stands(anchor: Anchor, text: QuotedText) -> bool:
    """Whether the sentences and words of an anchor are in the text at all."""
    numbers = anchor.sentences
    if not numbers or not all(0 <= number < len(text.sentences) for number in numbers):
        return False
    return anchor.span is None or 0 <= anchor.span[0] < anchor.span[1] <= len(text.sentences[numbers[0]])


def _quote(anchor: Anchor) -> dict[str, Any]:
    found = {"type": "TextQuoteSelector", "exact": anchor.exact}
    around = {"prefix": anchor.prefix, "suffix": anchor.suffix}
    return found | {name: value for name, value in around.items() if value}


def _runs(numbers: list[int]) -> Iterator[list[int]]:
    """Neighbouring sentences together."""
    for _, run in groupby(enumerate(numbers), key=lambda pair: pair[1] - pair[0]):
        yield [number for _, number in run]


def _source(article: Article) -> dict[str, Any]:
    found: dict[str, Any] = {"id": f"{ARTICLE_NAME}{_in_name(article.name)}", "type": "Text", "format": "text/plain"}
    if article.language:
        found["language"] = article.language
    if web := address(article):
        found["via"] = web
    return found


def _in_name(text: str) -> str:
    return quote(text, safe="")


def _time(moment: datetime) -> str:
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.%f")[:-3] + "Z"
