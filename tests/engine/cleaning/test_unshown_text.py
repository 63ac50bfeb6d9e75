"""Articles that a saved page does not show: in boxes that scripts would have moved, in hidden markup, in its data."""

import json

import pytest

from storyreader.cleaning import clean_html, clean_text
from storyreader.cleaning.data_bodies import is_prose, paragraphs
from storyreader.cleaning.fields.no_article import NO_ARTICLE, ONLY_APPEALS, ONLY_CONSENT, ONLY_TEASERS
from storyreader.cleaning.second_look import FROM_DATA

from .pages_told import BRIDGE_BODY

_LEAD = (
    "Der alte Fährmann von Hollerwerder hat am Freitag zum letzten Mal übergesetzt, nach 41 Jahren auf demselben Kahn.",
    "Dabei waren acht Fahrgäste, zwei Ziegen und der Bürgermeister, der seine Rede im Wind abbrechen musste.",
    "Von Montag an fährt eine elektrische Fähre, die doppelt so viele Menschen trägt und keine Ziegen befördern darf.",
    "„Ich wollte nie drüben sein, nur auf dem Wasser“, sagte Harm Tietjen, der nun Bienen züchten will.",
)
_HEAD = "Der letzte Fährmann von Hollerwerder hört auf"
_TEXT = "".join(f"<p>{text}</p>" for text in _LEAD)
_MENU = "<header><a href='/'>Werder Kurier</a><nav><a href='/p'>Politik</a> <a href='/s'>Sport</a></nav></header>"
_FOOT = "<footer><a href='/i'>Impressum</a><p>© 2026 Werder Kurier</p></footer>"


def _page(inside: str, below: str = "") -> str:
    title = f"<title>{_HEAD} | Werder Kurier</title>"
    return f"<html lang='de'><head>{title}</head><body>{_MENU}<main>{inside}</main>{_FOOT}{below}</body></html>"


_STATE = {"page": {"id": 7, "article": {"title": _HEAD, "body": [{"type": "p", "text": text} for text in _LEAD]}}}
_ROW = "5:" + json.dumps(["$", "div", None, {"html": _TEXT}])
_STREAM = "".join(f"<script>self.__next_f.push([1,{json.dumps(part)}])</script>" for part in (_ROW[:200], _ROW[200:]))


@pytest.mark.parametrize(
    "page",
    [
        _page(
            "<template id='B:0'></template><p>Lädt …</p>",
            f"<div hidden id='S:0'><article><h1>{_HEAD}</h1>{_TEXT}</article></div>",
        ),
        _page(
            "<template id='B:1'></template><div hidden id='S:1'><div><template id='P:2'></template></div></div>",
            f"<div hidden id='S:2'><h1>{_HEAD}</h1>{_TEXT}</div>",
        ),
        _page(f"<kurier-text><template shadowrootmode='open'><h1>{_HEAD}</h1>{_TEXT}</template></kurier-text>"),
        _page(f"<h1>{_HEAD}</h1><div id='story' style='display: none'>{_TEXT}</div>"),
        _page(f"<h1>{_HEAD}</h1><noscript><div class='text'>{_TEXT}</div></noscript>"),
    ],
    ids=["streamed", "streamed in parts", "shadow tree", "hidden", "without scripts"],
)
def test_markup_that_waits_to_be_shown(page: str) -> None:
    article = clean_html(page)
    assert article.paragraphs == _LEAD
    assert article.headline == _HEAD


@pytest.mark.parametrize(
    "script",
    [
        f"<script id='__NEXT_DATA__' type='application/json'>{json.dumps(_STATE)}</script>",
        f"<script>window.__STATE__ = {json.dumps(_STATE, ensure_ascii=False)}; start()</script>",
        _STREAM,
        "<script type='application/ld+json'>"
        + json.dumps({"@type": "NewsArticle", "headline": _HEAD, "articleBody": "\n\n".join(_LEAD)})
        + "</script>",
    ],
    ids=["state as JSON", "state in a script", "stream", "JSON-LD"],
)
def test_an_article_in_the_data_of_its_page(script: str) -> None:
    article = clean_html(_page(f"<h1>{_HEAD}</h1><p>Bitte warten …</p>", script))
    assert article.paragraphs == _LEAD
    assert FROM_DATA in article.warnings


