"""Everything that a project declares, held against itself: every mistake is one line, and all are told at once."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from monev.contract import agenda_csv, comparisons, contract_check, gathered, indicators, logo_svg, reference, sql_block
from monev.contract.contracts import Contract, labels
from monev.contract.reference_csv import ReferenceDataError
from monev.contract.toml_file import ContractError
from monev.reading import cells
from monev.reading.cells.places import Places
from monev.settings import QUERIES, REFERENCE
from monev.snapshot import beside, check_sql, detail_sql, queries, shapes, sql_tables, sql_words, store, tables
from monev.sync import code_check, cross_checks, declared, handout_check, rows, sample_check
from monev.sync.declared import Declared
from monev.sync.rows import AgencyRead
from monev.words import clock

#: What the loaders raise, each with one line for people.
MISTAKES = (ContractError, ReferenceDataError, queries.QuestionError, store.StoreError)
#: The page of every series of meetings that a project may draw itself.
FIRST = "ringkasan"
#: What stands for the code of a snapshot in which nobody has reported.
NOBODY = "0" * 8
#: Folders of queries/ that are no page's, and those below a page's.
SHARED = (*queries.COMMON, queries.SHARED, queries.CHECKS)
KINDS = {indicators.FOLDER: indicators.read, comparisons.FOLDER: comparisons.read}


def mistakes(folder: Path, asked: Path = QUERIES) -> tuple[list[str], int]:
    """All mistakes of the project whose reference data lie in `folder` and whose queries lie in `asked`, with
    hand-outs beside them; and how many questions there are."""
    told: dict[str, None] = {}

    def tried(step: Callable[[], object]) -> object | None:
        try:
            return step()
        except MISTAKES as error:
            told[str(error)] = None
            return None

    contracts = tried(lambda: declared.load_contracts(folder))
    for step in reference.steps(folder):
        tried(step)
    tried(lambda: declared.refuse_taken(folder))
    told |= dict.fromkeys(reference.unknown(folder))
    told |= dict.fromkeys(contract_check.mistakes(declared.CONTRACTS, tried(lambda: reference.city(folder))))
    if not contracts:  # what else is wrong may follow from these
        return list(told), 0
    tried(lambda: logo_svg.check(folder))
    rules, topic = tried(lambda: reference.rules(folder)), tried(lambda: reference.topic(folder))
    unjudged: set[str] = set()
    files = [path for path in sorted(asked.glob("*/*/*.sql")) if path.parent.name in KINDS]
    found = {path: tried(lambda path=path: KINDS[path.parent.name](path)) for path in files}
    for page in {path.parts[-3] for path in files}:
        of_page = [one for path, one in found.items() if path.parts[-3:-1] == (page, indicators.FOLDER)]
        if all(of_page):  # one that cannot be read leaves a gap
            tried(lambda of_page=of_page: indicators.in_turn(of_page))
        for one in filter(None, of_page if rules is not None and topic else ()):
            if not tried(lambda one=one: indicators.bounds([one], [], rules, topic["hari_tanggal"])):
                unjudged.add(one.code)
    for one in filter(None, found.values() if contracts else ()):
        tried(lambda one=one: sql_block.fit(one, contracts))
        told |= dict.fromkeys(_undeclared(one, contracts))
    told |= dict.fromkeys(_misplaced(asked))
    handouts = asked.parent / "handouts"
    if points := [point["halaman"] for point in tried(lambda: agenda_csv.read(folder)) or ()]:
        told |= dict.fromkeys(handout_check.wrong(handouts, points))
        for page in sorted({path.parts[-3] for path in files} - {*points}):
            told[f"queries/{page}/: halaman ini tidak ada di {folder.name}/agenda.csv."] = None
        for path in sorted((asked.parent / "pages").glob("*.py")):
            if path.stem not in (*points, FIRST):
                told[f"pages/{path.name}: halaman ini tidak ada di {folder.name}/agenda.csv."] = None
    if places := tried(lambda: Places.load(folder)):
        told |= dict.fromkeys(_unread(contracts, places))
    tried(lambda: reference.load(folder, queries=asked))
    loaded = tried(lambda: queries.load(asked))
    if contracts and loaded:
        codes = {"aturan": rules, "daftar": {one for one, _, _ in labels(declared.CONTRACTS)}}
        if all(found.values()):
            codes |= {"indikator": {one.code for one in found.values()}}
            told |= dict.fromkeys(detail_sql.astray(loaded, codes["indikator"]))
        told |= dict.fromkeys(code_check.wrong(loaded, code_check.Known(contracts, places, codes)))
    if contracts and loaded and (against := tried(lambda: declared.load(folder, unjudged))):
        known = {line.partition(",")[0] for line in told if '.hanya"' in line}
        told |= {line: None for line in _unanswered(against, loaded, handouts) if line.partition(":")[0] not in known}
    if loaded and not told:
        told |= dict.fromkeys(_passing(loaded, asked))
    if not told and (folder, asked) == (REFERENCE, QUERIES):
        told |= dict.fromkeys(sample_check.wrong(folder, contracts, loaded))
    return list(told), len(loaded or ())


def _unread(contracts: Mapping[str, Contract], places: Places) -> Iterator[str]:
    """Examples that whoever follows them could not have read."""
    for one in gathered.with_sheet(contracts).values():
        for tab in one.tabs.values():
            for column in tab.columns.values():
                read = cells.read(column.example, column, places)
                if read.state == "ditolak":
                    yield (f'contracts/{one.agency}.toml, tab "{tab.code}", kolom "{column.name}", kunci "example": '
                           f'"{column.example}" tidak akan terbaca. {read.why}')  # fmt: skip


def _misplaced(asked: Path) -> Iterator[str]:
    """Files that nothing reads."""
    for path in sorted(path for path in asked.rglob("*") if path.is_file()):
        parts = path.relative_to(asked).parts
        known = len(parts) == 2 or (len(parts) == 3 and parts[1] in KINDS and parts[0] not in SHARED)
        if not (path.suffix == ".sql" and (known or parts == ("makro.sql",))):
            yield f"queries/{'/'.join(parts)}: tidak ada yang membaca berkas di sini."


def _passing(loaded: Mapping[str, queries.Question], asked: Path) -> Iterator[str]:
    """Words that rest on what lies beside a snapshot: they would go on saying what they said at first."""
    rests = {loaded[name].view: read & beside.NAMES for name, read in queries.beneath(loaded).items()}
    for word in sorted(sql_words.statements(asked)):
        for table in sorted(sql_words.tables_of(word, asked)):
            if passing := rests.get(table, {table} & beside.NAMES):
                yield (f"queries/makro.sql: kata {word} membaca {table}, yang berubah selagi potretnya tetap "
                       f"({', '.join(sorted(passing))}); jadikan pertanyaan di queries/.")  # fmt: skip


def _undeclared(one: sql_block.Declared, contracts: Mapping[str, Contract]) -> Iterator[str]:
    """Tabs and columns of agencies that the SQL reads itself and that its block does not name."""
    try:
        read, columns = sql_tables.tables(one.where.file, one.sql), sql_tables.columns(one.sql)
    except queries.QuestionError:
        return  # told where it is asked
    uses = {f"{use.agency}__{use.tab}": {*use.columns, *use.beside, *_asked_of_rows(use)} for use in one.uses}
    by_table = {tab.table: tab for contract in contracts.values() for tab in contract.tabs.values()}
    for use in one.uses:
        tab = by_table.get(f"{use.agency}__{use.tab}")
        for column in sorted(_asked_of_rows(use) - {*tab.columns, "baris", "kolom_rusak"} if tab else ()):
            key = f"memakai.{use.agency}/{use.tab}.hanya"
            yield f'{one.where.file}, kunci "{key}": tidak ada kolom "{column}" di tab itu.'
    for table in sorted(read - by_table.keys()):
        if (meant := table.replace("_", "__", 1)) in by_table:
            yield f"{one.where.file}: tabel {table} tidak ada; tabel tab itu bernama {meant}, dengan dua garis bawah."
    for table in sorted(read & by_table.keys()):
        name = table.replace("__", "/", 1)
        if table not in uses:
            yield f"{one.where.file}: membaca tab {name} yang tidak disebut di memakai."
            continue
        for column in sorted((columns & by_table[table].columns.keys()) - uses[table]):
            yield f"{one.where.file}: membaca kolom {column} dari {name} yang tidak disebut di memakai."


def _asked_of_rows(use: sql_block.Use) -> set[str]:
    """The columns of the conditions on its rows."""
    return {column for part in use.parts if part.only for column in sql_tables.of_condition(part.only)}


def _unanswered(against: Declared, loaded: Mapping[str, queries.Question], handouts: Path) -> Iterator[str]:
    """Questions that do not fit the tables, asked of a snapshot in which nobody has reported."""
    parsed = {}
    for name, question in loaded.items():
        try:
            parsed |= {name: question} if question.reads is not None else {}
        except queries.QuestionError as error:
            yield str(error)
    try:
        order = queries.in_order(parsed)
    except queries.QuestionError as error:
        yield str(error)
        return
    nothing = {code: rows.of_agency(AgencyRead(one, None, {}, [])) for code, one in against.contracts.items()}
    content = rows.all_of(nothing, against)
    now = clock.second()
    meta = {"id": NOBODY, "tanggal_acuan": now.date(), "simulasi": True, "dibuat": now, "hash": NOBODY}
    content |= {"meta": store.Table(tables.META, [meta]), "instansi": store.Table(tables.INSTANSI)}
    with store.Snapshot(None, store.next_name(Path(), now.date(), NOBODY), unwritten=content) as snapshot:
        told = [*_stand_ins(snapshot, loaded)]
        yield from told
        answered = not told
        for question in order:
            try:
                snapshot.rows(question.name)
            except (store.StoreError, queries.QuestionError) as error:
                answered = False
                if not (told and str(error).startswith("monev/")):  # that follows from these
                    yield str(error)
        if answered:
            told = [*cross_checks.misshapen(snapshot), *_misshapen_details(snapshot, loaded)]
            answered = not told
            yield from told
        for file, why in snapshot.failed.items():
            yield why if why.startswith("queries/") else f"{file}: {why}."
        if answered and not snapshot.failed:  # what else is wrong may follow from these
            yield from handout_check.unmade(handouts, snapshot)


def _misshapen_details(snapshot: store.Snapshot, loaded: Mapping[str, queries.Question]) -> Iterator[str]:
    for question in detail_sql.among(loaded):
        if why := detail_sql.misshapen(_kinds(snapshot, question.asked)):
            yield f"{question.file}: {why}."


def _stand_ins(snapshot: store.Snapshot, loaded: Mapping[str, queries.Question]) -> Iterator[str]:
    """Tables of the project in the place of the engine's own that lack a column which the engine reads."""
    for view, sql in queries.older().items():
        for question in loaded.values():
            if question.view == view and question.folder != queries.OLDER:
                try:
                    there, needed = (_kinds(snapshot, one) for one in (question.asked, sql))
                except (store.StoreError, queries.QuestionError):
                    continue  # told where it is asked
                if why := shapes.unlike({name: there[name] for name in needed if name in there}, [*needed], needed):
                    yield f"{question.file}: {why}."


def _kinds(snapshot: store.Snapshot, sql: str) -> dict[str, str]:
    return {row["kolom"]: row["jenis"] for row in snapshot.select(check_sql.described(sql)).to_dict("records")}
