"""Dates: those of running text, absolute and relative, and the stamps of pages."""

from typing import TYPE_CHECKING

from storyreader.face import lazy_face

if TYPE_CHECKING:
    from storyreader.dates.date_context import DateContext as DateContext, DateMatch as DateMatch
    from storyreader.dates.date_stamps import (
        DateStamp as DateStamp,
        find_stamps as find_stamps,
        impossible_dates as impossible_dates,
    )
    from storyreader.dates.day_values import (
        Period as Period,
        dates_clash as dates_clash,
        day_of as day_of,
        nearest_day as nearest_day,
        period_of as period_of,
        stated as stated,
    )
    from storyreader.dates.running_text import dates_at as dates_at
    from storyreader.dates.stamped_text import with_year as with_year, without_dates as without_dates
    from storyreader.dates.zones import zone_end as zone_end, zone_offsets as zone_offsets

_HOMES = {
    "DateContext": "date_context", "DateMatch": "date_context", "DateStamp": "date_stamps",
    "find_stamps": "date_stamps", "impossible_dates": "date_stamps", "with_year": "stamped_text",
    "without_dates": "stamped_text", "Period": "day_values", "dates_clash": "day_values", "day_of": "day_values",
    "nearest_day": "day_values", "period_of": "day_values", "stated": "day_values",
    "dates_at": "running_text", "zone_end": "zones", "zone_offsets": "zones",
}  # fmt: skip

if not TYPE_CHECKING:  # a name that is not there must not pass
    __getattr__, __dir__ = lazy_face(__name__, _HOMES)
