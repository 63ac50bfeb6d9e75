"""The outlet of a dump is the name for which most of the page's furniture speaks."""

import pytest

from storyreader.cleaning import clean_html, clean_text
from storyreader.cleaning.block_stats import shape_of
from storyreader.cleaning.draft import Block
from storyreader.cleaning.fields.copyright_holder import copyright_holders

from .pages_told import BRIDGE_BODY

_STORY = "Ferry replaces the old rail bridge\nBy Bram Oakes\n9 March 2026\n\n" + "\n\n".join(BRIDGE_BODY)


def _outlet(top: str, foot: str) -> str | None:
    return clean_text(f"{top}\n\n{_STORY}\n\n{foot}\n").publisher


@pytest.mark.parametrize(
    ("line", "holder"),
    [
        ("Copyright 2026 水门晨报 版权所有", ("水门晨报", False)),
        ("Curiosities of Quern © 2026. All rights reserved.", ("Curiosities of Quern", False)),
        ('כל הזכויות שמורות לקול הגשר בע"מ', ("קול הגשר", True)),
        ("© 2026 Ediciones Quern S.L.", ("Ediciones Quern", True)),
        ("ⓒ 해동일보 무단 전재 및 재배포 금지", ("해동일보", False)),
    ],
)
def test_who_holds_the_rights_and_whether_it_is_a_company(line: str, holder: tuple[str, bool] | None) -> None:
    assert next(copyright_holders([Block(line, (1,), (line,), 1, shape_of(line))]), None) == holder


@pytest.mark.parametrize(
    ("foot", "outlet"),
    [
        ("About Quern Now\nFollow Quern Now\nContact us", "Quern Now"),
        ("Quern Now app\nQuern Now Shop\nJobs\nPrivacy", "Quern Now"),
        ("Über QUERN\nQUERN Abo\nQUERN Stellenmarkt", "QUERN"),
        ("Quern Now logo\nSubscribe to Quern Now and Evening Quern\n© 2026 Dunmere & Daughters Holdings", "Quern Now"),
        ("Careers\nQuern Harbour Bulletin app\nPrivacy", "Quern Harbour Bulletin"),
        ("QUERN HARBOUR\nMore at www.quernharbour.net\nPrivacy", "Quern Harbour"),
        ("© 2026 Quern Post and affiliated companies", "Quern Post"),
        ("Visos teisės saugomos © 2026 Visos teisės saugomos", None),
        ("© 2026 Quern Post Powered by Pagewright", "Quern Post"),
        ("© 2026 Quern Post; All rights reserved", "Quern Post"),
        ("Сетевое издание «Кверн сегодня». Свидетельство о регистрации СМИ № 48213 от 2012 года", "Кверн сегодня"),
        ("© 2026 Quern Post / Dunmere Holdings", "Quern Post / Dunmere"),
        (
            "Privacy\nPrealpi di Quern, testata giornalistica registrata presso il Tribunale al n. 14",
            "Prealpi di Quern",
        ),
        ("Сетевое издание «Кверн» зарегистрировано 19 декабря 2011 г. Федеральной службой (№ 482)", "Кверн"),
    ],
)
def test_the_furniture_names_its_outlet(foot: str, outlet: str | None) -> None:
    assert _outlet("News\nSport", foot) == outlet


@pytest.mark.parametrize(
    "foot",
    [
        "Football newsletter\nTravel newsletter\nMoney podcasts",
        "Follow us\nFacebook\nInstagram app\nGoogle Play",
        "Maldon Cheese Shop",
        "Sign up for our Quern newsletter\nSign in with your app\nSign newsletter",
        "Fishing newsletter\nFishing app\nfishing is dear this year",
        "© 2026 Copyright",
        "© Powered by Pagewright",
        "© Ulla Brenn / Pictura",
        "editor@mailbox.org",
        "Dunmere wins again\nDunmere asks for a boat\nDunmere is late",
    ],
)
def test_sections_other_sites_and_subjects_are_no_outlets(foot: str) -> None:
    assert _outlet("News\nSport", foot) is None


@pytest.mark.parametrize("top", ["Home Blog", "Read the Blog", "Cookie Policy Blog", "Home Blog About"])
def test_a_menu_on_top_is_no_outlet(top: str) -> None:
    assert _outlet(top, "Contact us") is None


