"""A colleague's notes come beside one's own; how far two coders agree."""

import json
from collections.abc import Sequence
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings, strategies as st

from storyreader.cli import main
from storyreader.comparison import Comparison
from storyreader.errors import StoryReaderError
from storyreader.exporting.annotations import annotation_collection
from storyreader.exporting.dossier import dossier_of
from storyreader.exporting.json_export import export_document
from storyreader.saving import Note, SavedComparison, Store, new_saved
from storyreader.saving.coder_agreement import agreement, kappa, verdicts_of
from storyreader.saving.exchange import ImportedFile, parse_imported, read_imported_file
from storyreader.saving.history import undone
from storyreader.saving.importing import imported
from storyreader.saving.items import living
from tests.exporting.dossiers import RIGHT, WHEN, compared, full, noted, saved_with

LATER = WHEN + timedelta(hours=1)


def texts(saved: SavedComparison) -> list[tuple[str, str]]:
    return [(note.author, note.text) for note in living(saved.notes)]


def test_what_is_new_is_taken_with_its_author_and_can_be_undone() -> None:
    mine, theirs = saved_with(noted("mine")), saved_with(noted("theirs", identity="n2", author="Bo"))
    found = imported(mine, theirs, "Ina")
    assert (found.new, found.later, found.beside) == (1, 0, 0)
    assert texts(found.saved) == [("Ina", "mine"), ("Bo", "theirs")]
    back = undone(found.saved)
    assert back is not None
    assert texts(back[0]) == [("Ina", "mine")]
    assert imported(found.saved, theirs, "Ina").saved == found.saved


def test_a_later_state_of_theirs_replaces_the_earlier_and_not_the_other_way_round() -> None:
    early = saved_with(noted("early", author="Bo"))
    late = saved_with(noted("late", author="Bo", changed=LATER))
    assert texts(imported(early, late, "Ina").saved) == [("Bo", "late")]
    assert texts(imported(late, early, "Ina").saved) == [("Bo", "late")]


def test_ones_own_note_that_was_changed_elsewhere_stays_and_the_other_comes_beside() -> None:
    mine, theirs = saved_with(noted("as I wrote it")), saved_with(noted("as Bo has it", changed=LATER))
    found = imported(mine, theirs, "Ina", by="Bo")
    assert found.beside == 1
    assert sorted(texts(found.saved)) == [("Bo", "as Bo has it"), ("Ina", "as I wrote it")]
    again = imported(found.saved, theirs, "Ina", by="Bo")
    assert again.saved == found.saved


def test_nothing_of_ones_own_is_deleted_by_a_colleague() -> None:
    gone = noted("mine", changed=LATER).model_copy(update={"deleted": True})
    assert texts(imported(saved_with(noted("mine")), saved_with(gone), "Ina").saved) == [("Ina", "mine")]


def test_a_colleague_may_have_the_pages_the_other_way_round() -> None:
    here = compared()
    mirrored = new_saved(Comparison(here.right, here.left, (), (), (), ()))
    target = noted("B first").target
    note = noted("B first", author="Bo").model_copy(update={"target": target})
    found = imported(new_saved(here), mirrored.model_copy(update={"notes": [note]}), "Ina")
    [placed] = found.saved.notes
    assert placed.target == target


def written(tmp_path: Path, name: str, document: object) -> str:
    file = tmp_path / name
    file.write_text(json.dumps(document), encoding="utf-8")
    return str(file)


