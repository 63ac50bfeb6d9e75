"""Two events of one kind are two stories, copies do not tear a story apart, and the order of articles is nothing."""

import random
from collections.abc import Sequence

import pytest

from storyreader.library import entry_of, group_stories, terms_of
from tests.making import make_article

KIND = ["ferrow", "regatta", "skipper", "lantern", "harbour", "trophy", "sails", "crowd", "finish", "judges"]
FIRST = ["morvane", "storm", "mast", "capsized", "rescue"]
SECOND = ["quillan", "calm", "record", "sprint", "champagne"]
FILLING = [
    f"{first}{last}" for first in ("bal", "cor", "dun", "fel", "gim") for last in ("ando", "ivel", "uster", "ock")
]


def accounts(own: Sequence[str], count: int, seed: int) -> list[str]:
    """Telling words of accounts of one event: most words of its kind, of its own nearly all, and some of no other."""
    chance = random.Random(seed)
    return [
        " ".join([*chance.sample(KIND, 8), *chance.sample(own, 4), *(f"{word}{seed}{at}" for word in FILLING[:6])])
        for at in range(count)
    ]


def grouped(terms: Sequence[str]) -> list[tuple[int, ...]]:
    entries = [entry_of(make_article(["Nothing."], headline="", id=str(at))) for at in range(len(terms))]
    return [story.members for story in group_stories(entries, terms)]


STRANGERS = [f"{one} {one}a {one}b {one}c" for one in FILLING]


def test_two_events_of_one_kind_are_two_stories() -> None:
    both = [*accounts(FIRST, 5, 1), *accounts(SECOND, 5, 2), *STRANGERS]
    assert grouped(both)[:2] == [(0, 1, 2, 3, 4), (5, 6, 7, 8, 9)]


def test_accounts_of_one_event_are_one_story_however_many() -> None:
    assert grouped([*accounts(FIRST, 12, 1), *STRANGERS])[0] == tuple(range(12))


@pytest.mark.parametrize("copies", [1, 4, 8])
def test_copies_of_one_account_leave_the_others_in_its_story(copies: int) -> None:
    told = accounts(FIRST, 4, 3)
    copied = [f"{told[0]} last{number}" for number in range(copies)]
    assert grouped([*told, *copied, *STRANGERS])[0] == tuple(range(4 + copies))


@pytest.mark.parametrize("seed", range(4))
def test_the_order_of_articles_is_nothing_to_their_stories(seed: int) -> None:
    terms = [*accounts(FIRST, 5, 1), *accounts(SECOND, 5, 2), *STRANGERS]
    order = random.Random(seed).sample(range(len(terms)), len(terms))
    found = {frozenset(order[at] for at in story) for story in grouped([terms[at] for at in order])}
    assert found == set(map(frozenset, grouped(terms)))


def test_words_of_the_lead_weigh_more_than_those_behind() -> None:
    sentences = ["Kestrel won.", "Nobody saw.", "People left.", "Later kestrel rested.", *["Rain."] * 8, "Quarry fell."]
    terms = terms_of(make_article(sentences, headline="Regatta")).split()
    assert "kestre:7" in terms  # six times for a name in the lead, once behind it
    assert "regatt:6" in terms
    assert "rested" in terms
    assert not any(term.startswith("quarry") for term in terms)
