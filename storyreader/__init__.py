"""storyreader: read several outlets' accounts of one event and see what they share, reword, leave out and contradict.

The public API. Each name is imported only when it is first used, so that `import storyreader` costs next to nothing.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from storyreader.alignment import match_sentences
    from storyreader.article import Article, PageLine, Sentence, Span
    from storyreader.cleaning import clean_html, clean_page, clean_text, read_article
    from storyreader.comparing import compare, compare_readings
    from storyreader.comparison import (
        Change,
        Comparison,
        Difference,
        Link,
        Passage,
        Related,
        Row,
        SharedClaim,
        Summary,
    )
    from storyreader.errors import StoryReaderError
    from storyreader.fact import Fact
    from storyreader.facts import extract_facts, find_facts
    from storyreader.findings import Findings, find_findings
    from storyreader.loading import read_page, read_pages
    from storyreader.page import Page
    from storyreader.reading import Reading
    from storyreader.segmenting import split_sentences
    from storyreader.story_board import Board, Claim, ClaimCell, board

__version__ = "0.1.0"

_HOMES = {
    "Article": "article", "PageLine": "article", "Sentence": "article", "Span": "article",
    "Change": "comparison", "Comparison": "comparison", "Difference": "comparison", "Link": "comparison",
    "Passage": "comparison", "Related": "comparison", "Row": "comparison", "SharedClaim": "comparison",
    "Summary": "comparison",
    "Fact": "fact", "Findings": "findings", "Page": "page", "Reading": "reading", "StoryReaderError": "errors",
    "clean_html": "cleaning", "clean_page": "cleaning", "clean_text": "cleaning", "read_article": "cleaning",
    "compare": "comparing", "compare_readings": "comparing", "extract_facts": "facts", "find_facts": "facts",
    "find_findings": "findings", "match_sentences": "alignment", "read_page": "loading",
    "read_pages": "loading",
    "split_sentences": "segmenting",
    "Board": "story_board", "Claim": "story_board", "ClaimCell": "story_board", "board": "story_board",
}  # fmt: skip

__all__ = [
    "Article", "Board", "Change", "Claim", "ClaimCell", "Comparison", "Difference", "Fact", "Findings", "Link",
    "Page", "PageLine", "Passage", "Reading", "Related", "Row", "Sentence", "SharedClaim", "Span", "StoryReaderError",
    "Summary", "__version__", "board", "clean_html", "clean_page", "clean_text", "compare", "compare_readings",
    "extract_facts", "find_facts", "find_findings", "match_sentences", "read_article", "read_page", "read_pages",
    "split_sentences",
]  # fmt: skip


if not TYPE_CHECKING:  # a name that is not there must not pass

    def __getattr__(name: str) -> Any:
        if name not in _HOMES:
            raise AttributeError(f"module 'storyreader' has no attribute {name!r}")
        value = getattr(import_module(f"storyreader.{_HOMES[name]}"), name)
        globals()[name] = value
        return value

    def __dir__() -> list[str]:
        return sorted(__all__)
