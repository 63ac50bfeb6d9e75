"""Boxes of markup around and inside a story: dialogs, offers, pull quotes, further stories, tables in paragraphs."""

import pytest

from storyreader.cleaning import clean_html

from .pages_told import BRIDGE_BODY

_TITLE = "Quernmouth rail bridge to close for good"
_MIDDLE = 2


def _page(*, before: str = "", inside: str = "", below: str = "", lang: str = "en") -> str:
    told = [f"<p class='para'>{text}</p>" for text in BRIDGE_BODY]
    body = "".join((*told[:_MIDDLE], inside, *told[_MIDDLE:]))
    return (
        f"<html lang={lang}><head><title>{_TITLE} | The Quern Post</title></head><body>{before}<main><article>"
        f"<h1>{_TITLE}</h1><p class='by'>By Bram Oakes</p><time>9 March 2026</time><div class='body'>{body}</div>"
        f"</article>{below}</main><footer><p>The Quern Post</p></footer></body></html>"
    )


@pytest.mark.parametrize("opening", ["<dialog open>", "<section role='dialog'>", "<div aria-modal='true'>"])
def test_a_dialog_over_the_page_is_no_story(opening: str) -> None:
    asked = "This site and those it works with store small files in your browser to count visits and to sell space."
    closing = f"</{opening[1:].partition(' ')[0].rstrip('>')}>"
    box = f"{opening}<h2>Your choices</h2><p>{asked}</p><p>You can change them at the foot of the page.</p>{closing}"
    assert clean_html(_page(before=box)).paragraphs == BRIDGE_BODY


def test_a_dialog_that_holds_the_article_is_the_page() -> None:
    page = _page().replace("<body>", "<body><div role='dialog'>").replace("</body>", "</div></body>")
    assert clean_html(page).paragraphs == BRIDGE_BODY


MEMBERS = """<section data-component='newsletter-signup'><h2>Support local news</h2>
<p class='para'>Our reporters sit in the meetings so that you do not have to. From two pounds a month you keep them
there.</p><button>Join</button></section>"""
APP = """<div class='abo-box'><h4>Nichts mehr verpassen</h4>
<p class='para'>Mit unserer App kommen die wichtigsten Meldungen direkt auf Ihr Telefon.</p>
<a href='#'>App laden</a></div>"""
PASS = """<div class='b-promo'><h2>Read on with the digital pass</h2>
<p class='para'>Try every story for four weeks at one pound.</p></div>"""


@pytest.mark.parametrize("box", [MEMBERS, APP, PASS])
def test_a_box_with_an_offer_is_no_paragraph(box: str) -> None:
    assert clean_html(_page(inside=box)).paragraphs == BRIDGE_BODY


def test_a_part_of_the_story_is_no_offer_for_its_name() -> None:
    told = "The ferry firm has put its timetable into an app, which passengers tried for the first time on Sunday."
    page = _page(inside=f"<div class='app'><p class='para'>{told}</p></div>")
    assert told in clean_html(page).paragraphs


@pytest.mark.parametrize("marks", ["", "“”"])
def test_a_short_pull_quote_in_a_dress_of_its_own_is_told_once(marks: str) -> None:
    words = " ".join(BRIDGE_BODY[_MIDDLE].split()[:6]).rstrip(",")
    quote = f"{marks[:1]}{words}{marks[1:]}"
    assert clean_html(_page(inside=f"<div class='pulled'><p class='copy'>{quote}</p></div>")).paragraphs == BRIDGE_BODY


def test_a_further_story_below_a_heading_of_the_first_level_is_another_s() -> None:
    told = (
        "A court in Vell ordered a gardener to plant 22 planes that he had felled in the churchyard by mistake.",
        "He was meant to work in a street of the same name, where three trees had been ill since the dry summer.",
        "The judge found that a professional should have wondered about graves in a car park; his lawyer spoke of fog.",
    )
    below = (
        "<aside><h2>Most read</h2><ol><li><a href='#'>A choir looks for basses</a></li></ol></aside>"
        "<div class='next'><span>Read on</span><h1>Planes felled in the wrong churchyard of Vell</h1>"
        "<div>By Una Voss</div><div>Published 6 March 2026 at 19:30</div>"
        f"<article>{''.join(f'<p>{text}</p>' for text in told)}</article></div>"
    )
    assert clean_html(_page(below=below)).paragraphs == BRIDGE_BODY