def test_words_that_the_page_writes_small_are_no_outlet() -> None:
    top = "Workplace Safety\nNews"
    assert _outlet(top, "© Workplace Safety pictures") == "Workplace Safety"
    assert _outlet(top, "Workplace Safety app\nAll about safety at the workplace") is None


def test_a_line_above_the_story_may_state_its_source() -> None:
    assert _outlet("首页\n2026-03-09 来源：水门晨报", "关于我们") == "水门晨报"


def test_a_single_offer_does_not_hide_the_mail_address() -> None:
    assert _outlet("News\nSport", "Join the best team in Maldon Harbour Talk! desk@quernpost.com") == "quernpost"


def test_a_name_with_one_capital_ends_the_title_bar() -> None:
    told = "".join(f"<p>{paragraph}</p>" for paragraph in BRIDGE_BODY)
    head = "Ferry replaces the bridge"
    page = f"<html><head><title>{head} | Quern today</title></head><body>{{}}<h1>{head}</h1>{told}</body></html>"
    links = "<a href='/n'>News</a> <a href='/s'>Sport</a></div>"
    assert clean_html(page.format(f"<div><a href='/'>Quern today</a> {links}")).publisher == "Quern today"
    assert clean_html(page.format(f"<div>{links}")).publisher is None


@pytest.mark.parametrize(
    ("top", "foot", "outlet"),
    [
        (
            "Log in\n\nOrnheimer Rundblick\n\nMenü\nLokal\nSport",
            "Impressum\n© Ornheimer Verlag 2026",
            "Ornheimer Rundblick",
        ),
        ("The Banneret - Back to home\nNews\nSport", "© 2026 Dunmere Holdings", "The Banneret"),
        ("STAGE MONTHLY\nFeatures\nReviews", "© 2026 Dunmere Holdings", "Stage Monthly"),
        (
            "El Faro de Orn\nOpinión\nDeportes",
            "© Copyright 2026 EL FARO S.A. | Todos los derechos reservados",
            "El Faro de Orn",
        ),
        ("Faro Libre\nOpinión\nDeportes", "© EDICIONES FARO LIBRE S.L. 2026", "Faro Libre"),
        ("Quern", "Copyright © 1999-2026 Kverni Hírlap Kiadó Kft. Minden jog fenntartva.", "Kverni Hírlap"),
    ],
    ids=[
        "its house",
        "its first page",
        "a word for a paper",
        "an article and a word",
        "within the house's name",
        "without the company's form",
    ],
)
def test_the_name_on_top_is_confirmed(top: str, foot: str, outlet: str) -> None:
    assert _outlet(top, foot) == outlet


def test_a_menus_glued_links_are_no_name() -> None:
    menu = "<div><a>Ornheim Post</a><a>News</a><a>Sport</a></div>"
    told = "".join(f"<p>{text}</p>" for text in BRIDGE_BODY)
    foot = "<footer>© 2026 Ornheim Media</footer>"
    page = f"<html><body>{menu}<h1>Ferry replaces the bridge</h1>{told}{foot}</body></html>"
    assert clean_html(page).publisher != "Ornheim PostNewsSport"


@pytest.mark.parametrize("confirmed", [True, False])
def test_the_name_on_the_logo_is_the_outlet_where_the_page_says_it_again(confirmed: bool) -> None:
    told = "".join(f"<p>{text}</p>" for text in BRIDGE_BODY)
    title = f"Ferry replaces the bridge{': Orntal-Kurier' if confirmed else ''}"
    logo = "<a href='/' class='brand'><img src='/a.svg' alt='Orntal-Kurier – Ihre Wochenzeitung'></a>"
    page = (
        f"<html><head><title>{title}</title></head><body>{logo}<h1>Ferry replaces the bridge</h1>{told}</body></html>"
    )
    assert (clean_html(page).publisher == "Orntal-Kurier") is confirmed


def test_links_glued_in_a_menu_are_no_outlet() -> None:
    told = "".join(f"<p>{text}</p>" for text in BRIDGE_BODY)
    menu = "<div><a>Je m'abonne</a><a>Mon compte</a><a>Le journal numérique</a></div>"
    page = f"<html lang=fr><body>{menu}<h1>Le bac de Quern</h1>{told}</body></html>"
    assert clean_html(page).publisher is None
