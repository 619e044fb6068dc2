"""A frozen meeting as the objects of its set: counts and states that every role may see, and the cover naming them.

What is sent are the answers to the questions in the folder `kiriman` of the engine and of the project, so a topic adds
a table by a file of SQL. Nothing of it is a row of a sheet or was typed by a person.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from monev.meeting import looked_at
from monev.meeting.meeting import Meeting
from monev.regions.cover import COVER_TYPES, as_utc, rules_hash, version
from monev.regions.objects import COVER, MOST_BYTES, MOST_ROWS, SCHEMA, Key, parse
from monev.snapshot import parquet, queries, store
from monev.words import words

#: The folder of questions whose answers are sent.
FOLDER = "kiriman"
#: The table without which nothing is sent.
NUMBERS = "indikator"
#: What a column of a table may be.
KINDS = ("VARCHAR", "VARCHAR[]", "BIGINT", "DOUBLE", "BOOLEAN", "DATE", "TIMESTAMP")


class NotSent(RuntimeError):
    """Why a meeting cannot be sent, in one line; it is the same at every try."""


@dataclass(frozen=True)
class Report:
    """The objects of one meeting by their keys, in the order in which they are sent: the cover last. `without` are the
    tables that could not be made of it, and why."""

    objects: Mapping[Key, bytes]
    without: Mapping[str, str]


def made(folder: Path, met: Meeting, dashboard: str | None = None) -> Report:
    """The set of a meeting that is frozen in `folder`; NotSent where its file holds too little for one."""
    with looked_at.opened(folder, met.snapshot) as opened:
        [region], [meta] = opened.table("daerah"), opened.table("meta")
        rules = rules_hash(opened.table("aturan"), opened.table("ambang"))
        answers, without = _answers(opened)
    if not answers.get(NUMBERS, store.Table({}, [])).rows:
        raise NotSent(f"Rapat {met.name} tidak dikirim: dibekukan oleh versi yang belum menyimpan angkanya.")
    code = str(region.get("kode_daerah") or "")
    if parse(str(Key(COVER, met.date, code, met.name))) is None:
        raise NotSent(f"Rapat {met.name} tidak dikirim: kode_daerah di daerah.toml tidak dapat menjadi nama objek.")
    contents = {table: _content(met, table, answer) for table, answer in answers.items()}
    seals = {
        table: {"sha256": hashlib.sha256(content).hexdigest(), "baris": len(answers[table].rows), "byte": len(content)}
        for table, content in contents.items()
    }
    row = {
        "kode_daerah": code, "nama": region.get("nama"), "provinsi": region.get("provinsi"), "rapat": met.date,
        "nama_rapat": met.name, "acuan": meta["tanggal_acuan"], "dibekukan": as_utc(met.pinned), "potret": met.origin,
        "simulasi": bool(meta["simulasi"]), "skema": SCHEMA, "aturan": rules, "versi": version(met.formulas),
        "dasbor": dashboard, "sidik": json.dumps(seals, sort_keys=True),
    }  # fmt: skip
    contents[COVER] = _content(met, COVER, store.Table(COVER_TYPES, [row]))
    return Report({Key(table, met.date, code, met.name): content for table, content in contents.items()}, without)


def _answers(opened: store.Snapshot) -> tuple[dict[str, store.Table], dict[str, str]]:
    """The answers to all questions that are sent, by table; and why others could not be had of these numbers."""
    found, without = {}, {}
    for name in asked():
        table = name.partition("/")[2]
        try:
            found[table] = store.Table(opened.types(name), opened.rows(name))
        except store.StoreError as error:
            without[table] = str(error)
    return found, without


def asked() -> list[str]:
    """The questions whose answers are sent, in order of their tables."""
    return sorted(name for name, one in queries.load().items() if one.folder == FOLDER)


def _content(met: Meeting, table: str, answer: store.Table) -> bytes:
    strange = [column for column, kind in answer.types.items() if kind not in KINDS]
    if strange:
        raise NotSent(f"Rapat {met.name} tidak dikirim: jenis kolom {strange[0]} di {FOLDER}/{table} tidak dikenal.")
    content = parquet.content(answer.types, answer.rows)
    if len(content) > MOST_BYTES or len(answer.rows) > MOST_ROWS:
        raise NotSent(f"Rapat {met.name} tidak dikirim: tabel {table} lebih dari {words.number(MOST_ROWS)} baris.")
    return content