def test_a_table_whose_cells_hold_paragraphs_is_told_in_rows() -> None:
    rows = "".join(
        f"<tr><td><p>{name}</p></td><td><p>{count}</p></td></tr>"
        for name, count in (("Tarn", "71,840"), ("Vell", "58,110"), ("Orn", "43,620"))
    )
    table = f"<table><thead><tr><th>Bridge</th><th>Trains</th></tr></thead><tbody>{rows}</tbody></table>"
    told = " ".join(clean_html(_page(inside=table)).paragraphs).split()
    assert "Tarn 71,840" in " ".join(told)
    assert "Orn 43,620" in " ".join(told)


def test_a_wall_of_an_offer_without_tracking_holds_no_article() -> None:
    page = """<html lang=de><head><title>Zustimmung | Quern Tageblatt</title></head><body>
<h1>Weiterlesen mit Werbung oder im Pur-Abo</h1><div><h2>Mit Werbung weiterlesen</h2>
<p>Besuchen Sie unsere Seite wie gewohnt mit Werbung und üblichem Tracking.
Die Zustimmung ist jederzeit widerrufbar.</p>
<button>Weiter</button></div><div><h2>Pur-Abo</h2>
<p>Nutzen Sie unser Angebot ohne Werbetracking und ohne Banner für nur 0,99 Euro pro Woche.</p></div>
<section><h3>Was bedeutet Tracking?</h3><p>Über auf Ihrem Gerät gespeicherte Informationen, zum Beispiel Cookies, können
unsere bis zu 131 Partner Ihr Verhalten auf unserer Seite verfolgen.</p></section></body></html>"""
    article = clean_html(page)
    assert (article.paragraphs, article.headline) == ((), None)


ADDRESS = """<div class='mt-6 rounded'><p class='para'>The morning letter from the quays, by people who live there.</p>
<form><input placeholder='you@example.com'><button>Go</button></form></div>"""
POLL = """<div class='pollBox'><h3>Question of the day</h3><p class='para'>Have you ever missed the ferry?</p>
<label>Yes</label><label>No</label><button>Send</button></div>"""
LETTER = """<div class='v-nl'><p class='x'>Newsletter</p><p class='para'>The best of the harbour, each Friday</p>
<button>Sign me up</button></div>"""


@pytest.mark.parametrize("box", [ADDRESS, POLL, LETTER])
def test_a_box_that_asks_for_an_address_or_an_opinion_is_no_paragraph(box: str) -> None:
    assert clean_html(_page(inside=box)).paragraphs == BRIDGE_BODY


@pytest.mark.parametrize("heading", ["<h3>Gone in four minutes</h3>", "<p class='x'><b>Gone in four minutes</b></p>"])
def test_a_subheading_below_a_link_to_another_story_is_told(heading: str) -> None:
    link = "<div class='inline'><span>See also:</span> <a href='#'>The pilot whales are back in the bay</a></div>"
    article = clean_html(_page(inside=link + heading))
    assert article.paragraphs == (*BRIDGE_BODY[:_MIDDLE], "Gone in four minutes", *BRIDGE_BODY[_MIDDLE:])


def test_a_quotation_that_is_a_subheading_is_told_though_the_story_has_it_too() -> None:
    words = " ".join(BRIDGE_BODY[_MIDDLE].strip("“").split()[:6]).rstrip(",")
    article = clean_html(_page(inside=f"<h2>“{words}”</h2>"))
    assert f"“{words}”" in article.paragraphs


@pytest.mark.parametrize("label", ["Next story", "Volgend artikel", "Neste sak", "Siguiente noticia"])
@pytest.mark.parametrize("heading", ["h1", "h2"])
def test_a_label_opens_another_story(label: str, heading: str) -> None:
    other = (
        f"<section><div>{label}</div><article><{heading}>Oldest tortoise of the zoo gets a skateboard</{heading}>"
        "<div>Wes Tolber</div><div>8 March 2026, 4:58 p.m.</div>"
        "<p class='para'>Bernard, who is believed to be 112, has trouble with his left hind leg.</p>"
        "<p class='para'>Keepers say that he now outruns the peacocks.</p></article></section>"
    )
    article = clean_html(_page(below=other))
    assert article.paragraphs == BRIDGE_BODY
    assert str(article.published) == "2026-03-09"
