"""Articles and comparisons as plain lines: for pipes, for ears, for a terminal without colour."""

from collections.abc import Iterator, Sequence

from storyreader.article import Article
from storyreader.comparison import Comparison, Row
from storyreader.exporting.sections import sections
from storyreader.findings import Findings, RowValue, find_in_short, values_by_row
from storyreader.messages import (
    FINDING_MARKS,
    KIND_MARKS,
    KIND_WORDS,
    LETTERS,
    NO_HEADLINE,
    details,
    overview_lines,
    row_detail,
    short_text,
    simplified_text,
    summary_lines,
)
from storyreader.row_filters import again


def article_text(article: Article) -> str:
    """Headline, a line of details, the address, and the paragraphs with a blank line between them.

    `storyreader.loading` reads it back as it was.
    """
    head = [article.headline or NO_HEADLINE, details(article, exact=True)]
    head += [article.url] if article.url else []
    return "\n\n".join(["\n".join(head), *article.paragraphs]) + "\n"


def explained_text(article: Article) -> str:
    """Every line of the page with its verdict: + kept, - left out. Above them, where it is so, what was not read."""
    width = max((len(line.reason) for line in article.lines), default=0)
    remark = simplified_text(article)
    return (f"! {remark}\n" if remark else "") + "".join(
        f"{'+' if line.kept else '-'} {line.number:>5} {line.reason:<{width}}  {line.text}\n" for line in article.lines
    )


def comparison_text(comparison: Comparison, findings: Findings | None = None) -> str:
    """The whole comparison as sentences to read from top to bottom; with the findings also in short and below it."""
    values = values_by_row(comparison, findings) if findings else {}
    rows = ["\n".join(_row_lines(comparison, at, values.get(at, ()))) for at in range(len(comparison.rows))]
    tail = [
        "\n".join([title.upper(), *(f"   {line}" for line in lines)])
        for title, lines in (sections(findings) if findings else ())
    ]
    return "\n\n".join(["\n".join(block) for block in heads(comparison, findings)] + rows + tail) + "\n"


def heads(comparison: Comparison, findings: Findings | None = None) -> Iterator[list[str]]:
    """What stands above the rows, block by block: in short, the two sources, counts and remarks not told before."""
    short = short_text(comparison, find_in_short(comparison, findings)) if findings else []
    if short:
        yield short
    yield [
        f"{letter}: {article.headline or NO_HEADLINE}. {details(article)}"
        for letter, article in (("A", comparison.left), ("B", comparison.right))
    ]
    lines = [*summary_lines(comparison), *overview_lines(comparison), *(findings.remarks if findings else ())]
    yield [line for line in lines if not any(told.endswith(f": {line}") for told in short)]


def row_title(comparison: Comparison, row: Row, values: Sequence[RowValue] = ()) -> str:
    """Mark, kind and what there is to say of a row, in one line."""
    detail = row_detail(comparison, row, values)
    kind = f"{KIND_MARKS[row.kind]} {KIND_WORDS[row.kind]}"
    if not detail:
        return kind
    differs = values and row.kind != "conflict"
    return f"{kind} {FINDING_MARKS[False]['differs']} {detail}" if differs else f"{kind}: {detail}"


def _row_lines(comparison: Comparison, index: int, values: Sequence[RowValue]) -> Iterator[str]:
    row = comparison.rows[index]
    elsewhere = again(comparison, row)
    yield f"{index + 1}. {row_title(comparison, row, values)}"
    for side, letter in LETTERS.items():
        sentences = comparison.article(side).sentences
        numbers = elsewhere.numbers if elsewhere and elsewhere.side == side else row.numbers(side)
        yield from (f"   {letter}{number + 1} {sentences[number].text}" for number in numbers)
