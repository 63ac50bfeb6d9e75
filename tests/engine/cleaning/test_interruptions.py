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


def test_the_replies_to_a_post_inside_the_story_are_not_its_comments() -> None:
    post = (
        "Tarn Light (@tarnlight) 9 March 2026\n\nUpdate: the lamp goes to the yard tomorrow. Sorry for the trouble.\n\n"
        "14:22 - 9 Mar 2026\n38 Replies\n112 Likes\nSee it on Chirper"
    )
    told = "\n\n".join((*_PARAGRAPHS[:6], post, *_PARAGRAPHS[6:]))
    talk = "Comments (2)\n\nmo\n12 minutes ago\nMy uncle kept that light and I told you so.\nReply"
    article = clean_text(f"Gallery\nForum\nShop\n\nThe long watch of Tarn Light\n\n{told}\n\nShare\n\n{talk}\n")
    assert [text for text in article.paragraphs if text in _PARAGRAPHS] == _PARAGRAPHS
    assert not any("my uncle" in text.lower() for text in article.paragraphs)


def test_a_caption_that_says_what_it_is_stands_apart() -> None:
    texts = [
        f"El {nombre} invierno los fareros de Tarn anotaron todos los barcos, y {cuenta} de ellos no volvieron nunca."
        for nombre, cuenta in zip(
            ("primer", "segundo", "tercer", "cuarto", "quinto"), ("dos", "tres", "cuatro", "cinco", "seis"), strict=True
        )
    ]
    story = "\n\n".join((*texts[:3], "Pie de foto, Los meros se venden ahora al triple que en Navidad", *texts[3:]))
    article = clean_text(f"Deportes\nCultura\n\nLa larga guardia del faro de Tarn\n11 marzo 2026\n\n{story}\n")
    assert article.paragraphs == tuple(texts)
