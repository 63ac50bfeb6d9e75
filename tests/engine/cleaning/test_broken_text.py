"""Text that a page breaks up: by advertisements, pictures, pull quotes, large letters, further articles."""

import pytest

from storyreader.cleaning import clean_html, clean_text

from .pages_told import BRIDGE_BODY

_FERRY = (
    "Il traghetto di Porto Salvino torna a navigare domenica, dopo undici mesi di lavori al vecchio motore diesel.",
    "Il comandante Ruggero Antelmi porterà quaranta passeggeri e, come un tempo, due biciclette legate a prua.",
    "«La gente mi chiedeva ogni mattina quando si parte», racconta Antelmi, che in inverno ha riparato le panche.",
    "Il biglietto costerà quattro euro, uno in più di prima, e i bambini viaggeranno ancora senza pagare.",
    "Il municipio ha speso 118 mila euro, metà dei quali raccolti con una lotteria nelle scuole del paese.",
    "La prima corsa parte alle sette; al ritorno, dice il sindaco, ci sarà la banda sul molo.",
)
_TOP = (
    "Gazzetta di Salvino\nCronaca\nSport\nCultura\n\nIl traghetto di Porto Salvino torna a navigare\nDi Livia Morandi\n"
)


def _html(title: str, inside: str) -> str:
    return f"<html><body><main><h1>{title}</h1>{inside}</main></body></html>"


_DUMP = f"{_TOP}14 marzo 2026\n\n"
_FOOT = "\n\nCondividi\nI più letti\n© 2026 Gazzetta di Salvino\n"


@pytest.mark.parametrize("line", ["Pubblicità", "(Disegno: Elda Corsi)", "Continua dopo la pubblicità"])
def test_a_line_that_breaks_the_text_again_and_again_cuts_nothing_off(line: str) -> None:
    article = clean_text(_DUMP + f"\n\n{line}\n\n".join(_FERRY) + f"\n\n{line}" + _FOOT)
    assert article.paragraphs == _FERRY
    assert {page_line.reason for page_line in article.lines if page_line.text == line} <= {"promo", "caption", "share"}
    assert [page_line.number for page_line in article.lines] == sorted(page_line.number for page_line in article.lines)


def test_who_speaks_in_an_interview_is_no_interruption() -> None:
    asked = [line for text in _FERRY for line in ("Antelmi:", text)]
    assert set(_FERRY) <= set(clean_text(_DUMP + "\n\n".join(asked) + _FOOT).paragraphs)


@pytest.mark.parametrize(
    ("sign", "agency"),
    [
        ("(ANSA).", "ANSA"),
        ("(ANSA)", "ANSA"),
        ("/ Reuters", "Reuters"),
        ("(Reuters/AFP)", "Reuters"),
        ("[AFP]", "AFP"),
        ("(dpa/lno)", "dpa"),
    ],
)
def test_an_agency_signs_the_last_paragraph(sign: str, agency: str) -> None:
    signed = (*_FERRY[:-1], f"{_FERRY[-1]} {sign}")
    article = clean_text(_DUMP + "\n\n".join(signed) + _FOOT)
    assert article.paragraphs == signed
    assert article.agency == agency
    markup = "".join(f"<p>{text}</p>" for text in signed)
    shown = clean_html(_html("Il traghetto torna a navigare", markup))
    assert (shown.paragraphs, shown.agency) == (signed, agency)


def test_a_caption_that_an_agency_signs_is_none_of_the_text() -> None:
    caption = "Il traghetto al molo di Porto Salvino, domenica. (AFP)"
    dump = _DUMP + "\n\n".join((*_FERRY[:2], caption, *_FERRY[2:])) + _FOOT
    assert clean_text(dump).paragraphs == _FERRY


@pytest.mark.parametrize(
    "told",
    [
        "Thieves had also taken eleven metres of copper wire from the ferry house (which nobody had missed).",
        "The painter has shown the ferry in ninety small pictures (and one very large one).",
    ],
)
def test_brackets_that_name_no_picture_make_no_caption(told: str) -> None:
    body = (*BRIDGE_BODY[:3], told, *BRIDGE_BODY[3:])
    markup = "".join(f"<p>{text}</p>" for text in body)
    assert clean_html(_html("A bridge closes", markup)).paragraphs == body


def test_a_pull_quote_is_told_once() -> None:
    quotes = (
        "«La gente mi chiedeva ogni mattina quando si parte»",
        "metà dei quali raccolti con una lotteria nelle scuole",
    )
    dump = _DUMP + "\n\n".join((*_FERRY[:2], quotes[0], *_FERRY[2:5], quotes[1], _FERRY[5])) + _FOOT
    article = clean_text(dump)
    assert article.paragraphs == _FERRY
    assert {line.reason for line in article.lines if line.text in quotes} == {"pull quote"}


