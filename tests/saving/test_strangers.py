"""Files of strangers: what importing accepts opening accepts, and no file ever stands for another."""

import json
from pathlib import Path
from typing import Any

import pytest

from storyreader.cli import main
from storyreader.errors import StoryReaderError
from storyreader.exporting.dossier import dossier_of
from storyreader.exporting.json_export import export_document
from storyreader.paths import data_folder
from storyreader.saving import Note, Store, Target, read_imported_file
from tests.exporting.dossiers import full

NESTED = json.loads("[" * 80 + "]" * 80)


def document() -> dict[str, Any]:
    found: dict[str, Any] = json.loads(full().model_dump_json())
    return found


def put(place: dict[str, Any], path: str, value: object) -> None:
    *way, last = [int(step) if step.isdigit() else step for step in path.split(".")]
    here: Any = place
    for step in way:
        here = here[step]
    here[last] = value


REFUSED: tuple[tuple[str, object], ...] = (
    ("comparison.rows.0.left", [999]),
    ("comparison.rows.0.link", 999),
    ("comparison.rows.0.elsewhere", [-1]),
    ("comparison.links.0.right", [-5]),
    ("comparison.links.0.differences.0.left.sentence", 40),
    ("comparison.only_left", [77]),
    ("comparison.summary.headline_left", 12),
    ("comparison.links.0.score", float("nan")),
    ("comparison.links.0.score", float("inf")),
    ("comparison.left.published", "9999-12-31T23:59:59-12:00"),
    ("comparison.left.saved", "0001-01-01"),
    ("comparison.left.sentences.0.number", 3),
    ("comparison.left.sentences.0.paragraph", 99),
    ("comparison.left.sentences.0.start", 10**310),
    ("changed", "9999-12-31T23:59:59.999999+00:00"),
    ("notes.0.changed", "9999-01-01T00:00:00Z"),
    ("version", "99"),
    ("version", True),
    ("extra", NESTED),
    ("comparison.extra", NESTED),
    ("reviews", None),
    ("title", 5),
)
ACCEPTED: tuple[tuple[str, object], ...] = (
    ("changed", "2026-01-05T10:00:00"),
    ("notes.0.created", "2026-01-05T10:00:00"),
    ("extra", 10**30),
    ("notes.0.extra", 10**30),
    ("title", "\x1b]0;x\x07 t\u202e"),
    ("id", "../../escape"),
    ("comparison.left.path", "/x/\x1b[31m"),
)


@pytest.mark.parametrize(
    ("path", "value", "fine"),
    [*((path, value, False) for path, value in REFUSED), *((path, value, True) for path, value in ACCEPTED)],
)
def test_importing_opening_listing_and_exporting_agree(tmp_path: Path, path: str, value: object, *, fine: bool) -> None:
    hostile = document()
    put(hostile, path, value)
    text = json.dumps(hostile)
    handed = tmp_path / "theirs.json"
    handed.write_text(text, "utf-8")
    store = Store()
    store.folder.mkdir(parents=True)
    store.file("other").write_text(json.dumps(document()), "utf-8")
    store.file("mine").write_text(text, "utf-8")
    outcomes = []
    for way in (lambda: read_imported_file(handed), lambda: store.load("mine")):
        try:
            way()
            outcomes.append("accepted")
        except StoryReaderError:
            outcomes.append("refused")
    assert outcomes == ["accepted" if fine else "refused"] * 2
    listing = store.listing()
    assert "other" in [head.id for head in listing.heads]
    if fine:
        assert main(["export", "mine"]) == 0
        assert main(["import", str(handed)]) == 0
        [head] = [head for head in store.listing().heads if head.id not in ("mine", "other")]
        assert store.load(head.id) is not None
        assert not list(data_folder().parent.glob("escape*"))


def test_the_name_of_the_file_is_its_identity() -> None:
    store = Store()
    store.folder.mkdir(parents=True)
    saved = store.save(full())
    copied = {**document(), "id": saved.id, "title": "OLD BACKUP"}
    (store.folder / "backup of it.json").write_text(json.dumps(copied), "utf-8")
    heads = {head.title: head.id for head in store.listing().heads}
    assert heads == {saved.title: saved.id, "OLD BACKUP": "backup of it"}
    store.rename(heads["OLD BACKUP"], "OLDER BACKUP")
    store.delete(heads["OLD BACKUP"])
    assert [head.id for head in store.listing().heads] == [saved.id]
    assert store.restore("backup of it")
    assert {head.title for head in store.listing().heads} == {saved.title, "OLDER BACKUP"}


@pytest.mark.parametrize("name", ["../up", "a/b", "", ".hidden", "x\0y", "/etc/passwd", ".."])
def test_no_name_leads_out_of_the_folder(name: str) -> None:
    with pytest.raises(StoryReaderError):
        Store().file(name)


def test_a_strangers_name_is_no_way_into_another_comparison(tmp_path: Path) -> None:
    store = Store()
    mine = store.save(full())
    theirs = document()
    theirs["id"] = mine.id
    for side in ("left", "right"):
        theirs["comparison"][side]["content_hash"] = f"other {side}"
    theirs["notes"] = [json.loads(Note(target=Target(), text="not mine").model_dump_json())]
    file = tmp_path / "theirs.json"
    file.write_text(json.dumps(theirs), "utf-8")
    assert main(["import", str(file)]) == 0
    found = store.load(mine.id)
    assert found is not None
    assert found.notes == mine.notes
    assert len(store.listing().heads) == 2


def test_what_a_stranger_wrote_is_shown_and_not_obeyed(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    hostile = document()
    hostile["notes"][0]["text"] = "a\x1b[31mb\x9bc\u202ed\U000e0041e"
    file = tmp_path / "theirs.json"
    file.write_text(json.dumps(export_document(dossier_of(full())) | {"saved": hostile}), "utf-8")
    handed = read_imported_file(file).saved
    assert handed is not None
    assert handed.notes[0].text == "a\u241b[31mb\ufffdc\ufffdd\ufffde"
    assert main(["export", str(file), "--format", "json"]) == 0
    assert "\x1b" not in capsys.readouterr().out
