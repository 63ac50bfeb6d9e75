"""Articles and comparisons as text for people and as documents for programs, one format a module."""

from typing import TYPE_CHECKING

from storyreader.face import lazy_face

if TYPE_CHECKING:
    from storyreader.exporting.documents import (
        article_document as article_document,
    )
    from storyreader.exporting.documents import (
        comparison_document as comparison_document,
    )
    from storyreader.exporting.formats import (
        FILES as FILES,
    )
    from storyreader.exporting.formats import (
        written as written,
    )
    from storyreader.exporting.markdown import (
        article_markdown as article_markdown,
    )
    from storyreader.exporting.markdown import (
        comparison_markdown as comparison_markdown,
    )
    from storyreader.exporting.text import (
        article_text as article_text,
    )
    from storyreader.exporting.text import (
        comparison_text as comparison_text,
    )
    from storyreader.exporting.text import (
        explained_text as explained_text,
    )

_HOMES = {
    "article_document": "documents", "comparison_document": "documents", "FILES": "formats", "written": "formats",
    "article_markdown": "markdown", "comparison_markdown": "markdown", "article_text": "text",
    "comparison_text": "text", "explained_text": "text",
}  # fmt: skip

__getattr__, __dir__ = lazy_face(__name__, _HOMES)