def test_data_that_tells_of_something_else_is_no_body() -> None:
    other = {"teaser": list(BRIDGE_BODY)}
    article = clean_html(_page(f"<h1>{_HEAD}</h1>", f"<script>window.x = {json.dumps(other)}</script>"))
    assert article.paragraphs == ()
    assert NO_ARTICLE in article.warnings


def test_a_body_that_is_shown_stays_as_it_is() -> None:
    hidden = "<div hidden><p>Die Fotos von der letzten Fahrt des Fährmanns zeigen wir morgen im Kurier.</p></div>"
    article = clean_html(_page(f"<h1>{_HEAD}</h1>{_TEXT}{hidden}"))
    assert article.paragraphs == _LEAD
    assert not article.warnings


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("One line.\n\nAnother &amp; more.", ["One line.", "Another & more."]),
        ("<p>One <b>line</b>.</p><p>Another.</p>", ["One line.", "Another."]),
        ("&lt;p&gt;One line.&lt;/p&gt;&lt;p&gt;Another.&lt;/p&gt;", ["One line.", "Another."]),
    ],
)
def test_paragraphs_of_a_string(text: str, parts: list[str]) -> None:
    assert paragraphs(text) == parts


@pytest.mark.parametrize(
    ("text", "prose"),
    [
        ("Eight plain words and a full stop end here.", True),
        ("県は十二日、川沿いの古い水門を来年三月までに取り壊すと発表した。", True),
        ("https://cdn.example/a/b/c.js?version=1.2.3&more=yes", False),
        ("function(a){return a.b()} and so on. It is code, though it has words.", False),
    ],
)
def test_prose_among_strings(text: str, prose: bool) -> None:
    assert is_prose(text) is prose


_WALLS = [
    "Wir und unsere Partner verwenden Cookies, um Ihnen personalisierte Werbung zu zeigen. Das können Sie ablehnen.",
    "Utilizamos cookies propias y de terceros para medir la audiencia y mostrarle publicidad personalizada.",
    "Wir verwenden Cookies, um Inhalte zu personalisieren, soziale Medien anzubieten und Zugriffe auf uns zu messen.",
    "Nous et nos partenaires utilisons des cookies pour vous proposer des publicités personnalisées. Acceptez-vous ?",
    "当サイトでは、アクセス解析のためにクッキーを使用し、第三者と情報を共有することがあります。設定は変更できます。",
]


def test_all_of_a_dialog_goes_whatever_it_speaks_of() -> None:
    other = "Turning this off does not take advertisements away. You will need to repeat the choice in every browser."
    told = "".join(f"<p>{paragraph}</p>" for paragraph in BRIDGE_BODY)
    page = f"<body><div role=dialog><h2>Choices</h2><p>{_WALLS[0]}</p><p>{other}</p></div><h1>Ferry</h1>{told}</body>"
    assert clean_html(f"<html>{page}</html>").paragraphs == BRIDGE_BODY


@pytest.mark.parametrize(
    "wall",
    [
        (
            "Werder Media and its partners place cookies on your device. Some are needed for our website to work.",
            "With your permission we also use cookies that follow what you read here and on other websites.",
            "By choosing accept you give us permission for these cookies. You can change your mind at any time.",
        ),
        (
            "We and our 200 partners store information on your device, such as cookies, for personalised advertising.",
            "With your permission we may use precise geolocation data and identification through device scanning.",
            "You may click to consent to our and our partners' processing, or refuse to consent by subscribing.",
        ),
    ],
)
def test_a_wall_of_several_paragraphs_is_no_article(wall: tuple[str, ...]) -> None:
    page = "<html><body><h1>Your choice about cookies</h1>{}</body></html>"
    assert clean_html(page.format("".join(f"<p>{text}</p>" for text in wall))).paragraphs == ()


