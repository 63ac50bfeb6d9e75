"""A board as one JSON document. Its fields are described in docs/json.md; they may be added, never renamed.

Accounts and sentences count from 0, as everywhere in files; whatever has a code has its English sentence beside it.
"""

from dataclasses import asdict
from typing import Any

import storyreader
from storyreader.exporting.board_dossier import BoardDossier, board_item_lines, once_quoted, places_of
from storyreader.exporting.documents import iso
from storyreader.exporting.dossier import file_name
from storyreader.messages import (
    HIDDEN_OUTLET,
    board_letter,
    cell_words,
    difference_between,
    drift_between,
    event_lines,
    evidence_line,
    voice_name,
)
from storyreader.saving import Item
from storyreader.story_board import Board, BoardVoice, Claim, OriginEvidence, QuoteChange, SentencePlace

BOARD_EXPORT_FORMAT = "storyreader-board-export"
BOARD_VERSION = 1


def board_document(dossier: BoardDossier) -> dict[str, Any]:
    """The document."""
    board = dossier.board
    numbers = {id(claim): number for number, claim in enumerate(board.claims)}
    return {
        "format": BOARD_EXPORT_FORMAT,
        "version": BOARD_VERSION,
        "app_version": storyreader.__version__,
        "title": dossier.title,
        "blind": dossier.blind,
        "counts": {
            "accounts": len(board.articles),
            "origins": len(board.origins),
            "claims": len(board.claims),
            "shared": len(board.shared),
            "conflicts": sum(claim.conflicts for claim in board.claims),
        },
        "accounts": [_account(dossier, number, numbers) for number in range(len(board.articles))],
        "origins": [
            {
                "accounts": list(origin.articles),
                "evidence": [_evidence(evidence, dossier.blind) for evidence in origin.evidence],
            }
            for origin in board.origins
        ],
        "versions": [asdict(versions) for versions in board.versions],
        "claims": [_claim(dossier, number) for number in range(len(board.claims))],
        "voices": [_voice(dossier, voice) for voice in board.voices],
        "orphans": [
            _item(dossier, item) | {"quotations": dict(once_quoted(dossier, item))} for item in dossier.orphans
        ],
    }


def _account(dossier: BoardDossier, number: int, numbers: dict[int, int]) -> dict[str, Any]:
    board = dossier.board
    article = board.articles[number]
    letter = board_letter(number)
    event = board.events[number]
    said = next((line for line in event_lines(board) if line.startswith(f"{letter}: ")), None)
    hidden = {"publisher": HIDDEN_OUTLET, "agency": None, "byline": None, "url": None, "file": None}
    open_eyed = {
        "publisher": article.publisher,
        "agency": article.agency,
        "byline": article.byline,
        "url": article.url,
        "file": file_name(article),
    }
    return {
        "letter": letter,
        **(hidden if dossier.blind else open_eyed),
        "headline": article.headline,
        "published": iso(article.published),
        "updated": iso(article.updated),
        "language": article.language,
        "content_hash": article.content_hash,
        "sentences": [sentence.text for sentence in article.sentences],
        "event": {"verdict": event.verdict, "reasons": [asdict(reason) for reason in event.reasons], "says": said},
        "origin": board.origin_of(number),
        "left_out": [numbers[id(claim)] for claim in board.left_out(number)],
        "alone": [numbers[id(claim)] for claim in board.alone(number)],
        "caveats": [
            {"sentence": caveat.place.sentence, "text": caveat.text, "value": caveat.value}
            for caveat in board.caveats_of(number)
        ],
    }


def _evidence(evidence: OriginEvidence, blind: bool) -> dict[str, Any]:
    hidden = blind and evidence.code in {"agency", "credits"}
    return {
        "code": evidence.code,
        "one": evidence.one,
        "other": evidence.other,
        "values": [HIDDEN_OUTLET] if hidden else list(evidence.values),
        "says": evidence_line(evidence, blind=blind),
    }


def _claim(dossier: BoardDossier, number: int) -> dict[str, Any]:
    claim = dossier.board.claims[number]
    return {
        "text": claim.text,
        "representative": _place(claim.representative),
        "told_by": list(claim.articles),
        "origins": claim.origins,
        "position": round(claim.position, 3),
        "first": claim.first,
        "conflicts": claim.conflicts,
        "facts": [asdict(fact) for fact in claim.facts],
        "cells": [_cell(dossier.board, claim, article) for article in range(len(claim.cells))],
        "items": [_item(dossier, item) for item in dossier.items.get(number, ())],
    }


def _cell(board: Board, claim: Claim, article: int) -> dict[str, Any]:
    cell = claim.cells[article]
    difference = None
    if cell.difference is not None and cell.against is not None:
        says = difference_between(cell.difference, board_letter(cell.against.article), board_letter(article))
        difference = {**asdict(cell.difference), "says": says}
    return {
        "kind": cell.kind,
        "sentences": list(cell.sentences),
        "difference": difference,
        "against": _place(cell.against) if cell.against else None,
        "shared": [asdict(part) for part in cell.shared],
        "sources": list(cell.sources),
        "says": cell_words(board, claim, article),
    }


def _place(place: SentencePlace) -> dict[str, int]:
    return {"account": place.article, "sentence": place.sentence}


def _voice(dossier: BoardDossier, voice: BoardVoice) -> dict[str, Any]:
    return {
        "name": voice_name(dossier.board, voice, blind=dossier.blind) if voice.name else "",
        "named": voice.named,
        "accounts": list(voice.articles),
        "words": voice.words,
        "heard": [{"account": heard.article, **asdict(heard.utterance)} for heard in voice.heard],
        "changes": [_change(change) for change in voice.changes],
    }


def _change(change: QuoteChange) -> dict[str, Any]:
    says = drift_between(change.drift, board_letter(change.left), board_letter(change.right))
    return {"left": change.left, "right": change.right, "drift": asdict(change.drift), "says": says}


def _item(dossier: BoardDossier, item: Item) -> dict[str, Any]:
    data = item.model_dump(mode="json", exclude={"target", "deleted", "orphaned"})
    says = "; ".join(f"{name}: {value}" for name, value in board_item_lines(dossier, item))
    return {"entry": type(item).__name__, **data, "places": places_of(dossier, item), "says": says}
