"""Takes the outlet's name off the end of a headline, where a title for browsers has been put into the page as one."""

from storyreader.cleaning.draft import Draft
from storyreader.cleaning.fields.outlet_by_words import BAR
from storyreader.cleaning.fields.outlet_names import folded


def apply(draft: Draft) -> None:
    """Cut the name off when it stands behind a bar, and a headline is left."""
    headline, publisher = draft.fields.get("headline") or "", draft.fields.get("publisher") or ""
    bars = list(BAR.finditer(headline))
    if bars and bars[-1].start() and folded(headline[bars[-1].end() :]) == folded(publisher):
        draft.fields["headline"] = headline[: bars[-1].start()]
