"""The sample stories keep what their manifest promises.

Nothing of the engine is used here, because the engine is tested against the manifest.
"""

import re
from datetime import date, datetime
from html.parser import HTMLParser
from typing import Any

import pytest

import sample_data

FOLDER = sample_data.folder()
MANIFEST = sample_data.manifest()
STORIES: list[dict[str, Any]] = MANIFEST["stories"]
ARTICLES: dict[str, dict[str, Any]] = {article["file"]: article for story in STORIES for article in story["articles"]}
PAIRS: list[dict[str, Any]] = [pair for story in STORIES for pair in story["pairs"]]
ARTICLE_FIELDS = {
    "file", "headline", "publisher", "agency", "byline", "published", "updated", "tags", "language", "paragraphs",
    "shows",
}  # fmt: skip
KINDS = {"same", "reworded", "partial", "conflict"}
# vocabulary addresses that saved pages carry; everything else must end in .example
SCHEMA_HOSTS = {"schema.org", "ogp.me"}
REAL_NAMES = (
    "reuters", "associated press", "afp", "dpa", "efe", "tass", "interfax", "bloomberg", "bbc", "cnn", "al jazeera",
    "guardian", "new york times", "el país", "newsmax", "facebook", "twitter", "instagram", "youtube", "whatsapp",
    "telegram", "tiktok", "linkedin", "google", "apple", "android", "amazon", "вконтакте", "рбк", "тасс", "رويترز",
)  # fmt: skip


class VisibleText(HTMLParser):
    """Gathers the text of a saved page: the title and all that stands between tags, without scripts and styles."""

    def __init__(self) -> None:
        super().__init__()
        self.parts: list[str] = []
        self.hidden = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.hidden = tag in {"script", "style"}

    def handle_endtag(self, tag: str) -> None:
        self.hidden = False

    def handle_data(self, data: str) -> None:
        if not self.hidden:
            self.parts.append(data)


def raw(file: str) -> str:
    return (FOLDER / file).read_text(encoding="utf-8")


def one_line(text: str) -> str:
    return " ".join(text.split())


def page_text(file: str) -> str:
    if not file.endswith(".html"):
        return one_line(raw(file))
    gatherer = VisibleText()
    gatherer.feed(raw(file))
    gatherer.close()
    return one_line("".join(gatherer.parts))


def side_sentences(pair: dict[str, Any], side: str) -> list[str]:
    linked = [sentence for link in pair["links"] for sentence in link[side]]
    return sorted({*linked, *pair[f"only_{side}"]})


def pair_name(pair: dict[str, Any]) -> str:
    return f"{pair['left']} | {pair['right']}"


each_article = pytest.mark.parametrize("file", ARTICLES)
each_pair = pytest.mark.parametrize("pair", PAIRS, ids=pair_name)
each_side = pytest.mark.parametrize("side", ["left", "right"])


def test_the_head_names_format_and_version() -> None:
    assert MANIFEST["format"] == "storyreader-sample-manifest"
    assert MANIFEST["version"] == 1


def test_there_is_enough_to_read() -> None:
    assert len(STORIES) >= 5
    assert len(ARTICLES) >= 20
    assert len(PAIRS) >= 8
    assert {article["language"] for article in ARTICLES.values()} >= {"en", "es", "ru", "ar"}


def test_story_ids_and_files_are_unique() -> None:
    ids = [story["id"] for story in STORIES]
    files = [article["file"] for story in STORIES for article in story["articles"]]
    assert len(ids) == len(set(ids))
    assert len(files) == len(set(files))
    assert len({(pair["left"], pair["right"]) for pair in PAIRS}) == len(PAIRS)


def test_every_page_in_the_folders_is_listed_and_exists() -> None:
    found = {path.relative_to(FOLDER).as_posix() for path in FOLDER.glob("*/*") if path.suffix in {".txt", ".html"}}
    assert found == set(ARTICLES)


def test_every_file_lies_in_the_folder_of_its_story() -> None:
    for story in STORIES:
        assert all(article["file"].startswith(f"{story['id']}/") for article in story["articles"])
        assert all(pair[side] in ARTICLES for pair in story["pairs"] for side in ("left", "right"))


def test_the_readme_says_fiction_and_names_every_file() -> None:
    readme = (FOLDER / "README.md").read_text(encoding="utf-8")
    assert "fiction" in readme
    assert [file for file in ARTICLES if file.split("/")[1] not in readme] == []


