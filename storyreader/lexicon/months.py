"""The names of the months in all languages at once, for text whose language is not known yet."""

from collections.abc import Mapping
from functools import cache

from storyreader.lexicon.packs import languages, pack, shared_pack


@cache
def month_names() -> Mapping[str, int]:
    """Every name and short form, case-folded, with the number of its month. No two packs disagree."""
    found: dict[str, int] = dict(shared_pack()["months"])
    for language in languages():
        found.update(pack(language).get("facts", {}).get("months", {}))
    return {name.casefold(): number for name, number in found.items()}
