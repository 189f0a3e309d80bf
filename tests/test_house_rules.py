"""The house rules that no linter knows; each failure lists every place that breaks its rule."""

import ast
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path

SOURCE = Path(__file__).resolve().parents[1] / "src" / "campaignplanner"
MODULES = sorted(SOURCE.rglob("*.py"))
FUNCTION_LINES = 40
FILE_LINES = 400
CHANGED_BY_QT = {"int", "float", "dict", "list"}


@cache
def tree_of(module: Path) -> ast.Module:
    return ast.parse(module.read_text(encoding="utf-8"))


def nodes() -> Iterator[tuple[Path, ast.AST]]:
    for module in MODULES:
        for node in ast.walk(tree_of(module)):
            yield module, node


def calls_of(name: str) -> Iterator[tuple[Path, ast.Call]]:
    for module, node in nodes():
        if isinstance(node, ast.Call):
            function = node.func
            called = function.attr if isinstance(function, ast.Attribute) else getattr(function, "id", None)
            if called == name:
                yield module, node


def place(module: Path, node: ast.AST) -> str:
    return f"{module.relative_to(SOURCE)}:{node.lineno}"


def test_every_function_fits_on_a_screen() -> None:
    functions = (ast.FunctionDef, ast.AsyncFunctionDef)
    too_long = [
        f"{place(module, node)} {node.name}"
        for module, node in nodes()
        if isinstance(node, functions) and node.end_lineno - node.lineno + 1 >= FUNCTION_LINES
    ]
    assert too_long == []


def test_every_file_is_short_enough_to_read() -> None:
    lines = {str(path.relative_to(SOURCE)): path.read_text(encoding="utf-8").count("\n") for path in MODULES}
    assert {path: count for path, count in lines.items() if count >= FILE_LINES} == {}


def test_no_slot_is_a_lambda_that_keeps_its_object_alive() -> None:
    keeping = [
        place(module, argument)
        for module, call in calls_of("connect")
        for argument in call.args
        if isinstance(argument, ast.Lambda)
        and any(isinstance(name, ast.Name) and name.id == "self" for name in ast.walk(argument))
    ]
    assert keeping == []


def test_signals_carry_what_qt_passes_on_unchanged() -> None:
    changed = [
        place(module, call)
        for module, call in calls_of("Signal")
        if any(isinstance(kind, ast.Name) and kind.id in CHANGED_BY_QT for kind in call.args)
    ]
    assert changed == []


def test_no_error_is_swallowed_unseen() -> None:
    swallowing = [
        place(module, node)
        for module, node in nodes()
        if isinstance(node, ast.ExceptHandler)
        and (node.type is None or ast.unparse(node.type) in {"Exception", "BaseException"})
        and all(isinstance(statement, ast.Pass) for statement in node.body)
    ]
    assert swallowing == []


def test_the_domain_needs_only_the_standard_library() -> None:
    foreign = [
        f"{module.name}: {name}"
        for module in MODULES
        if module.is_relative_to(SOURCE / "domain")
        for name in imported_by(module)
        if name.partition(".")[0] not in {*sys.stdlib_module_names, "campaignplanner"}
    ]
    assert foreign == []


def imported_by(module: Path) -> Iterator[str]:
    for node in ast.walk(tree_of(module)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module
