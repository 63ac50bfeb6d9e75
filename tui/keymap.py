"""The one table of actions and modes. Bindings, key line, ?, palette, docs and the reader's own keys come from it.

`keys` are Textual's names, commonest first. `where` names the screens or modes in which an action works: a mode is a
state of a screen that has keys of its own, and is called by the screen's name, a dot, and its own.
"""

from collections.abc import Iterator
from typing import NamedTuple

from textual.binding import Binding, BindingType

from widgets.block_view import BlockView


class Action(NamedTuple):
    """One thing a key can do. `id` is what the reader's settings name; `short` is its word in the key line."""

    id: str
    keys: str
    short: str
    help: str
    where: tuple[str, ...]

    @property
    def name(self) -> str:
        """The action's name in the code: `library.choose-partner` is `action_choose_partner`."""
        return self.id.split(".")[-1].replace("-", "_")


LIBRARY, COMPARE, BOARD, SAVED, HELP, MESSAGES = "library", "compare", "board", "saved", "help", "messages"
EVERYWHERE = (LIBRARY, COMPARE, BOARD, SAVED)
LIST, READING, WORDS, RAW = "library.list", "library.reading", "library.words", "library.raw"
SHORT, TEXT, FACTS, WHO, ORPHANS = "compare.short", "compare.text", "compare.facts", "compare.who", "compare.orphans"
CLAIMS, LEFT_OUT, ORIGINS, VOICES, ACCOUNT = (
    "board.claims", "board.left-out", "board.origins", "board.voices", "board.account",
)  # fmt: skip
COMPARISONS, NOTES = "saved.comparisons", "saved.notes"

MODES: dict[str, str] = {
    LIST: "the list of articles", READING: "an article", WORDS: "words of an article", RAW: "the raw page",
    SHORT: "the comparison in short",
    TEXT: "the texts", FACTS: "the facts",
    WHO: "who is quoted", ORPHANS: "orphaned notes",
    CLAIMS: "the claims of a board", LEFT_OUT: "what each account leaves out", ORIGINS: "where accounts come from",
    VOICES: "who is quoted on a board", ACCOUNT: "an account of a board",
    COMPARISONS: "saved comparisons", NOTES: "all notes",
    HELP: "the keys", MESSAGES: "the messages",
}  # fmt: skip
"""Every mode with its name."""