@pytest.mark.parametrize("wall", _WALLS)
def test_a_question_for_consent_is_no_article(wall: str) -> None:
    page = f"<html><head><title>Cookies | Werder Kurier</title></head><body><h1>Cookies</h1><p>{wall}</p></body></html>"
    article = clean_html(page)
    assert article.paragraphs == ()
    assert article.headline is None
    assert article.publisher == "Werder Kurier"
    assert ONLY_CONSENT in article.warnings


@pytest.mark.parametrize("wall", _WALLS)
def test_a_question_for_consent_above_an_article_goes(wall: str) -> None:
    article = clean_html(_page(f"<div><h2>Cookies</h2><p>{wall}</p></div><h1>{_HEAD}</h1>{_TEXT}"))
    assert article.paragraphs == _LEAD


def _paragraphs_below(title: str, body: tuple[str, ...]) -> tuple[str, ...]:
    text = "".join(f"<p>{paragraph}</p>" for paragraph in body)
    page = f"<html><head><title>{title}</title></head><body>{_MENU}<main><h1>{title}</h1>{text}</main></body></html>"
    return clean_html(page).paragraphs


def test_an_article_about_consent_is_one() -> None:
    body = (
        "Seit Montag müssen Websites für Cookies um eine Einwilligung bitten, die auch abgelehnt werden kann.",
        "Das entschied das Oberlandesgericht in Wesermünde im Streit um personalisierte Werbung einer Wetterseite.",
        "„Wir prüfen, ob wir unsere Partner und ihre Cookies anders fragen“, sagte ein Sprecher der Wetterseite.",
        "Verbraucherschützer hatten geklagt, weil der Knopf zum Ablehnen der Cookies in grauer Schrift auf Grau stand.",
    )
    assert _paragraphs_below("Gericht verlangt gleich große Knöpfe", body) == body


def test_advice_about_trackers_among_a_story_is_told() -> None:
    body = (
        "I have never held an account with the map service, and it knows where I buy my bread all the same.",
        "You may have opted out of every network there is; a neighbour's telephone book is enough to list you.",
        "Privacy of this sort is no private affair, since what I give away is mostly about other people.",
        "You can tell your browser to send no third-party cookies at all, which keeps the settings of others out.",
        "Some firms let you opt out of targeted ads in one place, but your browser must hold their cookies for it.",
        "Nobody told me how long such a consent lasts, and the three firms that I wrote to did not know either.",
        "We will have to write the law anew, and the town council of Quernmouth wants to begin with the buses.",
    )
    assert _paragraphs_below("The map that knows my bread", body) == body


def test_a_dialog_on_top_of_a_dump_does_not_hide_the_headline() -> None:
    dump = f"{_WALLS[0]}\n\nAlle akzeptieren\nAblehnen\n\nWerder Kurier\nPolitik\nSport\n\n{_HEAD}\n10. März 2026\n\n"
    article = clean_text(dump + "\n\n".join(_LEAD) + "\n\nTeilen\n© 2026 Werder Kurier\n")
    assert (article.headline, article.paragraphs) == (_HEAD, _LEAD)


def test_a_login_is_no_article() -> None:
    asks = "<p>Melden Sie sich an, um diesen Artikel zu lesen. Mit Ihrem Konto lesen Sie drei Artikel im Monat.</p>"
    page = f"<html><head><title>Anmelden | Werder Kurier</title></head><body><h1>Anmelden</h1>{asks}</body></html>"
    article = clean_html(page)
    assert (article.paragraphs, article.headline, article.warnings) == ((), None, (ONLY_APPEALS,))


def test_a_front_page_is_no_article() -> None:
    told = zip(("Fähre", "Ziegen", "Bienen", "Wind", "Rede", "Kahn"), (*_LEAD, *_LEAD[:2]), strict=True)
    teasers = [f"<div><h2><a href='/{word}'>Neues über {word}</a></h2><p>{text}</p></div>" for word, text in told]
    head = "<title>Werder Kurier - Nachrichten</title>"
    page = f"<html><head>{head}</head><body>{_MENU}{''.join(teasers)}{_FOOT}</body></html>"
    article = clean_html(page)
    assert article.paragraphs == ()
    assert {ONLY_TEASERS, NO_ARTICLE} & set(article.warnings)
