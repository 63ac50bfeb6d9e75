"""Takes out of a text what a reader cannot see and a terminal may act upon.

Escape sequences, control characters, bidirectional overrides and zero-width characters go; the zero-width joiners stay,
because Persian, the Indic scripts and composed emoji are spelled with them. Line ends become a single line feed.
Offsets are characters. The work is linear: no expression can run over the same stretch twice.
"""

import re

_LINE_END = re.compile("\r\n?|[\x0b\x0c\x85\u2028\u2029]")
# CSI sequences, then OSC/DCS/APC/PM strings with their terminator, then two-character escapes
_ESCAPE = re.compile("(?:\x1b\\[|\x9b)[0-?]*[ -/]*[@-~]|\x1b[\\]P_^X][^\x07\x1b\n]*(?:\x07|\x1b\\\\)|\x1b[ -/]*[0-~]?")
_CONTROL = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f]")
_BIDI = re.compile("[\u202a-\u202e\u2066-\u2069]")
_ZERO_WIDTH = re.compile(
    "[\u00ad\u061c\u180e\u200b\u200e\u200f\u2060-\u2065\u206a-\u206f\ufeff\ufff9-\ufffb\U000e0000-\U000e007f]"
)
_SURROGATE = re.compile("[\ud800-\udfff]")

_KINDS = (
    (_ESCAPE, "", "terminal escape sequence"),
    (_CONTROL, "", "control character"),
    (_BIDI, "", "text direction override"),
    (_ZERO_WIDTH, "", "invisible character"),
    (_SURROGATE, "\ufffd", "broken character"),
)


def strip_invisible(text: str) -> tuple[str, list[str]]:
    """Return the text without invisible characters, and one note in plain words for each kind that was removed."""
    if text.isprintable():
        return text, []
    text = _LINE_END.sub("\n", text)
    notes = []
    for pattern, replacement, name in _KINDS:
        text, count = pattern.subn(replacement, text)
        if count:
            notes.append(f"{count} {name}{'s' if count > 1 else ''} removed")
    return text, notes
