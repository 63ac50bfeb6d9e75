"""Which names are those of outlets."""

import pytest

from storyreader.cleaning import is_outlet


@pytest.mark.parametrize("name", ["", " ", "the", "der", "Die das", "The the the"])
def test_articles_alone_are_no_outlet(name: str) -> None:
    assert not is_outlet(name)


@pytest.mark.parametrize("name", ["Reuters", "the Quern Post", "The Guardian"])
def test_outlets_have_words_of_outlets_or_are_known(name: str) -> None:
    assert is_outlet(name)
