"""What only rows show: the samples of a project are read, and what is declared is asked of them."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator, Mapping
from pathlib import Path

from monev import sheets
from monev.contract import bawaan, finding, gathered, indicators
from monev.contract.contracts import Contract
from monev.contract.sql_block import Use
from monev.reading.layout.rows import HEAD
from monev.settings import SAMPLES, Settings
from monev.snapshot import indicator_sql, outside_sql, queries, schema, sql_words, store
from monev.sync import cross_checks, sync

#: What may lie in a folder of sheets besides those of the agencies.
_BESIDE = ("sumber.toml",)
#: What becomes of a column or a tab that is not read.
_UNREAD = (finding.COLUMN_WAITS, finding.TAB_WAITS)


def wrong(folder: Path, contracts: Mapping[str, Contract], loaded: Mapping[str, queries.Question]) -> Iterator[str]:
    """What the samples, read against the reference data in `folder`, show to be wrong; nothing where there are none."""
    if not SAMPLES.is_dir():
        return
    facts = sheets.FolderFacts(None, False)
    with tempfile.TemporaryDirectory() as place:
        try:
            facts = sheets.read_facts(SAMPLES)
            *earlier, result = sync.sync(
                Settings("folder", SAMPLES, Path(place), None, reference=folder), bounded=False
            )
        except (sheets.SourceError, store.StoreError, queries.QuestionError) as error:
            yield f"{SAMPLES.name}/: {error}" if isinstance(error, sheets.SourceError) else str(error)
            yield from _nobodys(SAMPLES, contracts, facts.before or "")
            return
        yield from _nobodys(SAMPLES, contracts, facts.before or "")
        for one in earlier:
            yield from _nobodys(SAMPLES / facts.before, contracts, "")
            yield from _unread(Path(place), one.snapshot, contracts, f"{SAMPLES.name}/{facts.before}")
        for one in result.agencies:
            if one.trouble and not contracts[one.agency].gathered:
                yield f"{SAMPLES.name}/{one.agency}/: {one.trouble}"
        yield from _unread(Path(place), result.snapshot, contracts, SAMPLES.name)
        with store.Snapshot(Path(place), result.snapshot, store.previous(Path(place), result.snapshot)) as snapshot:
            for question in ("bersama/rekonsiliasi", "bersama/perlu_diputuskan"):
                snapshot.rows(question)
            yield from _without_value(snapshot)
            for file, why in snapshot.failed.items():
                yield why if why.startswith("queries/") else f"{file}: {why}."
            yield from _conditions(snapshot, loaded)
            yield from _unknown_states(snapshot, loaded)
            for name, question in loaded.items():
                if question.folder == queries.CHECKS:
                    yield from cross_checks.doubtful(name, snapshot.rows(name), contracts)


def _unknown_states(snapshot: store.Snapshot, loaded: Mapping[str, queries.Question]) -> Iterator[str]:
    """Answers in which a state stands that is none."""
    for name, question in loaded.items():
        if question.kind is None or question.file in snapshot.failed or not question.file.endswith(".sql"):
            continue
        for row in snapshot.rows(name):
            for column in ("status", "bila_beda", "bila_kosong"):
                if row.get(column) not in (None, *sql_words.states()):
                    known = ", ".join(sql_words.states())
                    yield f"{question.file}: {column} “{row[column]}” tidak dikenal; tulis salah satu dari {known}."


def _nobodys(folder: Path, contracts: Mapping[str, Contract], before: str) -> Iterator[str]:
    """What lies in a folder of sheets and belongs to no agency."""
    called = folder.relative_to(SAMPLES.parent).as_posix()
    for path in sorted(folder.iterdir()):
        agency = path.name if path.is_dir() else path.stem if path.suffix.lower() in (".xlsx", ".csv") else None
        if path.name.startswith((".", "~$")) or path.name in (*_BESIDE, before.split("/")[0]) or agency is None:
            continue
        if any((path / name).is_file() for name in _BESIDE):  # a state of its own, read where MONEV_FOLDER names it
            continue
        if agency == gathered.BESIDE and gathered.of(contracts):
            continue
        if agency.casefold() not in contracts:
            known = ", ".join(contracts)
            yield f"{called}/{path.name}: tidak dibaca; namanya bukan kode instansi di contracts/ ({known})."


def _unread(place: Path, name: str, contracts: Mapping[str, Contract], called: str) -> Iterator[str]:
    """Tabs and columns of the samples that are not read, as the sheet's owner is told."""
    with store.Snapshot(place, name) as snapshot:
        found = snapshot.table("temuan")
        there = {(cell["instansi"], cell["tab"], cell["kolom"]) for cell in snapshot.table("sel")}
        heads = {
            (row["instansi"], row["tab"], row["baris"]) for row in snapshot.table("baris") if row["alasan"] == HEAD
        }
    for row in found:
        agency, tab = row["instansi"], row["tab"]
        if contracts[agency].gathered:  # what somebody sent is no mistake of the project
            continue
        own = contracts[agency].tabs[tab].columns.keys() - bawaan.columns({}) if tab else ()
        lacks = any((agency, tab, column) not in there for column in own)
        # A column more is nothing; where one is missing it may be that one under another title.
        title = (agency, tab, row["baris"]) in heads and (
            row["bobot"] == "periksa" or (row["bobot"] == "info" and lacks)
        )
        other = row["baris"] is None and row["tab"] is None and row["tertulis"] is not None
        if row["akibat"] in _UNREAD or title or other:
            lies = f"“{contracts[agency].tabs[tab].title if tab else row['tertulis']}”"
            lies += f", {row['sel']} “{row['tertulis']}”" if row["sel"] else ""
            yield f"{called}/{agency}/, tab {lies}: {row['alasan'].rstrip('.')}; {row['saran'].rstrip('.')}."


