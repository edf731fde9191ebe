"""The house rules as functions: each takes the root of a repository and says what breaks it.

They take a root so that each can be seen to fail on a tiny repository that breaks the rule.
"""

import ast
import re
import tomllib
from collections.abc import Callable, Iterator
from pathlib import Path

Guard = Callable[[Path], list[str]]

NOT_OURS = {".git", ".venv", "data", "build", "__pycache__", "uv.lock"}  # made, not written
PURE_MODULES = {
    *("__future__", "abc", "array", "base64", "bisect", "collections", "copy", "dataclasses"),
    *("datetime", "decimal", "difflib", "enum", "fractions", "functools", "hashlib", "heapq"),
    *("hmac", "itertools", "json", "math", "numbers", "operator", "re", "statistics", "string"),
    *("struct", "textwrap", "types", "typing", "unicodedata", "zoneinfo", "numpy"),
}
NAMELESS = {"utils", "util", "common", "helpers", "helper", "manager", "base", "misc"}
LONGEST_FILE, LONGEST_FUNCTION = 400, 50
CONTENT_SUFFIXES = {".toml", ".md", ".ics", ".csv", ".txt"}


def written_files(root: Path, pattern: str = "*") -> Iterator[Path]:
    """Find what people wrote: no caches, no environment, no data, no half-saved file."""
    for path in sorted(root.rglob(pattern)):
        parts = path.relative_to(root).parts
        made = any(part in NOT_OURS or part.endswith(("_cache", ".hypothesis")) for part in parts)
        if path.is_file() and not made:
            yield path


def written_text(root: Path, pattern: str = "*") -> Iterator[tuple[str, str]]:
    """Read every written file that is text: its place below the root, and its words."""
    for path in written_files(root, pattern):
        try:
            yield path.relative_to(root).as_posix(), path.read_text(encoding="utf-8")
        except UnicodeDecodeError:
            continue  # a picture, a spreadsheet


def parsed(root: Path, below: str) -> Iterator[tuple[str, ast.Module]]:
    """Parse every Python file below a folder."""
    for place, text in written_text(root, "*.py"):
        if place.startswith(below):
            yield place, ast.parse(text)


def functions_of(tree: ast.Module) -> list[ast.FunctionDef | ast.AsyncFunctionDef]:
    """List the functions of a module, its methods among them."""
    kinds = ast.FunctionDef | ast.AsyncFunctionDef
    return [node for node in ast.walk(tree) if isinstance(node, kinds)]


def numbered(root: Path, pattern: str = "*") -> Iterator[tuple[str, str]]:
    """Read every line of text with its place."""
    for place, text in written_text(root, pattern):
        for number, line in enumerate(text.splitlines(), start=1):
            yield f"{place}:{number}", line


# --- engines ----------------------------------------------------------------------


def imported(node: ast.AST) -> list[str]:
    """Name the modules that one statement imports."""
    if isinstance(node, ast.Import):
        return [alias.name for alias in node.names]
    if isinstance(node, ast.ImportFrom):
        return [node.module or "."]
    return []


def impure_imports(root: Path) -> list[str]:
    """Engines import the standard library's pure modules, numpy and lower engines only."""
    return [
        f"{place}:{node.lineno}: imports {name}"
        for place, tree in parsed(root, "src/aftershift/engines/")
        for node in ast.walk(tree)
        for name in imported(node)
        if name.split(".")[0] not in PURE_MODULES and not name.startswith("aftershift.engines")
    ]


IMPURE_CALLS = {"open", "print", "input", "eval", "exec", "__import__"}
IMPURE_METHODS = {"now", "today", "utcnow"}  # the hour is given
IMPURE_ATTRIBUTES = {"random", "load", "save", "fromfile", "tofile"}  # of numpy: dice and disk


def is_impure(node: ast.AST) -> bool:
    """Say whether one expression reads a clock, throws dice or touches the disk."""
    match node:
        case ast.Call(func=ast.Name(id=name)):
            return name in IMPURE_CALLS
        case ast.Call(func=ast.Attribute(attr=name)) if name in IMPURE_METHODS:
            return True
        case ast.Attribute(value=ast.Name(id="np" | "numpy"), attr=name):
            return name in IMPURE_ATTRIBUTES
    return False


def impure_calls(root: Path) -> list[str]:
    """Engines have no clock, no dice and no disk, also where a pure module offers one."""
    return [
        f"{place}:{node.lineno}: {ast.unparse(node)}"
        for place, tree in parsed(root, "src/aftershift/engines/")
        for node in ast.walk(tree)
        if is_impure(node)
    ]


def late_imports(root: Path) -> list[str]:
    """Imports stand at the top: none in a function, none under TYPE_CHECKING.

    Django's own place for late ones, `ready` of an apps.py, is left to it.
    """
    return [
        f"{place}:{node.lineno}: imports inside {type(outer).__name__}"
        for place, tree in parsed(root, "src/")
        if not place.endswith("/apps.py")
        for outer in ast.walk(tree)
        if isinstance(outer, ast.FunctionDef | ast.AsyncFunctionDef | ast.If)
        for node in ast.walk(outer)
        if imported(node)
    ]


def wings_without_floors(root: Path) -> list[str]:
    """Every wing of the web is listed in the contract on what lies above what inside a wing."""
    pyproject = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))
    contracts = pyproject["tool"]["importlinter"]["contracts"]
    inside = next(each for each in contracts if each["id"] == "wing-floors")
    wings = (path.parent.name for path in sorted(root.glob("src/aftershift/web/*/urls.py")))
    listed = {name.rpartition(".")[2] for name in inside["containers"]}
    return [wing for wing in wings if wing not in listed and wing != "pages"]  # pages: their frame


