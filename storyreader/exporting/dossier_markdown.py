"""A saved comparison as Markdown that reads well unrendered. Nothing of a page or a note becomes markup."""

import re
from collections.abc import Iterable, Iterator

from storyreader.comparison import SIDES
from storyreader.exporting.dossier import (
    Dossier,
    DossierRow,
    count_lines,
    found_beside,
    heading,
    in_short,
    item_lines,
    made_lines,
    old_quotations,
    source_lines,
)
from storyreader.messages import LETTERS
from storyreader.saving import Item

_SPECIAL = re.compile(r"([\\`*_\[\]<>#|~&$!])")
_LINE_START = re.compile(r"^([-+=:]|\d+(?=[.)]))")
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029]")


def plain(text: str) -> str:
    """One line of text with every character that Markdown acts on made plain; white space becomes single spaces."""
    line = _SPECIAL.sub(r"\\\1", " ".join(_CONTROL.sub(" ", text).split()))
    start = _LINE_START.match(line)
    if start is None:
        return line
    if line[0].isdigit():
        return f"{start[0]}\\{line[start.end() :]}"
    return f"\\{line}"


def render_markdown(dossier: Dossier) -> str:
    """The whole dossier: sources, counts, a section a row, what stands beside the rows, the orphans."""
    parts = [f"# {plain(heading(dossier))}", ""]
    parts += ["## In short", "", *(f"- {plain(line)}" for line in in_short(dossier)), ""]
    for side in SIDES:
        parts += [f"## {LETTERS[side]}", ""]
        parts += [f"- **{name}:** {plain(value)}" for name, value in source_lines(dossier.article(side))]
        parts.append("")
    parts += ["## Counts", "", *(f"- {plain(line)}" for line in [*count_lines(dossier), *made_lines(dossier)]), ""]
    parts += ["## Rows", ""]
    for entry in dossier.entries:
        parts += _entry(dossier, entry)
    for title, lines in found_beside(dossier):
        items = [f"{'    ' if line.startswith('  ') else ''}- {plain(line)}" for line in lines]
        parts += [f"## {plain(title)}", "", *items, ""]
    if dossier.orphans:
        parts += ["## Orphaned notes", ""]
        for item in dossier.orphans:
            parts += [*_old(dossier, item), *_item(dossier, item), ""]
    return "\n".join(parts).rstrip() + "\n"


def _entry(dossier: Dossier, entry: DossierRow) -> Iterator[str]:
    yield from (f"### {entry.number} {plain(entry.title)}", "")
    quotations = [
        f"> **{LETTERS[side]}{number + 1}** {plain(dossier.article(side).sentences[number].text)}"
        for side in SIDES
        for number in entry.row.numbers(side)
    ]
    yield "\n>\n".join(quotations)
    yield ""
    if entry.differences:
        yield from (*(f"- **Differs:** {plain(line)}" for line in entry.differences), "")
    for item in (*entry.link_corrections, *entry.notes, *entry.reviews):
        yield from (*_item(dossier, item), "")


def _item(dossier: Dossier, item: Item) -> Iterable[str]:
    first, *rest = item_lines(dossier, item)
    yield f"- **{first[0]}:** {lines_of_text(first[1])}"
    yield from (f"    - **{name}:** {lines_of_text(value)}" for name, value in rest)


def lines_of_text(text: str) -> str:
    """Text of several lines inside a list: a hard break after each."""
    return "\\\n      ".join(plain(line) for line in text.splitlines() if line.strip())


def _old(dossier: Dossier, item: Item) -> Iterator[str]:
    for side, text in old_quotations(dossier, item):
        yield f"> **{LETTERS[side]}, once:** {plain(text)}"
        yield ">"
    yield ""
