"""Write the tables that repeat declarations into the docs: `make docs`. With --periksa nothing is written.

A table stands between the lines <!-- dibuat: NAME --> and <!-- akhir: NAME -->; what is between them is made anew. With
--periksa the exit status is 1 where one of them is stale; the line says which, and what to do.
"""

import argparse
import os
import re
import sys
from collections.abc import Iterable
from pathlib import Path

HOME = Path(__file__).resolve().parent.parent
os.environ.pop("MONEV_PROYEK", None)  # the docs are of what lies here
sys.path.insert(0, str(HOME))

from monev.contract import contracts, gathered, reference  # noqa: E402
from monev.run.commands.arguments import parser  # noqa: E402
from monev.settings import CONTRACTS, ENVIRONMENT, REFERENCE  # noqa: E402
from monev.words import words  # noqa: E402

#: Page -> the tables in it.
PAGES = {
    "README.md": ("setelan", "perintah"),
    "docs/mengisi-lembar.md": ("tab", "lonjakan"),
    "docs/kolom-lembar.md": ("kolom",),
    "docs/cara-menghitung.md": ("ambang", "aturan"),
}


def table(head: Iterable[str], rows: Iterable[Iterable[str]]) -> list[str]:
    """The lines of a table; what a cell holds may be anything."""
    head = list(head)
    lines = [head, ["---"] * len(head), *rows]
    return [
        "| " + " | ".join(" ".join(str(cell).replace("|", "\\|").split()) for cell in line) + " |" for line in lines
    ]


def settings() -> list[str]:
    return table(("Setelan", "Isi", "Bawaan"), ((f"`{name}`", *said) for name, said in ENVIRONMENT.items()))


def commands() -> list[str]:
    """Every command as the command line itself declares it."""
    [choices] = [one for one in parser()._actions if isinstance(one, argparse._SubParsersAction)]
    said = {one.dest: one.help for one in choices._choices_actions}
    return table(("Perintah", "Guna"), (_command(name, one, said[name]) for name, one in choices.choices.items()))


def _command(name: str, command: argparse.ArgumentParser, said: str) -> tuple[str, str]:
    given = [one for one in command._actions if not isinstance(one, argparse._HelpAction)]
    words_ = [name, *(_argument(one) for one in given if not one.option_strings)]
    told = [f"`{_option(one)}`: {one.help or ', '.join(one.choices)}" for one in given if one.option_strings]
    return f"`python -m monev {' '.join(words_)}`", "; ".join([said, *told])


def _argument(argument: argparse.Action) -> str:
    called = argument.metavar or argument.dest
    return f"[{called}]" if argument.nargs == "?" else called


def _option(option: argparse.Action) -> str:
    if option.nargs == 0:
        return option.option_strings[0]
    return f"{option.option_strings[0]} {option.metavar or (option.choices and 'PILIHAN') or option.dest.upper()}"


def tabs() -> list[str]:
    rows = ((one.name, ", ".join(tab.title for tab in one.tabs.values())) for one in _contracts().values())
    return table(("Lembar", "Tab"), rows)


def leaps() -> list[str]:
    """The columns that are asked about when they leap, by tab and factor."""
    found: dict[tuple[str, str, float], list[str]] = {}
    for one in _contracts().values():
        for tab in one.tabs.values():
            for column in tab.columns.values():
                if column.leap:
                    found.setdefault((one.name, tab.title, column.leap), []).append(column.title)
    rows = ((f"{name}, {tab}", ", ".join(titles), f"{words.exact(factor)} kali")
            for (name, tab, factor), titles in found.items())  # fmt: skip
    return table(("Tab", "Kolom", "Ditanyakan bila lebih dari"), rows)


def columns() -> list[str]:
    """Every column of every tab: what it holds, whether it must be there, an example, and what it means."""
    labels: dict[str, list[str]] = {}
    for name, _, label in contracts.labels(CONTRACTS):
        labels.setdefault(name, []).append(label)
    lines = []
    for one in _contracts().values():
        lines += [f"## {one.name}", ""]
        for tab in one.tabs.values():
            rows = ((column.title, _holds(column, labels), _required(column), column.example, column.meaning)
                    for column in tab.columns.values())  # fmt: skip
            lines += [f"### {tab.title}", tab.meaning, ""]
            lines += [*table(("Kolom", "Isi", "Wajib", "Contoh", "Arti"), rows), ""]
    return lines[:-1]


def _holds(column: contracts.Column, labels: dict[str, list[str]]) -> str:
    kind = column.holds
    return f"{kind}: {', '.join(labels[column.list])}" if column.list in labels else kind


def _required(column: contracts.Column) -> str:
    return "ya" if column.required else "bersyarat" if column.required_if else ""


def thresholds() -> list[str]:
    """Every indicator, page by page, in the order of the screen."""
    numbers = {row["halaman"]: row["nomor"] for row in _reference("agenda")}
    rows = ((numbers[row["halaman"]], row["indikator"], f"`{row['kode']}`", row["dasar"])
            for row in _reference("ambang"))  # fmt: skip
    return table(("Agenda", "Angka", "Kode", "Dasar dan ambang"), rows)


def rules() -> list[str]:
    rows = ((row["arti"], _number(row["nilai"]), row["satuan"], row["dasar"]) for row in _reference("aturan"))
    return table(("Aturan", "Bilangan", "Satuan", "Dasar"), rows)


def _number(value: float) -> str:
    return words.number(value, 0 if value == int(value) else 1)


def _contracts() -> dict[str, contracts.Contract]:
    return gathered.with_sheet(contracts.load(CONTRACTS, reference.city(REFERENCE)))


def _reference(name: str) -> list[dict]:
    return reference.load(REFERENCE).tables[name].rows


TABLES = {
    "setelan": settings,
    "perintah": commands,
    "tab": tabs,
    "lonjakan": leaps,
    "kolom": columns,
    "ambang": thresholds,
    "aturan": rules,
}


def made(text: str, name: str, lines: list[str]) -> str:
    """The page with this table made anew; ValueError where its place is not there exactly once."""
    begin, end = f"<!-- dibuat: {name} -->", f"<!-- akhir: {name} -->"
    found = re.findall(f"{re.escape(begin)}\n.*?{re.escape(end)}", text, re.DOTALL)
    if len(found) != 1:
        raise ValueError(f"“{begin}” dan “{end}” harus ada tepat satu kali.")
    return text.replace(found[0], "\n".join([begin, *lines, end]))


def main() -> int:
    """Make every table; the exit status."""
    asked = argparse.ArgumentParser(description="Membuat tabel di dokumen dari yang dinyatakan di program.")
    asked.add_argument("--periksa", action="store_true", help="hanya memeriksa; 1 bila ada yang usang")
    only_look, stale = asked.parse_args().periksa, []
    for page, names in PAGES.items():
        path = HOME / page
        text = new = path.read_text("utf-8")
        for name in names:
            new = made(new, name, TABLES[name]())
        if new != text:
            stale.append(page)
            if not only_look:
                path.write_text(new, "utf-8")
    if stale and only_look:
        print(f"Tabel di {', '.join(stale)} usang. Jalankan: make docs", file=sys.stderr)
    return int(bool(stale) and only_look)


if __name__ == "__main__":
    sys.exit(main())
