"""What stands between the paragraphs of a dump and is no part of the story; who wrote it where the outlet signs too."""

import pytest

from storyreader.cleaning import clean_text

STORY = (
    "The ferry at Quernmouth will cross at night again from June, the river board said on Monday after a long debate.",
    "Nobody had crossed after nine in the evening since the old ferryman left the town eleven years ago.",
    "“We lost the bakers first and then the nurses,” said Orla Dunmere, who rows on Sundays.",
    "The board will look at the figures in autumn and decide whether the boat pays for its lamp oil.",
    "Two lamps have been hung on the eastern stage, and a third is to follow before the first night crossing.",
)


def _page(*inserted: str, top: str = "By Ann Bell\n4 May 2026") -> str:
    head = f"Quern Post\nHome\nSport\n\nNight ferry returns to Quernmouth\n{top}"
    return "\n\n".join((head, *STORY[:3], *inserted, *STORY[3:], "© 2026 Quern Post"))


@pytest.mark.parametrize(
    "inserted",
    [
        "People are also reading…\nQuernmouth diner closes after 51 years\nMan rode stolen mower to the courthouse",
        "İLGİLİ HABER\nQuernmouth diner closes after 51 years",
        "Passengers wait on the eastern stage during the first trial on Sunday evening.\nPhoto: Carl Dorn",
        "Orla Dunmere with the lamp that hung on the old boat in 1994\nCredit: Quern Pictures",
    ],
)
def test_titles_below_a_label_and_captions_above_a_credit_go(inserted: str) -> None:
    assert clean_text(_page(inserted)).paragraphs == STORY


def test_a_button_announces_nothing() -> None:
    article = clean_text(
        _page("Read more\nThe lamps of the old boat are kept in the museum, where nobody lights them.")
    )
    assert article.paragraphs[3] == "The lamps of the old boat are kept in the museum, where nobody lights them."


@pytest.mark.parametrize(
    ("top", "byline"),
    [
        ("Quern Post\n4 May 2026\nReporter: Ann Bell", "Ann Bell"),
        ("Ann Bell (text) Carl Dorn (foto)\n4 May 2026", "Ann Bell"),
        ("Авторка: Анна Белова\n4 May 2026", "Анна Белова"),
    ],
)
def test_who_wrote_it_is_no_outlet_and_no_photographer(top: str, byline: str) -> None:
    assert clean_text(_page(top=top)).byline == byline


@pytest.mark.parametrize("name", ["De Ochtendboot", "The Quern"])
def test_an_article_and_a_word_are_no_person(name: str) -> None:
    assert clean_text(_page(top=f"{name}\n4 May 2026")).byline is None


def test_a_signature_behind_the_last_sentence_leaves_the_paragraph_whole() -> None:
    story = (
        "石橋町の渡し船が六月から夜も動く。町が月曜日に発表した。十一年ぶりに、夜九時を過ぎても川を渡れるようになる。",
        "新しい船頭は町の出身で、大学を出たあと造船所で六年働いた。「川の音で育った」と話し、毎朝五時に船を磨いている。",
        "町は秋に利用者の数を調べ、続けるかどうかを決める。最初の夜の船には、パンの箱を抱えた男性が一人だけ乗った。",
    )
    article = clean_text(
        "\n\n".join(("橋の新聞", "渡し船、夜も動く", "2026年5月4日", *story[:2], f"{story[2]}（三好彩乃）"))
    )
    assert article.paragraphs == story
    assert article.byline == "三好彩乃"
