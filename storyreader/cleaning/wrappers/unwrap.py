"""Takes off a text page what it was wrapped in, outermost first."""

from storyreader.cleaning.wrappers import (
    archive_note,
    front_matter,
    labels,
    link_marks,
    markdown,
    own_export,
    print_edges,
    print_note,
)
from storyreader.cleaning.wrappers.page_text import PageText, page_text

_WRAPPERS = (
    archive_note.take_off,
    print_edges.take_off,
    own_export.take_off,
    front_matter.take_off,
    labels.take_off,
    print_note.take_off,
    link_marks.take_off,
    markdown.take_off,
)


def unwrap(text: str, path: str = "") -> PageText:
    """Return the lines of a page's text, those of wrappers marked, with what these say of the page."""
    found = page_text(text, path)
    for take_off in _WRAPPERS:
        take_off(found)
    return found
