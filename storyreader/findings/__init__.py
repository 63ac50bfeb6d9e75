"""What two accounts have in facts and in voices, beside their links: worked out from a finished comparison."""

from typing import TYPE_CHECKING

from storyreader.face import lazy_face

if TYPE_CHECKING:
    from storyreader.findings.fact_table import find_fact_rows as find_fact_rows
    from storyreader.findings.find import find_findings as find_findings
    from storyreader.findings.nouns import (
        Drift as Drift,
        FactRow as FactRow,
        FactState as FactState,
        Findings as Findings,
        Mention as Mention,
        Omission as Omission,
        Utterance as Utterance,
        Voice as Voice,
    )
    from storyreader.findings.omissions import find_omissions as find_omissions
    from storyreader.findings.voices import find_voices as find_voices

_HOMES = {
    "find_fact_rows": "fact_table", "find_findings": "find", "Drift": "nouns", "FactRow": "nouns",
    "FactState": "nouns", "Findings": "nouns", "Mention": "nouns", "Omission": "nouns", "Utterance": "nouns",
    "Voice": "nouns", "find_omissions": "omissions", "find_voices": "voices",
}  # fmt: skip

if not TYPE_CHECKING:  # a name that is not there must not pass
    __getattr__, __dir__ = lazy_face(__name__, _HOMES)
