"""A board as one HTML file: no script, no fetching, both themes, paper, phones, right-to-left text.

The table of claims and accounts is ordered by radio buttons and CSS; on a narrow screen a row of it is a card. Marks
and words come before colour. Text of pages and notes is escaped and never becomes markup.
"""

from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from importlib import resources

from storyreader.comparison import Passage
from storyreader.exporting.board_dossier import (
    BoardDossier,
    BoardPart,
    after_claims,
    before_claims,
    board_item_lines,
    items_of,
    once_quoted,
)
from storyreader.exporting.dossier import outlet
from storyreader.exporting.dossier_html import language_of, listed_items, page, safe, section, source_details
from storyreader.messages import (
    CELL_MARKS,
    CELL_WORDS,
    HIDDEN_OUTLET,
    account_line,
    board_letter,
    board_letters,
    carriers,
    cell_words,
    merged,
    sentence_name,
    source_lines_of,
    told_by,
)
from storyreader.saving import Item
from storyreader.story_board import Board, Claim, ClaimCell, appeared

_MANY = 6
"""Accounts of which a sheet of paper holds a column each."""
_ORDERS = (("by-place", "Order of the story"), ("by-weight", "Most origins first"), ("by-time", "First told first"))


def render_board_html(dossier: BoardDossier) -> str:
    """The whole board as a page."""
    above = [part for part in before_claims(dossier) if part.name != "accounts"]
    below = [part for part in after_claims(dossier) if part.name != "alone"]  # every claim has its place on the page
    parts = [
        *_parts(above[:1]),
        *section("accounts", "Accounts", _accounts(dossier)),
        *_parts(above[1:]),
        *section("matrix", "Claims and accounts", _matrix(dossier)),
        *section("claims", "Claims", _claims(dossier)),
        *_parts(below),
        *_orphans(dossier),
    ]
    return page(dossier.title, ("matrix", "To the claims"), parts, _style())


@cache
def _style() -> str:
    return resources.files("storyreader.exporting").joinpath("board.css").read_text(encoding="utf-8")


def _parts(parts: Iterable[BoardPart]) -> Iterator[str]:
    for part in parts:
        yield from section(part.name, part.title, _nested(part.lines))


def _nested(lines: Sequence[str]) -> Iterator[str]:
    """Lines as a list; those that are indented by more blanks are a list in the item before."""
    yield "<ul>"
    own = min(_depth(line) for line in lines)
    starts = [at for at, line in enumerate(lines) if _depth(line) == own]
    for start, end in zip(starts, [*starts[1:], len(lines)], strict=True):
        yield f'<li><span dir="auto">{safe(lines[start].strip())}</span>'
        if end > start + 1:
            yield from _nested(lines[start + 1 : end])
        yield "</li>"
    yield "</ul>"


def _depth(line: str) -> int:
    return len(line) - len(line.lstrip(" "))


def _accounts(dossier: BoardDossier) -> Iterator[str]:
    yield '<div class="accounts">'
    for number, article in enumerate(dossier.board.articles):
        letter = board_letter(number)
        if dossier.blind:
            yield f'<p dir="auto">{safe(account_line(dossier.board, number, blind=True))}</p>'
            continue
        yield f'<div class="source"><h3>{letter}: <bdi>{safe(outlet(article))}</bdi></h3>'
        yield from source_details(article)
        yield "</div>"
    yield "</div>"


def _matrix(dossier: BoardDossier) -> Iterator[str]:
    board = dossier.board
    count = len(board.articles)
    for number, (name, words) in enumerate(_ORDERS):
        checked = "" if number else " checked"
        yield f'<input type="radio" name="order" id="{name}"{checked}><label class="order" for="{name}">{words}</label>'
    many = " many" if count > _MANY else ""
    yield f'<div class="matrix{many}" role="region" aria-label="Table of claims and accounts" tabindex="0">'
    yield f'<table role="table" style="--accounts:{count}">'
    legend = ", ".join(f"{CELL_MARKS[kind]} {word}" for kind, word in CELL_WORDS.items())
    yield f"<caption>{safe(legend)}; unsure is counted nowhere</caption>"
    heads = ["Claim", *map(board_letter, range(count)), "Told by"]
    cells = "".join(f'<th role="columnheader" scope="col">{head}</th>' for head in heads)
    yield f'<thead role="rowgroup"><tr role="row">{cells}</tr></thead><tbody role="rowgroup">'
    weights, times = _ranks(_by_weight(board)), _ranks(_by_time(board))
    for number in range(len(board.claims)):
        yield f'<tr role="row" style="--weight:{weights[number]};--time:{times[number]}">{_row(board, number)}</tr>'
    yield "</tbody></table></div>"


def _row(board: Board, number: int) -> str:
    claim = board.claims[number]
    language = language_of(board.articles[claim.representative.article])
    link = f'<a class="number" href="#claim-{number + 1}">{number + 1}.</a>'
    cells = "".join(
        f'<td role="cell" class="{cell.kind}"><span class="letter">{board_letter(article)} </span>'
        f'<span class="mark" aria-hidden="true">{safe(CELL_MARKS[cell.kind])}</span> {CELL_WORDS[cell.kind]}</td>'
        for article, cell in enumerate(claim.cells)
    )
    told = f'<td role="cell" class="told"><span class="letter">told by </span>{safe(carriers(claim, board))}</td>'
    text = f'<span dir="auto"{language}>{safe(claim.text)}</span>'
    return f'<th role="rowheader" scope="row">{link} {text}</th>{cells}{told}'


