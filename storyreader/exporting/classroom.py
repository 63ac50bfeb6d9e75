"""A board as a sheet to work on in class, and the answers to it apart. The outlets are hidden in both.

Claims are numbered on the sheet by themselves, in the order of the story: those that several accounts tell, or all
where there are none.
"""

from collections.abc import Callable
from datetime import datetime
from typing import NamedTuple

from storyreader.exporting.board_dossier import BoardDossier, numbered, shared_claims
from storyreader.exporting.board_markdown import listed, table
from storyreader.exporting.dossier_markdown import plain
from storyreader.messages import (
    CELL_WORDS,
    HIDDEN_OUTLET,
    account_line,
    board_letter,
    board_letters,
    cell_words,
    evidence_line,
    quoted_lines,
    sentence_name,
    shortened,
    when_told,
)
from storyreader.story_board import Board, Claim

_LINE = "\\_" * 40
_UNSURE = "The answers are those of a program. What it is unsure of is called unsure: discuss it."


class _Question(NamedTuple):
    text: str
    answer: list[str]


def classroom_sheet(dossier: BoardDossier) -> str:
    """The accounts, the claims with cells to fill in, and the questions."""
    board = dossier.board
    parts = [f"# {plain(dossier.title)}", "", f"{len(board.articles)} accounts of one story. {_hidden()}", ""]
    for number in range(len(board.articles)):
        parts += [f"## {plain(account_line(board, number, blind=True))}", ""]
        parts += [f"- **{name}** {plain(text)}" for name, text in numbered(dossier, number)]
        parts.append("")
    words = ", ".join(word for kind, word in CELL_WORDS.items() if kind != "perhaps")
    parts += ["## What does each account do with each claim?", "", f"Write into every cell one of: {words}.", ""]
    parts += [*_table(board, lambda _claim, _article: " "), "", "## Questions", ""]
    for number, question in enumerate(_questions(board), 1):
        parts += [f"### {number}. {plain(question.text)}", "", _LINE, "", _LINE, ""]
    return "\n".join(parts).rstrip() + "\n"


def classroom_answers(dossier: BoardDossier) -> str:
    """The same claims and questions with the answers."""
    board = dossier.board
    parts = [f"# Answers: {plain(dossier.title)}", "", f"{_UNSURE} {_hidden()}", "", "## Claims", ""]
    parts += [*_table(board, _answer), "", "## Questions", ""]
    for number, question in enumerate(_questions(board), 1):
        parts += [f"### {number}. {plain(question.text)}", "", *listed(question.answer), ""]
    return "\n".join(parts).rstrip() + "\n"


def _hidden() -> str:
    return f"Their outlets are not told (“{HIDDEN_OUTLET}”)."


def _asked(board: Board) -> list[Claim]:
    return [board.claims[number] for number in shared_claims(board)] or list(board.claims)


def _table(board: Board, cell: Callable[[Claim, int], str]) -> list[str]:
    articles = range(len(board.articles))
    rows = [
        [f"{number}. {plain(claim.text)}", *(cell(claim, article) for article in articles)]
        for number, claim in enumerate(_asked(board), 1)
    ]
    return table(["claim", *map(board_letter, articles)], rows)


def _answer(claim: Claim, article: int) -> str:
    cell = claim.cells[article]
    names = " and ".join(sentence_name(article, number) for number in cell.sentences)
    told = f"{CELL_WORDS[cell.kind]}: perhaps {names}" if cell.kind == "perhaps" else f"{CELL_WORDS[cell.kind]} {names}"
    return plain(told)


def _questions(board: Board) -> list[_Question]:
    questions = [
        _Question("Which account was published first?", _first(board)),
        _Question("Which accounts have one origin, and by what can you tell?", _origins(board)),
        _Question("Which accounts contradict each other, and about what?", _conflicts(board)),
    ]
    for article in range(len(board.articles)):
        letter = board_letter(article)
        questions.append(_Question(f"What does {letter} leave out that others tell?", _left_out(board, article)))
    if board.voices:
        text = "Who is quoted, by whom, and are the words the same everywhere?"
        questions.append(_Question(text, quoted_lines(board, blind=True)))
    return questions


def _first(board: Board) -> list[str]:
    moments = {n: article.published or article.updated for n, article in enumerate(board.articles)}
    known = sorted((moment.isoformat(), n) for n, moment in moments.items() if moment)
    lines = [f"{board_letter(n)}: {when_told(board, n)}" for _, n in known]
    if any(not isinstance(moment, datetime) for moment in moments.values() if moment):
        lines.append("An account whose hour is not told may be earlier or later on its day.")
    unknown = tuple(n for n, moment in moments.items() if not moment)
    return [*lines, f"{board_letters(unknown)}: time unknown, perhaps earlier"] if unknown else lines


def _origins(board: Board) -> list[str]:
    lines = []
    for origin in board.origins:
        if len(origin.articles) > 1:
            lines.append(board_letters(origin.articles))
            lines += [f"  {evidence_line(evidence, blind=True)}" for evidence in origin.evidence]
    return lines or ["No common source was seen. That does not make them independent."]


def _conflicts(board: Board) -> list[str]:
    lines = [
        f"Claim {number}: {cell_words(board, claim, article)}"
        for number, claim in enumerate(_asked(board), 1)
        for article, cell in enumerate(claim.cells)
        if cell.kind == "conflict"
    ]
    return lines or ["No contradiction was found."]


def _left_out(board: Board, article: int) -> list[str]:
    numbers = {id(claim): number for number, claim in enumerate(_asked(board), 1)}
    lines = [
        f"Claim {numbers[id(claim)]}, told by {board_letters(claim.articles)}: {shortened(claim.text, 120)}"
        for claim in board.left_out(article)
        if id(claim) in numbers
    ]
    unsure = [
        f"Unsure, perhaps told: claim {number}"
        for number, claim in enumerate(_asked(board), 1)
        if claim.cells[article].kind == "perhaps"
    ]
    return [*lines, *unsure] or ["Nothing of these claims."]
