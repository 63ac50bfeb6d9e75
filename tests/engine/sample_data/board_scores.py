"""How a board of the engine agrees with the labels of sample_data: claims, cells, origins."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

import sample_data
import storyreader
from storyreader.cleaning import read_article
from storyreader.story_board import Board, Claim

UNSURE, SILENT = "perhaps", "silent"
"""A label "perhaps" says that a reader may see it either way: what is found there is neither right nor wrong."""
WHOLE = {"says", "reworded"}
TELLING = {"says", "reworded", "partial", "conflict", "updated", "attributed"}
OTHER_LANGUAGE = {"riada-pozalera/sierra-weekly.html"}
"""Accounts in another language than the rest of their story: word overlap cannot find what they tell."""


@dataclass(frozen=True)
class Told:
    """What one account does with a claim, and the texts of its sentences."""

    kind: str
    sentences: frozenset[str] = frozenset()

    @property
    def tells(self) -> bool:
        return self.kind in TELLING


@dataclass(frozen=True)
class Row:
    """A claim with the cell of every account; `words` is the account whose wording stands for it."""

    cells: dict[str, Told]
    words: str

    @property
    def told(self) -> int:
        return sum(told.tells for told in self.cells.values())


def labelled() -> list[dict[str, Any]]:
    """The stories with a labelled board."""
    return [story for story in sample_data.manifest()["stories"] if "board" in story]


def files_of(story: dict[str, Any]) -> list[str]:
    """The accounts that are scored."""
    return [page["file"] for page in story["articles"] if page["file"] not in OTHER_LANGUAGE]


@cache
def board_of(story_id: str) -> Board:
    """The engine's board of a story."""
    [story] = [one for one in labelled() if one["id"] == story_id]
    return storyreader.board([read_article(sample_data.folder() / file) for file in files_of(story)])


def gold_rows(story: dict[str, Any]) -> list[Row]:
    """The labelled claims, those that one account alone tells among them."""
    files = files_of(story)
    rows = []
    for claim in story["board"]["claims"]:
        cells = {file: Told(cell["kind"], frozenset(cell["sentences"])) for file, cell in claim["cells"].items()}
        words = next(file for file, told in cells.items() if claim["words"] in told.sentences)
        rows.append(Row({file: cells.get(file, Told(SILENT)) for file in files}, words))
    for file, texts in story["board"]["alone"].items():
        rows += [
            Row({one: Told(SILENT) for one in files} | {file: Told("says", frozenset([text]))}, file) for text in texts
        ]
    return rows


def found_rows(story: dict[str, Any]) -> list[Row]:
    """What the engine found, unsure cells as silent: they are counted nowhere."""
    board, files = board_of(story["id"]), files_of(story)
    return [_row(board, claim, files) for claim in board.claims]


def _row(board: Board, claim: Claim, files: Sequence[str]) -> Row:
    cells = {}
    for number, file in enumerate(files):
        cell = claim.cells[number]
        texts = frozenset(board.articles[number].sentences[at].text for at in cell.sentences)
        cells[file] = Told(cell.kind, texts) if cell.tells else Told(SILENT)
    return Row(cells, files[claim.representative.article])


def matching(row: Row, rows: Sequence[Row]) -> Row | None:
    """The row that has most sentences in common with one, and least besides; None when none has any."""

    def common(other: Row) -> tuple[int, int]:
        shared = sum(len(told.sentences & other.cells[file].sentences) for file, told in row.cells.items())
        return shared, -sum(len(told.sentences) for told in other.cells.values())

    best = max(rows, key=common, default=None)
    return best if best is not None and common(best)[0] else None


def agrees(gold: Row, found: Row, file: str) -> bool:
    """Whether both say the same of an account. Another wording may stand for the claim in `found`: the two accounts
    then do to each other what they did before, and of the others only is known that they tell it.
    """
    mine, theirs, chosen = gold.cells[file], found.cells[file], gold.cells[found.words]
    if not mine.tells or not theirs.tells:
        return mine.tells == theirs.tells
    if not mine.sentences & theirs.sentences:
        return False
    if chosen.kind in WHOLE or not chosen.tells:
        return _class(mine) == _class(theirs)
    return file not in {gold.words, found.words} or file == found.words or _class(theirs) == _class(chosen)


def _class(told: Told) -> str:
    return "whole" if told.kind in WHOLE else told.kind


def scores(stories: Sequence[dict[str, Any]]) -> dict[str, float]:
    """Shares over all stories given: cells right, precision and recall of telling cells and conflicts, origins."""
    got: Counter[str] = Counter()
    for story in stories:
        gold, found = gold_rows(story), found_rows(story)
        for row in gold:
            _count_cells(row, matching(row, found), got)
            _count_telling(row, matching(row, found), got, "wanted")
        for row in found:
            _count_telling(row, matching(row, gold), got, "found")
        files = files_of(story)
        labels = {frozenset(origin) & set(files) for origin in story["board"]["origins"]} - {frozenset()}
        own = {frozenset(files[n] for n in origin.articles) for origin in board_of(story["id"]).origins}
        got["origins"] += len(labels)
        got["origins right"] += len(own & labels)
    return {
        "cells right": got["cells right"] / got["cells"],
        "cells of shared claims right": got["shared cells right"] / got["shared cells"],
        "telling precision": got["found right"] / got["found"],
        "telling recall": got["wanted right"] / got["wanted"],
        "conflicts precision": got["conflicts found right"] / max(1, got["conflicts found"]),
        "conflicts recall": got["conflicts wanted right"] / got["conflicts wanted"],
        "origins right": got["origins right"] / got["origins"],
    }


def _count_cells(row: Row, found: Row | None, got: Counter[str]) -> None:
    for file, told in row.cells.items():
        if told.kind == UNSURE:
            continue
        right = agrees(row, found, file) if found else not told.tells
        for name in ("cells", "shared cells") if row.told > 1 else ("cells",):
            got[name] += 1
            got[f"{name} right"] += right


def _count_telling(row: Row, other: Row | None, got: Counter[str], name: str) -> None:
    """Telling cells of claims that several accounts tell, and claims with a conflict: whether the other side has them,
    too. Which account stands against the rest is not weighed.
    """
    if row.told < 2:
        return
    for file, told in row.cells.items():
        partner = other.cells[file] if other else Told(SILENT)
        if told.tells and partner.kind != UNSURE:
            got[name] += 1
            got[f"{name} right"] += partner.tells and bool(told.sentences & partner.sentences)
    if _conflicts(row):
        got[f"conflicts {name}"] += 1
        got[f"conflicts {name} right"] += other is not None and _conflicts(other)


def _conflicts(row: Row) -> bool:
    return any(told.kind == "conflict" for told in row.cells.values())
