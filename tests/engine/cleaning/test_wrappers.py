"""What archives, readers, databases and printers put around a page goes, and what it says of the page is used."""

from datetime import UTC, date, datetime

import pytest

from storyreader.article import Article
from storyreader.cleaning import clean_html, clean_page, clean_text
from storyreader.loading import page_from_text

_TOLD = (
    "La barque du passeur a repris la traversée de la Sourde jeudi matin, après onze jours d'arrêt dus à la crue.",
    "Le passeur, Anselme Ruchot, a compté trente-deux passages avant midi, dont une mariée et deux chèvres.",
    "« On m'avait dit que la passerelle me tuerait », dit-il. Or la crue en a emporté une moitié, et la barque passe.",
    "La commune va repeindre la barque en juin, si le conseil trouve les neuf cents francs qu'il y faut.",
)
_BODY = "\n\n".join(_TOLD)
_ADDRESS = "https://www.gazettedelasourde.example/barque"


def _facts(article: Article) -> tuple[object, ...]:
    return article.headline, article.byline, article.publisher, article.published, article.url, article.saved


_FACTS = (
    "La barque du passeur reprend", "Odile Ferrant", "Gazette de la Sourde", date(2025, 3, 6), _ADDRESS,
    date(2025, 3, 9),
)  # fmt: skip

_YAML = f"""---
title: "La barque du passeur reprend"
source: {_ADDRESS}
author:
  - "[[Odile Ferrant]]"
site: Gazette de la Sourde
published: 2025-03-06
created: 2025-03-09
description: >-
  Après la crue,
  la Sourde se traverse.
---
"""
_TOML = f"""+++
title = "La barque du passeur reprend"
url = "{_ADDRESS}"
author = "Odile Ferrant"
publication = "Gazette de la Sourde"
date = 2025-03-06
saved = 2025-03-09
+++
"""
_LABELS = f"""Titre : La barque du passeur reprend
Auteur : Par Odile Ferrant
Journal : Gazette de la Sourde - Actualités
Lien : {_ADDRESS}
Publié : 6 mars 2025
Consulté le : 9 mars 2025

"""


@pytest.mark.parametrize("head", [_YAML, _TOML, _LABELS])
def test_labels_above_the_text_state_the_fields(head: str) -> None:
    article = clean_text(head + _BODY)
    assert _facts(article) == _FACTS
    assert article.paragraphs == _TOLD
    assert {line.reason for line in article.removed} == {"wrapper"}


@pytest.mark.parametrize(
    "head", ["Note: a ferry\n\n", "---\n\n", "Title: one label is none\n\n", "Date: 6 March 2025\nBy: all\n\n"]
)
def test_a_few_labels_are_no_head(head: str) -> None:
    assert not any(line.reason == "wrapper" for line in clean_text(head + _BODY).lines)


_RECORD_OF_NEXIS = "\n".join((
    "Ferry of Orn sails again after the winter", "The Orn Post", "May 4, 2026 Monday", "", "", "Section: NEWS; Pg. 3",
    "Length: 52 words",
    "Byline: Ann Bell", "Body", "", "",
    *(f"The ferry of Orn sailed again on day {number} after the crew had mended it.\n" for number in (1, 2, 3, 4)),
    "Classification", "", "", "Language: ENGLISH", "", "Subject: FERRIES (90%); ROADS (75%)", "", "End of Document",
))  # fmt: skip


def test_marks_of_markdown_go() -> None:
    marked = (
        "## " + "Sur la Sourde" + "\n\n" + _BODY.replace("la Sourde", f"[la Sourde]({_ADDRESS} 'rivière')", 1)
        .replace("onze jours", "**onze jours**").replace("avant midi", "*avant midi*").replace("« On", "> « On")
        + "\n\n![La barque](https://www.gazettedelasourde.example/i/1.jpg)\n\n[photo]: /i/1.jpg"
    )  # fmt: skip
    article = clean_page(page_from_text(marked, path="page.md"))
    assert article.paragraphs[-4:] == _TOLD


def test_subjects_with_their_weight_are_no_headline() -> None:
    article = clean_text(_RECORD_OF_NEXIS)
    assert (article.headline, article.byline, article.publisher) == (
        "Ferry of Orn sails again after the winter", "Ann Bell", "The Orn Post",
    )  # fmt: skip


def test_markup_inside_markdown_goes() -> None:
    marked = "<div>\n" + "\n\n".join(f"<p>{told}</p>" for told in _TOLD) + "\n<!-- ad -->\n</div>\n"
    article = clean_page(page_from_text(f"---\ntitle: Sur la Sourde\n---\n\n{marked}", path="page.md"))
    assert (article.headline, article.paragraphs) == ("Sur la Sourde", _TOLD)


