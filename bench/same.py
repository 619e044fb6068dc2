"""Whether two checkouts say the same: `python -m bench.same OLDER`, ten minutes; `--local` looks without sign-in only.

Each lives through the same: it reads the samples, holds a meeting that decides something, and ends it. Compared are the
tables of its snapshots, every answer, what lies beside the snapshots, the pages of everybody in every mode, and every
byte of every hand-out. Then this checkout opens what the older one kept, from its backup. Every difference is printed,
and the exit status is 1 where there is one.
"""

from __future__ import annotations

import argparse
import asyncio
import difflib
import hashlib
import io
import sys
import tempfile
import urllib.request
import zipfile
from collections.abc import Iterable, Iterator
from pathlib import Path

import duckdb

from bench import pages_read
from bench.checkout import Checkout
from bench.viewer import Viewer
from monev.settings import HOME

#: What somebody looks at: the newest numbers or those of a past meeting, at his desk or before a room.
BEFORE = ("", "mode=rapat", "rapat=2024-10-21", "rapat=2024-10-21&mode=rapat")
DURING = ("", "mode=rapat")
AFTER = ("", "mode=rapat", "rapat=2024-10-21", "rapat=2024-11-04", "rapat=2024-11-04&mode=rapat")
#: A page and the choices on it that its address can name, each compared without sign-in.
CHOICES = [("mutu_data", [f"instansi={name}" for name in ("Bawaslu", "Kesbangpol", "BPKPD", "Sekretariat")]),
           ("perubahan", ["lembaga=KPU", "banding=2024-10-21"]), ("tindak_lanjut", ["lembaga=KPU"])]  # fmt: skip
SENTENCE = '{"kalimat": "KPU mengirim sisa segel paling lambat 8 November"}'
#: Lines of one change that are printed, signs of each, and how many of them ahead of what differs.
LINES, SIGNS, AHEAD = 14, 240, 60

#: What was seen, by what it is: "kpu /logistik?mode=rapat" and its lines.
Told = dict[str, list[str]]


def lived(one: Checkout, people: Iterable[str]) -> Told:
    """All that a checkout says while it lives through a meeting; `people` look through a server with sign-in."""
    told = {"command sync": one.monev("sync").splitlines()}
    with one.serving() as open_, one.serving(sign_in=True) as closed:
        asyncio.run(_looked(told, "before", open_, one, [pages_read.LOCAL], BEFORE))
        asyncio.run(_looked(told, "before", closed, one, people, BEFORE))
        for page, choices in CHOICES:
            asyncio.run(_looked(told, "before", open_, one, [pages_read.LOCAL], choices, [page]))
        paths = [*map(pages_read.path_of, one.pages), "bahasa.js", "healthz", "tidak_ada"]
        told |= pages_read.documents(open_, paths, [pages_read.LOCAL])
        told |= pages_read.documents(closed, paths, [*people, *pages_read.OUTSIDE])
        told["command pin"] = one.monev("pin", "--judul", "Rapat monev", "--jam", "09.00").splitlines()
        asyncio.run(_decided(open_))
        asyncio.run(_looked(told, "during", open_, one, [pages_read.LOCAL], DURING))
        asyncio.run(_looked(told, "during", closed, one, people, DURING))
        told["command pin --selesai"] = one.monev("pin", "--selesai").splitlines()
    return told | beside(one)


def kept(one: Checkout) -> Told:
    """All that a checkout says of the snapshots and meetings that it has, without sign-in."""
    told: Told = {}
    for path in sorted([*one.snapshots.glob("0*.duckdb"), *one.snapshots.glob("rapat/*.duckdb")]):
        meeting = path.parent.name == "rapat"
        # Without the digest at its end: what differs inside is told table by table.
        name = path.stem if meeting else path.stem.rpartition("-")[0]
        told |= {f"table {name} {table}": rows for table, rows in _tables(path).items()}
        answers = one.answers("--rapat" if meeting else "--potret", path.stem)
        told |= {f"answer {name} {question}": _rows(question, rows) for question, rows in answers.items()}
    with one.serving() as address:
        asyncio.run(_looked(told, "after", address, one, [pages_read.LOCAL], AFTER))
        for query in ("", "rapat=2024-10-21", "rapat=2024-11-04"):
            asyncio.run(_handed(told, address, query))
    return told


def _rows(question: str, rows: list[str]) -> list[str]:
    """The rows of an answer; those that nobody sees as a list have no order."""
    return [rows[0], *sorted(rows[1:])] if question.startswith(("gabungan/", "periksa/")) else rows


def beside(one: Checkout) -> Told:
    """The text of every file beside the snapshots, by its path."""
    files = sorted(path for path in one.snapshots.rglob("*") if path.is_file() and path.suffix in (".json", ".jsonl"))
    return {f"file {path.relative_to(one.snapshots)}": path.read_text("utf-8").splitlines() for path in files}


def _tables(path: Path) -> Told:
    with duckdb.connect(str(path), read_only=True) as opened:
        names = [row[0] for row in opened.execute("select table_name from duckdb_tables() order by 1").fetchall()]
        found = {}
        for name in names:
            rows = opened.table(f'"{name}"')
            found[name] = [
                repr(list(zip(rows.columns, map(str, rows.types), strict=True))),
                *map(repr, rows.fetchall()),
            ]
        return found


