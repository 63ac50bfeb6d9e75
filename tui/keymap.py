"""The one table of actions. Bindings, help, key line, command palette, docs and the reader's own keys come from it.

`keys` are Textual's names, commonest first. `where` names the screens on which an action works.
"""

from collections.abc import Iterable
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


LIBRARY, COMPARE, SAVED, HELP = "library", "compare", "saved", "help"
EVERYWHERE = (LIBRARY, COMPARE, SAVED)

ACTIONS: tuple[Action, ...] = (
    Action("app.help", "question_mark,f1", "? keys", "show all keys", (*EVERYWHERE,)),
    Action("app.palette", "colon,ctrl+p", ": command", "find a command by name", (*EVERYWHERE, HELP)),
    Action("app.theme", "T", "T theme", "next theme: dark, light, high contrast", EVERYWHERE),
    Action("app.blind", "Z", "Z blind", "hide the outlets' names, or show them again", EVERYWHERE),
    Action("app.quit", "Q,ctrl+q", "Q quit", "quit now, from anywhere", (*EVERYWHERE, HELP)),
    Action("screen.back", "q,escape", "q back", "go back one step; in the list: quit", (*EVERYWHERE, HELP)),
    Action("screen.find", "slash,f3", "/ find", "find", (LIBRARY, COMPARE, SAVED, HELP)),
    Action("screen.saved", "B", "B saved", "saved comparisons", (LIBRARY, COMPARE)),
    Action("library.read", "enter", "Enter read", "read the article, or go back to the list", (LIBRARY,)),
    Action("library.mark", "space", "Space mark", "mark for comparing: first A, then B", (LIBRARY,)),
    Action("library.compare", "c", "c compare", "compare A and B; with nothing marked: with the closest", (LIBRARY,)),
    Action("library.choose-partner", "C", "C choose", "choose by name what to compare this with", (LIBRARY,)),
    Action("library.unmark", "x", "x unmark", "clear the marks", (LIBRARY,)),
    Action("library.raw", "R", "R raw", "the page as it was read, with a verdict for each line", (LIBRARY,)),
    Action("library.correct", "L", "L correct", "raw page: bring the line back, or leave it out", (LIBRARY,)),
    Action("library.details", "E", "E details", "correct headline, outlet, byline or day", (LIBRARY,)),
    Action("library.undo", "u", "u undo", "undo the latest note or correction, even from an earlier day", (LIBRARY,)),
    Action("library.redo", "U", "U redo", "redo what was undone", (LIBRARY,)),
    Action("library.note", "a", "a note", "write a note on this sentence, or on the words selected", (LIBRARY,)),
    Action("library.tags", "t", "t tags", "tag this sentence", (LIBRARY,)),
    Action("library.verdict", "V", "V verdict", "give this sentence a verdict with one digit", (LIBRARY,)),
    Action("library.highlight", "H", "H highlight", "highlight the sentence or the words selected", (LIBRARY,)),
    Action("library.copy", "y", "y copy", "copy the sentence, or the words selected, with the source", (LIBRARY,)),
    Action("library.copy-source", "Y", "Y source", "copy the source: outlet, headline, date, address", (LIBRARY,)),
    Action("library.original", "o", "o browser", "open the page in the browser", (LIBRARY,)),
    Action("library.links", "O", "O links", "list the links of the page", (LIBRARY,)),
    Action("library.about", "i", "i about", "who is quoted, numbers, dates, caveats; again: hide them", (LIBRARY,)),
    Action("library.group", "v", "v group", "group by story, or one flat list", (LIBRARY,)),
    Action("library.rescan", "r", "r rescan", "read the folder again", (LIBRARY,)),
    Action("library.next-found", "n", "n next", "next match in the text", (LIBRARY,)),
    Action("library.previous-found", "N", "N previous", "previous match in the text", (LIBRARY,)),
    Action("library.panes", "tab,shift+tab,l,h,right,left", "Tab pane", "go to the other pane", (LIBRARY,)),
    Action("screen.next-article", "J", "J next", "next article (comparison: the next one as B)", (LIBRARY, COMPARE)),
    Action("screen.previous-article", "K", "K previous", "previous article", (LIBRARY, COMPARE)),
    Action("library.wider", "plus", "+ wider", "longer lines", (LIBRARY,)),
    Action("library.narrower", "minus", "- narrower", "shorter lines", (LIBRARY,)),
    Action("library.usual", "equals_sign", "= usual", "lines of the usual length again", (LIBRARY,)),
    Action(
        "compare.next",
        "n,right_square_bracket,alt+down",
        "n/N next",
        "next difference; at the end press again to wrap",
        (COMPARE,),
    ),
    Action("compare.previous", "N,left_square_bracket,alt+up", "N previous", "previous difference", (COMPARE,)),
    Action("compare.view", "v", "v view", "stacked pairs, side by side, both full texts", (COMPARE,)),
    Action("compare.filter", "f", "f filter", "next filter: differences, conflicts, only A …", (COMPARE,)),
    Action("compare.filter-back", "F", "F filter back", "previous filter", (COMPARE,)),
    Action("compare.sort", "S", "S sort", "sort by the order of A, of B, or weightiest first", (COMPARE,)),
    Action("compare.short", "1,f5", "1 in short", "what weighs most, on one screen", (COMPARE,)),
    Action("compare.text", "2,f6", "2 texts", "the texts", (COMPARE,)),
    Action("compare.facts", "3,f7", "3 facts", "facts and conflicts, and what only one side has", (COMPARE,)),
    Action("compare.who", "4,f8", "4 who", "who is quoted, and how the quotations differ", (COMPARE,)),
    Action("compare.fold", "z", "z fold", "fold same sentences and names, or open them", (COMPARE,)),
    Action("compare.detail", "enter", "Enter why", "why these were paired; in a table: open the sentences", (COMPARE,)),
    Action("compare.partner", "p", "p partner", "go to the other half of a sentence shown elsewhere", (COMPARE,)),
    Action("compare.related", "tilde", "~ related", "show what is perhaps related, or fold it away", (COMPARE,)),
    Action("compare.reviewed", "space", "Space reviewed", "mark as reviewed and go on; again: unmark", (COMPARE,)),
    Action("compare.note", "a", "a note", "write a note on this pair, or on the words selected", (COMPARE,)),
    Action("compare.words", "w", "w words", "choose words in this row for a note; again: next sentence", (COMPARE,)),
    Action("compare.word-right", "right,l", "→ word", "next word, while choosing words", (COMPARE,)),
    Action("compare.word-left", "left,h", "← word", "previous word, while choosing words", (COMPARE,)),
    Action("compare.word-more", "shift+right,right_parenthesis", ") more", "choose one word more", (COMPARE,)),
    Action("compare.word-less", "shift+left,left_parenthesis", "( less", "choose one word less", (COMPARE,)),
    Action("compare.tags", "t", "t tags", "tag this pair or sentence", (COMPARE,)),
    Action("compare.verdict", "V", "V verdict", "give a verdict with one digit", (COMPARE,)),
    Action("compare.highlight", "H", "H highlight", "highlight without a note; again: remove it", (COMPARE,)),
    Action("compare.same-note", "full_stop", ". same note", "repeat the latest note on this row", (COMPARE,)),
    Action("compare.correct", "L", "L correct", "not a match, not a conflict, or match with another", (COMPARE,)),
    Action("compare.undo", "u", "u undo", "undo the latest change, even from an earlier day", (COMPARE,)),
    Action("compare.redo", "U", "U redo", "redo what was undone", (COMPARE,)),
    Action("compare.orphans", "5,f9", "5 orphans", "notes that have lost their place in a changed page", (COMPARE,)),
    Action("compare.recompute", "r", "r recompute", "read both pages again and compare them again", (COMPARE,)),
    Action("compare.export", "e", "e export", "export as Markdown, HTML, JSON, CSV and more", (COMPARE,)),
    Action("compare.choose-partner", "C", "C choose", "choose another article to compare A with", (COMPARE,)),
    Action("compare.swap", "x", "x swap", "swap A and B", (COMPARE,)),
    Action("compare.save", "s", "s save", "save the comparison, with or without notes", (COMPARE,)),
    Action("compare.copy-source", "Y", "Y sources", "copy the sources: outlet, headline, date, address", (COMPARE,)),
    Action("compare.copy", "y", "y copy", "copy the sentences with their source", (COMPARE,)),
    Action("saved.open", "enter", "Enter open", "open the comparison", (SAVED,)),
    Action("saved.comparisons", "1,f5", "1 comparisons", "the comparisons", (SAVED,)),
    Action("saved.notes", "2,f6", "2 notes", "all notes of all comparisons", (SAVED,)),
    Action("saved.sort", "S", "S sort", "latest, by title, most notes, least reviewed first", (SAVED,)),
    Action("saved.export", "e", "e export", "export it as Markdown, HTML, JSON, CSV and more", (SAVED,)),
    Action("saved.recompute", "r", "r compare anew", "read both pages again and compare them again", (SAVED,)),
    Action("saved.rename", "R", "R rename", "give it another name", (SAVED,)),
    Action("saved.duplicate", "D", "D duplicate", "make a copy, to try something else", (SAVED,)),
    Action("saved.delete", "d", "d delete", "delete the comparison (u brings it back)", (SAVED,)),
    Action("saved.undo", "u", "u undo", "bring back what was deleted last", (SAVED,)),
)

