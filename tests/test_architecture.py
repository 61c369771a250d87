"""Holds the plan of the house: floors, no circle, Qt in gui/ only, threads and processes in their places, short files.

To allow an exception is to change a table here, with the reason.
"""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
HOUSE = ROOT / "clipper"
FILES = sorted(HOUSE.rglob("*.py"))
MOST_LINES = 300

# Who stands where; imports go downwards only. A name is a module or a package right below clipper/.
FLOORS = {
    "model": 1,
    "answers": 1,
    "errors": 1,
    "progress": 1,
    "settings": 1,
    "urls": 1,
    "lines": 1,
    "passages": 1,
    "resources": 1,
    "workers": 1,
    "logs": 1,
    "sources": 2,
    "fetching": 2,
    "extraction": 2,
    "store": 2,
    "search": 2,
    "exporting": 2,
    "library": 3,
    "importing": 4,
    "app": 5,
    "cli": 6,
    "gui": 6,
    "__main__": 7,
}
# The version number stands in clipper/__init__.py, below everything.
FLOORS["__init__"] = 0

# The faces see app.py and the ground, nothing between.
FACES = {"cli", "gui"}
SEEN_BY_A_FACE = {name for name, floor in FLOORS.items() if floor <= 1} | {"app"}

# Where threads and child processes may be made (files and folders, relative to clipper/).
# fetching/names.py: getaddrinfo can neither be stopped nor given a deadline, so a thread waits for it.
# fetching/pictures.py: fetches the pictures of one page at the same time; its threads end before it returns.
THREAD_MAKERS = ("gui/jobs.py", "importing/", "fetching/names.py", "fetching/pictures.py")
PROCESS_MAKERS = ("workers.py",)
# Who may catch everything: the last resort of each face; search/, since a damaged Whoosh index was seen to raise 14
# kinds of exception; and workers.py, whose child hands whatever the work raised over to be raised in the parent.
CATCHERS_OF_ALL = ("gui/jobs.py", "cli/main.py", "search/", "workers.py")

THREADS = {
    "threading.Thread",
    "threading.Timer",
    "concurrent.futures.ThreadPoolExecutor",
    "concurrent.futures.thread.ThreadPoolExecutor",
    "multiprocessing.pool.ThreadPool",
    "multiprocessing.dummy",
    "asyncio.to_thread",
    "_thread",
    "PySide6.QtCore.QThread",
    "PySide6.QtCore.QThreadPool",
    "PySide6.QtCore.QRunnable",
    "PySide6.QtConcurrent",
}
PROCESSES = {
    "subprocess",
    "multiprocessing",
    "concurrent.futures.ProcessPoolExecutor",
    "concurrent.futures.process",
    "asyncio.create_subprocess_exec",
    "asyncio.create_subprocess_shell",
    "pty",
    "PySide6.QtCore.QProcess",
    *(f"os.{name}" for name in ("fork", "forkpty", "popen", "system", "startfile", "posix_spawn", "posix_spawnp")),
    *(f"os.{kind}{form}" for kind in ("spawn", "exec") for form in ("l", "le", "lp", "lpe", "v", "ve", "vp", "vpe")),
}
NAMES_THAT_SAY_NOTHING = {"utils", "util", "helpers", "helper", "common", "base", "manager", "misc"}


def place(file: Path) -> str:
    """Give a file's path below clipper/, with forward slashes."""
    return file.relative_to(HOUSE).as_posix()


def room(file: Path) -> str:
    """Give the module or package right below clipper/ that a file belongs to."""
    return file.relative_to(HOUSE).with_suffix("").parts[0]


def tree(file: Path) -> ast.Module:
    """Parse a file."""
    return ast.parse(file.read_text(encoding="utf-8"), filename=str(file))


