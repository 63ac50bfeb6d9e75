"""What all tests share: folders of their own for settings, data and cache, no colours taken from outside, and examples
that no clock can make fail.
"""

import os
from pathlib import Path

import pytest
from hypothesis import settings

# A busy machine is no bug: no deadlines. Where CI is set the same examples are tried every time, so that a run that
# fails can be run again; elsewhere new ones are, and a failure prints how to try it again.
settings.register_profile("storyreader", deadline=None, print_blob=True, derandomize=bool(os.environ.get("CI")))
settings.load_profile("storyreader")


@pytest.fixture(autouse=True)
def own_folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """No test reads or writes the developer's own files."""
    home = tmp_path / "home"
    for name in ("CONFIG", "DATA", "CACHE"):
        monkeypatch.setenv(f"STORYREADER_{name}_DIR", str(home / name.lower()))
    for name in ("NO_COLOR", "STORYREADER_MARKS", "COLORTERM"):
        monkeypatch.delenv(name, raising=False)
    return home


@pytest.fixture(autouse=True, scope="session")
def language_model() -> None:
    """The model that tells languages is loaded beforehand: it takes longer than hypothesis allows an example."""
    from storyreader.lexicon.identifying import identified

    identified("The harbour was closed.")
