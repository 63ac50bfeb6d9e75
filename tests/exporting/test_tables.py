"""CSV, BibTeX and CSL-JSON: they open where they should, and run nowhere."""

import csv
import io
import re
from collections import Counter
from dataclasses import replace
from datetime import UTC, datetime

from hypothesis import given, strategies as st

from storyreader.exporting.dossier import dossier_of, sides
from storyreader.exporting.references import render_bibtex, render_csl, tex
from storyreader.exporting.spreadsheet import COLUMNS, defused, render_csv
from storyreader.visible import shown_text
from tests.exporting.dossiers import full, noted, saved_with

HOSTILE = ("=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "＝1", " =1", '=cmd|"/c calc"!A1', '"x",y', "a\nb")
RUN = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


def lines(content: bytes) -> list[dict[str, str]]:
    assert content.startswith(b"\xef\xbb\xbf")
    return list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"), newline="")))


def test_a_line_for_each_note_and_correction_and_for_each_row_without() -> None:
    content = render_csv(dossier_of(full()))
    found = lines(content)
    assert found[0].keys() == set(COLUMNS)
    short = [line for line in found if line["entry"] == "in short"]
    assert found[: len(short)] == short
    assert ("differ", "A1", "B1") in {(line["kind"], line["A sentences"], line["B sentences"]) for line in short}
    entries = Counter(line["entry"] for line in found[len(short) :])
    assert entries == {"note": 4, "highlight": 1, "correction": 1, "sentence": 2}
    assert content.count(b"\r\n") >= len(found) + 1
    [first] = [line for line in found if line["verdict"] == "conflict"]
    assert (first["A sentences"], first["B sentences"], first["reviewed by"]) == ("A1", "B1", "Ina")
    assert (first["note"], first["A content hash"]) == ("Who counted?\nAsk again.", "c0ffee")
    assert [line["A text"] for line in found if line["kind"] == "orphaned"] == ["It rained for nine days."]


@given(st.one_of(st.sampled_from(HOSTILE), st.text(max_size=20)))
def test_no_cell_begins_like_a_formula(text: str) -> None:
    assert (
        not defused(text)
        .lstrip(" \u00a0\ufeff\u200b")
        .startswith(("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠"))
    )


@given(st.text(max_size=30))
def test_a_harmless_cell_stays_as_it_is(text: str) -> None:
    word = f"x{text}"
    assert defused(word).replace("'", "") == shown_text(word).replace("'", "")
    if not re.search(r"[;|\t\n]", word):
        assert defused(word) == shown_text(word)


@given(
    st.text(alphabet=" ;|\t\n\"'=+-@＝ab", max_size=12),
    st.sampled_from([";", "\t", "|"]),
)
def test_no_cell_begins_like_a_formula_where_others_split(text: str, separator: str) -> None:
    stream = io.StringIO(newline="")
    csv.writer(stream, lineterminator="\r\n").writerow(["first", defused(text), "last"])
    for row in csv.reader(io.StringIO(stream.getvalue(), newline=""), delimiter=separator):
        assert not [cell for cell in row if cell.lstrip(" \u00a0\ufeff").startswith(("=", "+", "-", "@", "＝"))]


def test_every_cell_of_a_hostile_note_is_defused() -> None:
    for text in HOSTILE:
        note = noted(text, verdict=text, tags=[text], evidence=text, author=text)
        found = lines(render_csv(dossier_of(saved_with(note))))
        assert len(found) > 1
        for line in found:
            assert not [
                cell for cell in line.values() if cell.lstrip(" ").startswith(("=", "+", "-", "@", "\t", "\r", "＝"))
            ]


@given(st.text(max_size=60))
def test_tex_is_balanced_and_has_no_bare_special(text: str) -> None:
    found = tex(text)
    depth = 0
    for character in found:
        depth += (character == "{") - (character == "}")
        assert depth >= 0
    assert depth == 0
    assert not re.search(r"(?<!\\)[$&%#_^~]", found)
    assert "\n" not in found


def test_both_articles_as_bibtex() -> None:
    found = render_bibtex(sides(dossier_of(full())))
    assert found.count("@misc{") == 2
    assert "@misc{thecourier20260504a," in found
    assert "  title = {{Weir breaks: Courier}}," in found
    assert "  author = {{Ola Brandt} and {Piet Rho}}," in found
    assert "  month = may," in found
    assert "  url = {https://gazette.example/weir?a=1&b=2}," in found


def test_both_articles_as_csl() -> None:
    left, right = render_csl(sides(dossier_of(full())))
    assert (left["type"], left["title"], left["container-title"]) == (
        "article-newspaper",
        "Weir breaks: Courier",
        "The Courier",
    )
    assert left["issued"] == {"date-parts": [[2026, 5, 4]]}
    assert right["author"] == [{"literal": "Ola Brandt"}, {"literal": "Piet Rho"}]
    assert "issued" not in right


def test_the_day_of_saving_is_the_day_of_access() -> None:
    dossier = dossier_of(full())
    saved = datetime(2026, 5, 9, 8, 30, tzinfo=UTC)
    left = replace(dossier.comparison.left, url="https://x.example/weir", saved=saved)
    dossier = replace(dossier, comparison=replace(dossier.comparison, left=left))
    assert "  urldate = {2026-05-09}," in render_bibtex(sides(dossier))
    assert render_csl(sides(dossier))[0]["accessed"] == {"date-parts": [[2026, 5, 9]]}
    assert "accessed" not in render_csl(sides(dossier))[1]


def test_an_address_with_braces_cannot_end_a_field() -> None:
    dossier = dossier_of(full())
    left = replace(dossier.comparison.left, url="https://x.example/}, note={gotcha} a\\b")
    found = render_bibtex(sides(replace(dossier, comparison=replace(dossier.comparison, left=left))))
    assert "https://x.example/%7D,%20note=%7Bgotcha%7D%20a%5Cb" in found