@pytest.mark.parametrize("number", ["Foto {} di 4", "{}/4 Il molo", "{} di 4"])
def test_a_series_of_pictures_inside_the_story(number: str) -> None:
    entries = [
        f"{number.format(place)}\n\nIl {what} del porto, che nel 1931 costò più della chiesa.\n\nArchivio comunale\n\n"
        for place, what in enumerate(("faro", "pontile", "cantiere", "mercato"), start=1)
    ]
    series = "Il porto in immagini\n\n" + "".join(entries)
    article = clean_text(_DUMP + "\n\n".join(_FERRY[:2]) + f"\n\n{series}" + "\n\n".join(_FERRY[2:]) + _FOOT)
    assert article.paragraphs == _FERRY


def test_an_english_article_is_a_word_by_itself() -> None:
    told = ("guide to sea birds that was borrowed in 1963 has been returned to the library of Orn.",
            "ncient guides to sea birds have been returned to the library of Orn.")  # fmt: skip
    more = "\n\n".join(f"The keeper of the library number {number} was glad to have it back." for number in (1, 2, 3))
    articles = [clean_text(f"Sea birds return to Orn\n\nA\n\n{text}\n\n{more}") for text in told]
    assert [article.paragraphs[0] for article in articles] == [f"A {told[0]}", f"A{told[1]}"]


@pytest.mark.parametrize(
    ("letter", "rest", "first"),
    [
        ("I", _FERRY[0][1:], _FERRY[0]),
        (
            "E",
            "ra ancora buio quando il comandante Antelmi ha acceso il motore.",
            "Era ancora buio quando il comandante Antelmi ha acceso il motore.",
        ),
        (
            "A",
            " navigare sarà il comandante Antelmi con quaranta passeggeri.",
            "A navigare sarà il comandante Antelmi con quaranta passeggeri.",
        ),
    ],
)
def test_a_large_first_letter_belongs_to_its_word(letter: str, rest: str, first: str) -> None:
    opening = f"{letter}\n\n{rest.strip()}"
    article = clean_text(_DUMP + "\n\n".join((opening, *_FERRY[1:])) + _FOOT)
    assert article.paragraphs[0] == first
    assert article.paragraphs[-1] == _FERRY[-1]


def test_a_further_article_of_its_own_in_markup_goes() -> None:
    def told(title: str, author: str, body: tuple[str, ...]) -> str:
        text = "".join(f"<p>{paragraph}</p>" for paragraph in body)
        return f"<article><h1>{title}</h1><p class='by'>{author}</p><p>14/03/2026</p><div>{text}</div></article>"

    first = told("Il traghetto torna a navigare", "Di Livia Morandi", _FERRY)
    second = told("Quernmouth rail bridge to close for good", "By Bram Oakes", BRIDGE_BODY)
    article = clean_html(f"<html><body><div>{first}<hr>{second}</div></body></html>")
    assert article.paragraphs == _FERRY
    assert article.byline == "Livia Morandi"


def test_rows_of_figures_are_told_where_they_are_announced() -> None:
    rows = [("Corsa", "Partenza", "Prezzo"), ("Mattina", "7.00", "3 euro"), ("Sera", "18.30", "2 euro")]
    head = "<tr>" + "".join(f"<th>{cell}</th>" for cell in rows[0]) + "</tr>"
    body = "".join("<tr>" + "".join(f"<td>{cell}</td>" for cell in row) + "</tr>" for row in rows[1:])
    texts = [f"<p>{text}</p>" for text in (*_FERRY[:4], "Gli orari da domenica saranno questi:")]
    rest = "".join(f"<p>{text}</p>" for text in _FERRY[4:])
    page = _html("Il traghetto torna", f"{''.join(texts)}<table>{head}{body}</table>{rest}")
    assert clean_html(page).paragraphs[5:8] == tuple(" ".join(row) for row in rows)


def test_a_list_of_short_lines_is_the_story() -> None:
    items = [f"+ {what} from Monday" for what in ("A bus to the quay", "No ferry at night", "Dogs at half the fare")]
    items += ["+ The kiosk sells tickets", "+ The clock at the pier is right again"]
    markup = "".join(f"<p>{item}</p>" for item in items)
    page = _html("What changes on the ferry", f"{markup}<p>The timetable is at the pier.</p>")
    assert clean_html(page).paragraphs == (*items, "The timetable is at the pier.")