ACTIONS: tuple[Action, ...] = (
    Action("app.help", "question_mark,f1", "keys", "show all keys", EVERYWHERE),
    Action("app.palette", "colon,ctrl+p", "command", "find a command by name", (*EVERYWHERE, HELP)),
    Action("app.theme", "T", "theme", "next theme: dark, light, high contrast", EVERYWHERE),
    Action("app.blind", "Z", "blind", "hide the outlets' names, or show them again", EVERYWHERE),
    Action("app.messages", "at,f12", "messages", "the latest messages, whole", EVERYWHERE),
    Action("app.settings", "comma", "settings", "where your settings are, and what can be set", EVERYWHERE),
    Action("app.suspend-process", "ctrl+z", "shell", "back to the shell for a while; fg returns", EVERYWHERE),
    Action("app.quit", "Q,ctrl+q", "quit", "quit now, from anywhere", (*EVERYWHERE, HELP, MESSAGES)),
    Action("screen.back", "q", "back", "go back one step; in the list: quit", (*EVERYWHERE, HELP, MESSAGES)),
    Action(
        "screen.escape",
        "escape",
        "undo",
        "end finding, filter and tab, in that order; then go back; never quits",
        (*EVERYWHERE, HELP, MESSAGES),
    ),
    Action("screen.find", "slash,f3", "find", "find words", (*EVERYWHERE, HELP)),
    Action("screen.saved", "B", "saved", "saved comparisons and boards", (LIBRARY, COMPARE, BOARD)),
    Action(
        "library.read", "enter", "read", "read the article, or go back to the list; on a story: its board", (LIBRARY,)
    ),
    Action("library.mark", "space", "mark", "mark for comparing: first A, then B; three or more for a board", (LIST,)),
    Action("library.board", "b", "board", "all accounts of this story side by side, claim by claim", (LIST,)),
    Action("library.page-on", "space", "page on", "a page on", (READING, RAW)),
    Action("library.page-back", "b", "page back", "a page back", (READING, RAW)),
    Action("library.next-sentence", "right_parenthesis", "next sentence", "choose the next sentence", (READING,)),
    Action("library.previous-sentence", "left_parenthesis", "previous", "choose the sentence before", (READING,)),
    Action("library.compare", "c", "compare", "compare A and B; with nothing marked: with the closest", (LIBRARY,)),
    Action("library.choose-partner", "C", "choose", "choose by name what to compare this with", (LIBRARY,)),
    Action("library.unmark", "x", "unmark", "clear the marks", (LIBRARY,)),
    Action("library.raw", "R", "raw", "the page as it was read, with a verdict for each line", (LIBRARY,)),
    Action("library.correct", "L", "correct", "raw page: bring the line back, or leave it out", (LIBRARY,)),
    Action("library.details", "E", "details", "correct headline, outlet, byline or day", (LIBRARY,)),
    Action("library.undo", "u", "undo", "undo the latest note or correction, even from an earlier day", (LIBRARY,)),
    Action("library.redo", "U", "redo", "redo what was undone", (LIBRARY,)),
    Action("library.note", "a", "note", "write a note on this sentence, or on the words selected", (READING, WORDS)),
    Action("library.tags", "t", "tags", "tag this sentence", (READING, WORDS)),
    Action("library.verdict", "V", "verdict", "give this sentence a verdict with one digit", (READING, WORDS)),
    Action("library.highlight", "H", "highlight", "highlight the sentence or the words selected", (READING, WORDS)),
    Action(
        "library.copy", "y", "copy", "copy the sentence, or the words selected, with the source", (READING, WORDS, RAW)
    ),
    Action("library.copy-source", "Y", "source", "copy the source: outlet, headline, date, address", (LIBRARY,)),
    Action("library.original", "o", "browser", "open the page in the browser", (LIBRARY,)),
    Action("library.links", "O", "links", "list the links of the page", (LIBRARY,)),
    Action("library.about", "i", "about", "who is quoted, numbers, dates, caveats; again: hide them", (LIBRARY,)),
    Action("library.star", "m", "star", "star the article, or take the star away", (LIBRARY,)),
    Action("library.tag", "t", "tag", "tag the article", (LIST,)),
    Action("library.toggle-read", "M", "read/new", "say that the article is read, or new again", (LIBRARY,)),
    Action("library.narrow", "f", "show", "show only new or starred articles, or a kept search", (LIST,)),
    Action("library.keep-search", "s", "keep", "keep the search under a name", (LIST,)),
    Action("library.sort", "S", "sort", "sort the flat list: date, outlet, headline, length, closeness", (LIST,)),
    Action("library.next-story", "right_square_bracket", "next story", "the next story's heading", (LIST,)),
    Action("library.previous-story", "left_square_bracket", "story back", "the heading of the story before", (LIST,)),
    Action("library.group", "v", "group", "group by story, or one flat list", (LIBRARY,)),
    Action("library.not-this-story", "X", "not this story", "take the article out of its story", (LIST,)),
    Action("library.join-story", "p", "join", "put the article into one story with A, or with one you choose", (LIST,)),
    Action("library.open", "A", "open", "open a folder or file of your own", (LIBRARY,)),
    Action("library.dismiss-card", "d", "put away", "put the card of the first day away for good", (LIST,)),
    Action("library.rescan", "r", "rescan", "read the folder again", (LIBRARY,)),
    Action("library.next-found", "n", "next", "next match in the text", (LIBRARY,)),
    Action("library.previous-found", "N", "previous", "previous match in the text", (LIBRARY,)),
    Action("library.panes", "tab,shift+tab,l,h,right,left", "pane", "go to the other pane", (LIST, READING, RAW)),
    Action("library.words", "w", "words", "choose words of this sentence; again: of the next one", (READING, WORDS)),
    Action("library.word-right", "right,l", "word", "next word", (WORDS,)),
    Action("library.word-left", "left,h", "word back", "previous word", (WORDS,)),
    Action("library.word-more", "right_parenthesis,shift+right", "more", "choose one word more", (WORDS,)),
    Action("library.word-less", "left_parenthesis,shift+left", "less", "choose one word less", (WORDS,)),
    Action("screen.next-article", "J", "next", "next article (comparison: the next one as B)", (LIBRARY, COMPARE)),
    Action("screen.previous-article", "K", "previous", "previous article", (LIBRARY, COMPARE)),
    Action("library.wider", "plus", "wider", "longer lines", (LIBRARY,)),
    Action("library.narrower", "minus", "narrower", "shorter lines", (LIBRARY,)),
    Action("library.usual", "equals_sign", "usual", "lines of the usual length again", (LIBRARY,)),
    Action("compare.next", "n", "next", "next conflict or differing value; during a search the next match", (COMPARE,)),
    Action("compare.previous", "N", "previous", "previous conflict or differing value, or match", (COMPARE,)),
    Action(
        "compare.next-difference",
        "right_square_bracket,alt+down",
        "next difference",
        "next difference of any kind",
        (COMPARE,),
    ),
    Action(
        "compare.previous-difference",
        "left_square_bracket,alt+up",
        "difference back",
        "previous difference",
        (COMPARE,),
    ),
    Action("compare.view", "v", "view", "stacked pairs, side by side, both full texts", (COMPARE,)),
    Action("compare.filter", "f", "filter", "next filter: differences, conflicts, only A …", (COMPARE,)),
    Action("compare.filter-back", "F", "filter back", "previous filter", (COMPARE,)),
    Action("compare.sort", "S", "sort", "sort by the order of A, of B, or weightiest first", (COMPARE,)),
    Action("compare.short", "1,f5", "in short", "what weighs most, on one screen", (COMPARE,)),
    Action("compare.text", "2,f6", "texts", "the texts", (COMPARE,)),
    Action("compare.facts", "3,f7", "facts", "facts and conflicts, and what only one side has", (COMPARE,)),
    Action("compare.who", "4,f8", "who", "who is quoted, and how the quotations differ", (COMPARE,)),
    Action("compare.fold", "z", "fold", "fold same sentences and names, or open them", (COMPARE,)),
    Action("compare.detail", "enter", "why", "why these were paired; in a table: open the sentences", (COMPARE,)),
    Action("compare.partner", "p", "partner", "go to the other half of a sentence shown elsewhere", (COMPARE,)),
    Action("compare.related", "tilde", "related", "show what is perhaps related, or fold it away", (COMPARE,)),
    Action("compare.reviewed", "space", "reviewed", "mark as reviewed and go on; again: unmark", (COMPARE,)),
    Action("compare.note", "a", "note", "write a note on this pair, or on the words selected", (COMPARE,)),
    Action("compare.words", "w", "words", "choose words in this row for a note; again: next sentence", (COMPARE,)),
    Action("compare.word-right", "right,l", "word", "next word, while choosing words", (COMPARE,)),
    Action("compare.word-left", "left,h", "word", "previous word, while choosing words", (COMPARE,)),
    Action("compare.word-more", "shift+right,right_parenthesis", "more", "choose one word more", (COMPARE,)),
    Action("compare.word-less", "shift+left,left_parenthesis", "less", "choose one word less", (COMPARE,)),
    Action("compare.tags", "t", "tags", "tag this pair or sentence", (COMPARE,)),
    Action("compare.verdict", "V", "verdict", "give a verdict with one digit", (COMPARE,)),
    Action("compare.highlight", "H", "highlight", "highlight without a note; again: remove it", (COMPARE,)),
    Action("compare.same-note", "full_stop", "same note", "repeat the latest note on this row", (COMPARE,)),
    Action("compare.correct", "L", "correct", "not a match, not a conflict, or match with another", (COMPARE,)),
    Action("compare.undo", "u", "undo", "undo the latest change, even from an earlier day", (COMPARE,)),
    Action("compare.redo", "U", "redo", "redo what was undone", (COMPARE,)),
    Action("compare.orphans", "5,f9", "orphans", "notes that have lost their place in a changed page", (COMPARE,)),
    Action("compare.recompute", "r", "recompute", "read both pages again and compare them again", (COMPARE,)),
    Action("compare.export", "e", "export", "export as Markdown, HTML, JSON, CSV and more", (COMPARE,)),
    Action("compare.choose-partner", "C", "choose", "choose another article to compare A with", (COMPARE,)),
    Action("compare.swap", "x", "swap", "swap A and B", (COMPARE,)),
    Action("compare.save", "s", "save", "save the comparison, with or without notes", (COMPARE,)),
    Action("compare.copy-source", "Y", "sources", "copy the sources: outlet, headline, date, address", (COMPARE,)),
    Action("compare.copy", "y", "copy", "copy the sentences with their source", (COMPARE,)),
    Action("board.read", "enter", "read", "read the sentence in its account, or go back to the claims", (BOARD,)),
    Action("board.reviewed", "space", "reviewed", "claim: reviewed, go on; cell: mark it, two for c or L", (CLAIMS,)),
    Action("board.next", "n", "next", "next cell with a conflict", (CLAIMS,)),
    Action("board.previous", "N", "previous", "previous cell with a conflict", (CLAIMS,)),
    Action("board.claims", "1,f5", "claims", "the claims, account by account", (BOARD,)),
    Action("board.left-out", "2,f6", "left out", "what each account leaves out, and what one alone tells", (BOARD,)),
    Action("board.origins", "3,f7", "origins", "where the accounts come from, and when each told what first", (BOARD,)),
    Action("board.voices", "4,f8", "who", "who is quoted, in which accounts, and what became of the words", (BOARD,)),
    Action("board.compare", "c", "compare", "compare two accounts: those of the marked cells, or this one", (CLAIMS,)),
    Action(
        "board.filter", "f", "filter", "shared, conflicts, one account only, not in this one, with notes", (CLAIMS,)
    ),
    Action("board.filter-back", "F", "filter back", "previous filter", (CLAIMS,)),
    Action("board.sort", "S", "sort", "by the story, by weight, by who told it first", (CLAIMS,)),
    Action("board.hide", "minus", "hide", "hide this account", (CLAIMS,)),
    Action("board.all-columns", "equals_sign", "all accounts", "show all accounts in their order again", (CLAIMS,)),
    Action("board.move-left", "less_than_sign", "to the left", "move this account to the left", (CLAIMS,)),
    Action("board.move-right", "greater_than_sign", "to the right", "move this account to the right", (CLAIMS,)),
    Action("board.pin", "P", "pin", "keep this account in sight at the left; again: let it go", (CLAIMS,)),
    Action("board.note", "a", "note", "write a note on this claim or cell", (CLAIMS,)),
    Action("board.tags", "t", "tags", "tag this claim or cell", (CLAIMS,)),
    Action("board.verdict", "V", "verdict", "give this claim or cell a verdict with one digit", (CLAIMS,)),
    Action("board.correct", "L", "correct", "another claim, one claim with the marked, another story", (CLAIMS,)),
    Action("board.undo", "u", "undo", "undo the latest change, even from an earlier day", (BOARD,)),
    Action("board.redo", "U", "redo", "redo what was undone", (BOARD,)),
    Action("board.save", "s", "save", "save the board, with or without notes", (BOARD,)),
    Action("board.export", "e", "export", "export as a page, a table, a classroom sheet, references", (BOARD,)),
    Action("saved.open", "enter", "open", "open the comparison, board or article", (SAVED,)),
    Action("saved.comparisons", "1,f5", "comparisons", "the comparisons", (SAVED,)),
    Action("saved.notes", "2,f6", "notes", "all notes of all comparisons", (SAVED,)),
    Action("saved.sort", "S", "sort", "latest, by title, most notes, least reviewed first", (SAVED,)),
    Action("saved.export", "e", "export", "export it as Markdown, HTML, JSON, CSV and more", (SAVED,)),
    Action("saved.recompute", "r", "compare anew", "read both pages again and compare them again", (SAVED,)),
    Action("saved.rename", "R", "rename", "give it another name", (SAVED,)),
    Action("saved.duplicate", "D", "duplicate", "make a copy, to try something else", (SAVED,)),
    Action("saved.delete", "d", "delete", "delete the comparison (u brings it back)", (SAVED,)),
    Action("saved.undo", "u", "undo", "bring back what was deleted last", (SAVED,)),
    Action("help.run", "enter", "run", "do what the line says", (HELP,)),
)