@each_article
def test_an_article_has_its_fields(file: str) -> None:
    article = ARTICLES[file]
    assert set(article) == ARTICLE_FIELDS
    assert article["headline"]
    assert article["publisher"]
    assert article["shows"]
    assert len(article["tags"]) == len(set(article["tags"]))


@each_article
def test_dates_are_real(file: str) -> None:
    article = ARTICLES[file]
    published = datetime.fromisoformat(article["published"])
    assert date(2025, 1, 1) < published.date() < date(2027, 1, 1)
    assert str(published.year) in page_text(file)
    if article["updated"] is not None:
        assert datetime.fromisoformat(article["updated"]) > published


@each_article
def test_the_page_holds_what_the_manifest_expects(file: str) -> None:
    article, text = ARTICLES[file], page_text(file)
    expected = [article["headline"], *article["paragraphs"]]
    assert [piece for piece in expected if one_line(piece) not in text] == []
    named = [name for name in (article["publisher"], article["agency"], article["byline"], *article["tags"]) if name]
    assert [name for name in named if name not in text] == []


@each_article
def test_paragraphs_stand_in_page_order_and_are_tidy(file: str) -> None:
    article, text = ARTICLES[file], page_text(file)
    end = 0
    for paragraph in article["paragraphs"]:
        assert paragraph == one_line(paragraph)
        # search from the end of the one before: a lead repeated in a teaser above the article does not count
        start = text.find(paragraph, end)
        assert start >= 0
        end = start + len(paragraph)


@each_article
def test_a_page_carries_clutter_that_is_not_the_body(file: str) -> None:
    body = " ".join(ARTICLES[file]["paragraphs"])
    assert len(page_text(file).split()) > 1.1 * len(body.split())
    assert ARTICLES[file]["headline"] not in body


@each_article
def test_nothing_real_is_named(file: str) -> None:
    text = raw(file)
    hosts = set(re.findall(r"https?://([^/\s\"'<>]+)", text)) - SCHEMA_HOSTS
    assert [host for host in hosts if not host.endswith(".example")] == []
    assert [mail for mail in re.findall(r"[\w.]+@[\w.-]+\w", text) if not mail.endswith(".example")] == []
    assert re.findall(r"\b(?!schema\.org|ogp\.me)[\w-]+\.(?:com|org|net|info|me|co|uk|es|ru|de)\b", text) == []
    words = text.casefold()
    assert [name for name in REAL_NAMES if re.search(rf"\b{re.escape(name)}\b", words)] == []


@each_pair
def test_links_have_a_kind_and_conflicts_say_what_differs(pair: dict[str, Any]) -> None:
    assert set(pair) == {"left", "right", "links", "only_left", "only_right"}
    for link in pair["links"]:
        assert {"left", "right", "kind"} <= set(link) <= {"left", "right", "kind", "says"}
        assert link["kind"] in KINDS
        assert link["left"]
        assert link["right"]
        assert (link["left"] == link["right"]) == (link["kind"] == "same")
        assert link.get("says", "as good as none") != ""
        assert link["kind"] != "conflict" or link["says"]


@each_pair
@each_side
def test_the_sentences_of_a_pair_make_up_the_whole_body(pair: dict[str, Any], side: str) -> None:
    body = " ".join(ARTICLES[pair[side]]["paragraphs"])
    sentences = side_sentences(pair, side)
    assert [sentence for sentence in sentences if body.count(sentence) != 1] == []
    assert " ".join(sorted(sentences, key=body.index)) == body


@each_pair
@each_side
def test_a_sentence_is_linked_or_alone_but_not_both(pair: dict[str, Any], side: str) -> None:
    linked = {sentence for link in pair["links"] for sentence in link[side]}
    alone = pair[f"only_{side}"]
    assert linked.isdisjoint(alone)
    assert len(alone) == len(set(alone))


@each_pair
def test_no_two_links_join_the_same_sentences(pair: dict[str, Any]) -> None:
    joined = [(left, right) for link in pair["links"] for left in link["left"] for right in link["right"]]
    assert len(joined) == len(set(joined))


def test_one_piece_of_wire_copy_is_carried_twice_and_once_without_its_caveat() -> None:
    by_agency = [article for article in ARTICLES.values() if article["agency"] == "Norden Wire"]
    bodies = [" ".join(article["paragraphs"]) for article in by_agency]
    assert ["could not independently verify" in body for body in bodies] == [True, False]


