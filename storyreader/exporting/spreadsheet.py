"""Links and notes as CSV that opens in a spreadsheet: UTF-8 with a byte order mark, CRLF, no cell that could be run.

A spreadsheet takes a cell that starts with = + - @ (or their full-width twins), a tab or a line end as a formula; such
a cell gets an apostrophe in front, which spreadsheets show as "this is text". So does what comes behind a semicolon, a
tab, a bar or a line end, at which some spreadsheets begin a new cell.
"""

import csv
import io
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from storyreader.comparison import SIDES
from storyreader.exporting.dossier import Dossier, DossierRow, in_short_lines, names, old_quotations, places, words_of
from storyreader.messages import KIND_WORDS, LETTERS
from storyreader.saving import Item, LinkCorrection, Note
from storyreader.visible import shown_text

_RUN = ("=", "+", "-", "@", "＝", "＋", "－", "＠", "\t", "\r", "\n")
_INNER = re.compile("""([;|\t\n][;|"'\\s]*+)([=+@＝＋－＠-]?)""")
"""What would begin with a formula where the reader's spreadsheet splits at semicolons, tabs or bars."""

COLUMNS = (
    "row", "kind", "A sentences", "A text", "B sentences", "B text", "what differs", "reviewed by", "entry", "verdict",
    "note", "words", "tags", "evidence", "author", "created", "changed", "A outlet", "A date", "A headline",
    "A content hash", "B outlet", "B date", "B headline", "B content hash", "comparison", "app version",
)  # fmt: skip


def defused(text: str) -> str:
    """The text as a cell that no spreadsheet takes for a formula."""
    text = _INNER.sub(_split_here, shown_text(text))
    return f"'{text}" if text.lstrip(" \u00a0\ufeff\u200b").startswith(_RUN) or text.startswith(_RUN) else text


def _split_here(found: re.Match[str]) -> str:
    return f"{found[1]}'{found[2]}" if found[2] else found[0]


def render_csv(dossier: Dossier) -> bytes:
    """The comparison in short, then a line for each note and correction, and one for each row without any."""
    return csv_table(COLUMNS, [*_in_short(dossier), *_lines(dossier)])


def csv_table(columns: Sequence[str], lines: Iterable[Mapping[str, str]]) -> bytes:
    """Lines under the names of their columns; what a line does not have is empty."""
    stream = io.StringIO(newline="")
    writer = csv.writer(stream, lineterminator="\r\n")
    writer.writerow(columns)
    for line in lines:
        writer.writerow([defused(str(line.get(column, ""))) for column in columns])
    return stream.getvalue().encode("utf-8-sig")


def _in_short(dossier: Dossier) -> Iterator[dict[str, str]]:
    """Each line of the comparison in short, in the columns in which the rows have the same."""
    for line in in_short_lines(dossier):
        own = {side: [number for where, number in line.sentences if where == side] for side in SIDES}
        yield {
            "entry": "in short",
            "kind": line.label,
            "what differs": line.told,
            **{f"{LETTERS[side]} sentences": places(LETTERS[side], own[side]) for side in SIDES},
            "comparison": dossier.saved.id,
            "app version": dossier.saved.app_version,
        }


def _lines(dossier: Dossier) -> Iterator[dict[str, str]]:
    source = {"comparison": dossier.saved.id, "app version": dossier.saved.app_version}
    for side in SIDES:
        letter, article = LETTERS[side], dossier.article(side)
        source |= {
            f"{letter} outlet": article.publisher or "",
            f"{letter} date": article.published.isoformat() if article.published else "",
            f"{letter} headline": article.headline or "",
            f"{letter} content hash": article.content_hash,
        }
    for entry in dossier.entries:
        row = source | _row(dossier, entry)
        items = [*entry.link_corrections, *entry.notes, *entry.facts_reviewed]
        yield from (row | _item(dossier, item) for item in items)
        if not items:
            yield row | {"entry": "link" if entry.row.link is not None else "sentence"}
    for item in dossier.orphans:
        quoted = {f"{LETTERS[side]} text": text for side, text in old_quotations(dossier, item)}
        yield source | {"kind": "orphaned"} | quoted | _item(dossier, item)


def _row(dossier: Dossier, entry: DossierRow) -> dict[str, str]:
    found = {
        "row": str(entry.number),
        "kind": KIND_WORDS[entry.row.kind],
        "what differs": "; ".join(entry.differences),
        "reviewed by": ", ".join(author or "unknown" for author in entry.reviewers),
    }
    for side in SIDES:
        letter, numbers = LETTERS[side], entry.row.numbers(side)
        found[f"{letter} sentences"] = places(letter, numbers)
        found[f"{letter} text"] = " ".join(dossier.article(side).sentences[number].text for number in numbers)
    return found


def _item(dossier: Dossier, item: Item) -> dict[str, str]:
    if isinstance(item, LinkCorrection):
        return item_cells(item) | {"entry": "correction", "note": f"{item.kind} ({names(dossier, item)})"}
    return item_cells(item)


def item_cells(item: Item) -> dict[str, str]:
    """What an item says in each column."""
    found = {
        "entry": "reviewed",
        "author": item.author,
        "created": item.created.isoformat(),
        "changed": item.changed.isoformat(),
        "words": " … ".join(words_of(item)),
    }
    if isinstance(item, Note):
        tags = " ".join(f"#{tag}" for tag in item.tags)
        kind = "note" if item.text.strip() or item.verdict or item.tags or item.evidence else "highlight"
        return found | {
            "entry": kind, "verdict": item.verdict, "note": item.text, "tags": tags, "evidence": item.evidence,
        }  # fmt: skip
    return found
