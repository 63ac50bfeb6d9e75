"""Textual widgets that show what the engine found. Each can be used alone; none knows the app.

An app that uses them merges `THEME_VARIABLES` into `App.get_theme_variable_defaults`: the background of the row
under the cursor, the colour of what is read last, the background of the head line.
"""

THEME_VARIABLES = {"cursor-row": "#2a3546", "dim-text": "#98a3b3", "head-line": "#1e2530"}