_ARTICLE = ("screen.find", "app.help", "library.verdict", "library.highlight", "library.copy", "library.original",
            "screen.saved", "library.about", "library.undo", "library.details", "app.palette", "app.messages",
            "app.theme")  # fmt: skip
_PAIR = ("compare.verdict", "compare.undo", "compare.export", "compare.copy", "screen.next-article",
         "compare.choose-partner", "compare.swap", "screen.saved", "app.messages", "app.palette")  # fmt: skip
_BOARD = ("screen.back", "app.help", "board.claims", "board.left-out", "board.origins", "board.voices", "screen.find",
          "board.export", "board.save", "screen.saved", "app.palette", "app.messages")  # fmt: skip
_TABLE = (
    "compare.next", "compare.detail=sentences", "compare.reviewed", "compare.note", "compare.filter", "app.help",
    "screen.back", *_PAIR, "compare.fold", "compare.sort",
)  # fmt: skip

KEY_LINE: dict[str, tuple[str, ...]] = {
    LIST: (
        "library.read", "library.mark", "library.compare", "screen.find", "app.help", "screen.back=quit",
        "library.board", "library.open", "screen.saved", "library.narrow", "library.star", "library.choose-partner",
        "library.group",
        "library.join-story", "library.not-this-story", "library.sort", "library.raw", "library.about",
        "library.rescan", "library.details", "app.palette", "app.messages", "app.theme",
    ),
    READING: (
        "library.page-on", "screen.next-article", "screen.back=list", "library.note", "library.next-sentence",
        "library.compare", "library.raw", "library.words", *_ARTICLE, "library.next-found",
    ),
    WORDS: (
        "library.word-right", "library.word-left", "library.word-more", "library.word-less",
        "library.words=next sentence", "library.note", "library.highlight", "library.verdict", "library.copy",
        "screen.back=done", "app.help",
    ),
    RAW: ("library.correct", "library.undo", "library.raw=text", "screen.back=text", "screen.find", "app.help",
          "screen.next-article", "screen.saved", "app.palette", "app.messages"),
    SHORT: (
        "compare.next", "compare.detail=sentences", "compare.text", "compare.facts", "app.help", "screen.back",
        "compare.reviewed", "compare.note", *_PAIR, "compare.who",
    ),
    TEXT: (
        "compare.next", "compare.reviewed", "compare.note", "compare.filter", "compare.detail", "compare.view",
        "app.help", "screen.back", "compare.fold", *_PAIR, "compare.partner", "compare.sort",
    ),
    FACTS: _TABLE,
    WHO: _TABLE,
    ORPHANS: ("compare.detail=settle", "screen.back", "app.help", "compare.text", "compare.undo"),
    CLAIMS: (
        "board.next", "board.read", "board.reviewed", "board.note", "board.compare", "board.filter", "app.help",
        "screen.back", "board.verdict", "board.correct", "board.sort", "screen.find", "board.left-out", "board.origins",
        "board.voices", "board.undo", "board.export", "board.pin", "board.hide", "board.save", "screen.saved",
    ),
    LEFT_OUT: _BOARD,
    ORIGINS: _BOARD,
    VOICES: _BOARD,
    ACCOUNT: ("board.read=claims", *_BOARD),
    COMPARISONS: (
        "saved.open", "screen.find", "saved.notes", "saved.export", "saved.delete", "saved.undo", "app.help",
        "screen.back", "saved.recompute", "saved.rename", "saved.sort", "saved.duplicate", "app.palette",
    ),
    NOTES: (
        "saved.open", "screen.find", "saved.comparisons", "saved.export", "app.help", "screen.back", "app.palette",
    ),
    HELP: ("help.run", "screen.find", "screen.back"),
    MESSAGES: ("screen.back",),
}  # fmt: skip
"""The order in which a mode's keys are shown, as many as fit: the commonest first. `id=word` has a word of its own."""


