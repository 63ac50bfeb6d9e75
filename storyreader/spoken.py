"""What all findings have in common: they hold codes and values, and their sentence for the reader is made elsewhere.

Scripts ask a finding for its sentence (`says`). This module is the one place at which a noun asks the room above it:
sentences are made in `storyreader.messages` and nowhere else (docs/decisions tells why).
"""


class Spoken:
    """Something that can be told to the reader. Fields are codes and values; `says` is their sentence in English."""

    __slots__ = ()

    @property
    def says(self) -> str:
        """The sentence for the reader, A being the left article and B the right one."""
        from storyreader.messages import sentence

        return sentence(self)


def told_period(value: str) -> str:
    """A day, week or month as people write it; empty for others."""
    from storyreader.messages import period_text

    return period_text(value)
