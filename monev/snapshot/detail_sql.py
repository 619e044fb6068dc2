"""What counts for and against one number: a question named as the number, which a project may leave out."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping

from monev.snapshot.queries import Question
from monev.snapshot.shapes import unlike

#: Its folder below queries/.
FOLDER = "rincian"
#: What it answers, a row per thing, with the DuckDB types: its name, how it stands, whether it counts against the
#: number (null: not known), and how many things it is.
ANSWER = {"hal": "VARCHAR", "keterangan": "VARCHAR", "memberatkan": "BOOLEAN", "jumlah": "DOUBLE"}


def of_number(code: str) -> str:
    """The name of the question about a number."""
    return f"{FOLDER}/{code}"


def among(loaded: Mapping[str, Question]) -> list[Question]:
    """All of them."""
    return [one for one in loaded.values() if one.folder == FOLDER]


def astray(loaded: Mapping[str, Question], codes: Collection[str]) -> Iterator[str]:
    """A line for each that is about no number that there is."""
    for one in among(loaded):
        code = one.name.partition("/")[2]
        if code not in codes:
            yield f"{one.file}: tidak ada angka berkode {code}; namai berkasnya menurut kode angkanya."


def misshapen(columns: Mapping[str, str]) -> str | None:
    """Why its answer cannot be taken: its columns with their DuckDB types."""
    return unlike(columns, [*ANSWER], ANSWER)
