"""The formats that SQL may call by name, so that a sentence made there reads as one made elsewhere."""

from __future__ import annotations

from collections.abc import Iterator

import duckdb

from monev.words import spoken, words

#: Each with the types of its arguments.
FORMATS = {
    "bilangan": (lambda amount: words.number(amount), "BIGINT"),
    "desimal": (lambda amount: words.number(amount, 1), "DOUBLE"),
    "persen": (words.percent, "DOUBLE"),
    "rupiah": (words.rupiah, "BIGINT"),
    # A format never answers nothing: where there is nothing to say it is empty (see the macro landasan_rupiah).
    "rupiah_dari": (lambda part, whole: words.rupiah_of(part, whole) or "", "BIGINT", "BIGINT"),
    "tgl": (words.date_short, "DATE"),
    "tgl_lisan": (words.date_spoken, "DATE"),
    "terbilang": (words.spelled, "BIGINT"),
    "kapital": (words.capital, "VARCHAR"),
    "lembaga": (words.agency, "VARCHAR"),
    "daftar": (words.listing, "VARCHAR[]"),
    "lisan": (spoken.spoken, "VARCHAR"),
    "ringkas": (spoken.shortened, "VARCHAR", "BIGINT"),
    "angka_kata": (spoken.figure, "DOUBLE", "VARCHAR"),
    "nilai_kata": (words.value_text, "DOUBLE", "VARCHAR"),
    "rupiah_penuh": (words.rupiah_full, "BIGINT"),
    "status_kata": (words.status_word, "VARCHAR", "VARCHAR"),
}


#: Words that stand for themselves, by the name under which SQL asks for them.
SAID = {"belum_dilaporkan": words.NOT_REPORTED}


#: The functions behind them, by the names under which SQL knows them.
FUNCTIONS = {f"kata_{word}": made for word, made in FORMATS.items()}


def register(connection: duckdb.DuckDBPyConnection, name: str) -> None:
    """Let the connection know one of the functions."""
    function, *kinds = FUNCTIONS[name]
    connection.create_function(name, function, kinds, "VARCHAR")


def macros() -> Iterator[str]:
    """The statements by which SQL calls each format by its word alone, and each word that stands for itself."""
    yield from (f"create macro {name}() as '{word}'" for name, word in SAID.items())
    for word, (_, *kinds) in FORMATS.items():
        # Sums come as HUGEINT, shares as DECIMAL: the macro brings any number to the format's type.
        names = [f"apa{place}" for place, _ in enumerate(kinds)]
        casts = ", ".join(f"{name}::{kind}" for name, kind in zip(names, kinds, strict=True))
        yield f"create macro {word}({', '.join(names)}) as kata_{word}({casts})"
