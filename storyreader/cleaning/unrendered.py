"""Puts text where scripts or the browser would have shown it, in pages saved before that happened.

A streamed page brings a box late, hidden at its end, with an empty template in its place (`S:0` for `B:0` or `P:0`); a
custom element brings its own tree in a template that browsers open as they read it. Both are shown without being asked.
"""

from typing import Any

_BOX, _PLACES = "S:", ("P:", "B:")
_SHADOW = ("shadowrootmode", "shadowroot")
_UNSHOWN = ("noscript", "template")
_HIDING = ("hidden", "style")


def render(root: Any) -> None:
    """Open declarative shadow trees and move streamed boxes to their places."""
    for template in list(root.iter("template")):
        if any(template.get(name) is not None for name in _SHADOW):
            template.tag = "div"
    places = {place.get("id"): place for place in root.iter("template") if place.get("id", "").startswith(_PLACES)}
    for box in [box for box in root.iter("div") if _is_box(box)]:
        number = box.get("id")[len(_BOX) :]
        place = next((places[mark + number] for mark in _PLACES if mark + number in places), None)
        if place is None or any(parent is box for parent in place.iterancestors()):
            continue
        del box.attrib["hidden"]
        _cut(box)
        place.addprevious(box)


def reveal(root: Any) -> bool:
    """Show what is hidden or only for browsers without scripts; whether there was any of it."""
    found = False
    for element in root.iter():
        if element.tag in _UNSHOWN:
            element.tag = "div"
            found = True
        for name in _HIDING:
            if element.get(name) is not None:
                del element.attrib[name]
                found = True
    return found


def _is_box(element: Any) -> bool:
    return str(element.get("id", "")).startswith(_BOX) and element.get("hidden") is not None


def _cut(element: Any) -> None:
    """Take an element out of its tree; the text behind it stays."""
    above, before, tail = element.getparent(), element.getprevious(), element.tail
    element.tail = None
    if above is None:
        return
    above.remove(element)
    if tail and before is not None:
        before.tail = (before.tail or "") + tail
    elif tail:
        above.text = (above.text or "") + tail