def names_imported(file: Path) -> Iterator[str]:
    """Give every name that a file imports, dotted and whole, wherever in the file the import stands."""
    package = ("clipper", *file.relative_to(HOUSE).parent.parts)
    for node in ast.walk(tree(file)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            start = ".".join(package[: len(package) - node.level + 1]) if node.level else ""
            source = ".".join(part for part in (start, node.module) if part)
            yield from (f"{source}.{alias.name}" for alias in node.names)
        elif isinstance(node, ast.Call) and ast.unparse(node.func) in ("importlib.import_module", "__import__"):
            first = node.args[0] if node.args else None
            if isinstance(first, ast.Constant) and isinstance(first.value, str):
                yield first.value


def names_used(file: Path) -> Iterator[str]:
    """Give the imported names, and the dotted names reached through them: after "import os as o", o.fork is os.fork."""
    whole = tree(file)
    known: dict[str, str] = {}
    for node in ast.walk(whole):
        if isinstance(node, ast.Import):
            known |= {
                alias.asname or alias.name.split(".")[0]: (alias.asname and alias.name) or alias.name.split(".")[0]
                for alias in node.names
            }
        elif isinstance(node, ast.ImportFrom):
            known |= {alias.asname or alias.name: f"{node.module}.{alias.name}" for alias in node.names}
    yield from names_imported(file)
    for node in ast.walk(whole):
        if isinstance(node, ast.Attribute):
            first, _, rest = ast.unparse(node).partition(".")
            if first in known:
                yield f"{known[first]}.{rest}"


def module(name: str) -> str | None:
    """Give the module of ours that a dotted name lies in: clipper.store.tags for clipper.store.tags.Tags."""
    parts = name.split(".")
    if parts[0] != "clipper":
        return None
    for length in range(len(parts), 1, -1):
        path = ROOT.joinpath(*parts[:length])
        if path.with_suffix(".py").is_file() or path.is_dir():
            return ".".join(parts[:length])
    return "clipper.__init__"


def rooms_imported(file: Path) -> set[str]:
    """Give the rooms below clipper/ that a file imports from, its own left out."""
    found = {found for name in names_imported(file) if (found := module(name))}
    return {name.split(".")[1] for name in found} - {room(file)}


def lies_in(file: Path, allowed: tuple[str, ...]) -> bool:
    """Say whether a file is one of these files or in one of these folders."""
    return any(place(file) == entry or (entry.endswith("/") and place(file).startswith(entry)) for entry in allowed)


def banned(file: Path, names: set[str]) -> list[str]:
    """Give which of these names, or names below them, a file uses."""
    return sorted({used for used in names_used(file) if any(used == n or used.startswith(f"{n}.") for n in names)})


each_file = pytest.mark.parametrize("file", FILES, ids=place)


@each_file
def test_every_file_has_a_floor(file: Path) -> None:
    assert room(file) in FLOORS


@each_file
def test_imports_go_downwards_only(file: Path) -> None:
    floor = FLOORS[room(file)]
    # The files of the ground may know each other (no circle: see below); packages of one floor never do.
    allowed = {name for name, other in FLOORS.items() if other < floor or (other == floor == 1)}
    if room(file) in FACES:
        allowed = SEEN_BY_A_FACE

    assert rooms_imported(file) <= allowed


def test_there_is_no_circle() -> None:
    graph = {}
    for file in FILES:
        name = ".".join(("clipper", *file.relative_to(HOUSE).with_suffix("").parts)).removesuffix(".__init__")
        graph[name] = {found for used in names_imported(file) if (found := module(used))} - {name}

    done: set[str] = set()

    def walk(name: str, trail: tuple[str, ...]) -> None:
        assert name not in trail, " -> ".join((*trail[trail.index(name) :], name))
        if name not in done:
            for other in sorted(graph.get(name, ())):
                walk(other, (*trail, name))
            done.add(name)

    for name in graph:
        walk(name, ())


@each_file
def test_qt_stands_in_gui_only(file: Path) -> None:
    qt = {name for name in names_imported(file) if name.split(".")[0] in ("PySide6", "shiboken6")}

    assert not qt or room(file) == "gui"


@each_file
def test_threads_are_made_in_their_places_only(file: Path) -> None:
    assert lies_in(file, THREAD_MAKERS) or not banned(file, THREADS)


@each_file
def test_child_processes_are_made_in_workers_only(file: Path) -> None:
    assert lies_in(file, PROCESS_MAKERS) or not banned(file, PROCESSES)


@each_file
def test_everything_is_caught_in_the_last_resorts_only(file: Path) -> None:
    handlers = [node for node in ast.walk(tree(file)) if isinstance(node, ast.ExceptHandler)]
    # Who cleans up and raises on has swallowed nothing.
    swallowing = [handler for handler in handlers if ast.unparse(handler.body[-1]) != "raise"]
    bare = any(handler.type is None for handler in swallowing)
    types = [node for handler in swallowing if handler.type for node in ast.walk(handler.type)]
    caught = {node.id for node in types if isinstance(node, ast.Name)}

    assert lies_in(file, CATCHERS_OF_ALL) or not (bare or caught & {"Exception", "BaseException"})


@each_file
def test_no_file_is_long(file: Path) -> None:
    assert len(file.read_text(encoding="utf-8").splitlines()) <= MOST_LINES


@each_file
def test_a_name_says_what_is_in_it(file: Path) -> None:
    assert not {part.removesuffix(".py") for part in file.relative_to(HOUSE).parts} & NAMES_THAT_SAY_NOTHING


@each_file
def test_every_file_says_what_it_is_for(file: Path) -> None:
    assert ast.get_docstring(tree(file)) or not file.read_text(encoding="utf-8").strip()


def test_the_judge_sees_what_it_should(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(globals(), "HOUSE", tmp_path)
    file = tmp_path / "odd.py"
    file.write_text(
        "import os as o\nimport threading\nfrom concurrent.futures import ThreadPoolExecutor as T\n"
        "def work():\n    from clipper.gui import jobs\n    o.fork()\n    threading.Thread()\n    T()\n",
        encoding="utf-8",
    )

    assert banned(file, THREADS) == ["concurrent.futures.ThreadPoolExecutor", "threading.Thread"]
    assert banned(file, PROCESSES) == ["os.fork"]
    assert rooms_imported(file) == {"gui"}
