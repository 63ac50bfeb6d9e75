"""How a room shows what it has to offer: its names, each imported from its module when it is first used (PEP 562).

A room is entered through its face and never deeper (`from storyreader.alignment import match_sentences`); what nobody
asks for costs nothing at start-up.
"""

import sys
from collections.abc import Callable, Mapping
from importlib import import_module
from typing import Any


def lazy_face(package: str, homes: Mapping[str, str]) -> tuple[Callable[[str], Any], Callable[[], list[str]]]:
    """`__getattr__` and `__dir__` of a package whose names live in the modules that `homes` names."""

    def load(name: str) -> Any:
        if name not in homes:
            raise AttributeError(f"module {package!r} has no attribute {name!r}")
        value = named(f"{package}.{homes[name]}", name)
        setattr(sys.modules[package], name, value)
        return value

    return load, lambda: sorted(homes)


def named(module: str, name: str) -> Any:
    """What a module calls by a name; the module is imported when it has not been yet."""
    return getattr(import_module(module), name)
