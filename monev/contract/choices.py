"""The lists of choices that columns take: those of bersama.toml, the points of the agenda, and the agencies."""

import re
from collections.abc import Mapping
from typing import Any

from monev import reference
from monev.contract import agenda_csv
from monev.contract.consistency import check_aliases, check_distinct
from monev.contract.parts import Choice
from monev.contract.toml_file import Place

#: Lists that follow from reference/agenda.csv, and from the agencies that have a contract.
POINTS, OWNERS = "agenda", "penanggung_jawab_rapat"
Options = dict[str, dict[str, Choice]]


def lists(declared: Mapping[str, Any], agencies: Mapping[str, Any], place: Place) -> Options:
    """All lists by name, from the options of bersama.toml and the files of the agencies; of the points of the agenda
    and of the agencies only what else people call them, and further owners, is declared."""
    points = {row["halaman"]: {"label": row["judul"]} for row in agenda_csv.read(reference())}
    for code, called in declared.get(POINTS, {}).items():
        if code not in points or not isinstance(called, dict) or [*called] != ["alias"]:
            place.fail(f"options.{POINTS}.{code}", f"harus berisi alias sebuah halaman: {', '.join(points)}")
        points[code] |= called
    owners = {code: {"label": one["name"], "alias": one.get("alias", [])} for code, one in agencies.items()}
    every = {**declared, POINTS: points, OWNERS: owners | declared.get(OWNERS, {})}
    return {name: _choices(name, choices, place) for name, choices in every.items()}


def _choices(name: str, declared: Any, place: Place) -> dict[str, Choice]:
    """One list of choices, each a label, or a label with its short forms."""
    if not isinstance(declared, dict) or not declared:
        place.fail(f"options.{name}", 'daftar pilihan harus berisi kode = "Label"')
    choices = {}
    for code, table in declared.items():
        if not re.fullmatch(r"\w[\w.]{,59}", code, re.ASCII):
            place.fail(f"options.{name}.{code}", "kode pilihan hanya huruf, angka, titik, dan _")
        if isinstance(table, dict):
            place.take({key: value for key, value in table.items() if value != []}, {"label": str}, {"alias": list})
        elif not isinstance(table, str) or not table.strip():
            place.fail(f"options.{name}.{code}", "label harus diisi teks")
        else:
            place.text(f"options.{name}.{code}", table)
        choices[code] = (
            Choice(table["label"], tuple(table.get("alias", ()))) if isinstance(table, dict) else Choice(table)
        )
    labels = ((code, choice.label) for code, choice in choices.items())
    check_distinct(labels, lambda _: (place, f"options.{name}"))
    written = ((code, short) for code, choice in choices.items() for short in choice.alias)
    check_aliases(choices, written, lambda code: (place, f"options.{name}.{code}"))
    return choices


def aliases(choices: Mapping[str, Choice]) -> dict[str, str]:
    """What people write for a choice, its label first -> its code."""
    return {written: code for code, one in choices.items() for written in (one.label, *one.alias)}
