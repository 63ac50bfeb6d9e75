"""Three pages of lantern workshops, and reading them with a catalogue."""

from pathlib import Path

from storyreader.library import Catalogue, Entry, find_files, in_file_order, scan

STORY = (
    "Lantern workshop burns down in Ferrow\n\n"
    "A workshop for paper lanterns burned down in Ferrow on Tuesday night, and nobody was hurt.\n\n"
    "The owner, Idris Polk, said that forty years of patterns were lost in the flames.\n"
)


def page(name: str) -> str:
    return STORY.replace("Ferrow", name)


def read(folder: Path, place: Path) -> list[Entry]:
    files = find_files([folder])
    with Catalogue(place) as catalogue:
        entries = [entry for batch in scan(files, catalogue) for entry in batch.entries]
    return in_file_order(entries, files)
