"""From version 2 of the saved file to version 3: codes for sentences, articles named by hashes and not by sides.

Version 2 stored what the engine had said in English. Each sentence is read back into its code and values; one that is
not understood is kept as "written", so that nothing is lost.
"""

import re
from typing import Any

Document = dict[str, Any]

_SIDES = ("left", "right")
_TAILS = {
    "neither rounding nor a bound explains it": "value",
    "neither date lies inside the other": "date",
    "one side negates it": "negation",
    "both can hold: one is a bound": "bound",
    "both can hold: rounded or in other units": "rounding",
    "named differently": "naming",
    "spelt differently": "spelling",
    "the same words from another speaker": "speaker",
    "another source": "source",
    "the quotation differs": "quotation",
}
_BY_KIND = {"name": "name", "place": "name", "polarity": "negation", "date": "date", "speaker": "speaker"}
_GROUNDS = (
    (re.compile(r"same text"), "same_text"),
    (re.compile(r"same run of words: “(.*)”", re.DOTALL), "shared_run"),
    (re.compile(r"shared names: (.*)"), "shared_names"),
    (re.compile(r"shared figures: (.*)"), "shared_numbers"),
    (re.compile(r"shared words: (.*)"), "shared_words"),
    (re.compile(r"similar wording"), "similar_wording"),
    (re.compile(r"your own match"), "own_match"),
    (re.compile(r"you said that this is no conflict"), "own_not_a_conflict"),
)
_STEPS = (
    (re.compile(r"note ?(.*)", re.DOTALL), "note"),
    (re.compile(r"reviewed mark taken away"), "not reviewed"),
    (re.compile(r"reviewed"), "reviewed"),
    (re.compile(r"highlight taken away"), "no highlight"),
    (re.compile(r"highlight"), "highlight"),
    (re.compile(r"not a match"), "not a match"),
    (re.compile(r"match"), "match"),
    (re.compile(r"not a conflict"), "not a conflict"),
    (re.compile(r"placed again on row (.*)"), "placed again"),
    (re.compile(r"deleted from the tray"), "deleted"),
    (re.compile(r"import of (.*)"), "import"),
)
_VALUES = re.compile(r"A: (?P<left>.*?), B: (?P<right>.*?)(?:; (?P<tail>[^;]*))?", re.DOTALL)


def codes_for_sentences(document: Document) -> Document:
    """The document of version 2 as one of version 3."""
    comparison = dict(document.get("comparison", {}))
    names = _names(comparison)
    found = {name: value for name, value in document.items() if name != "amendments"}
    for new, old in (("notes", "notes"), ("reviews", "reviews"), ("link_corrections", "amendments")):
        found[new] = [_item(item, names) for item in document.get(old, ())]
    found["steps"] = [_step(step, names) for step in document.get("steps", ())]
    for side in _SIDES:
        if isinstance(comparison.get(side), dict):
            comparison[side] = _renamed(comparison[side], "notes", "warnings")
    comparison["links"] = [_link(link) for link in comparison.get("links", ())]
    summary = dict(comparison.get("summary", {}))
    remarks = summary.pop("remarks", ())
    comparison["summary"] = summary | {"observations": [{"code": "written", "values": [text]} for text in remarks]}
    return {**found, "comparison": comparison, "version": 3}


def _names(comparison: Document) -> dict[str, str]:
    """The names of both articles, as version 3 has them."""
    sides = [comparison.get(side) or {} for side in _SIDES]
    left, right = (str(article.get("content_hash") or article.get("id") or "") for article in sides)
    return {"left": left, "right": right if right != left else f"{right}+"}


def _renamed(fields: Document, old: str, new: str) -> Document:
    return {new if name == old else name: value for name, value in fields.items()}


def _item(item: Document, names: dict[str, str]) -> Document:
    target = dict(item.get("target") or {})
    anchors = []
    for side in _SIDES:
        anchor = target.pop(side, None)
        if anchor:
            rest = {name: value for name, value in anchor.items() if name != "content_hash"}
            anchors.append({"article": names[side], **rest})
    return {**_renamed(item, "lost", "orphaned"), "target": {**target, "anchors": anchors}}


def _step(step: Document, names: dict[str, str]) -> Document:
    changes = [
        {
            **change,
            "kind": "link_corrections" if change.get("kind") == "amendments" else change.get("kind"),
            **{name: _item(change[name], names) for name in ("before", "after") if change.get(name)},
        }
        for change in step.get("changes", ())
    ]
    rest = {name: value for name, value in step.items() if name != "says"}
    return {**rest, "changes": changes, **_action(str(step.get("says", "")))}


def _action(says: str) -> Document:
    for pattern, action in _STEPS:
        if found := pattern.fullmatch(says):
            return {"action": action, "text": found[1] if found.groups() else ""}
    return {"action": "written", "text": says}


def _link(link: Document) -> Document:
    rest = {name: value for name, value in link.items() if name not in {"reasons", "differences"}}
    return {
        **_renamed(rest, "heavy", "rewritten"),
        "grounds": [_ground(text) for text in link.get("reasons", ())],
        "differences": [_difference(difference) for difference in link.get("differences", ())],
    }


def _ground(text: str) -> Document:
    for pattern, code in _GROUNDS:
        if found := pattern.fullmatch(text):
            values = [] if not found.groups() else [found[1]] if code == "shared_run" else found[1].split(", ")
            return {"code": code, "values": values}
    if found := re.fullmatch(r"similar meaning (-?\d\.\d+)", text):
        return {"code": "similar_meaning", "values": [float(found[1])]}
    return {"code": "written", "values": [text]}


def _difference(old: Document) -> Document:
    """A sentence such as "A: 24 people, B: 31 people; named differently" as two texts and a reason."""
    found = _VALUES.fullmatch(str(old.get("says", "")))
    left, right, tail = (found["left"], found["right"], found["tail"]) if found else (str(old.get("says", "")), "", "")
    reason = _TAILS.get(tail or "")
    if reason is None:
        right += f"; {tail}" if tail else ""
        quoted = left.startswith('"') and left.endswith('"')
        reason = "antonym" if quoted else _BY_KIND.get(str(old.get("what")), "value")
    if reason in {"negation", "antonym"}:
        left, right = left.strip('"'), right.strip('"')
    rest = {name: value for name, value in old.items() if name not in {"says", "sure"}}
    return {**rest, "left_text": left, "right_text": right, "reason": reason, "confidence": old.get("sure", 0)}
