"""A method that runs in a thread calls the engine and posts messages; only the interface thread changes a widget."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
CHANGING = {
    "add", "append", "clear", "discard", "extend", "insert", "pop", "popitem", "remove", "setdefault", "sort", "update",
}  # fmt: skip
"""Methods of collections that change them."""


def thread_methods(tree: ast.AST) -> Iterator[ast.FunctionDef]:
    """The methods that a decorator makes thread workers."""
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef):
            for decorator in node.decorator_list:
                if isinstance(decorator, ast.Call) and ast.unparse(decorator.func) == "in_thread":
                    yield node


def of_self(node: ast.AST) -> bool:
    """Whether an expression begins with self."""
    while isinstance(node, ast.Attribute | ast.Subscript | ast.Call):
        node = node.func if isinstance(node, ast.Call) else node.value
    return isinstance(node, ast.Name) and node.id == "self"


def targets(node: ast.AST) -> list[ast.expr]:
    if isinstance(node, ast.Assign | ast.Delete):
        return list(node.targets)
    return [node.target] if isinstance(node, ast.AugAssign | ast.AnnAssign | ast.NamedExpr | ast.For) else []


def faults(method: ast.FunctionDef) -> Iterator[str]:
    """What a thread method must not do, by line."""
    for node in ast.walk(method):
        for target in targets(node):
            parts = target.elts if isinstance(target, ast.Tuple | ast.List) else [target]
            if any(isinstance(part, ast.Attribute | ast.Subscript) and of_self(part) for part in parts):
                yield f"line {target.lineno}: changes {ast.unparse(target)}"
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and of_self(node.func):
            name, holder = node.func.attr, node.func.value
            own = isinstance(holder, ast.Name) and name != "post_message" and not name[:1].isupper()
            if own or name in CHANGING or name in {"call_from_thread", "query_one", "query"}:
                yield f"line {node.lineno}: calls {ast.unparse(node.func)}"


def all_thread_methods() -> Iterator[tuple[str, ast.FunctionDef]]:
    for folder in ("tui", "widgets"):
        for file in sorted((ROOT / folder).rglob("*.py")):
            for method in thread_methods(ast.parse(file.read_text(encoding="utf-8"))):
                yield f"{file.relative_to(ROOT).as_posix()}:{method.name}", method


METHODS = dict(all_thread_methods())


def test_thread_methods_are_found() -> None:
    assert len(METHODS) >= 8
    assert any(name.endswith(":_read_files") for name in METHODS)


def test_threads_are_begun_in_one_way() -> None:
    """Textual's own decorator describes each call by the text of all it is given, in the interface thread."""
    files = [file for folder in ("tui", "widgets") for file in (ROOT / folder).rglob("*.py")]
    beginning = [
        file.name
        for file in files
        for line in file.read_text(encoding="utf-8").splitlines()
        if line.startswith("from textual import") and "work" in line.split()
    ]
    assert beginning == ["background.py"]


@pytest.mark.parametrize("name", METHODS)
def test_a_thread_only_calls_the_engine_and_posts_messages(name: str) -> None:
    assert list(faults(METHODS[name])) == []


@pytest.mark.parametrize(
    "line",
    [
        "self._source = 1",
        "self._source, other = 1, 2",
        "self._places[3] = 1",
        "self._count += 1",
        "del self._places[3]",
        "self._undo.append(1)",
        "self.app.call_from_thread(self.say, 'x')",
        "self.say('x')",
        "self.query_one('#x').show(1)",
        "self._set(1)",
    ],
)
def test_the_check_sees_what_it_is_for(line: str) -> None:
    source = f"class A:\n    @in_thread('x')\n    def run(self) -> None:\n        {line}\n"
    (method,) = thread_methods(ast.parse(source))
    assert list(faults(method))


def test_the_check_lets_messages_pass() -> None:
    source = (
        "class A:\n    @in_thread('x')\n    def run(self) -> None:\n"
        "        found = []\n        found.append(self.path)\n        self.post_message(self.Found(found))\n"
    )
    (method,) = thread_methods(ast.parse(source))
    assert not list(faults(method))
