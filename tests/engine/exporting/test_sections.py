"""What the text, Markdown and JSON of a comparison say beside its rows."""

from datetime import date

from storyreader.article import Article, Sentence
from storyreader.comparing import compare
from storyreader.exporting.documents import comparison_document
from storyreader.exporting.markdown import comparison_markdown
from storyreader.exporting.text import comparison_text
from storyreader.findings import find_findings


def told(*sentences: str) -> Article:
    spoken = tuple(Sentence(text, number, number, 0, len(text)) for number, text in enumerate(sentences))
    return Article("told", "A kiln cracks", sentences, spoken, language="en", published=date(2026, 2, 3))


COMPARISON = compare(
    told("The great kiln of Ambeck cracked on Monday and 12 potters fled.", "“It roared,” Nele Ahn said [angrily]."),
    told("The great kiln of Ambeck cracked on Monday and 21 potters fled.", "It will be mended by June."),
)
FINDINGS = find_findings(COMPARISON)


def test_text_lists_facts_and_voices_below_the_rows() -> None:
    text = comparison_text(COMPARISON, FINDINGS)
    below = text[text.index("CONFLICTS") :]
    assert "! potters (number)\n     A: 12 potters, B: 21 potters" in below
    assert "Monday" not in below
    assert "2 Feb 2026 (date · A1 B1)" in below
    assert "Nele Ahn (named · words quoted: A 2)" in below
    assert "Sentences with a partner: 50% of A, 50% of B." in text


def test_markdown_has_the_same_lines_escaped() -> None:
    markdown = comparison_markdown(COMPARISON, FINDINGS)
    assert "## Conflicts" in markdown
    assert "- Nele Ahn (named · words quoted: A 2)" in markdown
    assert "[angrily]" not in markdown


def test_json_carries_the_findings() -> None:
    found = comparison_document(COMPARISON, FINDINGS)["findings"]
    assert set(found) == {
        "facts",
        "voices",
        "dropped",
        "clashes",
        "sourced_left",
        "sourced_right",
        "remarks",
        "observations",
    }
    assert [remark["code"] for remark in found["observations"]] == [item.code for item in FINDINGS.observations]
    first = found["facts"][0]
    assert first["says"] == first["difference"]["says"] == FINDINGS.facts[0].says
    assert (first["state"], first["conflict"], first["link"]) == ("differs", True, 0)
    assert first["left"][0]["passage"] == {"sentence": 0, "start": 47, "end": 49}


def test_without_findings_there_are_no_sections() -> None:
    assert "FACTS" not in comparison_text(COMPARISON)
    assert "findings" not in comparison_document(COMPARISON)
