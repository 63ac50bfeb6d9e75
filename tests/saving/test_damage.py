"""Files that are not what they should be: named, moved aside, never fatal; whatever is in them."""

import copy
import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings, strategies as st

from storyreader.comparison import Comparison
from storyreader.errors import StoryReaderError
from storyreader.exporting.dossier import dossier_of
from storyreader.exporting.formats import FILES, render
from storyreader.saving import Anchor, LinkCorrection, Note, Store, Target
from storyreader.saving.exchange import parse_imported
from tests.exporting.dossiers import full

WHOLE: dict[str, Any] = json.loads(full().model_dump_json())
VERSION_1: dict[str, Any] = json.loads(
    (Path(__file__).parent / "fixtures" / "version-1.json").read_text(encoding="utf-8")
)

values = st.recursive(
    st.one_of(st.none(), st.booleans(), st.integers(), st.floats(allow_nan=False), st.text(max_size=5)),
    lambda inner: st.one_of(st.lists(inner, max_size=3), st.dictionaries(st.text(max_size=5), inner, max_size=3)),
    max_leaves=6,
)


@st.composite
def damaged(draw: st.DrawFn) -> dict[str, Any]:
    """A saved comparison with some value replaced or taken away, as deep as chance has it."""
    document: dict[str, Any] = copy.deepcopy(draw(st.sampled_from([WHOLE, VERSION_1])))
    place: Any = document
    while True:
        keys = sorted(place) if isinstance(place, dict) else list(range(len(place)))
        key = draw(st.sampled_from(keys))
        inner = place[key]
        if not isinstance(inner, (dict, list)) or not inner or draw(st.booleans()):
            break
        place = inner
    if draw(st.booleans()):
        place[key] = draw(values)
    else:
        del place[key]
    return document


@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(damaged())
def test_a_damaged_comparison_is_shown_or_set_aside(tmp_path: Path, document: dict[str, Any]) -> None:
    store = Store(tmp_path)
    for old in tmp_path.glob("x.json*"):
        old.unlink()
    content = json.dumps(document)
    store.file("x").write_text(content, encoding="utf-8")
    try:
        loaded = store.load("x")
        assert loaded is not None
        loaded.restored()
    except StoryReaderError:
        [kept] = tmp_path.glob("x.json*")
        assert kept.read_text(encoding="utf-8") == content
    store.file("x").write_text(content, encoding="utf-8")
    listing = store.listing()
    assert len(listing.heads) + len(listing.problems) == 1


@settings(max_examples=100)
@given(damaged())
def test_a_damaged_import_is_refused_or_understood(document: dict[str, Any]) -> None:
    try:
        handed = parse_imported(document, "x")
    except StoryReaderError:
        return
    assert handed.saved is None or isinstance(handed.saved.restored(), Comparison)


def test_items_on_sentences_that_are_not_there_are_listed_apart_and_change_nothing() -> None:
    saved = full()
    numbers = zip(saved.names.values(), (99, -1), strict=True)
    nowhere = Target(anchors=[Anchor(article=name, sentences=[n], exact="nowhere") for name, n in numbers])
    odd = [LinkCorrection(id="a9", kind="match", target=nowhere)]
    notes = [Note(id="n9", target=nowhere, text="x")]
    dossier = dossier_of(saved.model_copy(update={"link_corrections": odd, "notes": notes}))
    assert dossier.comparison.links == saved.restored().links
    assert {item.id for item in dossier.orphans} == {"a9", "n9"}
    for form in FILES:
        assert render(dossier.saved, form)


@pytest.mark.parametrize(
    "change",
    [
        {"rows": [{"kind": "only left", "left": [99], "right": []}]},
        {"rows": [{"kind": "same", "left": [0], "right": [0], "link": 7}]},
        {"links": [{"left": [0], "right": [-1], "kind": "same", "score": 1}]},
    ],
)
def test_numbers_of_sentences_that_are_not_there(tmp_path: Path, change: dict[str, Any]) -> None:
    store = Store(tmp_path)
    document = {**WHOLE, "comparison": {**WHOLE["comparison"], **change}}
    store.file("x").write_text(json.dumps(document), encoding="utf-8")
    with pytest.raises(StoryReaderError, match="not in it"):
        store.load("x")
    assert len(list(tmp_path.glob("x.json.damaged-*"))) == 1
