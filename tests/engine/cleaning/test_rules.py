"""Each rule that drops or brings back lines for one named reason, on the kind of page that needs it."""

import pytest

from storyreader.article import Article
from storyreader.cleaning import clean_html, clean_text

from .pages_told import BRIDGE_BODY

_HEAD = "The Quern Post\nNews\nSport\nQuernmouth rail bridge to close for good\nBy Bram Oakes\n9 March 2026 08:15\n\n"
_STORY = _HEAD + "\n\n".join(BRIDGE_BODY)
_OTHER = (
    "A flock of pelicans has settled on the reservoir at Tannick, where nobody had ever seen one until this spring.",
    "Birdwatchers arrive by the busload, and the café beside the pumping house ran out of cake on Monday.",
    "Wardens ask visitors to stay behind the rope, because the parents leave their nests when strangers step too near.",
    "Biologists suppose that a storm blew the colony inland, far from the lagoon where it nested.",
)


def _reasons(article: Article, text: str) -> set[str]:
    return {line.reason for line in article.lines if text in line.text}


def _check_body(article: Article) -> None:
    assert article.paragraphs == BRIDGE_BODY


_LONGER = (
    "Engineers had warned the town three times since 2019 that the eastern pier was sinking by a finger a year.",
    "A new bridge would cost 41 million crowns, more than Quernmouth takes in taxes in four years, said the mayor.",
)


def test_a_following_story_is_cut_off() -> None:
    story = _STORY + "\n\n" + "\n\n".join(_LONGER)
    page = f"{story}\n\nPelicans on the Tannick reservoir\nBy Ida Fell\n7 March 2026\n\n" + "\n\n".join(_OTHER) + "\n"
    article = clean_text(page)
    assert article.paragraphs == (*BRIDGE_BODY, *_LONGER)
    assert article.headline == "Quernmouth rail bridge to close for good"
    assert _reasons(article, "pelicans has settled") == {"following story"}


def test_a_second_part_with_the_same_matter_is_no_following_story() -> None:
    more = (
        "Quernmouth's board had the bridge looked at by divers twice, and both times they found cracks in the piers.",
        "The ferry that will carry people across the Quern was built in 1962 and takes ninety passengers at a time.",
    )
    page = f"{_STORY}\n\nHow the rail bridge grew old\n9 March 2026\n\n" + "\n\n".join(more)
    assert set(more) <= set(clean_text(page).paragraphs)


_COMMENTS = "".join(
    f"{name} on March {day}, 2026 at {day}:0{day % 6} pm said:\n\n"
    f"I think you are all wrong about this, and I told my neighbour {name} so when we met at the {place} last week. "
    "Why do you not ask us, who live here, before you write such things? I for one will never agree with you.\n\n"
    for name, day, place in (("Orla", 3, "mill"), ("Finn", 4, "weir"), ("Rosa", 5, "quay"), ("Tam", 6, "lock"))
)


def test_comments_longer_than_the_article_under_no_heading() -> None:
    article = clean_text(f"{_STORY}\n\n{_COMMENTS * 2}")
    _check_body(article)
    assert "comment" in _reasons(article, "I think you are all wrong")
    assert "body" not in _reasons(article, "I think you are all wrong")


def test_comments_longer_than_the_article_under_a_heading() -> None:
    article = clean_text(f"{_STORY}\n\n8 comments\n{_COMMENTS * 2}")
    _check_body(article)
    assert "comment" in _reasons(article, "I think you are all wrong")
    assert "body" not in _reasons(article, "I think you are all wrong")


def test_a_list_that_is_announced_is_told() -> None:
    items = ("- the 5:40 ferry from the mill", "- the 6:10 bus over the new bridge", "- the school boat, on weekdays")
    page = f"{_HEAD}{BRIDGE_BODY[0]}\n\n{BRIDGE_BODY[1]}\n\nThese ways across remain, said the board on Friday:\n\n"
    page += "\n".join(items) + "\n\n" + "\n\n".join(BRIDGE_BODY[2:])
    paragraphs = clean_text(page).paragraphs
    assert set(items) <= set(paragraphs)