KEY_LINE: dict[str, tuple[str, ...]] = {
    LIBRARY: (
        "library.read", "library.mark", "library.compare", "app.help", "screen.find", "screen.saved", "screen.back",
        "library.note", "library.raw", "library.correct", "library.about", "screen.next-article", "library.group",
        "library.rescan", "app.palette", "app.theme",
    ),
    COMPARE: (
        "compare.next", "compare.reviewed", "compare.note", "compare.filter", "compare.detail", "compare.view",
        "app.help", "screen.back", "compare.text", "compare.facts", "compare.who", "compare.fold", "compare.undo",
        "compare.export", "screen.saved",
        "compare.partner", "compare.sort", "compare.swap", "compare.choose-partner", "compare.copy",
        "screen.next-article", "app.palette",
    ),
    SAVED: (
        "saved.open", "screen.find", "saved.notes", "saved.export", "saved.delete", "saved.undo", "app.help",
        "screen.back", "saved.recompute", "saved.rename", "saved.sort", "saved.duplicate", "app.palette",
    ),
    HELP: ("screen.find", "screen.back"),
}  # fmt: skip
"""The order in which keys are shown, as many as fit: the commonest first."""


def actions_of(screen: str) -> Iterable[Action]:
    """The actions that work on a screen, in the table's order."""
    return (action for action in ACTIONS if screen in action.where)


