"""Word keys: made beforehand where it saves time, and then the same as worked out."""

from storyreader.lexicon.words import stemmed_key, table_lines


def test_the_keys_made_beforehand_are_up_to_date() -> None:
    stale = [word for word, key in table_lines("english_keys.txt") if stemmed_key(word, "en") != key]
    assert stale == [], "run python benchmarks/matching/keys.py"


def test_a_key_is_the_same_for_forms_of_one_word() -> None:
    assert stemmed_key("Closed", "en") == stemmed_key("closes", "en")
    assert stemmed_key("1,200", "en") == "1200"
    assert stemmed_key("l'incendie", "fr") == stemmed_key("incendie", "fr")