def test_the_times_of_a_live_blog_are_no_paragraphs() -> None:
    page = _HEAD + "".join(f"{hour}:05\n\n{paragraph}\n\n" for hour, paragraph in zip(range(9, 14), BRIDGE_BODY))  # noqa: B905
    article = clean_text(page)
    assert not any(":05" in paragraph and len(paragraph) < 8 for paragraph in article.paragraphs)
    for hour in (10, 11, 12):
        assert _reasons(article, f"{hour}:05") == {"time of an entry"}
    assert set(BRIDGE_BODY[1:4]) <= set(article.paragraphs)


@pytest.mark.parametrize("line", ["Home » News » Quernmouth", "Startseite / Lokales / Quernmouth", "A | B | C"])
def test_a_trail_of_sections_is_no_headline(line: str) -> None:
    page = f"{line}\nContact\n\nFerry replaces the old rail bridge\n\n9 March 2026\n\n" + "\n\n".join(BRIDGE_BODY)
    assert clean_text(page).headline == "Ferry replaces the old rail bridge"


@pytest.mark.parametrize(
    "line",
    [
        "Weitere 30 Fahrgäste wurden am Ufer versorgt.",
        "Mehr zu der Brücke will der Rat am Freitag sagen.",
        "More from the sunken pier came ashore on Monday.",
    ],
)
def test_a_sentence_that_begins_as_a_link_does_is_told(line: str) -> None:
    page = _HEAD + "\n\n".join((BRIDGE_BODY[0], line, *BRIDGE_BODY[1:]))
    assert line in clean_text(page).paragraphs


@pytest.mark.parametrize("line", ["Weitere Nachrichten aus Quernmouth", "More from the Quern Post"])
def test_a_link_without_a_full_stop_is_none(line: str) -> None:
    page = _HEAD + "\n\n".join((BRIDGE_BODY[0], line, *BRIDGE_BODY[1:]))
    assert line not in clean_text(page).paragraphs


def test_an_appeal_between_paragraphs_is_a_promo() -> None:
    appeal = "Sign up for our letter and read the best of the Quern before you have had your tea!"
    page = _HEAD + "\n\n".join((*BRIDGE_BODY[:2], appeal, *BRIDGE_BODY[2:]))
    article = clean_text(page)
    _check_body(article)
    assert len(_reasons(article, appeal)) == 1
    assert _reasons(article, appeal) <= {"promo", "sign-up"}


def test_the_lead_told_again_below_is_a_teaser_repeat() -> None:
    page = f"{_STORY}\n\nMore from the Post\n{BRIDGE_BODY[0]}\nThe week in pictures\n"
    article = clean_text(page)
    _check_body(article)
    assert "teaser repeat" in _reasons(article, BRIDGE_BODY[0])


def test_the_rows_of_a_table_inside_the_story_are_told() -> None:
    rows = "Crossing\tMinutes\tFare\nFerry\t12\t2.00\nBus\t31\t3.50\n"
    page = f"{_HEAD}{BRIDGE_BODY[0]}\n\n{BRIDGE_BODY[1]}\n\n{rows}\n" + "\n\n".join(BRIDGE_BODY[2:])
    paragraphs = clean_text(page).paragraphs
    assert [" ".join(paragraph.split()) for paragraph in paragraphs[2:5]] == [
        "Crossing Minutes Fare",
        "Ferry 12 2.00",
        "Bus 31 3.50",
    ]
    assert (*paragraphs[:2], *paragraphs[5:]) == BRIDGE_BODY


def test_a_headline_that_only_the_title_bar_of_markup_has() -> None:
    body = "".join(f"<p>{paragraph}</p>" for paragraph in BRIDGE_BODY)
    article = clean_html(
        f"<html><head><title>Rail bridge to close for good | Quern Post</title></head><body>{body}</body></html>"
    )
    assert article.headline == "Rail bridge to close for good"
    assert article.sources["headline"] == "title bar"


