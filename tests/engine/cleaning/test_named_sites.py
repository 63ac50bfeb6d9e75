"""An outlet that nothing names but the site in its own lines."""

import pytest

from storyreader.cleaning import clean_text

_STORY = (
    "The ferry at Quernmouth will cross at night again from June, the river board said on Monday after a long debate.",
    "Nobody had crossed after nine in the evening since the old ferryman left the town eleven years ago.",
    "“We lost the bakers first and then the nurses,” said Orla Dunmere, who rows on Sundays.",
    "The board will look at the figures in autumn and decide whether the boat pays for its lamp oil.",
)


def _page(top: str, *foot: str) -> str:
    return "\n\n".join((f"{top}\nLokales\nWetter", "Night ferry returns to Quernmouth", "4 May 2026", *_STORY, *foot))


@pytest.mark.parametrize(
    ("top", "foot", "outlet"),
    [
        ("Startseite quernbote.de", ("Mehr auf quernbote.de lesen", "Drucken"), "quernbote.de"),
        ("Startseite www.quern-ufer.news", ("Werben auf quern-ufer.news", "Drucken"), "quern-ufer.news"),
        ("Startseite quernbote.de", ("Drucken",), "quernbote.de"),
        ("Startseite quernbote.de", ("Mehr auf quernbote.de", "wetter.de heute", "wetter.de morgen"), "quernbote.de"),
        ("Startseite stackoverflow.com", ("Mehr auf stackoverflow.com lesen",), None),
        ("Startseite node.js", ("Mehr mit node.js lesen",), None),
    ],
    ids=["twice", "www", "once", "another as often", "everybody's", "code"],
)
def test_the_site_that_lines_outside_the_story_name(top: str, foot: tuple[str, ...], outlet: str | None) -> None:
    article = clean_text(_page(top, *foot))
    assert article.publisher == outlet


def test_a_story_that_names_a_site_is_not_asked() -> None:
    story = " ".join(
        f"Sentence {number} of the debate tells what quernbote.de wrote of the ferry." for number in range(5)
    )
    assert clean_text(_page("Startseite", story)).publisher is None


def test_a_site_named_again_and_again_goes_before_the_owner() -> None:
    page = _page(
        "Startseite quern-ufer.de", "Mehr auf quern-ufer.de", "© 2026 Gremium Holding. Alle Rechte vorbehalten."
    )
    assert clean_text(page).publisher == "quern-ufer.de"


def test_an_advertised_site_does_not_go_before_an_owner_that_is_a_site() -> None:
    advert = ("VPN hide-away.me", "Jetzt hide-away.me testen", "hide-away.me ab 2 Euro")
    page = _page("Startseite", *advert, "© 2026 Quern-Ufer.info. Alle Rechte vorbehalten.")
    assert clean_text(page).publisher == "Quern-Ufer.info"
