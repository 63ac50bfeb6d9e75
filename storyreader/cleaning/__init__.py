"""A page becomes an article: its body, what it says of itself, and for every line left out the reason."""

from typing import TYPE_CHECKING

from storyreader.face import lazy_face

if TYPE_CHECKING:
    from storyreader.cleaning.clean import (
        clean_html as clean_html,
        clean_page as clean_page,
        clean_text as clean_text,
        read_article as read_article,
    )
    from storyreader.cleaning.corrections import Correction as Correction, line_key as line_key
    from storyreader.cleaning.links import PageLink as PageLink, page_links as page_links
    from storyreader.cleaning.outlet_lines import OutletLines as OutletLines, outlet_key as outlet_key
    from storyreader.cleaning.outlets import is_outlet as is_outlet

_HOMES = {
    "clean_html": "clean", "clean_page": "clean", "clean_text": "clean", "read_article": "clean",
    "Correction": "corrections", "line_key": "corrections", "PageLink": "links", "page_links": "links",
    "OutletLines": "outlet_lines", "outlet_key": "outlet_lines", "is_outlet": "outlets",
}  # fmt: skip

if not TYPE_CHECKING:  # a name that is not there must not pass
    __getattr__, __dir__ = lazy_face(__name__, _HOMES)
