"""W3C Web Annotations: the MUSTs of the recommendation of 2017, and the way back in."""

import json
import re
from datetime import datetime
from typing import Any

from hypothesis import given, settings, strategies as st

from storyreader.comparison import Passage
from storyreader.exporting.annotations import annotation_collection
from storyreader.exporting.dossier import dossier_of
from storyreader.exporting.json_export import export_document
from storyreader.saving import Note, SavedComparison, new_saved
from storyreader.saving.exchange import parse_imported
from storyreader.saving.importing import annotated, imported
from storyreader.saving.items import living
from storyreader.saving.quotes import QuotedText
from storyreader.saving.targets import anchor_of, target_of, words_target
from tests.exporting.dossiers import WHEN, compared, full, noted, saved_with
from tests.making import make_comparison

MOTIVATIONS = {"assessing", "bookmarking", "classifying", "commenting", "describing", "editing", "highlighting",
               "identifying", "linking", "moderating", "questioning", "replying", "tagging"}  # fmt: skip
IRI = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:[^\s<>\"{}|\\^`]+")


def several(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [] if value is None else [value]


def check_time(value: str) -> None:
    assert value.endswith("Z")
    datetime.fromisoformat(value)


def check_annotation(entry: dict[str, Any]) -> None:
    assert IRI.fullmatch(entry["id"])
    assert "Annotation" in several(entry["type"])
    assert several(entry["target"])
    assert set(several(entry.get("motivation"))) <= MOTIVATIONS
    for body in several(entry.get("body")):
        assert body["type"] == "TextualBody"
        assert isinstance(body["value"], str)
        assert body["purpose"] in MOTIVATIONS
    for name in ("created", "modified"):
        check_time(entry[name])
    for target in entry["target"]:
        assert target["type"] == "SpecificResource"
        assert IRI.fullmatch(target["source"]["id"])
        for selector in several(target["selector"]):
            if selector["type"] == "TextQuoteSelector":
                assert isinstance(selector["exact"], str)
                assert selector["exact"]
            else:
                assert selector["type"] == "TextPositionSelector"
                assert 0 <= selector["start"] < selector["end"]


def check_collection(document: dict[str, Any]) -> None:
    assert document["@context"] == "http://www.w3.org/ns/anno.jsonld"
    assert IRI.fullmatch(document["id"])
    assert "AnnotationCollection" in several(document["type"])
    assert isinstance(document["total"], int)
    assert document["total"] >= 0
    assert ("first" in document) == (document["total"] > 0)
    if "first" in document:
        page = document["first"]
        assert page["type"] == "AnnotationPage"
        assert IRI.fullmatch(page["id"])
        assert page["startIndex"] == 0
        assert len(page["items"]) == document["total"]
        assert len({entry["id"] for entry in page["items"]}) == document["total"]
        for entry in page["items"]:
            check_annotation(entry)


def shareable(saved: SavedComparison) -> dict[str, Any]:
    document: dict[str, Any] = json.loads(json.dumps(annotation_collection(saved)))
    return document


def test_the_collection_has_the_shape_of_the_model() -> None:
    check_collection(shareable(full()))
    check_collection(shareable(new_saved(compared())))


def test_positions_and_quotations_say_the_same() -> None:
    texts = {name: QuotedText(text) for name, text in (("c0ffee", compared().left), ("beef", compared().right))}
    checked = 0
    for entry in shareable(full())["first"]["items"]:
        for target in entry["target"]:
            quote, *positions = target["selector"]
            for position in positions:
                text = texts[target["source"]["id"].rsplit(":", 1)[1]].text
                assert text[position["start"] : position["end"]] == quote["exact"]
                checked += 1
    assert checked > 6


@settings(max_examples=40)
@given(
    text=st.text(max_size=20),
    tags=st.lists(st.text(min_size=1, max_size=5), max_size=2),
    row=st.integers(0, 2),
    author=st.text(max_size=5),
)
def test_notes_come_back_as_they_went(text: str, tags: list[str], row: int, author: str) -> None:
    words = words_target(compared(), [("left", Passage(1, 7, 15))])
    mine = [
        noted(text, row=row, tags=tags, verdict="check", author=author),
        Note(id="n2", target=words, text="b", created=WHEN, changed=WHEN),
    ]
    saved = saved_with(*mine)
    document = shareable(saved)
    check_collection(document)
    handed = parse_imported(document, "x")
    assert handed.left_out == 0
    assert handed.comparison == saved.id
    back = annotated(new_saved(compared()), handed.annotations, "me")
    assert living(back.saved.notes) == living(saved.notes)


def test_everything_comes_back() -> None:
    saved = full()
    back = annotated(new_saved(compared()), parse_imported(shareable(saved), "x").annotations, "me").saved
    assert living(back.notes)[:-1] == living(saved.notes)[:-1]
    [lost] = [note for note in back.notes if note.orphaned]
    assert (lost.id, lost.text, lost.target.anchors[0].exact) == ("n5", "Nine?", "It rained for nine days.")
    assert living(back.reviews) == living(saved.reviews)
    assert living(back.link_corrections) == living(saved.link_corrections)


def test_a_pair_of_sentences_apart_comes_back_as_one_place() -> None:
    comparison = make_comparison()
    target = target_of(comparison, comparison.rows[0])
    first = anchor_of(comparison.left, [0, 2, 3])
    apart = target.model_copy(update={"anchors": [first, target.anchors[1]]})
    saved = new_saved(comparison)
    note = Note(target=apart, text="three of them", created=WHEN, changed=WHEN)
    document = shareable(saved.model_copy(update={"notes": [note]}))
    assert len(document["first"]["items"][0]["target"]) == 3
    [back] = annotated(saved, parse_imported(document, "x").annotations, "me").saved.notes
    assert back.target.numbers(comparison.left.name) == [0, 2, 3]


def test_annotations_of_another_program_are_understood() -> None:
    selector = {"type": "TextQuoteSelector", "exact": "the warden said", "prefix": "Nobody was hurt, "}
    place = {"source": "urn:storyreader:article:c0ffee", "selector": selector}
    entries = [
        {"id": "https://notes.example/1", "type": "Annotation", "bodyValue": "Which warden?", "target": place,
         "creator": {"name": "Bo"}, "created": "2026-05-04T10:00:00"},
        {"id": "https://notes.example/2", "type": ["Annotation"], "motivation": "highlighting", "target": [place]},
        {"id": "https://notes.example/3", "type": "Annotation", "body": 7, "target": place},
        {"id": "https://notes.example/4", "type": "Annotation", "bodyValue": "x", "target": "https://a.example"},
    ]  # fmt: skip
    handed = parse_imported({"type": "AnnotationPage", "items": entries}, "x")
    assert (len(handed.annotations), handed.left_out) == (2, 2)
    notes = annotated(new_saved(compared()), handed.annotations, "me").saved.notes
    assert {(note.text, note.author, note.highlight) for note in notes} == {
        ("Which warden?", "Bo", False),
        ("", "", True),
    }
    assert {note.target.anchors[0].span for note in notes} == {(17, 32)}


def test_the_json_export_holds_all_that_an_import_needs_and_nothing_taken_back() -> None:
    gone = noted("a secret", identity="n9").model_copy(update={"deleted": True})
    saved = saved_with(*full().notes, gone)
    document = json.loads(json.dumps(export_document(dossier_of(saved), "Ina")))
    text = json.dumps(document)
    assert "a secret" not in text
    assert "/home/ina" not in text
    assert document["dossier"]["rows"][0]["left"][0]["sentence"] == 1
    assert document["dossier"]["orphans"][0]["quotations"] == {"left": "It rained for nine days."}
    handed = parse_imported(document, "x")
    assert handed.saved is not None
    assert handed.by == "Ina"
    found = imported(new_saved(compared()), handed.saved, "me")
    assert [note.id for note in living(found.saved.notes)] == [note.id for note in living(saved.notes)]
