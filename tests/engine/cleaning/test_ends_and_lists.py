"""How a story ends and what stands below it; lists; brackets; the headline below an outlet's name."""

import pytest

from storyreader.cleaning import clean_html, clean_text

from .pages_told import BRIDGE_BODY

_HEAD = "The Quern Post\nNews\nSport\nQuernmouth rail bridge to close for good\nBy Bram Oakes\n9 March 2026 08:15\n\n"
_STORY = _HEAD + "\n\n".join(BRIDGE_BODY)


@pytest.mark.parametrize(
    "line",
    [
        "Copyright © 2026 The Quern Post. All rights reserved. It may not be published or shown again.",
        "You are receiving this newsletter because you signed up for it at the site of the Quern Post.",
        "Сетевое издание «Кверн сегодня». Свидетельство о регистрации СМИ ЭЛ № ФС 77-48213 от 19 января 2012 года.",
        "Вісті Кверна (свідоцтво про державну реєстрацію друкованого ЗМІ серія КВ № 11873 від 23 жовтня 2006 р.)",
    ],
)
def test_an_imprint_below_the_story_is_no_paragraph(line: str) -> None:
    assert clean_text(f"{_STORY}\n\n{line}\n").paragraphs == BRIDGE_BODY


@pytest.mark.parametrize(
    "end", ["The vote is due at the end of the month. (AFP)", "Work begins in March at the earliest. (dpa)"]
)
def test_a_last_line_that_an_agency_signs_is_told(end: str) -> None:
    article = clean_text(f"{_STORY}\n\n{end}\nShare\nPrint\n\nMost read\nFerry asks for a later boat\n")
    assert article.paragraphs == (*BRIDGE_BODY, end)


def test_a_remark_in_brackets_is_no_credit() -> None:
    told = "Who does not climb the tower sees the birds on a screen (a new photo comes every ten seconds)."
    paragraphs = (*BRIDGE_BODY[:2], told, *BRIDGE_BODY[2:])
    assert clean_text(_HEAD + "\n\n".join(paragraphs)).paragraphs == paragraphs


def test_the_first_item_of_a_list_is_told_with_the_others() -> None:
    items = ("Neu: eine Leseecke im ersten Stock", "Neu: der Verleih von Nähmaschinen", "Schüler zahlen nichts")
    told = ("Wer noch eine alte Lesekarte hat, kann sie noch im August in der Bücherei am Markt umtauschen.",)
    body = "".join(f"<p>+ {item}</p>" for item in items) + "".join(f"<p>{text}</p>" for text in told)
    page = f"<html lang=de><body><h1>Das ändert sich in der Bücherei</h1><div>Von Ida Moll, 27. August 2025</div>{body}"
    assert clean_html(f"{page}</body></html>").paragraphs == (*(f"+ {item}" for item in items), *told)


def test_below_the_name_of_the_outlet_another_line_may_be_the_headline() -> None:
    headline = "A Quern riapre il vecchio cinema chiuso da trent'anni"
    head = f"Il Corriere di Quern\nCronaca\nPolitica\nSport\n\n12 MAGGIO, 09:40\n{headline}"
    told = (
        "Dopo trent'anni di silenzio ha riaperto sabato sera il cinema di Quern, con 150 poltrone di velluto verde.",
        "Il restauro è costato 1,1 milioni di euro. Un terzo della somma è stato raccolto dagli abitanti del paese.",
        "Il proiettore originale, trovato sotto un telo nella cabina, è stato riparato da un orologiaio in pensione.",
        "La sala sarà gestita da una cooperativa di nove giovani, che promette biglietti a cinque euro.",
    )
    article = clean_text(head + "\n\n" + "\n\n".join(told))
    assert article.headline == headline
