"""Folders on another machine, as the system tells of them."""

from pathlib import Path

import pytest

from storyreader.library import on_network

MOUNTS = """\
/dev/sda / ext4 rw 0 0
host:/a {0}/far nfs4 rw 0 0
//host/b {0}/the\\040office cifs rw 0 0
tmp {0}/far/near tmpfs rw 0 0
"""


@pytest.mark.parametrize(
    ("folder", "far"),
    [("near", False), ("far", True), ("far/pages", True), ("far/near/pages", False), ("the office/pages", True)],
)
def test_a_folder_is_far_when_the_nearest_mount_is(tmp_path: Path, folder: str, far: bool) -> None:
    mounts = tmp_path / "mounts"
    mounts.write_text(MOUNTS.format(tmp_path), encoding="utf-8")
    assert on_network(tmp_path / folder, mounts) is far


def test_where_the_system_does_not_tell_all_is_near(tmp_path: Path) -> None:
    assert not on_network(tmp_path, tmp_path / "none")
