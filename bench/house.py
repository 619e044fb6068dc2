"""How the house is built, by its imports: `python -m bench.house [OLDER]`, a table with one column a checkout.

Rooms are the packages right below monev/, loose are the modules there; an arrow is one of them that imports another,
and floors are the longest way down from arrow to arrow, where those in a circle stand on one floor.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from graphlib import TopologicalSorter
from pathlib import Path

import grimp

#: Folder -> how the files end whose lines count.
FOLDERS = {"monev": (".py", ".css", ".html", ".js"), "queries": (".sql",), "tests": (".py",)}


def counted(home: Path) -> dict[str, int]:
    """What there is in the checkout at `home`, whose monev must be the one that Python finds."""
    graph = grimp.build_graph("monev", cache_dir=None)
    below = sorted(graph.find_children("monev"))
    rooms = [one for one in below if graph.find_children(one)]
    arrows = {one: {other for other in below if other != one and _imports(graph, one, other)} for one in below}
    circles = _circles(arrows)
    return {
        "rooms": len(rooms),
        "loose modules": len(below) - len(rooms),
        "modules": sum(not graph.find_children(one) for one in graph.modules),
        "arrows between rooms and loose modules": sum(map(len, arrows.values())),
        "imports between them, module by module": sum(
            _top(one) != _top(other)
            for one in graph.modules
            for other in graph.find_modules_directly_imported_by(one)
            if other != "monev"
        ),
        "floors": _floors(arrows, circles),
        "rooms and loose modules in a circle": sum(len(circle) for circle in {*circles.values()} if len(circle) > 1),
    } | {f"lines of {folder}/": _lines(home / folder, ends) for folder, ends in FOLDERS.items()}


def _imports(graph: grimp.ImportGraph, one: str, other: str) -> bool:
    return graph.direct_import_exists(importer=one, imported=other, as_packages=True)


def _top(module: str) -> str:
    return ".".join(module.split(".")[:2])


def _circles(arrows: dict[str, set[str]]) -> dict[str, frozenset[str]]:
    """For each the ones that it can reach and that can reach it, itself among them."""
    reach = {one: {one} for one in arrows}
    for _ in arrows:
        for found in reach.values():
            found |= set().union(*(arrows[other] for other in found))
    return {one: frozenset(other for other in found if one in reach[other]) for one, found in reach.items()}


def _floors(arrows: dict[str, set[str]], circles: dict[str, frozenset[str]]) -> int:
    below = {
        circle: {circles[other] for one in circle for other in arrows[one]} - {circle} for circle in circles.values()
    }
    height: dict[frozenset[str], int] = {}
    for circle in TopologicalSorter(below).static_order():
        height[circle] = 1 + max((height[other] for other in below[circle]), default=0)
    return max(height.values())


def _lines(folder: Path, ends: tuple[str, ...]) -> int:
    files = (path for path in folder.rglob("*") if path.suffix in ends and "__pycache__" not in path.parts)
    return sum(len(path.read_text("utf-8").splitlines()) for path in files)


def main() -> None:
    """Print the table, the older checkout first; with --one the numbers of the checkout that Python finds, as JSON."""
    home = Path(__file__).resolve().parent.parent
    if sys.argv[1:2] == ["--one"]:
        print(json.dumps(counted(Path(sys.argv[2]))))
        return
    columns = [_of(one.resolve()) for one in [*map(Path, sys.argv[1:]), home]]
    for name in columns[0]:
        print(f"{name:42}" + "".join(f"{column[name]:10,}" for column in columns))


def _of(home: Path) -> dict[str, int]:
    """The numbers of any checkout, from a process of its own that finds its monev."""
    done = subprocess.run([sys.executable, __file__, "--one", str(home)], env=os.environ | {"PYTHONPATH": str(home)},
                          capture_output=True, text=True, check=True)  # fmt: skip
    return json.loads(done.stdout)


if __name__ == "__main__":
    main()
