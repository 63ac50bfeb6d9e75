"""Where authors are named beside a headline, and who only looks like one."""

import pytest

from storyreader.cleaning import clean_html

_TEXT = "".join(
    f"<p>{sentence}</p>"
    for sentence in (
        "The tide mill of Wrackhaven turned again on Saturday after sixty years of standing still.",
        "Volunteers had cut forty oak teeth for the pit wheel, one for each winter of the restoration.",
        "The first sack of flour went to the baker who had lent the society his cellar.",
        "The council will decide in autumn whether the mill may sell what it grinds.",
    )
)
_HEAD = "Tide mill of Wrackhaven turns again"


def _page(beside: str, *, head: str = "", above: str = "", below: str = "") -> str:
    title = f"<head><title>{_HEAD} | The Wrack Post</title>{head}</head>"
    return f"<html>{title}<body>{above}<article><h1>{_HEAD}</h1>{beside}{_TEXT}</article>{below}</body></html>"


@pytest.mark.parametrize(
    ("page", "byline"),
    [
        (
            _page(
                "<address><a rel='author' href='/a'>Orla Pennick</a> and "
                "<a rel='author' href='/b'>Ivo Dray</a></address>"
            ),
            "Orla Pennick, Ivo Dray",
        ),
        (_page("<nav class='pst'><span itemprop='author'>Orla Pennick</span> Updated 4 May</nav>"), "Orla Pennick"),
        (
            _page("<div class='entry-meta comments'>By <a rel='author' href='/a'>Orla Pennick</a> 12 comments</div>"),
            "Orla Pennick",
        ),
        (
            _page("<div class='ShareByline'><span>By</span><span>by ORLA PENNICK and IVO DRAY</span></div>"),
            "ORLA PENNICK, IVO DRAY",
        ),
        (_page("<div class='author-line'>4 min Orla Pennick</div>"), "Orla Pennick"),
        (_page("", head="<meta name='author' value='Orla Pennick'>"), "Orla Pennick"),
        (
            _page(
                "<p class='byline'>By Orla Pennick</p>",
                head="<meta name='author' content='Wrack Holding'>",
                below="<footer>© 2026 Wrack Holding. All rights reserved.</footer>",
            ),
            "Orla Pennick",
        ),
        (
            _page(
                "<div>4 May 2026 by <a rel='author' href='/a'>Orla Pennick</a></div>",
                above="<div class='box'><a rel='author' href='/z'>Zeb Molloy</a> Eel prices fall</div>",
            ),
            "Orla Pennick",
        ),
    ],
    ids=["two links", "navigation", "comment count", "by by", "minutes", "value", "owner", "box above"],
)
def test_the_author_beside_the_headline(page: str, byline: str) -> None:
    assert clean_html(page).byline == byline


@pytest.mark.parametrize("author", ["No Author", "Wrack Holding www.wrack-holding.example", "Marketing"])
def test_a_name_of_nobody_is_no_byline(author: str) -> None:
    assert clean_html(_page("", head=f"<meta name='author' content='{author}'>")).byline is None


def test_the_name_of_the_site_is_no_headline() -> None:
    site = "<meta property='og:site_name' content='The Wrack Post'>"
    article = clean_html(
        _page("", head=site, above="<h1>The Wrack Post</h1>").replace(f"<h1>{_HEAD}</h1>", f"<h2>{_HEAD}</h2>")
    )
    assert article.headline == _HEAD
