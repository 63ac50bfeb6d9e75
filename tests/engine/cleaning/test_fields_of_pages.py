"""Bylines and dates that stand beside something else: glued, of other stories, in broken data, of the age alone."""

import pytest

from storyreader.article import Article
from storyreader.cleaning import clean_html, clean_text

BODY = (
    "The weir at Quernmouth will be opened on Friday for the first time in nine years, the river board said on Monday.",
    "Divers had looked at the gates in the autumn and found the bolts as good as new,.",
    "“I had bet a crate of beer against it,” said Orla Dunmere, who has looked after the weir since she was twenty.",
    "The water below the weir will rise by a hand's breadth, enough for the rowers, too little for the mill.",
)
HEADLINE = "Quernmouth weir opens for the first time in nine years"


def html(meta: str = "", head: str = "", foot: str = "", language: str = "en", url: str | None = None) -> Article:
    """A page of the Quern Post: hidden data, what stands between headline and story, and what stands below."""
    told = "".join(f"<p>{paragraph}</p>" for paragraph in BODY)
    return clean_html(
        f'<html lang="{language}"><head><title>{HEADLINE} | Quern Post</title>{meta}</head><body><header><a href="/">'
        f'Quern Post</a><nav><a href="/n">News</a> <a href="/s">Sport</a></nav></header><main><h1>{HEADLINE}</h1>{head}'
        f"{told}</main>{foot}<footer><p>© 2026 Quern Post. All rights reserved.</p></footer></body></html>",
        url,
    )


def text(head: str, foot: str = "") -> Article:
    """The same page as a browser copies it."""
    return clean_text(f"Quern Post\nNews\nSport\n\n{HEADLINE}\n{head}\n\n" + "\n\n".join(BODY) + f"\n\n{foot}")


@pytest.mark.parametrize(
    "head",
    [
        '<p class="byline"><a rel="author" href="/o">Bram Oakes</a><a href="/s">Science</a><a href="#">Follow</a></p>',
        '<div class="author">By <a href="/o">Bram Oakes</a><span>Chief Reporter</span></div>',
        '<div class="byline">by <span>Bram Oakes</span><span>@boakes</span> <time>Mar 9, 2026, 8:15am EST</time></div>',
        '<div><span class="logo">Quern Post</span><span> | By <a rel="author" href="/o">Bram Oakes</a></span></div>',
        '<div class="autor">Bram Oakes<span>Redaktion</span></div>',
    ],
)
def test_neighbours_of_a_byline_are_set_apart(head: str) -> None:
    assert html(head=head).byline == "Bram Oakes"


@pytest.mark.parametrize(
    "foot",
    [
        (
            '<section id="comments"><article class="comment"><b class="fn author">Michael Oke</b> <time '
            'datetime="2026-03-10T08:12">10 March 2026</time><p>I walked over it every day.</p></article></section>'
        ),
        (
            '<aside><div class="teaser"><a href="/x">Ferry crews ask for a later boat</a><span class="author">Ines Fell'
            '</span><time class="date" datetime="2025-12-01">1 December 2025</time></div></aside>'
        ),
        (
            '<section><div itemscope itemtype="https://schema.org/Article"><h4 itemprop="headline">The eel trap</h4>'
            '<span itemprop="author">Ines Fell</span></div></section>'
        ),
    ],
)
def test_authors_and_times_of_other_things_are_not_the_articles(foot: str) -> None:
    article = html(head='<p class="date">9 March 2026</p>', foot=foot)
    assert article.byline is None
    assert str(article.published) == "2026-03-09"


@pytest.mark.parametrize(
    "head", ['<a class="btn">See Gallery</a>', "<button>Toggle Captions</button>", "<p>Media caption Orla Dunmere</p>"]
)
def test_buttons_owners_and_outlets_sign_nothing(head: str) -> None:
    assert html(head=f"<p>9 March 2026</p>{head}").byline is None


def test_the_outlet_alone_is_no_author() -> None:
    assert html(meta='<meta name="author" content="Quern Post">').byline is None


@pytest.mark.parametrize(
    ("label", "byline"), [("Written by", "Ines Fell"), ("Verfasst von", "Ines Fell"), ("Editor", None)]
)
def test_a_card_names_the_author_only_where_its_label_says_so(label: str, byline: str | None) -> None:
    meta = f'<meta name="twitter:label1" content="{label}"><meta name="twitter:data1" content="Ines Fell">'
    assert html(meta=meta).byline == byline