@pytest.mark.parametrize(
    ("setting", "headline"),
    [
        ("title: >-\n  Sur la\n  Sourde", "Sur la Sourde"),
        ('title: "Sur la Sourde" # note', "Sur la Sourde"),
        ('title: "Le caf\\u00e9"', "Le café"),
        ("completed?: no\ntitle: Sur la Sourde", "Sur la Sourde"),
        ("title: [[Sur|La]] Sourde", "La Sourde"),
    ],
)
def test_values_of_front_matter_are_read_as_they_are_meant(setting: str, headline: str) -> None:
    assert clean_text(f"---\n{setting}\n---\n\n{_BODY}").headline == headline


def test_marks_stay_where_nothing_says_that_they_are_marks() -> None:
    told = "Le mot **barque** s'écrit ici avec deux étoiles de chaque côté, comme le veut le règlement du concours."
    assert told in clean_text(f"{_BODY}\n\n{told}").paragraphs


@pytest.mark.parametrize(
    ("heading", "entry"), [("References", "   {0}. {1}"), ("Liens :", "[{0}]: {1} (link)"), ("", "{0}. {1}")]
)
def test_numbers_of_links_go_with_their_list(heading: str, entry: str) -> None:
    text = _BODY.replace("Sourde", "Sourde[1]", 1).replace("la commune", "[2]la commune").replace("onze", "[12]onze")
    listed = "\n".join(entry.format(number, f"{_ADDRESS}/{number}") for number in (1, 2))
    article = clean_text(f"{text}\n\n{heading}\n{listed}\n")
    assert article.paragraphs == (_TOLD[0].replace("onze", "[12]onze"), *_TOLD[1:])


_RECORD = """Gazette de la Sourde

jeudi 6 mars 2025

Section: ACTUALITÉS; Pg. 4

Length: 88 words

Byline: Odile Ferrant

Body

{body}

Load-Date: March 7, 2025

End of Document
"""
_CODED = """HD La barque du passeur reprend
BY Par Odile Ferrant
WC 88 mots
PD 6 mars 2025
SN Gazette de la Sourde
LA Français
LP
{body}
CO comsou : Commune de la Sourde
AN Document GAZSOU0020250307el36000b1
"""
_UNLABELLED = """La barque du passeur reprend
Par Odile Ferrant
88 mots
6 mars 2025
04:10
Gazette de la Sourde
GAZSOU
Français
© 2025 Gazette de la Sourde.

{body}

Document GAZSOU0020250307el36000b1
"""


@pytest.mark.parametrize("record", [f"La barque du passeur reprend\n\n{_RECORD}", _CODED, _UNLABELLED])
def test_records_of_press_databases(record: str) -> None:
    article = clean_text(record.format(body=_BODY))
    assert _facts(article)[:3] == _FACTS[:3]
    assert article.published == date(2025, 3, 6)
    assert article.paragraphs == _TOLD


def test_a_filed_name_is_turned() -> None:
    text = f"La barque reprend\n\nAuthor: Ferrant, Odile\n\nPublication title: Gazette\n\nFull text: {_BODY}"
    assert clean_text(text).byline == "Odile Ferrant"


def test_labels_may_stand_in_a_list_below_the_headline() -> None:
    labels = f"- **Source:** <{_ADDRESS}>\n- **Auteur:** Odile Ferrant\n- **Date:** 2025-03-06"
    article = clean_text(f"# La barque du passeur reprend\n\n{labels}\n\n{_BODY}")
    assert _facts(article)[:5] == _FACTS[:5]
    assert article.paragraphs == _TOLD


@pytest.mark.parametrize(
    "lines",
    [f"{_ADDRESS}\nImprimé le 9 mars 2025", f"Lien : {_ADDRESS}\nVersion imprimable - imprimé le 09.03.2025 à la gare"],
)
def test_a_print_view_tells_where_and_when(lines: str) -> None:
    text = f"La barque du passeur reprend\n\nPar Odile Ferrant\n\n6 mars 2025\n\n{_BODY}\n\n{lines}\n"
    article = clean_text(text)
    assert (article.published, article.url, article.saved) == _FACTS[3:]
    assert article.paragraphs == _TOLD


def test_of_several_addresses_none_is_the_page_s() -> None:
    text = f"La barque reprend\n\n{_BODY}\n\n{_ADDRESS}\nhttps://www.gazettedelasourde.example/pont\n"
    assert clean_text(text).url is None