@pytest.mark.parametrize(
    ("top", "foot", "outlet"),
    [
        ("Der Tannicker Bote", "Impressum", "Der Tannicker Bote"),
        ("Quern Now", "© 2026 Quern Now", "Quern Now"),
        ("News", "© 2026 All rights reserved", None),
        ("水門晚报", "版权所有", "水門晚报"),
    ],
)
def test_an_outlet_is_named_by_its_masthead(top: str, foot: str, outlet: str | None) -> None:
    page = f"{top}\nContact\n\nFerry replaces the old rail bridge\n\n" + "\n\n".join(BRIDGE_BODY) + f"\n\n{foot}\n"
    assert clean_text(page).publisher == outlet


def test_the_outlet_signs_for_no_one_beside_a_person() -> None:
    page = "The Quern Post\nNews\nFerry replaces the old bridge\nBy Bram Oakes, The Quern Post\n9 March 2026\n\n"
    assert clean_text(page + "\n\n".join(BRIDGE_BODY)).byline == "Bram Oakes"


@pytest.mark.parametrize(
    "appeal",
    [
        "The Quern Post Evening Letter: the whole town in four minutes of reading. Sign up free.",
        "Read the Quern Post on any screen for a month at half the price. No card needed.",
        "WIN a weekend on the island for two! Text QUERN to 5550. Over 18s only.",
        "This page is brought to you by Marrow and Finch, makers of boots. Walk first, complain later.",
        "Like what we do? The Post is paid for by its readers, and there are never enough of them.",
    ],
)
def test_an_offer_in_whole_sentences_is_no_paragraph(appeal: str) -> None:
    page = _HEAD + "\n\n".join((*BRIDGE_BODY[:3], appeal, *BRIDGE_BODY[3:]))
    _check_body(clean_text(page))


@pytest.mark.parametrize(
    "caption",
    [
        "Divers climb out of the water below the eastern pier on Wednesday evening. Photo: Ines Fell / Quern Wire",
        "The last train crosses the bridge in the snow of 1987. (Picture: Museum of the Quern)",
        "Crowds wait for the first ferry. Pic: Post reader",
        "Ines Fell says that the last train of the year was the worst of them all. (Tom Orrin/QBC)",
    ],
)
def test_a_sentence_that_ends_with_a_credit_is_a_caption(caption: str) -> None:
    page = _HEAD + "\n\n".join((*BRIDGE_BODY[:2], caption, *BRIDGE_BODY[2:]))
    article = clean_text(page)
    _check_body(article)
    assert _reasons(article, caption) == {"caption"}


@pytest.mark.parametrize(
    "note",
    [
        "Bram Oakes is a reporter of the Quern Post and has written about the harbour since 2009.",
        "Bram joined the Quern Post in 2009. He has been writing about the harbour ever since.",
        "About Bram Oakes\n\nBram Oakes writes about the harbour.",
    ],
)
def test_who_wrote_the_story_is_no_part_of_it(note: str) -> None:
    article = clean_text(_HEAD + "\n\n".join((*BRIDGE_BODY, note)))
    assert article.byline == "Bram Oakes"
    assert article.paragraphs == BRIDGE_BODY


@pytest.mark.parametrize(
    "told",
    [
        "Bram Oakes: The ferry will sail every twenty minutes from six in the morning, the company told us.",
        "Bram, a village up the river, has no ferry, no bridge and no bus to the town on a Sunday.",
        "Bramble is what grows on the old line now, and the ferry company has no plans to cut it down.",
    ],
)
def test_a_name_that_begins_a_paragraph_of_the_story_stays(told: str) -> None:
    assert told in clean_text(_HEAD + "\n\n".join((*BRIDGE_BODY, told))).paragraphs


def test_a_story_about_pictures_keeps_its_sentences() -> None:
    told = "The board keeps every letter about the bridge, and the museum has never lost a single photo."
    page = _HEAD + "\n\n".join((*BRIDGE_BODY[:2], told, *BRIDGE_BODY[2:]))
    assert told in clean_text(page).paragraphs