def works_in(action: Action, place: str) -> bool:
    """Whether an action works in a mode, or in any mode of a screen."""
    return any(
        where == place or where.startswith(f"{place}.") or place.startswith(f"{where}.") for where in action.where
    )


def actions_of(place: str) -> Iterator[Action]:
    """The actions that work in a mode or on a screen, in the table's order."""
    return (action for action in ACTIONS if works_in(action, place))


def action_named(name: str) -> Action:
    """An action by its id."""
    return next(action for action in ACTIONS if action.id == name)


def does(action: Action) -> str:
    """What Textual is asked to run for it."""
    return f"app.{action.name}" if action.id.startswith("app.") else f"screen.perform({action.id!r})"


def bindings_of(screen: str) -> list[BindingType]:
    """The bindings of a screen, without those of the app itself; the screen finds out who performs an action."""
    return [_binding(action) for action in actions_of(screen) if not action.id.startswith("app.")]


def app_bindings() -> list[BindingType]:
    """The bindings that work on every screen."""
    return [_binding(action) for action in ACTIONS if action.id.startswith("app.")]


def _binding(action: Action) -> Binding:
    return Binding(action.keys, does(action), action.help, id=action.id, show=False)


def move_bindings() -> list[Binding]:
    """The moving keys, which every list brings with it."""
    return [binding for binding in BlockView.BINDINGS if isinstance(binding, Binding)]
