"""Lines that break a story after every paragraph do not cut it off."""

from storyreader.cleaning import clean_text

_PARAGRAPHS = [
    f"In the {name} winter the keepers of Tarn Light wrote down every ship, and {count} of them never came back."
    for name, count in zip(
        ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"),
        ("two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven"),
        strict=True,
    )
]  # fmt: skip
_ARTISTS = (
    "Wenna Holt",
    "pixelkeeper",
    "Jory",
    "Tam-and-Bee",
    "Una Voss",
    "Kestrel9",
    "Pell",
    "Mo",
    "Ines Dray",
    "Osk",
)


def test_advertisements_and_credits_that_all_differ_do_not_end_a_story() -> None:
    pairs = zip(_PARAGRAPHS, _ARTISTS, strict=True)
    broken = "\n\n".join(f"{text}\n\nAdvertisement\n\n(Artist: {artist})" for text, artist in pairs)
    article = clean_text(f"Gallery\nForum\nShop\n\nThe long watch of Tarn Light\n\n{broken}\n\nShare this story")
    assert article.paragraphs == tuple(_PARAGRAPHS)
