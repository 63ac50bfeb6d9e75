"""One screen a file. Each is loaded when it is first opened: the first one must be there at once."""

from typing import TYPE_CHECKING

from storyreader.face import lazy_face

if TYPE_CHECKING:
    from tui.screens.board import (
        BoardScreen as BoardScreen,
    )
    from tui.screens.choose import (
        ChooseScreen as ChooseScreen,
    )
    from tui.screens.compare import (
        CompareScreen as CompareScreen,
    )
    from tui.screens.help import (
        HelpScreen as HelpScreen,
    )
    from tui.screens.library import (
        LibraryScreen as LibraryScreen,
    )
    from tui.screens.links import (
        LinksScreen as LinksScreen,
    )
    from tui.screens.messages import (
        MessagesScreen as MessagesScreen,
    )
    from tui.screens.saved import (
        SavedScreen as SavedScreen,
    )

_HOMES = {
    "BoardScreen": "board",
    "ChooseScreen": "choose",
    "CompareScreen": "compare",
    "HelpScreen": "help",
    "LibraryScreen": "library",
    "LinksScreen": "links",
    "MessagesScreen": "messages",
    "SavedScreen": "saved",
}

__getattr__, __dir__ = lazy_face(__name__, _HOMES)
