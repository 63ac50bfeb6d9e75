"""Whether a folder lies on another machine: of what changes there the system tells nothing."""

import contextlib
from pathlib import Path

_NETWORK = frozenset(
    {"9p", "afs", "ceph", "cifs", "fuse.sshfs", "fuse.rclone", "lustre", "nfs", "nfs4", "smb3", "smbfs"}
)
_MOUNTS = Path("/proc/self/mounts")


def on_network(folder: Path, mounts: Path = _MOUNTS) -> bool:
    """Whether the system says so; where it does not tell of such folders (all but Linux) it counts as near."""
    kinds: dict[str, str] = {}
    with contextlib.suppress(OSError, ValueError):
        folder = folder.resolve()
        for line in mounts.read_text(encoding="utf-8", errors="replace").splitlines():
            _, place, kind, *_ = line.split(" ")
            kinds[place.encode().decode("unicode_escape")] = kind  # a blank is written as \040
    return next((kinds[str(one)] for one in (folder, *folder.parents) if str(one) in kinds), "") in _NETWORK