def bindings_of(screen: str) -> list[BindingType]:
    """The bindings of a screen, without those of the app itself; the screen finds out who performs an action."""
    return [
        _binding(action, f"perform({action.name!r})")
        for action in actions_of(screen)
        if not action.id.startswith("app.")
    ]


def app_bindings() -> list[BindingType]:
    """The bindings that work on every screen."""
    return [_binding(action, action.name) for action in ACTIONS if action.id.startswith("app.")]


def _binding(action: Action, does: str) -> Binding:
    return Binding(action.keys, does, action.help, id=action.id, show=False, priority=action.id == "app.quit")


def move_bindings() -> list[Binding]:
    """The moving keys, which every list brings with it."""
    return [binding for binding in BlockView.BINDINGS if isinstance(binding, Binding)]


def keymap_problems(keys: dict[str, str]) -> tuple[dict[str, str], list[str]]:
    """The reader's own keys that can be used, and sentences about those that cannot."""
    known = {action.id: action.where for action in ACTIONS}
    known |= {binding.id: (*EVERYWHERE, HELP) for binding in move_bindings() if binding.id}
    good: dict[str, str] = {}
    problems: list[str] = []
    for name, chosen in keys.items():
        if name not in known:
            problems.append(f"[keys] {name} is not an action; ? lists them.")
        elif clash := _clash(name, chosen, {**_default_keys(), **good}, known):
            problems.append(f"[keys] {name} = {chosen!r} was ignored: {clash}.")
        else:
            good[name] = chosen
    return good, problems


def _default_keys() -> dict[str, str]:
    keys = {action.id: action.keys for action in ACTIONS}
    return keys | {binding.id: binding.key for binding in move_bindings() if binding.id}


def _clash(name: str, chosen: str, taken: dict[str, str], known: dict[str, tuple[str, ...]]) -> str | None:
    for key in (part.strip() for part in chosen.split(",")):
        if not key:
            return "there is no key in it"
        for other, keys in taken.items():
            if other != name and key in keys.split(",") and set(known[other]) & set(known[name]):
                return f"{key} belongs to {other}"
    return None


_KEY_NAMES = {
    "shift+left": "Shift+←", "shift+right": "Shift+→", "left_parenthesis": "(", "right_parenthesis": ")",
    "question_mark": "?", "colon": ":", "slash": "/", "full_stop": ".",
    "plus": "+", "minus": "-", "equals_sign": "=", "space": "Space",
    "enter": "Enter", "escape": "Esc", "left_square_bracket": "[", "right_square_bracket": "]", "tab": "Tab",
    "shift+tab": "Shift+Tab", "up": "↑", "down": "↓", "left": "←", "right": "→", "pagedown": "PgDn", "pageup": "PgUp",
    "home": "Home", "end": "End", "alt+down": "Alt+↓", "alt+up": "Alt+↑",
}  # fmt: skip


def shown_keys(keys: str) -> str:
    """Keys as people write them: "n ] Alt+↓"."""
    return " ".join(_shown_key(key.strip()) for key in keys.split(","))


def _shown_key(key: str) -> str:
    if key in _KEY_NAMES:
        return _KEY_NAMES[key]
    if key.startswith("ctrl+"):
        return f"Ctrl+{key[5:].upper()}"
    return key.upper() if len(key) > 1 and key[0] == "f" and key[1:].isdigit() else key
