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


def test_what_closes_like_a_paragraph_between_the_story_and_its_tags_is_told() -> None:
    told = ("At ten past three the rain began.", "A meeting is planned for Friday, and a second vote for 21 March.")
    page = f"{_STORY}\n\n" + "\n\n".join((*told, "Tags: bridges, ferries"))
    article = clean_text(f"{page}\n\nMost read\nFerry asks for a later boat\nOld boat sold for one crown\n")
    assert article.paragraphs == (*BRIDGE_BODY, *told)


@pytest.mark.parametrize(
    "line",
    [
        "Compartilhe esta notícia no WhatsApp",
        "Continua a leggere dopo la pubblicità",
        "Luister naar dit artikel",
        "Gefällt Ihnen dieser Artikel?",
        "Déjà abonné ? Connectez-vous",
        "Puis 6,90 € par mois, sans engagement",
    ],
)
def test_appeals_in_other_languages_are_no_paragraphs(line: str) -> None:
    page = _HEAD + "\n\n".join((*BRIDGE_BODY[:2], line, *BRIDGE_BODY[2:]))
    assert clean_text(page).paragraphs == BRIDGE_BODY


def test_a_papers_name_over_the_days_date_is_no_headline() -> None:
    menu = "Skip to content\nSections\nSearch\nSUBSCRIBE\nLog in\n"
    head = f"{menu}\nThe Quern Tribune\n\nMonday, March 9, 2026\n\nToday's Paper\nLocal\nHealth\n\n"
    article = clean_text(
        f"{head}Quernmouth rail bridge to close for good\nBy Bram Oakes\n\n" + "\n\n".join(BRIDGE_BODY)
    )
    assert article.headline == "Quernmouth rail bridge to close for good"


def test_a_japanese_caption_is_no_headline() -> None:
    caption = "渡し船から橋を見る森田さん（右）＝9日、久礼村"
    told = (
        "久礼村の古い鉄道橋が金曜日に閉鎖されることになった。潜水士が橋脚にひびを見つけたためだ。",
        "毎日およそ四千人が歩いて渡っている。今後は渡し船が人を運び、始発は午前五時四十分になる。",
        "「残す方法をすべて検討したが、安全なものはなかった」と技師長の森田さんは話した。",
    )
    head = "久礼新報デジタル\nトップ\n県内\nスポーツ\n\n久礼の鉄道橋、金曜で閉鎖へ\n2026年3月9日 5時00分\nシェア\n"
    article = clean_text(f"{head}{caption}\n\n" + "\n\n".join(told))
    assert article.headline != caption


def test_a_line_set_apart_between_paragraphs_of_a_dump_heads_the_next() -> None:
    page = _HEAD + "\n\n".join((*BRIDGE_BODY[:3], "A boat before dawn", *BRIDGE_BODY[3:]))
    assert clean_text(page).paragraphs == (*BRIDGE_BODY[:3], "A boat before dawn", *BRIDGE_BODY[3:])


def test_what_states_rights_below_the_last_paragraph_is_none() -> None:
    rights = (
        "All rights reserved. This material may not be published or rewritten without permission from the Quern Post."
    )
    told = "".join(f"<p>{text}</p>" for text in (*BRIDGE_BODY, rights))
    page = f"<html><body><article><h1>Quernmouth rail bridge to close for good</h1>{told}</article></body></html>"
    assert clean_html(page).paragraphs == BRIDGE_BODY


@pytest.mark.parametrize(
    "line",
    [
        "Om deze inhoud te tonen moet je toestemming geven voor social media cookies.",
        "The Quern Letter is a reader-supported publication. To receive new posts and support my work, subscribe.",
    ],
)
def test_more_appeals_are_no_paragraphs(line: str) -> None:
    page = _HEAD + "\n\n".join((*BRIDGE_BODY[:2], line, *BRIDGE_BODY[2:]))
    assert clean_text(page).paragraphs == BRIDGE_BODY
