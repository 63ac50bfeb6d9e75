"""Other tools' view of a page's body, so that ours can be laid beside it. Each takes markup and gives text.

They are extras for measuring (`pip install storyreader[bench]`), not needed at run time. A tool that fails on a page
has found nothing there. A text dump is given to them as markup in which each line is a paragraph.
"""

import contextlib
import html
import importlib.util
import io
from collections.abc import Callable
from typing import Any

Tool = Callable[[str, str], str]

_STOPLISTS = {
    "cs": "Czech", "da": "Danish", "de": "German", "en": "English", "es": "Spanish", "fi": "Finnish", "fr": "French",
    "hu": "Hungarian", "id": "Indonesian", "it": "Italian", "ko": "Korean", "lt": "Lithuanian", "nl": "Dutch",
    "no": "Norwegian_Bokmal", "pl": "Polish", "pt": "Portuguese", "ru": "Russian", "sv": "Swedish", "tr": "Turkish",
    "uk": "Ukrainian", "vi": "Vietnamese", "zu": "Zulu", "is": "Icelandic", "af": "Afrikaans", "el": "Greek",
}  # fmt: skip
"""jusText asks for the page's language; it is told the true one."""


def peers() -> dict[str, Tool]:
    """The tools that are installed, by the name they are known by; the first is the base of the ratios of time."""
    tools = (
        ("trafilatura", "trafilatura", trafilatura),
        ("readability-lxml", "readability", readability),
        ("jusText", "justext", justext),
        ("boilerpy3", "boilerpy3", boilerpy),
        ("resiliparse", "resiliparse", resiliparse),
    )
    return {name: tool for name, package, tool in tools if importlib.util.find_spec(package) is not None}


def body_of(tool: Tool, markup: str, language: str) -> str:
    """What a tool finds on a page; nothing where it fails."""
    with contextlib.redirect_stderr(io.StringIO()):
        try:
            return tool(markup, language)
        except Exception:
            return ""


def as_markup(dump: str) -> str:
    """A text dump as the markup that such tools expect."""
    lines = (line.strip() for line in dump.split("\n"))
    return "<html><body>" + "\n".join(f"<p>{html.escape(line)}</p>" for line in lines if line) + "</body></html>"


def trafilatura(markup: str, _language: str) -> str:
    """Body text of trafilatura with its standard settings, comments off."""
    from trafilatura import extract

    return extract(markup, output_format="txt", include_comments=False) or ""


def readability(markup: str, _language: str) -> str:
    """readability-lxml's summary as text."""
    from readability import Document

    return as_text(Document(markup).summary(html_partial=True))


def justext(markup: str, language: str) -> str:
    """Body text of jusText with the stop words of the page's language, English where it has none."""
    import justext as package

    words = package.get_stoplist(_STOPLISTS.get(language[:2], "English"))
    return "\n".join(part.text for part in package.justext(markup, words) if not part.is_boilerplate)


def boilerpy(markup: str, _language: str) -> str:
    """boilerpy3's extractor for articles."""
    from boilerpy3.extractors import ArticleExtractor

    return str(ArticleExtractor(raise_on_failure=False).get_content(markup))


def resiliparse(markup: str, _language: str) -> str:
    """Body text of resiliparse's main content extraction."""
    from resiliparse.extract.html2text import extract_plain_text

    return str(extract_plain_text(markup, main_content=True, alt_texts=False, links=False, form_fields=False))


def as_text(markup: str) -> str:
    """The text of a stretch of markup, a line for each block element."""
    from lxml import html as parser

    root: Any = parser.fromstring(f"<div>{markup}</div>")
    for element in root.iter("p", "div", "li", "br", "tr", "h1", "h2", "h3", "h4", "blockquote"):
        element.tail = f"\n{element.tail or ''}"
    return str(root.text_content())