# --- names and sizes --------------------------------------------------------------


def nameless_modules(root: Path) -> list[str]:
    """A module is named after what it holds."""
    return [
        path.relative_to(root).as_posix()
        for path in written_files(root, "*.py")
        if NAMELESS & {path.stem, path.parent.name}
    ]


def long_files(root: Path) -> list[str]:
    """A file that no one can hold in mind hides an idea without a room."""
    return [
        f"{place}: {text.count(chr(10))} lines"
        for place, text in written_text(root, "*.py")
        if text.count("\n") > LONGEST_FILE and "/migrations/" not in place
    ]


def long_functions(root: Path) -> list[str]:
    """A function is read without scrolling."""
    return [
        f"{place}:{node.lineno}: {node.name} has {length} lines"
        for place, tree in parsed(root, "src/")
        for node in functions_of(tree)
        if (length := (node.end_lineno or node.lineno) - node.lineno + 1) > LONGEST_FUNCTION
    ]


# --- what must not be written -----------------------------------------------------

REGISTRIES = re.compile(
    r"py[p]i\.(?:org|python)|python[h]osted|registry\.np[m]js|deb\.debi[a]n\.org"
)
BARE_SILENCE = re.compile(r"#\s*(?:type:\s*ignore(?!\[)|no[q]a(?!:))")
UNFINISHED = re.compile(r"NotImplemented[E]rror|\bTO[D]O\b(?! #\d)|\bFIX[M]E\b|\bXX[X]\b")


def registry_hosts(root: Path) -> list[str]:
    """Where packages come from is the host's choice: no registry by name, no address in a lock."""
    return [
        place
        for place, line in numbered(root)
        if REGISTRIES.search(line) or (".lock:" in place and "://" in line)
    ]


def machine_paths(root: Path) -> list[str]:
    """Nothing knows where it lies: not this folder, not its neighbours, not anybody's home."""
    root = root.resolve()
    neighbours = [root] if root.parent == Path(root.anchor) else list(root.parent.iterdir())
    named = {Path.home(), *neighbours} - {Path(root.anchor)}
    known = "|".join(re.escape(str(path)) for path in named)
    here = re.compile(rf"(?<![\w.~-])(?:{known})(?![\w-])")
    return [place for place, line in numbered(root) if here.search(line)]


def bare_silences(root: Path) -> list[str]:
    """A checker is silenced for one named reason, never altogether."""
    return [place for place, line in numbered(root, "*.py") if BARE_SILENCE.search(line)]


def unfinished(root: Path) -> list[str]:
    """No stub and no note to oneself; what is left over is an issue with a number."""
    return [place for place, line in numbered(root, "*.py") if UNFINISHED.search(line)]


def code_in_content(root: Path) -> list[str]:
    """Content is data: it cannot run and cannot grant itself trust."""
    return [
        path.relative_to(root).as_posix()
        for path in written_files(root / "src/aftershift/content")
        if path.suffix not in CONTENT_SUFFIXES
    ]


# --- tests ------------------------------------------------------------------------

ASSERTING = re.compile(r"^(?:raises|warns|fail|expect|assert\w*)$")


def asserts(node: ast.AST, trusted: set[str]) -> bool:
    """Say whether one statement can fail a test."""
    match node:
        case ast.Assert(test=ast.Constant()):
            return False
        case ast.Assert():
            return True
        case ast.Call(func=ast.Name(id=name) | ast.Attribute(attr=name)):
            return name in trusted or bool(ASSERTING.match(name))
    return False


def asserting_functions(root: Path) -> set[str]:
    """Name the functions of the tests' own that assert something for others."""
    return {
        function.name
        for _, tree in parsed(root, "tests/")
        for function in functions_of(tree)
        if any(asserts(node, set()) for node in ast.walk(function))
    }


def tests_without_assertion(root: Path) -> list[str]:
    """Every test can fail."""
    trusted = {name for name in asserting_functions(root) if not name.startswith("test_")}
    return [
        f"{place}:{function.lineno}: {function.name}"
        for place, tree in parsed(root, "tests/")
        for function in functions_of(tree)
        if function.name.startswith("test_")
        if not any(asserts(node, trusted) for node in ast.walk(function))
    ]


# --- documents --------------------------------------------------------------------

LINK = re.compile(r"\]\((?!\w+:|#)([^)#\s]+)")
FLOORS = ("engines", "library", "adapters", "web", "cli")


def dead_links(root: Path) -> list[str]:
    """Every link of a document to another file leads somewhere."""
    return [
        f"{place}: {target}"
        for place, line in numbered(root, "*.md")
        for target in LINK.findall(line)
        if not ((root / place.split(":")[0]).parent / target).exists()
    ]


def rooms_off_the_tour(root: Path) -> list[str]:
    """Every room of the house is shown on the tour."""
    tour = root / "docs/tour.md"
    words = set(re.findall(r"`([\w./]+)`", tour.read_text(encoding="utf-8")))
    source = root / "src/aftershift"
    rooms = [path.parent for floor in FLOORS for path in source.glob(f"{floor}/*/__init__.py")]
    named = (room.relative_to(source).as_posix() for room in sorted(rooms))
    return [room for room in named if room not in words]


def records_off_the_index(root: Path) -> list[str]:
    """Every decision record is in the index."""
    folder = root / "docs/decisions"
    index = (folder / "README.md").read_text(encoding="utf-8")
    return [path.name for path in sorted(folder.glob("0*.md")) if f"({path.name})" not in index]
