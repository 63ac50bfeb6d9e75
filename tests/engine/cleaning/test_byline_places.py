"""Where authors are named beside a headline, and who only looks like one."""

import re

import pytest

from storyreader.cleaning import clean_html, clean_text

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


@pytest.mark.parametrize(
    "author", ["No Author", "Wrack Holding www.wrack-holding.example", "Marketing", "(Image: Zeb Molloy)"]
)
def test_a_name_of_nobody_is_no_byline(author: str) -> None:
    assert clean_html(_page("", head=f"<meta name='author' content='{author}'>")).byline is None


def test_the_name_of_the_site_is_no_headline() -> None:
    site = "<meta property='og:site_name' content='The Wrack Post'>"
    article = clean_html(
        _page("", head=site, above="<h1>The Wrack Post</h1>").replace(f"<h1>{_HEAD}</h1>", f"<h2>{_HEAD}</h2>")
    )
    assert article.headline == _HEAD


_SENTENCES = tuple(re.findall(r"<p>(.*?)</p>", _TEXT))


def _dump(beside: str, *, above: str = "", below: str = "") -> str:
    """The page as it is copied: menu, headline, what stands beside it, the text, what stands below."""
    menu = "The Wrack Post\nNews\nSport\nWeather\nSubscribe"
    return "\n\n".join(part for part in (menu, above, _HEAD, beside, *_SENTENCES, below, "Privacy\nImprint") if part)


@pytest.mark.parametrize(
    ("beside", "byline"),
    [
        ("By\nOrla Pennick\n4 May 2026", "Orla Pennick"),
        ("Written by:\nOrla - Product marketer\n4 May 2026", "Orla"),
        ("Kommentar von\nOrla Pennick\nRedakteurin für Mühlen", "Orla Pennick"),
        ("Posted by WrackSelect on Monday, 4 May 2026", "WrackSelect"),
        ("von wrack-it Team Veröffentlicht am 4. Mai 2026", "wrack-it Team"),
        ("Guide by Orla Pennick Former Deputy Tech Editor\nUpdated 4 May 2026", "Orla Pennick"),
        ("Orla von Pennick\n4. Mai 2026", "Orla von Pennick"),
        ("Von Orla Pennick/dpa\n4. Mai 2026", "Orla Pennick"),
        ("Orla Pennick and Ivo Dray\nThursday 6.40am", "Orla Pennick, Ivo Dray"),
        ("The Wrack Post | By Orla Pennick\nPosted 05/04/2026 5:12 PM EST", "Orla Pennick"),
        ("By Orla Pennick ● 4 May 2026 ● 6 min read", "Orla Pennick"),
    ],
)
def test_the_author_beside_the_headline_of_a_dump(beside: str, byline: str) -> None:
    assert clean_text(_dump(beside)).byline == byline


def test_behind_a_long_menu_the_author_is_found() -> None:
    menu = "\n".join(f"Zeb Molloy {chr(65 + number % 26)}. Harbour" for number in range(100))
    assert clean_text(_dump("By Orla Pennick\n4 May 2026", above=menu)).byline == "Orla Pennick"


def test_the_author_below_the_headline_counts_more_than_one_in_a_box() -> None:
    box = "\n".join(f"By Zeb Molloy\nEel prices fall in town {number}\n{number} May 2026" for number in range(1, 6))
    assert clean_text(_dump("By Orla Pennick\n4 May 2026", below=f"Share\n{box}")).byline == "Orla Pennick"


def test_the_author_with_an_age_counts_more_than_those_of_dated_teasers() -> None:
    teasers = "\n".join(f"Eel prices fall in town {number}\nBy Zeb Molloy · {number} May 2026" for number in (1, 2, 3))
    dump = _dump("By Orla Pennick · 5 hours ago", below=f"Read on\n{teasers}")
    assert clean_text(dump).byline == "Orla Pennick"


def test_names_between_headline_and_date_need_no_word_for_by() -> None:
    line = "<div><a href='/by/op'>Orla Pennick</a></div><div><time datetime='2026-05-04'>05/04/26 2:45PM</time></div>"
    assert clean_html(_page(line)).byline == "Orla Pennick"


def test_a_stated_author_told_again_above_the_story_is_no_paragraph() -> None:
    data = '<script type="application/ld+json">{"@type":"NewsArticle","author":{"name":"Orla Pennick"}}</script>'
    article = clean_html(_page("<p>Orla Pennick</p>", head=data))
    assert (article.byline, article.paragraphs) == ("Orla Pennick", _SENTENCES)


def test_a_name_in_brackets_behind_the_last_sentence_signs_it() -> None:
    told = (
        "三年前に閉校した北浜町の東小学校が、十二月から町の図書館として使われることになった。",
        "木造二階建ての校舎は昭和二十八年に建てられた。黒板や下駄箱はそのまま残し、教室の壁を抜いて書架を置く。",
        "改修の費用はおよそ一億四千万円。雨漏りが見つかったため、開館は当初の予定より二か月遅れた。",
        "開館の日には、最後の卒業生十一人が集まり、校歌を歌うことになっている。",
    )
    page = "<html lang=ja><body><h1>閉校の小学校、図書館に生まれ変わる</h1>{}{}</p></body></html>"
    body = "</p>".join(f"<p>{text}" for text in told)
    signed, unsigned = (clean_html(page.format(body, end)) for end in ("【杉浦美咲】", "（敬称略）"))
    assert (signed.byline, signed.paragraphs[-1]) == ("杉浦美咲", told[-1])
    assert unsigned.byline is None


def test_an_author_among_comments_in_another_language_is_none() -> None:
    box = "<div class='comentarios'><div><span class='author'>Zeb Molloy</span><p>Muy bien hecho.</p></div></div>"
    assert clean_html(_page("", below=box)).byline is None


