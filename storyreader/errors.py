"""The one family of errors a reader can meet: what went wrong, where, and what to do next."""

from storyreader.visible import visible


class StoryReaderError(Exception):
    """Something the reader should know about. `message` says what and where, `hint` what to do next."""

    def __init__(self, message: str, hint: str = "") -> None:
        self.message = visible(message)
        self.hint = visible(hint)
        super().__init__(self.message)

    def __reduce__(self) -> tuple[type["StoryReaderError"], tuple[str, ...]]:
        return type(self), (self.message, self.hint)  # errors come back whole from worker processes

    def __str__(self) -> str:
        return f"{self.message} {self.hint}".strip()


class UnreadablePage(StoryReaderError):
    """What cannot be read as a page: missing, binary, no permission, too large. `path` is its locator, where known."""

    def __init__(self, message: str, hint: str = "", path: str = "") -> None:
        super().__init__(message, hint)
        self.path = path

    def __reduce__(self) -> tuple[type["UnreadablePage"], tuple[str, ...]]:
        return type(self), (self.message, self.hint, self.path)


class SavingFailed(StoryReaderError):
    """A comparison could not be written; what was to be saved is still in memory."""


class DamagedFile(StoryReaderError):
    """A saved file that cannot be understood; it is moved aside, never overwritten."""


class NewerFile(StoryReaderError):
    """A saved file written by a newer storyreader; it stays where it is."""
