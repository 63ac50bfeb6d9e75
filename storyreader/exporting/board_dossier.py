"""A board laid out for another person to check: accounts, claims with every cell, what stands beside them.

The formats only write what stands here, so that none of them says more or less than another. Sentences are named as on
the screen: A1, C7, counting from 1, and claims from 1 in the order of the story.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import NamedTuple

import storyreader
from storyreader.article import Article
from storyreader.exporting.dossier import by_line, note_lines, words_of
from storyreader.messages import (
    HIDDEN_OUTLET,
    account_line,
    board_counts,
    board_letter,
    caveat_lines,
    edit_lines,
    event_lines,
    first_appearances,
    left_out_lines,
    lone_lines,
    origins_of,
    quoted_lines,
    sentence_name,
)
from storyreader.saving import Anchor, ClaimCorrection, Item, LinkCorrection, Note, Review
from storyreader.story_board import Board


@dataclass(frozen=True, slots=True)
class BoardDossier:
    """Everything an export of a board tells.

    `title` names the story; when `blind` it must name no outlet, as nothing else here does but the articles' own
    sentences. `items` are the reader's living notes, reviewed marks and corrections by the place of their claim in
    `board.claims`, from 0; `orphans` those that have lost their place.
    """

    board: Board
    title: str
    blind: bool = False
    items: Mapping[int, Sequence[Item]] = field(default_factory=dict)
    orphans: Sequence[Item] = ()


class BoardPart(NamedTuple):
    """A part beside the claims: a name for links, its title, its lines; a line that belongs to the one before is
    indented by two blanks more.
    """

    name: str
    title: str
    lines: list[str]


def before_claims(dossier: BoardDossier) -> list[BoardPart]:
    """What stands above the claims: counts, accounts, events, origins."""
    board = dossier.board
    accounts = [account_line(board, number, blind=dossier.blind) for number in range(len(board.articles))]
    parts = [
        BoardPart("in-short", "In short", [board_counts(board), *_made()]),
        BoardPart("accounts", "Accounts", accounts),
        BoardPart("events", "One event?", event_lines(board)),
        BoardPart("origins", "Origins", origins_of(board, blind=dossier.blind)),
        BoardPart("edits", "Versions of one page", edit_lines(board)),
    ]
    return [part for part in parts if part.lines]


def after_claims(dossier: BoardDossier) -> list[BoardPart]:
    """What stands below them: what one account alone tells, what each leaves out, caveats, times, voices."""
    board = dossier.board
    parts = [
        BoardPart("alone", "Told by one account alone", lone_lines(board)),
        BoardPart("left-out", "Left out", left_out_lines(board)),
        BoardPart("caveats", "Caveats and denials", caveat_lines(board)),
        BoardPart("times", "When first told", first_appearances(board)),
        BoardPart("voices", "Who is quoted", quoted_lines(board, blind=dossier.blind)),
    ]
    return [part for part in parts if part.lines]


def _made() -> list[str]:
    return [
        f"Made by storyreader {storyreader.__version__}.",
        "A program found what tells the same; what is unsure is counted nowhere; counts are no judgement of truth.",
    ]


def shown_accounts(dossier: BoardDossier) -> dict[str, Article]:
    """The articles by their letters; read blind, without what tells the outlet."""
    articles = dossier.board.articles
    if dossier.blind:
        hidden = {"publisher": HIDDEN_OUTLET, "agency": None, "byline": None, "url": None}
        articles = tuple(replace(article, **hidden) for article in articles)  # type: ignore[arg-type]  # texts or None
    return {board_letter(number): article for number, article in enumerate(articles)}


def shared_claims(board: Board) -> list[int]:
    """The places in `board.claims` of what more than one account tells."""
    return [number for number, claim in enumerate(board.claims) if len(claim.articles) > 1]


def items_of(dossier: BoardDossier, claim: int) -> Sequence[Item]:
    """What the reader added to a claim."""
    return dossier.items.get(claim, ())


def noted_alone(dossier: BoardDossier) -> list[int]:
    """The claims of one account alone to which the reader added something."""
    shared = set(shared_claims(dossier.board))
    return [number for number in sorted(dossier.items) if number not in shared and dossier.items[number]]


def board_item_lines(dossier: BoardDossier, item: Item) -> list[tuple[str, str]]:
    """Name and value of everything in an item; several lines of text stay several lines."""
    where = places_of(dossier, item)
    if isinstance(item, Note):
        earlier = [(letter, anchor.was) for letter, anchor in _anchors(dossier, item) if anchor.was]
        return [*([("On", where)] if where else []), *note_lines(item, earlier)]
    if isinstance(item, Review):
        told = " | ".join(f"“{words}”" for words in words_of(item)) or where
        return [("Reviewed", told or "yes"), ("By", by_line(item))]
    kind = item.kind if isinstance(item, LinkCorrection | ClaimCorrection) else type(item).__name__
    return [("Correction", f"{kind} ({where})" if where else kind), ("By", by_line(item))]


def places_of(dossier: BoardDossier, item: Item) -> str:
    """The sentences an item is about: "A3 and A4, B2"."""
    found = []
    for letter, anchor in _anchors(dossier, item):
        names = [f"{letter}{number + 1}" for number in anchor.sentences]
        if names:
            found.append(" and ".join(names))
    return ", ".join(found)


def once_quoted(dossier: BoardDossier, item: Item) -> list[tuple[str, str]]:
    """The quotations of an item that has lost its place, each with the letter of its account."""
    return [(letter, anchor.was or anchor.exact) for letter, anchor in _anchors(dossier, item)]


def _anchors(dossier: BoardDossier, item: Item) -> Iterator[tuple[str, Anchor]]:
    for number, article in enumerate(dossier.board.articles):
        if (anchor := item.target.anchor(article.name)) is not None:
            yield board_letter(number), anchor


def numbered(dossier: BoardDossier, article: int) -> Iterator[tuple[str, str]]:
    """The sentences of an account with their names."""
    for sentence in dossier.board.articles[article].sentences:
        yield sentence_name(article, sentence.number), sentence.text
