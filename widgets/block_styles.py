"""How the pieces of a line look, by the names of their styles: one table for every list and text.

They are no component classes: Textual would work out each of them for each widget before the first frame.
"""

from collections.abc import Mapping

STYLES: Mapping[str, str] = {
    "cursor": "on $panel",
    "focused-cursor": "on $cursor-row",
    "dim": "$dim-text",
    "title": "bold",
    "heading": "bold $dim-text",
    "mark": "bold",
    "left": "bold $primary",
    "right": "bold $secondary",
    "changed-left": "underline $primary",
    "changed-right": "underline $secondary",
    "shared": "underline $accent",
    "reworded": "bold $accent",
    "partial": "bold $accent",
    "clash": "bold $error",
    "conflict": "bold reverse",
    "value": "bold underline $error",
    "value-conflict": "bold reverse $error",
    "note": "$accent",
    "noted": "underline $accent",
    "highlight": "underline on $accent-muted",
    "found": "reverse",
    "chosen": "on $panel",
    "selected": "$background on $primary",
}
"""As Textual writes styles; the names with a dollar are the theme's colours."""
