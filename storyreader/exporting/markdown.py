"""Articles and comparisons as Markdown. Text from a page is escaped: it never becomes markup."""

import re

from storyreader.article import Article
from storyreader.comparison import Comparison
from storyreader.describing import details, summary_lines
from storyreader.exporting.text import NO_HEADLINE, row_title

_SPECIAL = re.compile(r"([\\`*_\[\]<>#|~])")
_LINE_START = re.compile(r"^(\s*)([-+]|\d+[.)])(?=\s)")


def escaped(text: str) -> str:
    """Text with every character that Markdown would act on made plain."""
    return _LINE_START.sub(r"\1\\\2", _SPECIAL.sub(r"\\\1", " ".join(text.split())))


def article_markdown(article: Article) -> str:
    """An article under its headline."""
    head = f"# {escaped(article.headline or NO_HEADLINE)}\n\n{escaped(details(article))}\n\n"
    return head + "\n\n".join(escaped(paragraph) for paragraph in article.paragraphs) + "\n"


def comparison_markdown(comparison: Comparison) -> str:
    """The comparison: both sources, the counts, then a section a row."""
    parts = ["# Comparison", ""]
    for letter, article in (("A", comparison.left), ("B", comparison.right)):
        parts.append(f"- **{letter}** {escaped(article.headline or NO_HEADLINE)}. {escaped(details(article))}")
    parts += ["", *(f"- {escaped(line)}" for line in summary_lines(comparison)), ""]
    for number, row in enumerate(comparison.rows, 1):
        parts += [f"## {number} {escaped(row_title(comparison, row))}", ""]
        for letter, article, numbers in (("A", comparison.left, row.left), ("B", comparison.right, row.right)):
            parts += [f"> **{letter}{n + 1}** {escaped(article.sentences[n].text)}\n>" for n in numbers]
        parts.append("")
    return "\n".join(parts)
