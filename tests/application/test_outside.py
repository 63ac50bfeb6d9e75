"""Going out of the app."""

import zipfile
from pathlib import Path

import pytest

from storyreader import application
from storyreader.errors import StoryReaderError


def test_a_page_inside_of_a_file_is_not_shown_as_that_file(tmp_path: Path) -> None:
    file = tmp_path / "pages.zip"
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("in/a.html", "<p>x</p>")
    with pytest.raises(StoryReaderError, match=r"pages.zip#a.html is a page inside of"):
        application.open_outside(f"{file}#in/a.html")
