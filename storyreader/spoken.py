"""What all findings have in common: they hold codes and values, and their sentence for the reader is made elsewhere."""


class Spoken:
    """Something that can be told to the reader. Fields are codes and values; `says` is their sentence in English.

    Scripts rely on `says`. It is the one place at which a noun asks the room above it: sentences are made in
    `storyreader.messages` and nowhere else (docs/decisions tells why).
    """

    __slots__ = ()

    @property
    def says(self) -> str:
        """The sentence for the reader, A being the left article and B the right one."""
        from storyreader.messages import sentence

        return sentence(self)
