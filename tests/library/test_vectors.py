"""Stored vectors: what was put comes back, and a damaged file costs nothing but time."""

from pathlib import Path

from storyreader.library.vectors import StoredVectors


def test_what_was_put_comes_back(tmp_path: Path) -> None:
    vectors = StoredVectors(tmp_path / "v.sqlite")
    many = {f"key {number}": bytes([number % 256]) * 4 for number in range(1200)}
    vectors.put(many)
    vectors.close()
    again = StoredVectors(tmp_path / "v.sqlite")
    assert again.get([*many, "unknown"]) == many
    again.close()
    assert again.get(["key 1"]) == {}


def test_a_damaged_file_is_made_anew(tmp_path: Path) -> None:
    file = tmp_path / "v.sqlite"
    file.write_bytes(b"no database at all, but long enough to be looked at" * 100)
    vectors = StoredVectors(file)
    vectors.put({"a": b"1"})
    assert vectors.get(["a"]) == {"a": b"1"}
    vectors.close()
