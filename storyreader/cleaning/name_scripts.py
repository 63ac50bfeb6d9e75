"""Tells names that look like other names: letters of two scripts in one word, or of twins beside Latin ones."""

import re
import unicodedata

_WORD = re.compile(r"[^\W\d_]+")
_LIKE_LATIN = ("LATIN", "CYRILLIC", "GREEK", "ARMENIAN", "CHEROKEE", "COPTIC", "LISU", "FULLWIDTH", "MATHEMATICAL")
"""Scripts, and kinds of letters, in which some letters look like Latin ones."""

_TWINS = frozenset("АВЕЅІЈКМНОРСТУХԚԜаеіјорсухѕԁһӏԛԝνοΑΒΕΖΗΙΚΜΝΟΡΤΥΧ")
"""Letters of other scripts that no reader tells from Latin ones."""


def name_warnings(name: str | None) -> tuple[str, ...]:
    """A warning when a name mixes scripts in a way that makes it look like another name."""
    words = [(word, _scripts(word)) for word in _WORD.findall(name or "")]
    mixed = sorted({script for _, scripts in words if len(scripts) > 1 for script in scripts})
    if not mixed and any(scripts == {"LATIN"} for _, scripts in words):
        copied = [scripts for word, scripts in words if scripts != {"LATIN"} and _TWINS.issuperset(word)]
        mixed = sorted({"LATIN", *(script for scripts in copied for script in scripts)}) if copied else []
    if not mixed:
        return ()
    return (f"the outlet's name mixes scripts ({', '.join(script.capitalize() for script in mixed)})",)


def _scripts(word: str) -> set[str]:
    names = (unicodedata.name(letter, "").split(" ")[0] for letter in word)
    return {name for name in names if name in _LIKE_LATIN}
