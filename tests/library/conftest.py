"""A folder of pages, a place for a catalogue, and what is read anew."""

from pathlib import Path

import pytest

from tests.library.lanterns import page


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "pages"
    folder.mkdir()
    for name in ("Abbeyfield", "Brill", "Cresby"):
        (folder / f"{name}.txt").write_text(page(name), encoding="utf-8")
    return folder


@pytest.fixture
def place(tmp_path: Path) -> Path:
    return tmp_path / "data" / "library.sqlite"


@pytest.fixture
def read_anew(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The names of the files that are read, not known."""
    from storyreader.library import workers

    names: list[str] = []
    real = workers._read

    def told(given: object) -> object:
        names.append(Path(str(getattr(given, "path", given))).name)
        return real(given)  # type: ignore[arg-type]

    monkeypatch.setattr(workers, "_read", told)
    return names
