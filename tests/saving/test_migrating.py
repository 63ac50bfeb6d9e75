"""Files of every earlier version are opened as if they had been written today."""

import json
from pathlib import Path

import pytest

from storyreader.saving import Store
from storyreader.saving.history import undone
from storyreader.saving.model import VERSION, parsed
from storyreader.saving.targets import items_by_row
from storyreader.saving.version_3 import codes_for_sentences

FILES = sorted((Path(__file__).parent / "fixtures").glob("version-*.json"))


def test_there_is_a_file_of_every_earlier_version() -> None:
    assert [file.stem for file in FILES] == [f"version-{number}" for number in range(1, VERSION)]


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_nothing_of_an_old_file_is_lost(file: Path, tmp_path: Path) -> None:
    document = json.loads(file.read_text(encoding="utf-8"))
    document["later"] = {"a field": "nobody knows"}
    saved = parsed(document)
    assert saved.version == VERSION
    assert [note.text for note in saved.living_notes][:2] == ["Which engineers?", "A diver alone?"]
    assert {place: [n.text for n in there] for place, there in items_by_row(saved.restored(), saved.notes).items()} == {
        1: ["Which engineers?"],
        3: ["A diver alone?"],
    }
    store = Store(tmp_path)
    store.save(saved)
    again = store.load(saved.id)
    assert again is not None
    assert again.notes == saved.notes
    assert json.loads(store.file(saved.id).read_text(encoding="utf-8"))["later"] == {"a field": "nobody knows"}


def test_version_2_gives_codes_for_its_sentences_and_names_for_its_sides() -> None:
    saved = parsed(json.loads((Path(__file__).parent / "fixtures" / "version-2.json").read_text(encoding="utf-8")))
    found = saved.restored()
    assert found.left.warnings == ("date as found: 2026-13-45 cannot exist",)
    assert [ground.code for link in found.links for ground in link.grounds] == [
        "same_text", "shared_run", "shared_words", "similar_meaning", "own_not_a_conflict", "written",
    ]  # fmt: skip
    assert found.links[1].reasons == (
        "same run of words: “crack in the northern pillar”", "shared words: crack, pillar", "similar meaning 0.91",
    )  # fmt: skip
    assert found.links[2].reasons[-1] == "a reason of long ago"
    (vans,) = found.links[2].differences
    assert (vans.left_text, vans.right_text, vans.reason, vans.confidence) == (
        "twelve vans",
        "fourteen vans",
        "value",
        90,
    )
    assert found.summary.remarks[0].startswith("A is in en, B in de: without comparing by meaning")
    orphan = next(note for note in saved.notes if note.orphaned)
    assert [(anchor.article, anchor.exact) for anchor in orphan.target.anchors] == [
        (found.left.name, "Gulls sat on it.")
    ]
    assert [item.target.numbers(found.right.name) for item in saved.link_corrections] == [[2]]
    assert [(step.action, step.text) for step in saved.steps] == [
        ("note", "Which engineers?"), ("note", "A diver alone?"), ("reviewed", ""), ("not a conflict", ""),
        ("placed again", "4"), ("import", "1 item"),
    ]  # fmt: skip
    turned = undone(saved)
    assert turned is not None
    assert [note.id for note in turned[0].living_notes] == ["n1", "n2"]


@pytest.mark.parametrize(
    ("says", "texts", "reason"),
    [
        (
            "A: at least 24 people, B: 31 people; both can hold: one is a bound",
            ("at least 24 people", "31 people"),
            "bound",
        ),
        ('A: "not sell", B: "sell"; one side negates it', ("not sell", "sell"), "negation"),
        ('A: "closed", B: "opened"', ("closed", "opened"), "antonym"),
        ("A: Lida Voss, B: Lida Brandt", ("Lida Voss", "Lida Brandt"), "name"),
        ("A: “No; never”, B: “No”; the quotation differs", ("“No; never”", "“No”"), "quotation"),
        ("nobody knows any more", ("nobody knows any more", ""), "value"),
    ],
)
def test_what_version_2_said_of_a_difference_is_read_back(says: str, texts: tuple[str, str], reason: str) -> None:
    what = "name" if reason == "name" else "value"
    link = {"differences": [{"what": what, "left": {}, "right": {}, "says": says, "sure": 80, "conflict": True}]}
    document = codes_for_sentences({"comparison": {"links": [link]}})
    (found,) = document["comparison"]["links"][0]["differences"]
    assert (found["left_text"], found["right_text"], found["reason"], found["confidence"]) == (*texts, reason, 80)
    assert "says" not in found
