"""The checks that need more than one cell: queries/periksa/ asked of a snapshot in the making, as findings."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping

from monev.contract import finding
from monev.contract.contracts import Contract
from monev.contract.finding import Finding
from monev.snapshot import check_sql, queries, store
from monev.sync import as_typed


def findings(
    name: str, content: Mapping[str, store.Table], contracts: Mapping[str, Contract]
) -> dict[str, list[Finding]]:
    """What each check of queries/periksa/ finds, by its name, once every cell of the snapshot `name` is read; its
    tables are not written yet. A check none of whose tabs was sent is not asked: there is no row that it could name."""
    sent = {(one["instansi"], one["tab"]) for one in content["tab"].rows if one["dilaporkan"] or one["terlihat"]}
    asked = [check for check, tabs in sources(contracts).items() if tabs & sent]
    with store.Snapshot(None, name, unwritten=content) as snapshot:
        answers = {check: snapshot.rows(check) for check in asked}
    typed = {(c["instansi"], c["tab"], c["baris"], c["kolom"]): c for c in content["sel"].rows if c["kolom"]}
    for check, rows in answers.items():
        if why := next(unusable(check, rows, contracts), None):
            raise queries.QuestionError(why)
    return {check: [_from_check(row, typed, contracts) for row in rows] for check, rows in answers.items()}


def unusable(check: str, rows: Iterable[Mapping], contracts: Mapping[str, Contract]) -> Iterator[str]:
    """A line for each row of a check that cannot be a finding."""
    for row in rows:
        if why := check_sql.lacking(row):
            yield f"{queries.load()[check].file}: {why}."
        elif row["tab"] not in (contracts[row["instansi"]].tabs if row["instansi"] in contracts else {}):
            yield f"{queries.load()[check].file}: {row['instansi']}/{row['tab']} bukan tab di contracts/."


def doubtful(check: str, rows: Iterable[Mapping], contracts: Mapping[str, Contract]) -> Iterator[str]:
    """A line for each row of a check that names no column, says nothing, or weighs what nothing weighs."""
    file = queries.load()[check].file
    for row in rows:
        if row["kolom"] not in (None, *contracts[row["instansi"]].tabs[row["tab"]].columns):
            yield f"{file}: kolom {row['kolom']} tidak ada di tab {row['instansi']}/{row['tab']}."
        if not (row["alasan"] and row["saran"]):
            yield f"{file}: alasan atau saran kosong; satu sel kosong membuat kalimatnya kosong, jadi pakai coalesce."
        if row.get("bobot") not in (None, *check_sql.WEIGHTS):
            yield f"{file}: bobot “{row['bobot']}” tidak dikenal; tulis {', '.join(check_sql.WEIGHTS)}."


def misshapen(snapshot: store.Snapshot) -> Iterator[str]:
    """A line for each check whose columns are not those of a finding."""
    for question in queries.load().values():
        if question.folder == queries.CHECKS:
            kinds = snapshot.select(check_sql.described(question.asked)).to_dict("records")
            if why := check_sql.misshapen({row["kolom"]: row["jenis"] for row in kinds}):
                yield f"{question.file}: {why}."


def sources(contracts: Mapping[str, Contract]) -> dict[str, frozenset[tuple[str, str]]]:
    """The tabs (instansi, tab) that each check judges by, itself or through the common tables."""
    tabs = {tab.table: (one.agency, code) for one in contracts.values() for code, tab in one.tabs.items()}
    loaded = queries.load()
    checks = [name for name, question in loaded.items() if question.folder == queries.CHECKS]
    return {
        name: frozenset(tabs[table] for table in tables if table in tabs)
        for name, tables in queries.beneath(loaded, checks).items()
    }


def _from_check(row: Mapping, typed: Mapping, contracts: Mapping[str, Contract]) -> Finding:
    cell = typed.get((row["instansi"], row["tab"], row["baris"], row["kolom"]), {})
    column = contracts[row["instansi"]].tabs[row["tab"]].columns.get(row["kolom"] or "")
    weight = row.get("bobot") or "periksa"
    waits = row.get("akibat") or (finding.NOTHING_LOST if weight == "info" else finding.STILL_COUNTED)
    may = finding.CAN_CONFIRM if row["baris"] is not None else finding.CAN_CONFIRM_ABOVE
    may = may if weight == "periksa" and not row.get("pasti") else None
    return Finding(row["instansi"], row["tab"], as_typed.address(cell), row["baris"], row["kolom"],
                   cell.get("tertulis"), row["alasan"], row["saran"], column.example if column else None, weight, waits,
                   may, beside=tuple(row.get("di_samping") or ()))  # fmt: skip


def digest(content_digest: str) -> str:
    """A snapshot's findings follow from its tables and from the checks: a changed check is a changed snapshot."""
    seen = hashlib.sha256(content_digest.encode())
    for path in sorted((queries.QUERIES / queries.CHECKS).glob("*.sql")):
        seen.update(path.read_bytes())
    return seen.hexdigest()
