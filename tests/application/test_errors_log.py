"""Faults are kept one after the other; a log that cannot be written is no second fault."""

from pathlib import Path

from storyreader.application import log_file, write_log


def failed() -> Exception:
    try:
        raise ZeroDivisionError("made for this test")
    except ZeroDivisionError as error:
        return error


def test_both_faults_are_in_the_log_with_where_they_happened() -> None:
    assert write_log(failed()) == write_log(ValueError("another")) == log_file()
    log = log_file().read_text(encoding="utf-8")
    assert log.index("ZeroDivisionError") < log.index("ValueError")
    assert "in failed" in log


def test_no_word_of_what_was_read_is_in_the_log() -> None:
    def read(text: str) -> None:
        try:
            int(text)
        except ValueError as error:
            raise KeyError(text) from error

    try:
        read("words of an article")
    except KeyError as error:
        write_log(error)
    log = log_file().read_text(encoding="utf-8")
    assert "words of an article" not in log.replace('read("words of an article")', "")
    assert "ValueError" in log
    assert "int(text)" in log


def test_a_log_that_cannot_be_written_is_survived(own_folders: Path) -> None:
    (own_folders).mkdir()
    (own_folders / "data").write_text("a file in the place of the folder", encoding="utf-8")
    assert not write_log(failed()).exists()
