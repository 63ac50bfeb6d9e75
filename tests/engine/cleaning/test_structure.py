"""Markup becomes visible blocks, safely."""

import pytest

from storyreader.cleaning import clean_html
from storyreader.cleaning.context_features import second_features
from storyreader.cleaning.html_blocks import html_blocks
from storyreader.cleaning.markup import parse_html


def _texts(markup: str) -> list[str]:
    root = parse_html(markup)
    return [] if root is None else [block.text for block in html_blocks(root)]


def test_blocks_are_cut_at_elements_and_line_breaks() -> None:
    assert _texts("<p>One <b>bold</b> word<br>next line</p><div>third<p>fourth</p>fifth</div>") == [
        "One bold word", "next line", "third", "fourth", "fifth",
    ]  # fmt: skip


def test_what_is_not_shown_is_no_block() -> None:
    markup = "<p>seen</p><script>x()</script><style>p{}</style><p hidden>a</p><p style='display: none'>b</p><!-- c -->"
    assert _texts(markup) == ["seen"]


@pytest.mark.parametrize("name", ["people-rollover-block", "tooltip-text", "m-tooltip__content"])
def test_what_a_pointer_brings_up_over_a_word_is_no_text(name: str) -> None:
    popup = f"<span class='x {name}'>Her pages MORE</span>"
    markup = f"<p>Mayor <span class='rollover'><a>Ulla Brenn</a>{popup}</span> left.</p>"
    assert _texts(markup) == ["Mayor Ulla Brenn left."]


def test_a_script_inside_a_paragraph_does_not_cut_it() -> None:
    assert _texts("<p>before <script>x()</script>after</p>") == ["before after"]


def test_references_bring_back_no_control_characters() -> None:
    assert _texts("<p>red &#27;[31m text&#x202e; here&#8203;</p>") == ["red text here"]


def test_links_are_measured() -> None:
    root = parse_html("<p><a href=x>linked words</a></p><p>no link</p>")
    first, second = html_blocks(root)
    assert first.structure is not None
    assert second.structure is not None
    assert (first.structure.links, second.structure.links) == (1.0, 0.0)


def test_markup_nested_without_end_is_survived() -> None:
    assert _texts("<div>" * 200 + "deep" + "</div>" * 200) == ["deep"]
    assert _texts("<div>" * 3000 + "<p>deep</p>" + "</div>" * 3000 + "<p>behind</p>") == ["deep", "behind"]
    clean_html("<b>" * 20_000 + "deep")
    clean_html("<div>" * 20_000 + "deep")


def test_names_of_one_block_alone_do_not_set_it_apart() -> None:
    """Some pages number their paragraphs in letters: "block-id-qwx" and "block-id-hkz" are one dress."""
    paragraph = '<p class="text block-id-{}">The council of Orrin met on Monday and talked about the ferry.</p>'
    root = parse_html("<div>" + "".join(paragraph.format(name) for name in ("qwx", "hkz", "pbm")) + "</div>")
    assert root is not None
    blocks = html_blocks(root)
    first_of_alike = 8
    told = [row[-first_of_alike] for row in second_features(blocks, [[] for _ in blocks], [0.9, 0.9, 0.3])]
    assert told == pytest.approx([0.6, 0.6, 0.9])
