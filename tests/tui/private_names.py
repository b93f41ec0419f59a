"""Which private names of Textual a file of the screens uses, read from its source."""

import ast
import importlib
import inspect
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from textwrap import dedent
from types import ModuleType

import textual

import workbook.tui

ROOT = Path(workbook.tui.__file__).parent
PRIVATE = re.compile(r"_[a-z]\w*")
NOT_TEXTUAL = {"_replace", "_exit"}
"""Of named tuples and of `os`: public, though they begin like private ones."""


@cache
def known_to_textual() -> frozenset[str]:
    """Every private name that a class of Textual has."""
    sources = (path.read_text(encoding="utf-8") for path in Path(textual.__file__).parent.rglob("*.py"))
    return frozenset().union(*map(_defined, map(ast.parse, sources)))


def names_of(kind: type) -> frozenset[str]:
    """The private names that a class of Textual has, those of the classes it is derived from among them."""
    bases = (base for base in kind.__mro__ if base.__module__.partition(".")[0] == "textual")
    return frozenset().union(*map(_defined_by, bases))


@cache
def _defined_by(kind: type) -> frozenset[str]:
    return _defined(ast.parse(dedent(inspect.getsource(kind))))


def _defined(tree: ast.AST) -> frozenset[str]:
    """The private names that the classes in `tree` give to methods and attributes."""
    found = set()
    for node in ast.walk(tree):
        match node:
            case ast.FunctionDef(name=name) | ast.AsyncFunctionDef(name=name):
                found.add(name)
            case ast.Attribute(value=ast.Name(id="self" | "cls"), attr=name, ctx=ast.Store()):
                found.add(name)
            case ast.AnnAssign(target=ast.Name(id=name)):
                found.add(name)
            case ast.Assign(targets=[ast.Name(id=name)]):
                found.add(name)
    return frozenset(filter(PRIVATE.fullmatch, found))


def private_uses(path: Path, module: ModuleType) -> Iterator[str]:
    """`file:line name` for each private name of Textual that is used, overridden or imported in `path`."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    for line, name in sorted(_used(tree, module, frozenset())):
        yield f"{path.name}:{line} {name}"


def module_of(path: Path) -> ModuleType:
    """The module in a file below the screens."""
    parts = path.relative_to(ROOT.parents[1]).with_suffix("").parts
    return importlib.import_module(".".join(parts).removesuffix(".__init__"))


def _used(node: ast.AST, within: object, theirs: frozenset[str]) -> Iterator[tuple[int, str]]:
    """The lines and names below `node`, which stands in the module or class `within`.

    `theirs` are the names that the class has from Textual: ours may not be among them, not even by accident.
    """
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.ClassDef):
            kind = vars(within).get(child.name) if within else None
            yield from _used(child, kind, names_of(kind) if kind else known_to_textual())
            continue
        match child:
            case ast.ImportFrom(module=str(name)) if name.startswith("textual.") and "._" in name:
                yield child.lineno, name
            case ast.FunctionDef(name=name) | ast.AsyncFunctionDef(name=name) if name in theirs:
                if PRIVATE.fullmatch(name) and isinstance(node, ast.ClassDef):
                    yield child.lineno, name
            case ast.Attribute(attr=name) if PRIVATE.fullmatch(name) and name not in NOT_TEXTUAL:
                is_own = ast.unparse(child.value) in ("self", "cls", "super()")
                if name in (theirs if is_own else known_to_textual()):
                    yield child.lineno, name
            case ast.Constant(value=str(name)) if PRIVATE.fullmatch(name) and name in known_to_textual():
                yield child.lineno, name
        yield from _used(child, within, theirs)