LINKED = (
    '"@type": "NewsArticle", "headline": "Weir opens", "datePublished": "2026-03-09T08:15:00+01:00", '
    '"author": {"@type": "Person", "givenName": "Bram", "familyName": "Oakes"}'
)


@pytest.mark.parametrize(
    "data",
    [
        f"//<![CDATA[\n{{{LINKED}}}\n//]]>",
        f"/*<![CDATA[*/ {{{LINKED}}} /*]]>*/",
        f"<!-- {{{LINKED}}} -->",
        f"{{{LINKED}}}}}",
        f"{{{LINKED},}}",
        f'{{{LINKED}, "description": "He said "never" to them", "image": [}}',
        f'{{"@type": "NewsArticle", "mainEntityOfPage": {{"@type": "WebPage", {LINKED[24:]}}}}}',
    ],
)
def test_wrapped_and_broken_linked_data_is_read(data: str) -> None:
    article = html(meta=f'<script type="application/ld+json">{data}</script>')
    assert article.byline == "Bram Oakes"
    assert str(article.published) == "2026-03-09 08:15:00+01:00"


@pytest.mark.parametrize(
    "meta",
    [
        '<meta name="OriginalPublicationDate" content="2026-03-09T08:15:00Z">',
        '<meta property="bt:pubDate" content="2026-03-09T08:15:00Z">',
        '<meta name="first-published" content="20260309">',
        '<meta property="article:published_time" content="Mon Mar 09 09:15:00 CET 2026">',
        '<script type="application/ld+json">{"@type": "Article", "datePublished": 1773044100000}</script>',
        """<meta name="parsely-page" content='{"author": "Bram Oakes", "pub_date": "2026-03-09T08:15:00Z"}'>""",
        '<link rel="canonical" href="https://quernpost.example/2026/03/09/weir">',
    ],
)
def test_more_places_state_the_date(meta: str) -> None:
    assert str(html(meta=meta).published)[:10] == "2026-03-09"


@pytest.mark.parametrize(
    ("article", "day"),
    [
        (text("By Bram Oakes\nPosted: 03/09/2026 7:12 am EST"), "2026-03-09"),
        (text("By Bram Oakes\nPosted: 03/09/2026 7:12 am GMT"), "2026-09-03"),
        (text("By Bram Oakes\n03/09/2026", "Most read\nRope mended\n02/27/2026\nFerry late\n02/18/2026"), "2026-03-09"),
        (html(head="<p>By Bram Oakes</p><p>03/09/2026</p>", language="en-US"), "2026-03-09"),
        (html(head="<p>Von Bram Oakes</p><p>03/09/2026</p>", language="de"), "2026-09-03"),
        (html(head="<p>By Bram Oakes</p><p>03/09/2026</p>", url="https://q.example/2026/03/09/weir"), "2026-03-09"),
    ],
)
def test_zone_language_address_and_other_dates_tell_day_from_month(article: Article, day: str) -> None:
    assert str(article.published)[:10] == day


def test_what_a_time_element_states_outranks_its_text() -> None:
    head = '<div>Bram Oakes</div><div class="x1"><time datetime="2026-03-09T10:00:00-04:00">3/9/26 10:00AM</time></div>'
    assert str(html(head=head).published) == "2026-03-09 10:00:00-04:00"


@pytest.mark.parametrize(
    "head", ["By Bram Oakes • 16 hours ago", "Von Bram Oakes\nvor 3 Stunden", "Por Bram Oakes\nhace 2 horas", "8h"]
)
def test_an_age_alone_is_no_date_and_those_of_teasers_are_not_taken(head: str) -> None:
    foot = "Related\n\nRope mended\nBy Ines Fell • Jul 27, 2024\n\nFerry late\nBy Tom Arden • Feb 18, 2024"
    assert text(head, foot).published is None


def test_embedded_posts_and_registrations_are_no_date() -> None:
    post = "— Quernmouth River Board (@quernboard) March 6, 2026"
    registration = "Quern Post, registered as a newspaper under number 03247 on 2 April 1999 by the county court."
    assert text("By Bram Oakes\nUpdated 21 minutes ago", f"{post}\n\n{registration}").published is None


@pytest.mark.parametrize(
    ("line", "day"),
    [("Quern PostMarch 9, 2026", "2026-03-09"), ("Diário do Sal9 de março de 2026", "2026-03-09")],
)
def test_a_date_glued_to_the_outlet_is_read(line: str, day: str) -> None:
    assert str(text(f"Bram Oakes\n{line}").published) == day


