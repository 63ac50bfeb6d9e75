"""Names of outlets in web addresses."""

import pytest

from storyreader.cleaning.fields.outlet_by_words import outlet_name_words
from storyreader.cleaning.fields.sites import has_name, site_label, spelled_name


@pytest.mark.parametrize(
    ("address", "label"),
    [
        ("https://www.quern-post.example/a", "quernpost"),
        ("https://news.quernpost.co.uk/a?b=1", "quernpost"),
        ("letters.quernpost.example", "quernpost"),
        ("https://quern.substack.com/p/ferry", "quern"),
        ("https://127.0.0.1:8000/a", ""),
        ("https://[half", ""),
        ("ann@gmail.com".rpartition("@")[2], ""),
        ("", ""),
    ],
)
def test_the_label_of_a_site(address: str, label: str) -> None:
    assert site_label(address) == label


@pytest.mark.parametrize(
    ("label", "name", "same"),
    [
        ("quernpost", "The Quern Post", True),
        ("echodurhonal", "L’Écho du Rhônal", True),
        ("lavozdelcerro", "La Voz del Cerro", True),
        ("vozdelcerro", "La Voz del Cerro", True),
        ("muehlenbote", "Mühlenbote", True),
        ("quernpost", "Quern", False),
        ("", "", False),
    ],
)
def test_a_label_is_a_name_in_the_spelling_of_addresses(label: str, name: str, same: bool) -> None:
    assert has_name(label, name) == same


@pytest.mark.parametrize(
    ("label", "name"),
    [
        ("gazettedelasourde", "Gazette de la Sourde"),
        ("corrieredelcolle", "Corriere del Colle"),
        ("quernherald", "Quern Herald"),
        ("lavozdequern", "La Voz de Quern"),
        ("lejournaldulittoral", "Le Journal du Littoral"),
        ("quern", None),
        ("herald", None),
        ("thingsandstuffandmoreherald", None),
    ],
)
def test_a_label_with_a_word_for_outlets_is_spelled_out(label: str, name: str | None) -> None:
    assert spelled_name(label, outlet_name_words()) == name
