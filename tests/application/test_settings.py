"""The settings file: what is taken from it, and what is said about the rest."""

from pathlib import Path

from storyreader.settings import read_settings


def settings(tmp_path: Path, text: str) -> Path:
    file = tmp_path / "config.toml"
    file.write_text(text, encoding="utf-8")
    return file


def test_an_earlier_name_of_a_setting_still_works(tmp_path: Path) -> None:
    found = read_settings(settings(tmp_path, 'meaning = "off"\n'))
    assert (found.semantic, found.problems) == ("off", ())


def test_an_unknown_setting_is_named_and_costs_nothing_else(tmp_path: Path) -> None:
    found = read_settings(settings(tmp_path, 'author = "jw"\ncolour = "red"\nsemantic = "maybe"\n'))
    assert found.author == "jw"
    assert found.semantic == "on"
    assert ["colour" in problem or "semantic" in problem for problem in found.problems] == [True, True]


def test_without_a_file_there_are_defaults_and_no_problem(tmp_path: Path) -> None:
    assert read_settings(tmp_path / "config.toml").problems == ()
