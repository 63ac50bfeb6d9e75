"""Makes the parts of the docs that come from the code: the page of keys, the schemas of the files, the pictures.

usage: python docs/generate.py            write docs/keys.md and docs/saved-*.schema.json
       python docs/generate.py --check    exit 1 when they do not say what the code does
       python docs/generate.py --pictures write docs/pictures/*.svg from the real app on the sample stories
"""

import asyncio
import os
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tui.app import StoryReader

DOCS = Path(__file__).parent
SIZES = ((80, 24), (120, 40), (160, 48))
WIDE, MEDIUM = (160, 48), (120, 40)
KEPT_FOLDERS = ("CONFIG", "DATA", "CACHE")


def keys_page() -> str:
    """The page of keys, from the one table of actions."""
    from tui.keymap import EVERYWHERE, actions_of, move_bindings
    from tui.own_keys import shown_keys

    parts = [
        "# Keys",
        "",
        "Made from the table in `tui/keymap.py` by `python docs/generate.py`. In the app `?` shows the same.",
        "",
        "Your own keys go into the settings file, `config.toml` in the folder of your settings:",
        "",
        "```toml",
        "[keys]",
        '"compare.note" = "i"          # the name is in the last column',
        '"compare.next" = "n,ctrl+n"   # several keys, with commas',
        "```",
        "",
        "A name that does not exist, or a key that already means something on the same screen, is said at the start",
        "and left out.",
    ]
    for screen in EVERYWHERE:
        parts += ["", f"## {screen.capitalize()}", "", "| key | what it does | name |", "|---|---|---|"]
        for action in actions_of(screen):
            parts.append(f"| {_cell(shown_keys(action.keys))} | {action.help} | `{action.id}` |")
    parts += ["", "## Moving, in every list and text", "", "| key | what it does | name |", "|---|---|---|"]
    for binding in move_bindings():
        parts.append(f"| {_cell(shown_keys(binding.key))} | {binding.description.lower()} | `{binding.id}` |")
    return "\n".join(parts) + "\n"


def _cell(text: str) -> str:
    return text.replace("|", "\\|")


async def picture(name: str, size: tuple[int, int], keys: list[str], theme: str) -> None:
    """Drive the app on the sample stories and keep what it shows."""
    import sample_data
    from storyreader.remembered import remember
    from storyreader.settings import Settings
    from tui.app import StoryReader

    with tempfile.TemporaryDirectory() as folder:
        for part in KEPT_FOLDERS:
            os.environ[f"STORYREADER_{part}_DIR"] = str(Path(folder) / part.lower())
        harbour = sample_data.folder() / "harbour-fire"
        if not name.startswith("first"):
            remember(card_put_away=True)
        # without a path the head line names none
        samples = name.startswith(("first", "library", "reading", "raw", "about", "choose", "details", "messages"))
        paths = [] if samples else [harbour]
        await driven(StoryReader(paths, Settings(semantic="off")), name, size, keys, theme)


async def driven(app: "StoryReader", name: str, size: tuple[int, int], keys: list[str], theme: str) -> None:
    """Press the keys one by one, wait for what each sets going, then keep the picture."""
    async with app.run_test(size=size) as pilot:
        for key in ["", *keys]:
            if key:
                await pilot.press(key)
            for _ in range(3):
                await app.workers.wait_for_complete()
                await pilot.pause()
        app.theme = theme
        await pilot.pause()
        (DOCS / "pictures" / f"{name}.svg").write_text(app.export_screenshot(title="storyreader"), encoding="utf-8")


async def pictures() -> None:
    """Every screen, at the sizes and in the themes that people use."""
    (DOCS / "pictures").mkdir(exist_ok=True)
    compare = ["c"]  # the pair with every kind
    texts = [*compare, "2"]
    screens: dict[str, list[str]] = {
        "library": [*"jjjjjjj"],
        "raw": ["enter", "R", *"jjjjjjjj"],
        "short": [*compare, "n"],
        "compare": [*texts, "n", "n"],
        "texts": [*texts, "v", "v", "n", "n"],
        "facts": [*compare, "3"],
        "who": [*compare, "4"],
        "board": ["b", "n"],
        "note": [*texts, "n", "V", "6", "a", *"Who", "space", *"counted?"],
        "first": [],
        "reading": ["enter", "space"],
        "notes": [*texts, "s", "V", "6", "a", *"Who", "f2", "q", "B", "2"],
        "saved": [*texts, "s", "space", "V", "6", "q", "B"],
        "help": ["question_mark"],
        "about": ["enter", "i"],
        "choose": ["C"],
        "details": ["E"],
        "messages": ["v", "v", "at"],
        "words": [*texts, "n", "w", "right", "right_parenthesis"],
    }
    for name, keys in screens.items():
        for size in SIZES:
            # from 100 columns a comparison opens side by side, so that one step leads to the whole texts
            pressed = [*texts, "v", "n", "n"] if name == "texts" and size[0] >= 100 else keys
            await picture(f"{name}-{size[0]}x{size[1]}", size, pressed, "storyreader-dark")
    for name in ("short", "compare", "facts", "texts"):
        pressed = [*texts, "v", "n", "n"] if name == "texts" else screens[name]
        await picture(f"{name}-light", MEDIUM, pressed, "storyreader-light")
    await picture("board-light", MEDIUM, screens["board"], "storyreader-light")
    await picture("compare-why", (80, 24), [*screens["compare"], "enter"], "storyreader-dark")
    os.environ["NO_COLOR"] = "1"
    for name in ("short", "compare", "facts", "board"):
        await picture(f"{name}-monochrome", MEDIUM, screens[name], "storyreader-dark")


def made() -> dict[str, str]:
    """The files that come from the code, by name."""
    from storyreader.saving.schema import schema_files

    return {"keys.md": keys_page(), **schema_files()}


def main() -> int:
    """Do what the arguments ask for."""
    if "--check" in sys.argv:
        old = [name for name, content in made().items() if (DOCS / name).read_text(encoding="utf-8") != content]
        for name in old:
            print(f"docs/{name} is not up to date: run python docs/generate.py")
        return 1 if old else 0
    if "--pictures" in sys.argv:
        os.environ.pop("NO_COLOR", None)
        asyncio.run(pictures())
    else:
        for name, content in made().items():
            (DOCS / name).write_text(content, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
