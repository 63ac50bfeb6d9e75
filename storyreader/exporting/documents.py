"""The JSON documents of the shell commands, as plain data. Their fields are described in docs/json.md.

Names in these documents are relied on by scripts: fields may be added, never renamed.
"""

from dataclasses import asdict
from datetime import date, datetime
from typing import Any

from storyreader.article import Article
from storyreader.comparison import SIDES, ArticleFact, Comparison, Difference, Event, Link
from storyreader.findings import Drift, FactRow, Findings, Omission, Voice, find_in_short
from storyreader.inconsistency import Inconsistency
from storyreader.messages import ShortLine, kind_counts, short_lines

ARTICLE_FORMAT = "storyreader-article"
COMPARISON_FORMAT = "storyreader-compare"
ARTICLE_VERSION, COMPARISON_VERSION = 1, 2


def article_document(article: Article) -> dict[str, Any]:
    """An article with everything cleaning found and left out."""
    return {
        "format": ARTICLE_FORMAT,
        "version": ARTICLE_VERSION,
        **_fields(article),
        "paragraphs": list(article.paragraphs),
        "removed": [{"line": line.number, "text": line.text, "reason": line.reason} for line in article.removed],
        "sources": dict(article.sources),
        "share_kept": round(article.share_kept, 3),
        "notes": list(article.warnings),
    }


def comparison_document(comparison: Comparison, findings: Findings | None = None) -> dict[str, Any]:
    """A comparison, with its findings when they are given; sentence numbers count from 0."""
    document = {
        "format": COMPARISON_FORMAT,
        "version": COMPARISON_VERSION,
        "left": _side(comparison.left),
        "right": _side(comparison.right),
        "links": [_link(link) for link in comparison.links],
        "related": [asdict(related) for related in comparison.related],
        "only_left": list(comparison.only_left),
        "only_right": list(comparison.only_right),
        "facts_left": [_fact(fact) for fact in comparison.facts_left],
        "facts_right": [_fact(fact) for fact in comparison.facts_right],
        "summary": {
            **asdict(comparison.summary),
            "event": _event(comparison.summary.event),
            "remarks": list(comparison.summary.remarks),
            "counts": kind_counts(comparison),
        },
    }
    if findings:
        lines = short_lines(comparison, find_in_short(comparison, findings))
        document |= {"in_short": [_short(line) for line in lines], "findings": _findings(findings)}
    return document


def _short(line: ShortLine) -> dict[str, Any]:
    places = [[side, place.sentence, place.start, place.end] for side, place in line.passages]
    return {**line._asdict(), "sentences": [list(place) for place in line.sentences], "passages": places}


def _event(event: Event) -> dict[str, Any]:
    reasons = [{**asdict(reason), "says": reason.says} for reason in event.reasons]
    return {"verdict": event.verdict, "reasons": reasons, "says": event.says}


def _fields(article: Article) -> dict[str, Any]:
    return {
        "headline": article.headline,
        "standfirst": article.standfirst,
        "byline": article.byline,
        "publisher": article.publisher,
        "agency": article.agency,
        "published": iso(article.published),
        "updated": iso(article.updated),
        "saved": iso(article.saved),
        "tags": list(article.tags),
        "language": article.language,
        "words": article.words,
        "characters": article.characters,
        "simplified": list(article.simplified),
        "path": article.path,
        "url": article.url,
        "content_hash": article.content_hash,
    }


def iso(value: datetime | date | None) -> str | None:
    """A time in ISO 8601."""
    return value.isoformat() if value else None


def _side(article: Article) -> dict[str, Any]:
    return {**_fields(article), "sentences": [sentence.text for sentence in article.sentences]}


def _link(link: Link) -> dict[str, Any]:
    return {
        "left": list(link.left),
        "right": list(link.right),
        "kind": link.kind,
        "score": round(link.score, 1),
        "moved": link.moved,
        "rewritten": link.rewritten,
        "heavy": link.rewritten,
        "reasons": list(link.reasons),
        "grounds": [asdict(ground) for ground in link.grounds],
        "changes": [asdict(change) for change in link.changes],
        "shared": [asdict(claim) for claim in link.shared],
        "differences": [_difference(difference) for difference in link.differences],
    }


def _difference(difference: Difference) -> dict[str, Any]:
    return {**asdict(difference), "says": difference.says, "sure": difference.confidence}


def _findings(findings: Findings) -> dict[str, Any]:
    return {
        "facts": [_fact_row(row) for row in findings.facts],
        "voices": [_voice(voice) for voice in findings.voices],
        "dropped": [_said(omission) for omission in findings.omissions],
        "clashes": [
            {"side": side, **_said(found)}
            for side, inner in zip(SIDES, (findings.inconsistencies_left, findings.inconsistencies_right), strict=True)
            for found in inner
        ],
        "sourced_left": findings.sourced_left,
        "sourced_right": findings.sourced_right,
        "remarks": list(findings.remarks),
        "observations": [asdict(observation) for observation in findings.observations],
    }


def _said(found: Omission | Inconsistency | Drift) -> dict[str, Any]:
    """A finding with its sentence beside its codes and values."""
    return {**asdict(found), "says": found.says}


def _fact_row(row: FactRow) -> dict[str, Any]:
    difference = _difference(row.difference) if row.difference else None
    return {**asdict(row), "label": row.label, "says": row.says, "difference": difference}


def _voice(voice: Voice) -> dict[str, Any]:
    return {**asdict(voice), "drifts": [_said(drift) for drift in voice.drifts]}


def _fact(found: ArticleFact) -> dict[str, Any]:
    return {"sentence": found.sentence, "shared": found.shared, **asdict(found.fact)}
