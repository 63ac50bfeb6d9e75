"""The palettes. Blue is A and orange is B in all of them; no meaning hangs on red or green.

`cursor-row` is the background of the row under the cursor, `dim-text` the colour of what is read last; both are
chosen for a contrast of at least 4.5 to 1 with the text on them (tests check it).
"""

from textual.theme import Theme

DARK = Theme(
    name="storyreader-dark",
    primary="#7ab7ff",
    secondary="#ffb45c",
    accent="#8fd6c4",
    foreground="#dce1e8",
    background="#12161c",
    surface="#171c24",
    panel="#1e2530",
    warning="#ffb45c",
    error="#ff9a8a",
    success="#8fd6c4",
    dark=True,
    variables={"cursor-row": "#2a3546", "dim-text": "#98a3b3", "head-line": "#1e2530"},
)
LIGHT = Theme(
    name="storyreader-light",
    primary="#0a54a3",
    secondary="#8f4a00",
    accent="#00665c",
    foreground="#1b1f24",
    background="#fbfaf7",
    surface="#f3f1ec",
    panel="#e9e6df",
    warning="#8f4a00",
    error="#9c2a1c",
    success="#00665c",
    dark=False,
    variables={"cursor-row": "#dbe4f0", "dim-text": "#5c6470", "head-line": "#e9e6df"},
)
CONTRAST = Theme(
    name="storyreader-contrast",
    primary="#8fc7ff",
    secondary="#ffc266",
    accent="#b6f0e0",
    foreground="#ffffff",
    background="#000000",
    surface="#000000",
    panel="#1a1a1a",
    warning="#ffc266",
    error="#ffb3a6",
    success="#b6f0e0",
    dark=True,
    variables={"cursor-row": "#003a70", "dim-text": "#c8c8c8", "head-line": "#262626"},
)
THEMES = (DARK, LIGHT, CONTRAST)
