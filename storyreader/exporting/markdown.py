"""Articles and comparisons as Markdown. Text from a page is escaped: it never becomes markup."""

import json
import re

from storyreader.article import Article
from storyreader.comparison import Comparison
from storyreader.exporting.documents import ARTICLE_FORMAT, iso
from storyreader.exporting.sections import sections
from storyreader.exporting.text import heads, row_title
from storyreader.findings import Findings, values_by_row
from storyreader.messages import NO_HEADLINE

_SPECIAL = re.compile(r"([\\`*_\[\]<>#|~])")
_LINE_START = re.compile(r"^(\s*)([-+]|\d+[.)])(?=\s)")


def escaped(text: str) -> str:
    """Text with every character that Markdown would act on made plain."""
    return _LINE_START.sub(r"\1\\\2", _SPECIAL.sub(r"\\\1", " ".join(text.split())))


def article_markdown(article: Article) -> str:
    """An article under its headline, with what it says of itself as front matter; values are JSON, which is YAML too.

    `storyreader.loading` reads it back as it was.
    """
    fields = {
        "title": article.headline, "author": article.byline, "publisher": article.publisher, "agency": article.agency,
        "published": iso(article.published), "updated": iso(article.updated), "saved": iso(article.saved),
        "source": article.url, "language": article.language, "tags": list(article.tags),
        "description": article.standfirst, "simplified": list(article.simplified),
    }  # fmt: skip
    front = [f"{name}: {json.dumps(value, ensure_ascii=False)}" for name, value in fields.items() if value]
    blocks = [
        f"# {escaped(article.headline or NO_HEADLINE)}",
        *(escaped(paragraph) for paragraph in article.paragraphs),
    ]
    return "\n".join(["---", f"format: {ARTICLE_FORMAT}", *front, "---", "", "\n\n".join(blocks), ""])


def comparison_markdown(comparison: Comparison, findings: Findings | None = None) -> str:
    """The comparison: in short, both sources, the counts, then a section a row; the findings, when given, below."""
    parts = ["# Comparison", ""]
    for number, block in enumerate(heads(comparison, findings)):
        parts += ["## In short", ""] if findings and not number else []
        parts += [*(f"- {escaped(line)}" for line in block), ""]
    values = values_by_row(comparison, findings) if findings else {}
    for number, row in enumerate(comparison.rows):
        parts += [f"## {number + 1} {escaped(row_title(comparison, row, values.get(number, ())))}", ""]
        for letter, article, numbers in (("A", comparison.left, row.left), ("B", comparison.right, row.right)):
            parts += [f"> **{letter}{n + 1}** {escaped(article.sentences[n].text)}\n>" for n in numbers]
        parts.append("")
    for title, lines in sections(findings) if findings else ():
        items = [f"{'    ' if line.startswith('  ') else ''}- {escaped(line)}" for line in lines]
        parts += [f"## {title}", "", *items, ""]
    return "\n".join(parts)
