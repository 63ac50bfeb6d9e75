"""Articles and comparisons as plain lines: for pipes, for ears, for a terminal without colour."""

from collections.abc import Iterator

from storyreader.article import Article
from storyreader.comparison import Comparison, Row
from storyreader.exporting.sections import sections
from storyreader.findings import Findings
from storyreader.messages import KIND_MARKS, KIND_WORDS, details, overview_lines, row_detail, summary_lines

NO_HEADLINE = "(no headline found)"


def article_text(article: Article) -> str:
    """Headline, a line of details, and the paragraphs with a blank line between them."""
    return "\n\n".join([f"{article.headline or NO_HEADLINE}\n{details(article)}", *article.paragraphs]) + "\n"


def explained_text(article: Article) -> str:
    """Every line of the page with its verdict: + kept, - left out."""
    width = max((len(line.reason) for line in article.lines), default=0)
    return "".join(
        f"{'+' if line.kept else '-'} {line.number:>5} {line.reason:<{width}}  {line.text}\n" for line in article.lines
    )


def comparison_text(comparison: Comparison, findings: Findings | None = None) -> str:
    """The whole comparison as sentences to read from top to bottom; the findings, when given, below the rows."""
    heads = [
        f"{letter}: {article.headline or NO_HEADLINE}\n   {details(article)}"
        for letter, article in (("A", comparison.left), ("B", comparison.right))
    ]
    rows = ["\n".join(_row_lines(comparison, number, row)) for number, row in enumerate(comparison.rows, 1)]
    head = [*summary_lines(comparison), *overview_lines(comparison), *(findings.remarks if findings else ())]
    tail = [
        "\n".join([title.upper(), *(f"   {line}" for line in lines)])
        for title, lines in (sections(findings) if findings else ())
    ]
    return "\n\n".join(["\n".join(heads), "\n".join(head), *rows, *tail]) + "\n"


def row_title(comparison: Comparison, row: Row) -> str:
    """Mark, kind and what there is to say of a row, in one line."""
    detail = row_detail(comparison, row)
    return f"{KIND_MARKS[row.kind]} {KIND_WORDS[row.kind]}" + (f": {detail}" if detail else "")


def _row_lines(comparison: Comparison, number: int, row: Row) -> Iterator[str]:
    yield f"{number}. {row_title(comparison, row)}"
    for letter, article, numbers in (("A", comparison.left, row.left), ("B", comparison.right, row.right)):
        for place in numbers:
            yield f"   {letter}{place + 1} {article.sentences[place].text}"