def _by_weight(board: Board) -> list[int]:
    """The claims, those of most origins first."""
    claims = board.claims
    return sorted(
        range(len(claims)), key=lambda n: (-claims[n].origins, -len(claims[n].articles), claims[n].position, n)
    )


def _by_time(board: Board) -> list[int]:
    """The claims, those first told first; where no time is known last."""

    def moment(number: int) -> tuple[bool, tuple[str, bool, str], int]:
        first = board.claims[number].first
        return first is None, appeared(board.articles[first or 0]), number

    return sorted(range(len(board.claims)), key=moment)


def _ranks(order: Sequence[int]) -> dict[int, int]:
    return {number: rank for rank, number in enumerate(order)}


def _claims(dossier: BoardDossier) -> Iterator[str]:
    board = dossier.board
    yield '<ol class="rows">'
    for number, claim in enumerate(board.claims):
        kind = " conflict" if claim.conflicts else ""
        yield f'<li class="row{kind}" id="claim-{number + 1}"><h3>Claim {number + 1}. {safe(told_by(claim))}</h3>'
        place = claim.representative
        yield from _quoted(dossier, place.article, [(place.sentence, claim.text, [])], "")
        for article in range(len(board.articles)):
            yield from _cell(dossier, claim, article)
        silent = tuple(article for article, cell in enumerate(claim.cells) if cell.kind == "silent")
        if silent:
            yield f'<p class="none">Silent: {board_letters(silent)}</p>'
        if known := source_lines_of(board, claim, blind=dossier.blind):
            yield f'<p dir="auto">Said to be known by {safe("; ".join(known))}</p>'
        yield from _items(dossier, items_of(dossier, number))
        yield "</li>"
    yield "</ol>"


def _cell(dossier: BoardDossier, claim: Claim, article: int) -> Iterator[str]:
    """What an account does with a claim; nothing where it only has the sentence that stands for it."""
    cell, place = claim.cells[article], claim.representative
    sentences = dossier.board.articles[article].sentences
    told = [
        (number, sentences[number].text, _stretches(cell, number))
        for number in cell.sentences
        if (article, number) != (place.article, place.sentence)
    ]
    if told:
        yield f'<div class="cell {cell.kind}">'
        words = f"{CELL_MARKS[cell.kind]} {cell_words(dossier.board, claim, article)}"
        yield from _quoted(dossier, article, told, words)
        yield "</div>"


_Told = tuple[int, str, list[tuple[int, int, str]]]


def _quoted(dossier: BoardDossier, article: int, told: Sequence[_Told], words: str) -> Iterator[str]:
    page = dossier.board.articles[article]
    yield f"<figure><blockquote{language_of(page)}>"
    yield from (f'<p dir="auto">{_marked(text, stretches)}</p>' for _, text, stretches in told)
    said = words or " and ".join(sentence_name(article, number) for number, _, _ in told)
    name = HIDDEN_OUTLET if dossier.blind else outlet(page)
    yield f"</blockquote><figcaption><bdi>{safe(name)}</bdi>: <bdi>{safe(said)}</bdi></figcaption></figure>"


def _stretches(cell: ClaimCell, number: int) -> list[tuple[int, int, str]]:
    """What is marked in a sentence: the value that differs, else the stretches that tell the claim."""
    if cell.difference is not None and cell.difference.right.sentence == number and cell.difference.conflict:
        return [(cell.difference.right.start, cell.difference.right.end, "differs")]
    own: list[Passage] = merged([part for part in cell.shared if part.sentence == number])
    return [(part.start, part.end, "marked") for part in own]


def _marked(text: str, stretches: Sequence[tuple[int, int, str]]) -> str:
    parts, at = [], 0
    for start, end, kind in stretches:
        opening, closing = ("<mark>", "</mark>") if kind == "marked" else ('<strong class="differs">', "</strong>")
        parts += [safe(text[at:start]), opening, safe(text[start:end]), closing]
        at = end
    return "".join([*parts, safe(text[at:])])


def _items(dossier: BoardDossier, items: Sequence[Item]) -> Iterator[str]:
    yield from listed_items([(item, board_item_lines(dossier, item)) for item in items])


def _orphans(dossier: BoardDossier) -> Iterator[str]:
    if not dossier.orphans:
        return
    yield '<section id="orphans" aria-labelledby="orphans-title">'
    yield '<h2 id="orphans-title">Notes that have lost their place</h2>'
    for item in dossier.orphans:
        for letter, text in once_quoted(dossier, item):
            yield f'<figure><blockquote><p dir="auto">{safe(text)}</p></blockquote>'
            yield f"<figcaption>{letter}, once</figcaption></figure>"
        yield from _items(dossier, [item])
    yield "</section>"
