"""Which place lies in which, so that Athens is no contradiction of Greece, and France is one of Poland.

Names of peoples count as their land: "Greek" is Greece. Only well-known places are in the table; of others nothing
is said.
"""

from functools import cache
from importlib import resources

from storyreader.facts.aliases import plain_name

LANGUAGE = "en"
WORLD = "world"
"""What the continents lie in."""


@cache
def _lands() -> tuple[dict[str, str], dict[str, str]]:
    """For each name, small and without accents, its place; for each place the larger one, empty where none is told."""
    names: dict[str, str] = {}
    larger: dict[str, str] = {}
    file = resources.files(__package__) / "data" / f"places_{LANGUAGE}.txt"
    for line in file.read_text(encoding="utf-8").splitlines():
        if line.startswith("#"):
            continue
        whole, _, parts = line.partition(":")
        for part in parts.split(","):
            first, *others = (name.strip() for name in part.split("="))
            larger[first] = whole.strip()
            names.update(dict.fromkeys((first, *others), first))
    return names, larger


def country_of(name: str) -> str:
    """The place that a name of a place or people means; empty when it is not known."""
    return _lands()[0].get(plain_name(name).replace(".", ""), "")


def lies_in(left: str, right: str) -> bool:
    """Whether a known place lies in another, or is it."""
    return right in _around(left)


def in_one_another(left: str, right: str) -> bool:
    """Whether two known places are one, or one lies in the other."""
    return lies_in(left, right) or lies_in(right, left)


def elsewhere(left: str, right: str) -> bool:
    """Whether two places are known and have nothing in common; of Turkey and Europe the table does not tell."""
    if not left or not right or in_one_another(left, right):
        return False
    larger = _lands()[1]
    return all(
        larger[place] != WORLD or larger[_around(rival)[-1]] == WORLD for place, rival in ((left, right), (right, left))
    )


def _around(place: str) -> list[str]:
    """A place and all that it lies in."""
    found = [place]
    larger = _lands()[1]
    while larger[found[-1]] not in {"", WORLD}:
        found.append(larger[found[-1]])
    return found
