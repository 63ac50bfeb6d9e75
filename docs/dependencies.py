"""Lists the libraries that a wheel brings along, with version and licence, and writes them as an SBOM (CycloneDX JSON).

    python docs/dependencies.py            the table of docs/security.md
    python docs/dependencies.py --sbom     the SBOM, for a release

Read from what is installed; nothing is asked of the network.
"""

import argparse
import json
import re
import sys
from importlib import metadata

PROJECT = "storyreader"
EXTRAS = ("semantic",)
_NAME = re.compile(r"[A-Za-z0-9._-]+")


def normal(name: str) -> str:
    """The name as package indexes compare it."""
    return re.sub(r"[-_.]+", "-", name).lower()


def needed(project: str = PROJECT, extras: tuple[str, ...] = ()) -> dict[str, metadata.Distribution]:
    """All libraries that a project needs, those that they need too, by name."""
    found: dict[str, metadata.Distribution] = {}
    waiting = [(project, extras)]
    while waiting:
        name, wanted = waiting.pop()
        for line in metadata.distribution(name).requires or ():
            requirement, _, marker = line.partition(";")
            match = _NAME.match(requirement)
            if match is None or not _holds(marker, wanted) or normal(match[0]) in found:
                continue
            try:
                found[normal(match[0])] = metadata.distribution(match[0])
            except metadata.PackageNotFoundError:
                continue  # of another system
            waiting.append((match[0], ()))
    return dict(sorted(found.items()))


def _holds(marker: str, extras: tuple[str, ...]) -> bool:
    """Whether a requirement is one of ours: those of extras only where they are asked for."""
    extra = re.search(r"extra\s*==\s*['\"]([^'\"]+)['\"]", marker)
    return extra is None or extra[1] in extras


def licence(library: metadata.Distribution) -> str:
    """The licence as the library states it."""
    expression = _stated(library, "License-Expression")
    classified = [line.rpartition(" :: ")[2] for line in _stated(library, "Classifier") if line.startswith("License")]
    plain = [text.strip().split("\n", 1)[0][:60] for text in _stated(library, "License")]
    return ", ".join(expression or classified or plain) or "not stated"


def _stated(library: metadata.Distribution, field: str) -> list[str]:
    return [str(value) for value in library.metadata.get_all(field) or ()]


def sbom() -> dict[str, object]:
    """The libraries as CycloneDX 1.5; the same whenever the same are installed."""
    parts = [
        {
            "type": "library",
            "name": name,
            "version": library.version,
            "purl": f"pkg:pypi/{name}@{library.version}",
            "licenses": [{"license": {"name": licence(library)}}],
        }
        for name, library in needed(extras=EXTRAS).items()
    ]
    own = {"type": "application", "name": PROJECT, "version": metadata.version(PROJECT)}
    head = {"bomFormat": "CycloneDX", "specVersion": "1.5", "version": 1}
    return {**head, "metadata": {"component": own}, "components": parts}


def main() -> int:
    """Print the table, or the SBOM."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--sbom", action="store_true")
    if parser.parse_args().sbom:
        json.dump(sbom(), sys.stdout, indent=1)
        print()
        return 0
    print("| library | version | licence |\n|---|---|---|")
    for name, library in needed(extras=EXTRAS).items():
        print(f"| {name} | {library.version} | {licence(library)} |")
    return 0


if __name__ == "__main__":
    sys.exit(main())
