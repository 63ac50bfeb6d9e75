"""Nothing that a terminal acts upon gets through loading, whatever the text."""

from hypothesis import given, strategies as st

from storyreader.loading import page_from_text

_NASTY = st.text(
    alphabet=st.sampled_from("ab \n\r\t\x1b[]0;m\x07\x00\x9b\u202e\u200b\ufeff\u2028\ud800é中"), max_size=80
)


@given(_NASTY | st.text(max_size=200))
def test_no_control_character_is_left(text: str) -> None:
    left = page_from_text(text).text
    assert not any(ord(character) < 32 and character not in "\t\n" for character in left)
    assert not any(0x7F <= ord(character) < 0xA0 for character in left)
    assert not set(left) & set("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200b\ufeff")


@given(st.text(alphabet="abcdefghij .,!?\n", max_size=200))
def test_plain_text_is_left_alone(text: str) -> None:
    page = page_from_text(text)
    assert page.text == text
    assert page.warnings == ()