def _without_value(snapshot: store.Snapshot) -> Iterator[str]:
    """Numbers that have none although rows of theirs are counted and none is held out."""
    for row in snapshot.rows("bersama/angka_pokok"):
        file = f"queries/{row['halaman']}/{indicators.FOLDER}/{row['kode']}.sql"
        known = row["nilai"] is not None or row["dikecualikan"] or file in snapshot.failed
        if row["terhitung"] and not known:
            yield (f"{file}: tanpa nilai pada {SAMPLES.name}/, padahal {row['terhitung']} baris terhitung; periksa "
                   "syaratnya (isi pilihan di SQL adalah kodenya).")  # fmt: skip


def _conditions(snapshot: store.Snapshot, loaded: Mapping[str, queries.Question]) -> Iterator[str]:
    """Conditions on rows (`hanya`) that no row of the samples meets, or that leave out what the formula reads: then a
    cell that is not read would go unseen."""
    tables = {name: store.Table(types, snapshot.table(name)) for name, types in schema.today().items()}
    with store.Snapshot(None, snapshot.id, unwritten=tables) as as_read:
        for name, question in loaded.items():
            if question.kind is not indicator_sql or question.file in snapshot.failed:
                continue
            for use in question.declared.uses:
                only = [part for part in use.parts if part.only]
                key = f'{question.file}, kunci "memakai.{use.agency}/{use.tab}.hanya"'
                seen = [as_read.select(outside_sql.matching(use, part)).to_dict("records")[0] for part in only]
                if any(one["semua"] and not one["cocok"] for one in seen):
                    yield f"{key}: tidak cocok dengan satu pun dari {seen[0]['semua']} baris di {SAMPLES.name}/."
                elif only and _leans(as_read, tables, name, use):
                    yield (f"{key}: angkanya berubah bila baris yang tidak cocok dianggap belum terbaca, jadi baris "
                           "itu ikut dihitung; samakan syaratnya dengan where.")  # fmt: skip


def _leans(as_read: store.Snapshot, tables: Mapping[str, store.Table], name: str, use: Use) -> bool:
    """Whether the value is another one where nothing was read of what the conditions leave out."""
    if not (sql := outside_sql.unread(use)):
        return False
    table = f"{use.agency}__{use.tab}"
    rows = as_read.select(sql).to_dict("records")
    if rows == tables[table].rows:
        return False
    with store.Snapshot(None, as_read.id, unwritten={**tables, table: store.Table(tables[table].types, rows)}) as less:
        return [row["nilai"] for row in as_read.rows(name)] != [row["nilai"] for row in less.rows(name)]