def test_commands_from_one_person_to_another(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    saved = Store().save(full())
    for form in ("json", "w3c"):
        assert main(["export", saved.id[:6], "--format", form, "-o", str(tmp_path / form)]) == 0
    assert main(["export", "--all", str(tmp_path / "all")]) == 0
    [folder] = (tmp_path / "all").iterdir()
    assert len(list(folder.iterdir())) == 7
    monkeypatch.setenv("STORYREADER_DATA_DIR", str(tmp_path / "colleague"))
    assert main(["import", str(tmp_path / "w3c")]) == 2  # nothing to annotate yet
    assert main(["import", str(tmp_path / "json")]) == 0
    assert main(["import", str(tmp_path / "w3c")]) == 0
    taken = Store().load(saved.id)
    assert taken is not None
    assert taken.living_notes == saved.living_notes
    assert taken.restored().left.path == ""
    assert "new here, with 5 notes" in capsys.readouterr().out


def test_export_to_standard_output_and_of_a_file(tmp_path: Path, capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    file = written(tmp_path, "saved.json", full().model_dump(mode="json"))
    assert main(["export", file, "--format", "csv"]) == 0
    assert capsysbinary.readouterr().out.startswith(b"\xef\xbb\xbfrow,kind")
    assert main(["export", "nothing-like-it"]) == 2


def test_annotations_of_another_program_on_the_address_of_a_page(tmp_path: Path) -> None:
    saved = Store().save(new_saved(compared()))
    selector = {"type": "TextQuoteSelector", "exact": "broke on Friday and 21 gardens"}
    target = {"source": "https://gazette.example/weir?a=1&b=2", "selector": selector}
    entry = {"id": "https://notes.example/7", "type": "Annotation", "bodyValue": "21?", "target": target}
    file = written(tmp_path, "foreign.json", [entry])
    assert main(["import", file]) == 2
    assert main(["import", file, "--into", saved.id]) == 0
    again = Store().load(saved.id)
    assert again is not None
    [note] = again.living_notes
    assert (note.text, [note.target.numbers(name) for name in saved.names.values()]) == ("21?", [[], [0]])


def test_a_name_from_outside_never_becomes_a_place_elsewhere(tmp_path: Path) -> None:
    document = export_document(dossier_of(full()))
    document["saved"]["id"] = "../../escaped"
    assert main(["import", written(tmp_path, "hostile.json", document)]) == 0
    assert [file.name for file in Store().folder.glob("*.json")] == [f"{full().id}.json"]
    assert not list(tmp_path.rglob("escaped*"))


@pytest.mark.parametrize(
    "content", ["", "[]", "7", "{}", '{"format": "storyreader-export"}', '{"format": "storyreader-comparison"}',
                '{"format": "storyreader-comparison", "version": 99}', "[" * 100_000, '{"type": "AnnotationPage"}',
                '{"format": "storyreader-export", "saved": {"version": "x"}}'],
)  # fmt: skip
def test_what_is_not_understood_is_said_and_left_where_it_is(tmp_path: Path, content: str) -> None:
    file = tmp_path / "odd.json"
    file.write_text(content, encoding="utf-8")
    with pytest.raises(StoryReaderError, match=r"odd\.json"):
        read_imported_file(file)
    assert file.read_text(encoding="utf-8") == content


json_values = st.recursive(
    st.one_of(st.none(), st.booleans(), st.integers(), st.text(max_size=5)),
    lambda inner: st.one_of(
        st.lists(inner, max_size=3),
        st.dictionaries(
            st.sampled_from(["id", "type", "target", "body", "selector", "source", "exact", "items"]), inner
        ),
    ),
    max_leaves=12,
)


@settings(max_examples=60)
@given(st.lists(json_values, max_size=4))
def test_annotations_of_any_shape_are_understood_or_counted(entries: list[object]) -> None:
    framed = [{**entry, "type": "Annotation"} if isinstance(entry, dict) else entry for entry in entries]
    found = parse_imported({"type": "AnnotationCollection", "first": {"items": framed}}, "x")
    dictionaries = sum(isinstance(entry, dict) for entry in framed)
    assert len(found.annotations) + found.left_out == dictionaries


def coded(*verdicts: str, author: str = "Ina") -> ImportedFile:
    notes = [
        noted("", row=row, identity=f"{author}{row}", verdict=verdict, author=author)
        for row, verdict in enumerate(verdicts)
        if verdict
    ]
    return ImportedFile(saved=saved_with(*notes))


def test_agreement_counts_only_what_both_have_judged() -> None:
    found = agreement(verdicts_of(coded("agree", "check", "omitted")), verdicts_of(coded("agree", "opinion", "")))
    assert (found.both, found.only, found.share) == (2, (1, 0), 0.5)
    [(quotations, one, other)] = found.differing
    assert (one, other) == ("check", "opinion")
    assert quotations == (RIGHT[1],)


def test_annotations_and_files_count_alike() -> None:
    mine = coded("agree", "check", "omitted")
    assert mine.saved is not None
    handed = parse_imported(json.loads(json.dumps(annotation_collection(mine.saved))), "x")
    assert verdicts_of(handed) == verdicts_of(mine)


@pytest.mark.parametrize(
    ("counts", "value"),
    [
        # 20 and 15 the same, 5 and 10 not: (0.7 - 0.5) / (1 - 0.5)
        ({("yes", "yes"): 20, ("yes", "no"): 5, ("no", "yes"): 10, ("no", "no"): 15}, 0.4),
        ({("yes", "yes"): 3}, None),
        ({("a", "b"): 2, ("b", "a"): 2}, -1.0),
        ({("a", "a"): 2, ("b", "b"): 5}, 1.0),
        ({}, None),
    ],
)
def test_kappa(counts: dict[tuple[str, str], int], value: float | None) -> None:
    pairs = [pair for pair, times in counts.items() for _ in range(times)]
    found = kappa(pairs)
    assert found == (value if value is None else pytest.approx(value))


@given(st.lists(st.tuples(st.sampled_from("abc"), st.sampled_from("abc")), min_size=1, max_size=30))
def test_kappa_does_not_care_who_is_first_and_stays_in_its_bounds(pairs: Sequence[tuple[str, str]]) -> None:
    found = kappa(pairs)
    mirrored = kappa([(other, one) for one, other in pairs])
    assert (found is None) == (mirrored is None)
    if found is not None and mirrored is not None:
        assert found == pytest.approx(mirrored)
        assert -1.0000001 <= found <= 1.0000001


def test_agreement_as_a_command(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    both = saved_with(
        *(
            note
            for handed in (coded("agree", "check"), coded("agree", "opinion", author="Bo"))
            for note in notes_of(handed)
        )
    )
    file = written(tmp_path, "both.json", both.model_dump(mode="json"))
    assert main(["agreement", file, "--coders", "Ina", "Bo"]) == 0
    told = capsys.readouterr().out
    assert "both gave a verdict to: 2" in told
    assert "Same verdict: 50.0%" in told
    assert "Ina: check, Bo: opinion" in told
    assert main(["agreement", file, file, "--format", "json"]) == 0
    assert json.loads(capsys.readouterr().out)["share"] == 1.0


def notes_of(handed: ImportedFile) -> list[Note]:
    assert handed.saved is not None
    return handed.saved.notes