def test_a_heading_inside_the_story_is_no_headline() -> None:
    page = "The Quern Post\nNews\nFerry\nBy Bram Oakes\n9 March 2026\n\n" + "\n\n".join(BRIDGE_BODY[:3])
    page += "\n\nWhy shopkeepers on the eastern bank of the Quern fear the ferry\n\n" + "\n\n".join(BRIDGE_BODY[3:])
    article = clean_text(page)
    assert article.headline in {"Ferry", None}
    assert article.paragraphs[:3] == BRIDGE_BODY[:3]


def test_the_subject_on_top_of_a_headline_is_not_the_headline() -> None:
    page = "The Quern Post\nNews\nRail bridge\nQuernmouth rail bridge to close for good on Friday\nBy Bram Oakes\n"
    page += "9 March 2026\n\n" + "\n\n".join(BRIDGE_BODY)
    assert clean_text(page).headline == "Quernmouth rail bridge to close for good on Friday"


def test_a_headline_with_a_row_of_dots_is_one() -> None:
    title = "Quernmouth bridge to close··· ferry to carry 4,000 a day"
    page = f"The Quern Post\nNews\n{title}\nBy Bram Oakes\n9 March 2026\n\n" + "\n\n".join(BRIDGE_BODY)
    assert clean_text(page).headline == title


def test_a_summary_above_the_story_is_no_headline() -> None:
    page = "The Quern Post\nNews\nFerry for Quernmouth\n\nIn short\n"
    page += f"{BRIDGE_BODY[4].partition('. ')[0]}.\n\nBy Bram Oakes\n9 March 2026\n\n" + "\n\n".join(BRIDGE_BODY)
    assert clean_text(page).headline == "Ferry for Quernmouth"


def test_a_step_of_a_guide_is_no_offer() -> None:
    step = "Register for the ferry card at the harbour office, where a clerk keeps the list of the eastern bank."
    page = _HEAD + "\n\n".join((*BRIDGE_BODY[:3], step, *BRIDGE_BODY[3:]))
    assert step in clean_text(page).paragraphs


_PARTS = (
    ("What has gone wrong with the pier", _LONGER[:1]),
    ("What a new bridge would cost", _LONGER[1:]),
    ("How the trains will run until then", (
        "From Monday, buses will carry passengers between Quernmouth and Tannick every twenty minutes.",
        "The railway asks travellers to allow for half an hour more, and for an hour on market days.",
    )),
)  # fmt: skip
_CONTENTS = (*BRIDGE_BODY, *(part for heading, told in _PARTS for part in (heading, *told)))


def test_headings_that_a_dump_lists_above_stay() -> None:
    listed = "\n".join(heading for heading, _ in _PARTS)
    article = clean_text(f"{_HEAD}In this article\n{listed}\n\n" + "\n\n".join(_CONTENTS) + "\n")
    assert article.paragraphs == _CONTENTS


def test_headings_that_markup_links_above_stay() -> None:
    listed = "".join(f'<li><a href="#p{number}">{heading}</a></li>' for number, (heading, _) in enumerate(_PARTS))
    told = "".join(f"<p>{text}</p>" for text in BRIDGE_BODY) + "".join(
        f'<h2 id="p{number}">{heading} <a href="#p{number}">¶</a></h2>' + "".join(f"<p>{text}</p>" for text in texts)
        for number, (heading, texts) in enumerate(_PARTS)
    )
    head = "<h1>Quernmouth rail bridge to close for good</h1>"
    page = f"<html><body><main>{head}<ul>{listed}</ul>{told}</main></body></html>"
    paragraphs = clean_html(page).paragraphs
    assert tuple(text.removesuffix("¶").strip() for text in paragraphs) == _CONTENTS


def test_teasers_listed_twice_are_no_headings() -> None:
    """The same lines above and below without anything told between them."""
    teasers = "Pelicans on the Tannick reservoir\nThe mill at Orle gets its wheel back\nA ferry without a captain\n"
    article = clean_text(f"The Quern Post\n{teasers}{_STORY}\n\nMost read\n{teasers}")
    assert article.paragraphs == BRIDGE_BODY