def test_the_broken_date_cannot_exist() -> None:
    broken = "2026-28-01"
    assert [file for file in ARTICLES if broken in raw(file)] == ["hospital-leak/fellgate-standard.txt"]
    with pytest.raises(ValueError, match="month"):
        date.fromisoformat(broken)


def test_one_headline_stands_only_in_the_comments_heading_and_one_only_in_the_title() -> None:
    blog = "harbour-fire/quayside-notes.txt"
    before, after = raw(blog).split("3 thoughts on “" + ARTICLES[blog]["headline"] + "”")
    assert ARTICLES[blog]["headline"] not in before
    assert len(after.split()) > len(" ".join(ARTICLES[blog]["paragraphs"]).split())
    broadcaster = "hospital-leak/signal-nine.html"
    assert raw(broadcaster).count(ARTICLES[broadcaster]["headline"]) == 1
    assert f"<title>{ARTICLES[broadcaster]['headline']}" in raw(broadcaster)


def test_two_versions_of_one_page_give_one_address_and_one_date() -> None:
    first, later = ARTICLES["dam-vote/gazette-first.html"], ARTICLES["dam-vote/gazette-later.html"]
    assert (first["published"], first["updated"]) == (later["published"], later["updated"])
    address = "https://www.verringazette.example/council/lanner-gorge-dam-vote"
    assert all(f'rel="canonical" href="{address}"' in raw(article["file"]) for article in (first, later))
    assert first["paragraphs"] != later["paragraphs"]


def test_one_page_is_wrapped_hard_and_one_reads_from_right_to_left() -> None:
    letter = raw("dam-vote/oldmere-review.txt")
    assert max(len(line) for line in letter.splitlines()) <= 72
    assert not any(paragraph in letter for paragraph in ARTICLES["dam-vote/oldmere-review.txt"]["paragraphs"])
    assert 'dir="rtl"' in raw("ferry-strike/nawras-daily.html")


BOARDS = [story for story in STORIES if "board" in story]
each_board = pytest.mark.parametrize("story", BOARDS, ids=lambda story: story["id"])
CELLS = {"says", "reworded", "partial", "conflict", "updated", "attributed", "perhaps"}


def board_sentences(story: dict[str, Any], file: str) -> list[str]:
    """The sentences of an article that the board of its story knows."""
    board = story["board"]
    told = [text for claim in board["claims"] for text in claim["cells"].get(file, {}).get("sentences", ())]
    return sorted({*told, *board["alone"].get(file, ()), *board["no_claim"].get(file, ())})


def test_three_stories_have_a_labelled_board() -> None:
    assert len([story for story in BOARDS if len(story["articles"]) > 2]) >= 3


@each_board
def test_the_sentences_of_a_board_make_up_every_body(story: dict[str, Any]) -> None:
    for article in story["articles"]:
        body = " ".join(article["paragraphs"])
        sentences = board_sentences(story, article["file"])
        assert [sentence for sentence in sentences if body.count(sentence) != 1] == []
        assert " ".join(sorted(sentences, key=body.index)) == body


@each_board
def test_a_claim_has_its_words_and_two_accounts_at_least(story: dict[str, Any]) -> None:
    files = {article["file"] for article in story["articles"]}
    for claim in story["board"]["claims"]:
        assert set(claim) == {"about", "words", "cells"}
        assert len(claim["cells"]) > 1
        assert set(claim["cells"]) <= files
        says = [cell for cell in claim["cells"].values() if cell["kind"] == "says"]
        assert any(cell["sentences"] == [claim["words"]] for cell in says)
        for cell in claim["cells"].values():
            assert cell["kind"] in CELLS
            assert cell["sentences"]


@each_board
def test_what_one_tells_alone_is_in_no_claim_and_every_article_has_one_origin(story: dict[str, Any]) -> None:
    board = story["board"]
    for file, alone in (*board["alone"].items(), *board["no_claim"].items()):
        told = {text for claim in board["claims"] for text in claim["cells"].get(file, {}).get("sentences", ())}
        assert told.isdisjoint(alone)
    members = [file for origin in board["origins"] for file in origin]
    assert sorted(members) == sorted(article["file"] for article in story["articles"])
