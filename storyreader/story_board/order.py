"""A board with its articles in another order: the same claims, other numbers."""

from collections.abc import Sequence
from dataclasses import replace

from storyreader.story_board.nouns import Board, Claim, ClaimCell, Origin, QuoteChange, SentencePlace


def in_order(board: Board, order: Sequence[int]) -> Board:
    """The board with article n of it at place `order[n]`."""
    back = sorted(range(len(order)), key=lambda number: order[number])
    return Board(
        articles=tuple(board.articles[number] for number in back),
        claims=tuple(_claim(claim, order, back) for claim in board.claims),
        origins=tuple(sorted((_origin(one, order) for one in board.origins), key=lambda one: one.articles)),
        voices=tuple(
            replace(
                voice,
                heard=tuple(
                    sorted(
                        (replace(one, article=order[one.article]) for one in voice.heard),
                        key=lambda one: (one.article, one.utterance.passage.sentence, one.utterance.passage.start),
                    )
                ),
                changes=tuple(_change(one, order) for one in voice.changes),
            )
            for voice in board.voices
        ),
        caveats=tuple(
            sorted(
                (replace(one, place=_place(one.place, order)) for one in board.caveats),
                key=lambda one: (one.place.article, one.place.sentence),
            )
        ),
        versions=tuple(
            sorted(
                (replace(one, earlier=order[one.earlier], later=order[one.later]) for one in board.versions),
                key=lambda one: (one.earlier, one.later),
            )
        ),
        events=tuple(board.events[number] for number in back),
    )


def _claim(claim: Claim, order: Sequence[int], back: Sequence[int]) -> Claim:
    return replace(
        claim,
        representative=_place(claim.representative, order),
        cells=tuple(_cell(claim.cells[number], order) for number in back),
        first=None if claim.first is None else order[claim.first],
    )


def _cell(cell: ClaimCell, order: Sequence[int]) -> ClaimCell:
    return replace(cell, against=_place(cell.against, order)) if cell.against else cell


def _change(change: QuoteChange, order: Sequence[int]) -> QuoteChange:
    """The article with the smaller number on the left."""
    left, right, drift = order[change.left], order[change.right], change.drift
    if left < right:
        return QuoteChange(left, right, drift)
    changes = tuple((come, gone) for gone, come in drift.changes)
    return QuoteChange(right, left, replace(drift, left=drift.right, right=drift.left, changes=changes))


def _origin(origin: Origin, order: Sequence[int]) -> Origin:
    evidence = tuple(replace(one, one=order[one.one], other=order[one.other]) for one in origin.evidence)
    return Origin(tuple(sorted(order[number] for number in origin.articles)), evidence)


def _place(place: SentencePlace, order: Sequence[int]) -> SentencePlace:
    return SentencePlace(order[place.article], place.sentence)
