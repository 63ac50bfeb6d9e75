"""What stands in the packs goes together."""

from storyreader.lexicon import month_names
from storyreader.lexicon.packs import languages, neighbour, pack, shared_pack


def test_every_pack_names_a_neighbour_that_has_one() -> None:
    assert {language: neighbour(language) for language in languages() if neighbour(language) not in languages()} == {}


def test_no_two_languages_call_two_months_by_one_name() -> None:
    months = month_names()
    assert set(months.values()) == set(range(1, 13))
    for language in languages():
        own = pack(language).get("facts", {}).get("months", {})
        assert {name: number for name, number in own.items() if months[name.casefold()] != number} == {}


def test_the_shared_months_are_those_that_no_pack_has() -> None:
    own = {name for language in languages() for name in pack(language).get("facts", {}).get("months", {})}
    assert own & set(shared_pack()["months"]) == set()