@pytest.mark.parametrize(
    "line",
    [
        "2026-03-05 09:12 来源：石桥日报 作者：陆文清",
        "来源：石桥日报 记者：陆文清 2026-03-05",
        "2026年3月5日 石桥日报 记者 陆文清",
    ],
)
def test_a_word_for_the_writer_may_stand_inside_a_line(line: str) -> None:
    paragraphs = (
        "石桥镇的水闸将在星期五打开，这是九年来的第一次，河道管理处星期一这样说。",
        "潜水员在秋天检查过闸门，发现螺栓像新的一样，他们在水下工作了三天。",
        "闸下的水位会上升一个手掌的高度，对划船的人够了，对磨坊还太少。",
    )
    told = "".join(f"<p>{paragraph}</p>" for paragraph in paragraphs)
    article = clean_html(
        '<html lang="zh"><head><title>石桥水闸九年来首次打开_石桥日报</title></head><body><div><a href="/">首页</a> '
        f'<a href="/x">新闻</a></div><h1>石桥水闸九年来首次打开</h1><div>{line}</div><div>{told}</div>'
        "<div>责任编辑：吴晓</div></body></html>"
    )
    assert article.byline == "陆文清"
    assert article.paragraphs == paragraphs


def test_the_outlet_behind_a_headline_is_cut_off() -> None:
    title, prose = "Ferry to Corran stops for the winter", "The only ferry to Corran will not sail before March. " * 8
    for bar in (" | ", " - ", " – "):
        head = '<meta property="og:site_name" content="The Skerry Observer">'
        body = f"<h1>{title}{bar}Skerry Observer</h1><p>{prose}</p><p>{prose}It is old.</p>"
        article = clean_html(f"<html><head>{head}</head><body>{body}</body></html>")
        assert (article.headline, article.publisher) == (title, "The Skerry Observer")


def test_the_day_until_which_a_film_may_be_seen_is_not_that_of_the_page() -> None:
    film = "02:57 min. Available until 06.05.2026."
    assert str(text(f"{film}\n22.04.2026, 06:00").published) == "2026-04-22 06:00:00"
    assert text(f"By Bram Oakes\n{film}").published is None


def closed(places: str) -> str:
    """Paragraphs of a story, one for each place."""
    return "\n\n".join(
        f"The {place} of Quernmouth was closed for {number} weeks last winter, and Orla Dunmere said that nobody in "
        f"town had thought the {place} would open again before the summer fair."
        for number, place in enumerate(places.split(), 3)
    )


PLACES = "council school mill harbour library market church bakery garden bridge station theatre"
OTHER_PLACES = "chapel ferry quarry orchard tannery armoury brewery forge dairy granary stable cellar"


def test_the_day_in_a_caption_is_not_that_of_the_page() -> None:
    caption = (
        "Candidate Orla Dunmere greets supporters at a town hall with former member Bram Oakes in the old mill of "
        "Quernmouth, Thursday, Aug. 7, 2025, in Quernmouth. (Photo/Tarn Kell)"
    )
    assert clean_text(f"Quern Post\nNews\n\n{HEADLINE}\n1 of 2\n{caption}\nMore\n\n{closed(PLACES)}").published is None


def test_the_day_of_a_teaser_inside_the_story_is_not_that_of_the_page() -> None:
    teaser = "How the weir was built\n23. 12. 2024 13:31"
    head = f"Quern Post\nNews\n\n{HEADLINE}\nBy Bram Oakes"
    assert clean_text(f"{head}\n\n{closed(PLACES)}\n\n{teaser}\n\n{closed(OTHER_PLACES)}").published is None
    updated = clean_text(f"{head}\n\n{closed(PLACES)}\n\nUpdated 23. 12. 2024 13:31\n\n{closed(OTHER_PLACES)}")
    assert str(updated.published) == "2024-12-23 13:31:00"


@pytest.mark.parametrize("letter", ["Quernmouth Weir Economics", "The Weir in the 21st Century Podcast"])
@pytest.mark.parametrize("sign_in", ["SubscribeSign in", "Sign in"])
def test_the_name_of_a_newsletter_over_the_line_to_sign_in_is_no_headline(letter: str, sign_in: str) -> None:
    told = "What is once opened cannot be closed again"
    page = f"{letter}\n{sign_in}\n{told}\nWhat the divers saw\nOrla Dunmere\nMar 9, 2026\n12\nShare"
    assert clean_text("\n\n".join((page, *BODY))).headline == told
