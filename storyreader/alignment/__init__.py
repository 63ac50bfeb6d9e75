"""Which sentences of two articles tell the same thing, how surely, why, and what was reworded."""

from typing import TYPE_CHECKING

from storyreader.face import lazy_face

if TYPE_CHECKING:
    from storyreader.alignment.claims import claims_nothing as claims_nothing
    from storyreader.alignment.features import related_mass as related_mass
    from storyreader.alignment.linking import (
        Matches as Matches,
        match_outlines as match_outlines,
        match_sentences as match_sentences,
    )
    from storyreader.alignment.many import match_all as match_all
    from storyreader.alignment.outlines import TextOutline as TextOutline, outline as outline
    from storyreader.alignment.profiles import profile as profile
    from storyreader.alignment.vocabulary import word_weight as word_weight

_HOMES = {
    "claims_nothing": "claims",
    "related_mass": "features", "match_outlines": "linking", "match_sentences": "linking",
    "Matches": "linking", "match_all": "many",
    "TextOutline": "outlines", "outline": "outlines", "profile": "profiles", "word_weight": "vocabulary",
}  # fmt: skip

if not TYPE_CHECKING:  # a name that is not there must not pass
    __getattr__, __dir__ = lazy_face(__name__, _HOMES)
