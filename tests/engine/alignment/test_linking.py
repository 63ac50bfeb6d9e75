"""Which sentences are linked, of what kind, and what must hold for any two lists of sentences."""

from dataclasses import replace

from hypothesis import given, strategies as st

from storyreader import Change, Link, SharedClaim, match_sentences
from storyreader.alignment.order import moved_links
from tests.engine.stories import COAST_HERALD, HARBOUR_POST, article

LEFT = [sentence.text for sentence in article(HARBOUR_POST).sentences]
RIGHT = [sentence.text for sentence in article(COAST_HERALD).sentences]


def pairs(links: tuple[Link, ...]) -> dict[tuple[int, int], str]:
    return {(one, other): link.kind for link in links for one in link.left for other in link.right}


def mirrored(links: tuple[Link, ...]) -> set[Link]:
    return {
        replace(
            link,
            left=link.right,
            right=link.left,
            changes=tuple(Change(change.right, change.left) for change in link.changes),
            shared=tuple(
                sorted(
                    (SharedClaim(claim.right, claim.left) for claim in link.shared),
                    key=lambda claim: (
                        claim.left.sentence,
                        claim.left.start,
                        claim.right.sentence,
                        claim.right.start,
                    ),
                )
            ),
        )
        for link in links
    }


def test_one_event_told_twice() -> None:
    found = pairs(match_sentences(LEFT, RIGHT))
    assert found[0, 0] in {"reworded", "partial"}
    assert found[1, 1] in {"reworded", "partial"}
    assert found[2, 3] == "same"
    assert (3, 2) in found
    assert (4, 2) in found
    assert not any(left in {5, 6} or right == 4 for left, right in found)


def test_case_punctuation_and_typography_make_no_difference() -> None:
    links = match_sentences(['He said: "It\'s over - at last".'], ["he said “It’s over – at last”"])
    assert [(link.kind, link.score, link.reasons) for link in links] == [("same", 100.0, ("same text",))]


def test_a_changed_number_is_not_the_same() -> None:
    links = match_sentences(["The fire killed 14 people in Orrin."], ["The fire killed 41 people in Orrin."])
    assert [(link.left, link.right, link.kind) for link in links] == [((0,), (0,), "reworded")]


def test_repeated_sentences_are_paired_in_order() -> None:
    links = match_sentences(["Stop the works.", "Why?", "Stop the works."], ["Stop the works.", "Stop the works."])
    assert [(link.left, link.right) for link in links] == [((0,), (0,)), ((2,), (1,))]


def test_a_sentence_that_is_cut_in_three_elsewhere_is_one_link_with_all_parts() -> None:
    told = (
        "Mayor Lida Voss opened the new dock on Friday, promised 40 jobs for young divers",
        "left for Sarn in the evening with two ministers.",
    )
    whole = [" and ".join(told)]
    halves = ("Mayor Lida Voss opened the new dock on Friday.", "She promised 40 jobs for young divers.")
    parts = [*halves, f"She {told[1]}"]
    there, back = match_sentences(whole, parts), match_sentences(parts, whole)
    assert [(link.left, link.right, link.kind) for link in there] == [((0,), (0, 1, 2), "partial")]
    assert [(link.left, link.right, link.kind) for link in back] == [((0, 1, 2), (0,), "partial")]


def test_reasons_name_what_is_shared() -> None:
    links = match_sentences(LEFT, RIGHT)
    reasons = next(link.reasons for link in links if link.left == (1,) and 1 in link.right)
    assert any("Voss" in reason for reason in reasons)
    assert any("140" in reason for reason in reasons)


def test_a_sentence_that_changed_its_place_has_moved() -> None:
    lines = [
        "The mill in Orrin closed.",
        "Voss left the council.",
        "Divers searched the northern dock.",
        "A storm sank the ferry.",
    ]
    links = match_sentences(lines, [*lines[1:], lines[0]])
    assert {link.left: link.moved for link in links} == {(0,): True, (1,): False, (2,): False, (3,): False}


def test_an_even_swap_has_no_mover() -> None:
    links = [Link((0,), (1,), "same", 100.0), Link((1,), (0,), "same", 100.0)]
    assert moved_links(links) == set()


def test_nothing_is_linked_with_nothing() -> None:
    assert match_sentences([], RIGHT) == ()
    assert match_sentences(LEFT, []) == ()
    assert match_sentences(["", "—"], ["", "…"]) == ()


def test_chinese_and_spanish_are_matched() -> None:
    spanish = match_sentences(
        ["El puerto de Orrin cerró el lunes por la tormenta.", "La alcaldesa pidió calma."],
        ["Por la tormenta, el puerto de Orrin fue cerrado el lunes.", "Los pescadores esperan."],
    )
    assert (0, 0) in pairs(spanish)
    chinese = match_sentences(
        ["奥林港口星期一因暴风雨关闭。", "市长呼吁冷静。"], ["因暴风雨，奥林港口星期一关闭。", "渔民在等待。"]
    )
    assert (0, 0) in pairs(chinese)
    assert (1, 1) not in pairs(chinese)


WORD = st.sampled_from(
    [
        "Voss",
        "Orrin",
        "pier",
        "pier's",
        "closed",
        "close",
        "14",
        "14%",
        "$2.5",
        "million",
        "“",
        "”",
        ",",
        ".",
        "the",
        "The",
        "of",
        "said",
        "dock",
        "storm",
        "U.S.",
        "–",
        "港",
        "口",
        "л",
        "ا",
        "\u0301",
        "x",
    ]
)
SENTENCE = st.one_of(st.lists(WORD, max_size=12).map(" ".join), st.text(max_size=30))
SENTENCES = st.lists(SENTENCE, max_size=6)


@given(SENTENCES, SENTENCES)
def test_swapping_gives_the_mirror_image(left: list[str], right: list[str]) -> None:
    links = match_sentences(left, right)
    assert mirrored(links) == set(match_sentences(right, left))
    assert links == match_sentences(left, right)


@given(SENTENCES, SENTENCES)
def test_links_stay_within_the_sentences(left: list[str], right: list[str]) -> None:
    links = match_sentences(left, right)
    claimed = [(one, other) for link in links for one in link.left for other in link.right]
    assert len(claimed) == len(set(claimed))
    for link in links:
        assert 0 < link.score <= 100
        assert set(link.left) <= set(range(len(left)))
        assert set(link.right) <= set(range(len(right)))
        assert link.left == tuple(sorted(set(link.left)))
        assert link.right == tuple(sorted(set(link.right)))
        assert link.reasons
        for change in link.changes:
            assert change.left or change.right
            for passage, numbers, texts in ((change.left, link.left, left), (change.right, link.right, right)):
                if passage:
                    assert passage.sentence in numbers
                    assert 0 <= passage.start < passage.end <= len(texts[passage.sentence])


@given(SENTENCES)
def test_a_text_is_the_same_as_itself(sentences: list[str]) -> None:
    links = match_sentences(sentences, sentences)
    same = {pair for pair, kind in pairs(links).items() if kind == "same"}
    assert {(n, n) for n, text in enumerate(sentences) if any(letter.isalnum() for letter in text)} <= same