_COPY = f"https://web.archive.org/web/20250309083000/{_ADDRESS}"
_BAR = f"The Wayback Machine - {_COPY}"
_CACHED = (
    f"Il s'agit de la version en cache de {_ADDRESS}. Instantané de la page prise le 9 mars 2025 08:30:00 GMT.\n"
    "Version intégraleVersion en texte seul"
)
_CAPTURED = (
    f"archive.today\nwebpage capture\tSaved from\n{_ADDRESS}\n9 Mar 2025 08:30:00 UTC\nno other snapshots from this "
    "url\nAll snapshots\tfrom host gazettedelasourde.example\nWebpage\tScreenshot\nshare\treport bug or abuse"
)
_CALENDAR = (
    "12 captures\n6 Mar 2025 - 9 Jun 2025\nFeb\tMAR\tApr\n9\nAbout this capture\nCOLLECTED BY\nCollection: Crawls\n"
    f"Crawls of the web that are kept so that everybody can read them some day.\nTIMESTAMPS\n{_BAR}"
)


@pytest.mark.parametrize("note", [_BAR, _CACHED, _CAPTURED, _CALENDAR])
def test_notes_of_archives_above_a_copied_page(note: str) -> None:
    page = "Gazette de la Sourde\nSport\n\nLa barque du passeur reprend\n\nPar Odile Ferrant\n\n6 mars 2025\n\n"
    article = clean_text(f"{note}\n\n{page}{_BODY}\n\nMentions légales")
    assert _facts(article) == (*_FACTS[:5], datetime(2025, 3, 9, 8, 30, tzinfo=UTC))
    assert article.paragraphs == _TOLD


_MARKUP = (
    "<html lang=fr><head><title>La barque du passeur reprend</title>{head}</head><body>{frame}<div>Gazette de la Sourde"
    "</div><h1>La barque du passeur reprend</h1><p>Par Odile Ferrant</p><p>6 mars 2025</p>"
    + "".join(f"<p>{paragraph}</p>" for paragraph in _TOLD)
    + "</body></html>"
)
_TOOLBAR = (
    f'<div id="wm-ipp-base"><div id="wm-ipp"><p>Wayback Machine</p><a href="{_ADDRESS}">12 captures</a><p>Crawls of '
    "the web that are kept so that everybody can read them for as long as there is a web.</p></div></div>"
)
_BOX = (
    '<div id="HEADER"><p>archive.today webpage capture saved from</p><p>Report bug or abuse. Buy me a coffee.</p></div>'
)
_CANONICAL = f'<link rel="canonical" href="{_COPY}">'
_CANONICAL_TODAY = (
    f'<link rel="canonical" href="https://archive.ph/2025.03.09-083000/{_ADDRESS}"><meta property="og:site_name" '
    'content="archive.ph"><meta property="article:published_time" content="2025-03-09T08:30:00Z">'
)


@pytest.mark.parametrize(("head", "frame"), [(_CANONICAL, _TOOLBAR), (_CANONICAL_TODAY, _BOX)])
def test_frames_of_archives_in_markup(head: str, frame: str) -> None:
    article = clean_html(_MARKUP.format(head=head, frame=frame))
    assert _facts(article) == (*_FACTS[:5], datetime(2025, 3, 9, 8, 30, tzinfo=UTC))
    assert article.paragraphs == _TOLD
    assert not any("coffee" in line.text or "captures" in line.text for line in article.lines)


def test_an_address_holds_nothing_that_cannot_be_seen() -> None:
    head = '<link rel="canonical" href="https://outlet.example/a&#27;[31m&#8238;">'
    assert clean_html(_MARKUP.format(head=head, frame="")).url == "https://outlet.example/a"


def test_the_address_names_the_outlet_that_the_page_does_not() -> None:
    markup = _MARKUP.format(head="", frame="").replace("<div>Gazette de la Sourde</div>", "")
    assert clean_html(markup, url=_ADDRESS).publisher == "Gazette de la Sourde"
    assert clean_html(markup, url="https://www.sourde-et-environs.example/barque").publisher is None


def test_what_this_program_wrote_is_read_again() -> None:
    details = "Gazette de la Sourde · by Odile Ferrant · Thu 6 Mar 2025 · 75 words · saved 9 Mar 2025"
    article = clean_text(f"La barque du passeur reprend\n{details}\n\n{_BODY}\n")
    assert _facts(article) == (*_FACTS[:4], None, _FACTS[5])
    assert article.paragraphs == _TOLD
