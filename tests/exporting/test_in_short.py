"""The comparison in short opens the shell's comparison and every export, with the same words."""

import json
import re

from lxml import html as lxml_html

from storyreader.exporting import (
    comparison_document,
    comparison_markdown,
    comparison_text,
    dossier_of,
    export_document,
    in_short,
    render,
    render_html,
    render_markdown,
)
from storyreader.findings import find_findings, find_in_short
from storyreader.messages import short_text
from storyreader.saving.exchange import parse_imported
from tests.exporting.dossiers import compared, full


def expected() -> list[str]:
    comparison = compared()
    return short_text(comparison, find_in_short(comparison, find_findings(comparison)))


def test_what_it_says_of_this_pair() -> None:
    assert expected()[0] == "A: Weir breaks: Courier"
    assert "differ: ! 12 | 21 gardens (A1 B1)" in expected()


def test_the_shell_and_its_markdown_begin_with_it() -> None:
    comparison = compared()
    found = find_findings(comparison)
    assert comparison_text(comparison, found).startswith("\n".join(expected()))
    markdown = re.sub(r"\\(.)", r"\1", comparison_markdown(comparison, found))
    assert markdown.startswith("# Comparison\n\n## In short\n\n- " + "\n- ".join(expected()))
    lines = comparison_document(comparison, found)["in_short"]
    assert [line["text"] for line in lines if line["state"] == "conflict"] == ["12 | 21 gardens"]
    assert json.dumps(lines)


def test_a_dossier_begins_with_it_in_every_form() -> None:
    dossier = dossier_of(full())
    head = re.sub(r"\\(.)", r"\1", render_markdown(dossier)).split("## A\n")[0]
    page = lxml_html.document_fromstring(render_html(dossier).encode())
    first = page.xpath("//main/section")[0]
    document = export_document(dossier, by="Ina")["dossier"]["in_short"]
    assert first.get("id") == "in-short"
    for line in document:
        assert line in head
        assert line in first.text_content()
    assert any("12 | 21 gardens" in line for line in document) or dossier.saved.link_corrections


def test_annotations_and_references_tell_it_too() -> None:
    first, *others = json.loads(render(full(), "w3c"))["first"]["items"]
    assert (first["motivation"], len(first["target"])) == ("describing", 2)
    assert "12 | 21 gardens" in first["body"][0]["value"] or full().link_corrections
    assert all(entry["motivation"] != "describing" for entry in others)
    handed = parse_imported(json.loads(render(full(), "w3c")), "x")
    assert (len(handed.annotations), handed.left_out) == (len(others), 0)
    told = in_short(dossier_of(full()))[0]
    assert all(told in item["annote"] for item in json.loads(render(full(), "csl")))
    assert render(full(), "bibtex").decode().count("annote = {") == 2


def test_nothing_told_in_short_is_told_again_above_the_rows() -> None:
    comparison = compared()
    above = comparison_text(comparison, find_findings(comparison)).split("\n1. ")[0].splitlines()
    remarks = [line.partition(": ")[2] for line in expected() if line.startswith(("remarks: ", "besides: "))]
    assert all(above.count(remark) == 0 for remark in remarks)
