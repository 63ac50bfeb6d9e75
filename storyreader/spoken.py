"""What all findings have in common: they hold codes and values, and their sentence for the reader is made elsewhere.

Scripts ask a finding for its sentence (`says`). Sentences are made in `storyreader.messages` and nowhere else; a
finding knows that room by name only, and asks it when it is asked (docs/decisions/0009 tells why).
"""

from storyreader.face import named

_MESSAGES = "storyreader.messages"


class Spoken:
    """Something that can be told to the reader. Fields are codes and values; `says` is their sentence in English."""

    __slots__ = ()

    @property
    def says(self) -> str:
        """The sentence for the reader, A being the left article and B the right one."""
        text: str = named(_MESSAGES, "sentence")(self)
        return text


def told_period(value: str) -> str:
    """A day, week or month as people write it; empty for others."""
    text: str = named(_MESSAGES, "period_text")(value)
    return text