def test_a_word_for_by_below_the_story_is_enough_where_nobody_else_is_named() -> None:
    assert clean_text(_dump("4 May 2026", below="Share\nPrint\nText: Orla Pennick\nComments")).byline == "Orla Pennick"


def test_the_owner_of_a_site_may_sign_it() -> None:
    page = _dump("Orla Pennick\nMay 4, 2026\nShare", below="© 2026 Orla Pennick · Privacy · Terms").replace(
        "The Wrack Post\n", ""
    )
    assert clean_text(page).byline == "Orla Pennick"


@pytest.mark.parametrize(
    "beside",
    [
        "4 May 2026\nZeb Molloy/dpa",
        "4 May 2026\nPhoto: Zeb Molloy, AP",
        "by\nto\n4 May 2026",
        "4 May 2026\nBy Category",
        "4 May 2026\n5 von 5 Sternen",
    ],
)
def test_a_credit_a_form_and_a_menu_name_nobody(beside: str) -> None:
    assert clean_text(_dump(beside)).byline is None


_HOUSE = '{"@type": "Organization", "name": "Rede Wrack"}'
_LINKED = f'{{"@type": "NewsArticle", "author": {_HOUSE}, "publisher": {_HOUSE}}}'
_TOLD = re.findall("<p>(.*?)</p>", _TEXT)


def _signed(above: str, *, end: str = "") -> str:
    return f"The Wrack Post\nNews\nSport\n\n{above}\n\n" + "\n\n".join((*_TOLD, end))


@pytest.mark.parametrize(
    ("page", "byline"),
    [
        (_signed(f"{_HEAD}\nPor Orla Pennick — Porto Real\n4 May 2026"), "Orla Pennick"),
        (_signed(f"Eine Kolumne von Orla Pennick\n{_HEAD}\n4 May 2026"), "Orla Pennick"),
        (_signed(f"{_HEAD}\nORLA PENNICK\nENVIADA ESPECIAL A PORTO REAL\n4 May 2026"), "ORLA PENNICK"),
        (
            _signed(
                f"{_HEAD}\nCheck the tide table Orla Pennick likes\n4 May 2026",
                end="Orla Pennick ist Redakteurin im Feuilleton und schreibt jeden Sonntag über Mühlen.",
            ),
            None,
        ),
    ],
    ids=["before a place", "a column by", "over her role", "inside another line"],
)
def test_names_in_dumps(page: str, byline: str | None) -> None:
    assert clean_text(page).byline == byline


def test_who_can_be_reached_at_the_end_wrote_it() -> None:
    beside = (
        "<div class='x'><div><a href='/staff'>Orla Pennick</a></div><div>The Wrack Post</div></div><p>4 May 2026</p>"
    )
    note = "<p><em>Reach reporter Orla Pennick at orla@wrackpost.example or at the mill.</em></p>"
    assert clean_html(_page(beside).replace("</article>", f"{note}</article>")).byline == "Orla Pennick"


@pytest.mark.parametrize(
    ("page", "byline"),
    [
        (_signed(f"{_HEAD}\nOrla Pennick\nJournalist\nIvo Dray\nJournalist\n4 May 2026"), "Orla Pennick, Ivo Dray"),
        (_signed(f"{_HEAD}\n4 May 2026", end="Publicat de Orla Pennick la 18:30"), "Orla Pennick"),
        (
            _signed(f"{_HEAD}\nThree goals in the rain\nOrla Pennick at Quarry Lane\nMon 4 May 2026 17.24 GMT"),
            "Orla Pennick",
        ),
    ],
    ids=["two over their roles", "a blog's line in Romanian", "at a ground"],
)
def test_how_dumps_sign(page: str, byline: str) -> None:
    assert clean_text(page).byline == byline


@pytest.mark.parametrize(
    ("head", "beside", "byline"),
    [
        (
            f"<script type='application/ld+json'>{_LINKED}</script>",
            "<p class='from'>Por <strong>Orla Pennick</strong>, Rede Wrack — Santarelo</p>",
            "Orla Pennick",
        ),
        (
            "<meta name='author' content='Super User'>",
            "<dd class='createdby'>Scritto da <span itemprop='name'>Orla Pennick</span></dd>",
            "Orla Pennick",
        ),
        (
            "",
            "<div class='Byline'><span>By <a>Orla Pennick</a> and <a>Ivo Dray</a></span><a>Far North Wake Up</a></div>",
            "Orla Pennick, Ivo Dray",
        ),
    ],
    ids=["the data names the house", "an account of the system", "a link glued to the second name"],
)
def test_the_person_that_the_page_shows(head: str, beside: str, byline: str) -> None:
    assert clean_html(_page(beside, head=head)).byline == byline


def test_a_name_in_brackets_below_a_japanese_story_signs_it() -> None:
    told = (
        "久礼村の古い水車が土曜日、六十年ぶりに回った。村の有志が冬ごとに一本ずつ、四十本の歯を樫から削り出した。",
        "最初の粉は、地下室を貸したパン屋に渡された。保存会の会長は「音がするまで信じられなかった」と話した。",
        "粉を売ってよいかどうかは、秋の村議会で決まる。見学は毎週日曜の午前十時から午後三時まで。",
    )
    body = "".join(f"<p>{text}</p>" for text in (*told, "(浜田さくら)"))
    page = (
        f"<html lang=ja><body><article><h1>水車、六十年ぶりに回る</h1><p>2026年5月4日</p>{body}</article></body></html>"
    )
    article = clean_html(page)
    assert article.byline == "浜田さくら"
    assert article.paragraphs == told
