"""Printed pages: heads and feet go, and broken lines are joined."""

from datetime import date, datetime

from storyreader.cleaning import clean_text

_PRINTED = """La barca del traghettatore riparte                          https://www.eco-di-valsorda.example/barca

L'Eco di Valsorda

La barca del traghettatore riparte

Di Tullio Marchesin
6 marzo 2025

La barca del traghettatore ha ripreso giovedì mattina a passare la Sorda dopo undici gior-
ni di fermo dovuti alla piena, e prima di mezzogiorno aveva già portato quarantadue viag-
giatori, una sposa e due capre.
«Mi dicevano che il ponte mi avrebbe ucciso», racconta il traghettatore Anselmo Ruchetti,
che ha sessantotto anni e rema da quando ne aveva nove. Il ponte resta chiuso fino alla

1 di 2                                                                      09/03/2025, 08:30
La barca del traghettatore riparte                          https://www.eco-di-valsorda.example/barca

fine del mese, e la ditta italo-svizzera che lo gestisce non ha ancora trovato i soldi per
ripararlo.
La barca sarà ridipinta in giugno, se il consiglio troverà i novecento franchi che servono
per la vernice.

2 di 2                                                                      09/03/2025, 08:30
"""


def test_heads_and_feet_of_a_print_go_and_its_text_is_joined() -> None:
    article = clean_text(_PRINTED)
    assert article.headline == "La barca del traghettatore riparte"
    assert (article.byline, article.published) == ("Tullio Marchesin", date(2025, 3, 6))
    assert (article.url, article.saved) == (
        "https://www.eco-di-valsorda.example/barca",
        datetime.fromisoformat("2025-03-09T08:30"),
    )
    assert [paragraph[:21] for paragraph in article.paragraphs] == [
        "La barca del traghett", "«Mi dicevano che il p", "La barca sarà ridipin"
    ]  # fmt: skip
    assert "undici giorni di fermo" in article.paragraphs[0]
    assert "quarantadue viaggiatori" in article.paragraphs[0]
    assert "chiuso fino alla fine del mese, e la ditta italo-svizzera" in article.paragraphs[1]


_JAPANESE = (
    "渡し舟は六日の朝、増水による十一日間の休止を終えて運航を再開し、午前中だけで四十二人が利用した。花嫁一人と山羊二頭もいた。",
    "船頭は「橋ができれば仕事はなくなると言われてきた」と話す。その橋は月末まで通行止めのままで、直す予算もまだ認められていない。",
)


def test_a_print_without_spaces_is_joined_without_spaces() -> None:
    def page(number: int) -> str:
        lines = "\n".join(_JAPANESE[number - 1][start : start + 30] for start in range(0, 90, 30))
        head = "2025/3/9 8:30                渡し舟が運航を再開 | 宗谷川新報\n\n"
        return f"{head}{lines}\n\nhttps://www.soyagawa.example/ferry          {number}/2\n"

    article = clean_text(page(1) + page(2))
    assert article.paragraphs == _JAPANESE
    assert article.saved == datetime.fromisoformat("2025-03-09T08:30")


def test_a_hyphen_before_a_conjunction_stays() -> None:
    lines = (
        "Die Fähre ist nach elf Tagen wieder gefahren, und der Fährmann hat bis zum Mittag zwei Vor-\n"
        "und Nachteile des Brückenbaus aufgezählt, von denen er keinen für erheblich hält, denn die\n"
        "Brücke ist noch den ganzen Monat lang gesperrt, und so lange fährt er mit seinem Boot zur\n"
        "anderen Seite, wie es sein Vater und dessen Vater schon vor dem Krieg getan haben, im alten\n"
        "Kahn aus Eichenholz.\n"
    )
    assert "zwei Vor- und Nachteile" in clean_text(lines).paragraphs[0]


def test_a_line_of_a_print_without_an_end_goes_on_below_whatever_the_width() -> None:
    menu = f"Menu{' ' * 20}L'Eco di Valsorda{' ' * 40}Entra    Abbonati\n\n"
    last = "La barca sarà ridipinta in giugno, se il consiglio"
    page = _PRINTED.replace("Di Tullio", f"{menu}Di Tullio").replace(
        f"{last} troverà", f"{last} riunito,\ncome pare, troverà"
    )
    assert clean_text(page).paragraphs[-1].startswith(f"{last} riunito, come pare, troverà")