async def _looked(told: Told, when: str, address: str, one: Checkout, people: Iterable[str], queries: Iterable[str],
                  pages: Iterable[str] = ()) -> None:  # fmt: skip
    async for name, lines in pages_read.pages(address, pages or one.pages, people, queries):
        told[f"page {when} {name}"] = lines


async def _decided(address: str) -> None:
    """Record a decision as the secretariat does: what it says is read first, and then kept."""
    async with Viewer(address) as viewer:
        await viewer.open("logistik")
        await viewer.press("catat_buka")
        await viewer.press("catat_simpan", {"catat_kalimat": SENTENCE})
        seen = await viewer.press("catat_simpan", {"catat_kalimat": SENTENCE})
        if "Tercatat" not in seen.html():
            raise RuntimeError("the decision was not recorded")


async def _handed(told: Told, address: str, query: str) -> None:
    """Every hand-out of the page Bahan, made and taken; of a document also what is in it."""
    async with Viewer(address) as viewer:
        seen = await viewer.open("bahan", query)
        for code in seen.keys("siapkan-"):
            await viewer.press(f"siapkan-{code}")
            with urllib.request.urlopen(address + await viewer.file(f"unduh-{code}")) as answer:
                content = answer.read()
            told[f"hand-out {code} {query}"] = [hashlib.sha256(content).hexdigest(), *_inside(content)]


def _inside(content: bytes) -> list[str]:
    with zipfile.ZipFile(io.BytesIO(content)) as opened:
        texts = [(name, opened.read(name).decode("utf-8", "replace")) for name in opened.namelist()]
    return [f"{name} {line}" for name, text in texts for line in text.replace("><", ">\n<").splitlines()]


def differences(older: Told, newer: Told) -> list[str]:
    """What both say differently, change by change, and what only one of them says by its name; the same change in many
    places is told once, with the first of them.
    """
    lines = [f"only in the older: {name}" for name in older if name not in newer]
    lines += [f"only in the newer: {name}" for name in newer if name not in older]
    where: dict[tuple[str, ...], list[str]] = {}
    for name in older:
        if name in newer and older[name] != newer[name]:
            for changed in _changes(older[name], newer[name]):
                where.setdefault(changed, []).append(name)
    for changed, names in where.items():
        places = len(names) - 1
        lines += [f"differs: {names[0]}" + (f" and {places} more" if places else ""), *changed[:LINES]]
    return lines


def _changes(older: list[str], newer: list[str]) -> Iterator[tuple[str, ...]]:
    """The changes between them, each as its lines of before and of now; of long lines the part that differs."""
    for kind, a, b, c, d in difflib.SequenceMatcher(None, older, newer).get_opcodes():
        if kind == "equal":
            continue
        was, now = older[a:b], newer[c:d]
        at = [max(0, _alike(*pair) - AHEAD) for pair in zip(was, now, strict=False)] + [0] * abs(len(was) - len(now))
        lines = [("-", line, start) for line, start in zip(was, at, strict=False)]
        lines += [("+", line, start) for line, start in zip(now, at, strict=False)]
        yield tuple(f"    {sign}{'…' if start else ''}{line[start : start + SIGNS]}" for sign, line, start in lines)


def _alike(one: str, other: str) -> int:
    """How many signs they begin with alike."""
    different = (place for place, (a, b) in enumerate(zip(one, other, strict=False)) if a != b)
    return next(different, min(len(one), len(other)))


def told_of(title: str, older: Told, newer: Told) -> int:
    """Print what differs and how much was compared; how many lines of difference there are. A question that only one of
    them has is named and is no difference.
    """
    mine, theirs = ({name for name in one if name.startswith("answer ")} for one in (newer, older))
    for side, names in (("older", theirs - mine), ("newer", mine - theirs)):
        for name in sorted({one.split()[-1] for one in names}):
            print(f"a question of the {side} only: {name}")
    alone = mine ^ theirs
    found = differences(*({name: lines for name, lines in one.items() if name not in alone} for one in (older, newer)))
    kinds = [name.split()[0] if name.split()[0] in KINDS else "document" for name in older]
    compared = ", ".join(f"{kinds.count(kind)} x {kind}" for kind in sorted({*kinds}))
    print("\n".join([*found, f"{title}: {len(older)} compared ({compared}); {len(found)} lines of difference."]))
    return len(found)


KINDS = ("command", "page", "file", "table", "answer", "hand-out")


def main() -> int:
    """Compare, print, and say by the exit status whether anything differs."""
    asked = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    asked.add_argument("older", type=Path)
    asked.add_argument("--local", action="store_true", help="only without sign-in, besides the secretariat")
    given = asked.parse_args()
    people = ("sekretariat",) if given.local else pages_read.INSIDE
    with tempfile.TemporaryDirectory(prefix="monev-") as scratch:
        older, newer, again = (
            Checkout(home, Path(scratch) / name)
            for home, name in ((given.older, "dulu"), (HOME, "kini"), (HOME, "kembali"))
        )
        was, of_then = lived(older, people), kept(older)
        found = told_of("A meeting", was, lived(newer, people))
        found += told_of("What is kept of it", of_then, kept(newer))
        backup = Path(scratch) / "cadangan.tar.gz"
        older.monev("backup", str(backup))
        again.monev("restore", str(backup))
        found += told_of("What the older one kept, restored", of_then, kept(again))
    return int(found > 0)


if __name__ == "__main__":
    sys.exit(main())
