"""The query files: what each is called, what it reads, and in which order they can be laid down as views."""

from __future__ import annotations

import graphlib
import hashlib
import os
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path
from types import ModuleType

from monev.contract import comparisons, contracts, indicators
from monev.contract.parts import Contract
from monev.contract.reference_csv import ReferenceDataError
from monev.contract.sql_block import Declared, Where
from monev.contract.toml_file import ContractError
from monev.settings import CONTRACTS, ENGINE_QUERIES, QUERIES
from monev.snapshot import comparison_sql, decision_sql, indicator_sql, outside_sql, tab_sql
from monev.snapshot.sql_tables import QuestionError, tables

#: Folders whose files are not of one page: the tables that all others read, what every page asks of itself (column
#: `halaman`), and the checks made while a snapshot is built. A question in OLDER stands in for a table that a snapshot
#: lacks; one of the engine's also for what a project need not answer.
OLDER = "lama"
COMMON = (OLDER, "lembar", "ukuran", "rekonsiliasi", "perubahan_lembar", "putusan")
SHARED, CHECKS = "bersama", "periksa"
#: What is asked for every agenda page, so that `ask` also takes it by the name of one: layanan/angka_pokok.
OF_EVERY_PAGE = ("angka_pokok", "perlu_diputuskan", "rekonsiliasi", "sumber")
#: A question by the name that it had, under which people still ask it.
FORMERLY = {"gabungan/rekonsiliasi": "rekonsiliasi/rekonsiliasi"}
#: Before the name of a table or view: that of the snapshot compared with.
BEFORE = "lampau"


@dataclass(frozen=True)
class Question:
    """One file of SQL that answers one question.

    `name` is folder and stem ("layanan/angka_pokok"), `file` where it stands, and `view` the name under which other
    queries read it. What one file among many declares (`declared`: an indicator, a comparison, what a page asks to be
    decided) is answered as its `kind` says. `reads` are the tables and views that it names, those of an earlier
    snapshot as "lampau.<name>": QuestionError where it is not one SELECT.
    """

    name: str
    sql: str
    file: str = ""
    declared: Declared | None = None
    kind: ModuleType | None = None

    @property
    def folder(self) -> str:
        return self.name.rpartition("/")[0]

    @property
    def view(self) -> str:
        folder, _, stem = self.name.rpartition("/")
        if "/" in folder:
            return f"{self.kind.VALUE}{stem}"
        return stem if folder in COMMON else f"{folder}_{stem}"

    @property
    def kept(self) -> bool:
        """Whether it is worked out once for all that read it: a snapshot does not change, so neither does this."""
        return self.folder in COMMON or self.kind is not None

    @property
    def asked(self) -> str:
        """The SQL that is run: that of the file, and what its block adds to it."""
        if self.declared and self.declared.trouble:
            return self.kind.failed(self.declared, self.declared.trouble)
        return self.kind.answer(self.declared) if self.kind else self.sql

    @property
    def reads(self) -> frozenset[str]:
        return _read_by(self.file, self.asked)


def load(folder: Path = QUERIES) -> dict[str, Question]:
    """All questions of the query files below `folder`, and those that follow from them and from the contracts, by name;
    QuestionError where two would be one view, or where one is not well declared. Of SQL only the conditions on rows
    are parsed yet."""
    return dict(_load(folder, _stamps(ENGINE_QUERIES) + _stamps(folder) + _stamps(CONTRACTS)))


def _stamps(folder: Path) -> tuple[tuple[str, int, int], ...]:
    """By what the state of a folder is told from any other."""
    files = sorted(os.path.join(where, name) for where, _, names in os.walk(folder) for name in names)  # noqa: PTH118
    return tuple((file, (seen := os.stat(file)).st_mtime_ns, seen.st_size) for file in files)  # noqa: PTH116 - as often


@lru_cache(maxsize=4)
def _load(folder: Path, stamps: tuple) -> Mapping[str, Question]:
    own, engine = _texts(folder), _texts(ENGINE_QUERIES)
    given = {name.partition("/")[2] for name in own if name.partition("/")[0] in COMMON}
    engine = {name: sql for name, sql in engine.items() if name not in {f"{OLDER}/{view}" for view in given}}
    if twice := sorted(own.keys() & engine.keys()):
        raise QuestionError(f"queries/{twice[0]}.sql: pertanyaan bernama ini sudah ada di monev/queries/.")
    try:
        measured, compared = indicators.load(folder), comparisons.load(folder)
    except ReferenceDataError as error:
        raise QuestionError(str(error)) from error
    pages = sorted({one.page for one in measured})
    decided = [_decided(page, own.pop(f"{page}/{decision_sql.FILE}", None)) for page in pages]
    made = [Question(name, sql, f"queries/{name}.sql") for name, sql in own.items()]
    made += [Question(name, sql, f"monev/queries/{name}.sql") for name, sql in engine.items()]
    made += [_declared(f"{one.page}/{indicators.FOLDER}", one, indicator_sql) for one in measured]
    made += [_declared(f"{one.page}/{comparisons.FOLDER}", one, comparison_sql) for one in compared]
    made += [_declared("putusan", one, decision_sql) for one in decided]
    in_part = outside_sql.conditional(measured)
    known = known_contracts()
    columns = {tab.table: tab.columns for each in known.values() for tab in each.tabs.values()}
    made += [
        _declared("ukuran", replace(one, trouble=one.trouble or outside_sql.never_true(one, columns)), outside_sql)
        for one in in_part
    ]
    follow = {
        "ukuran": indicator_sql.questions(measured) | outside_sql.questions(in_part),
        "rekonsiliasi": comparison_sql.questions(compared),
        "putusan": decision_sql.questions(pages),
        "lembar": tab_sql.decisions(known),
        "perubahan_lembar": tab_sql.rows(known),
    }
    made += [
        Question(f"{folder}/{name}", sql, f"queries/{folder}/")
        for folder, all_of in follow.items()
        for name, sql in all_of.items()
    ]
    questions: dict[str, Question] = {}
    views: dict[str, str] = {}
    for question in sorted(made, key=lambda one: one.name):
        name = question.name
        questions[name] = question
        first = views.setdefault(question.view, name)
        if first != name:
            both = f"{questions[first].file} dan {question.file}"
            raise QuestionError(f"{both}: dua pertanyaan dengan satu nama, {question.view}.")
    return questions


def _texts(folder: Path) -> dict[str, str]:
    found = {path.relative_to(folder).with_suffix("").as_posix(): path for path in folder.glob("*/*.sql")}
    return {name: path.read_text("utf-8").strip().rstrip(";") for name, path in found.items()}


def older() -> dict[str, str]:
    """The tables that stand in for those that a project need not answer: name -> SQL with the columns that are read."""
    return {name.partition("/")[2]: sql for name, sql in _texts(ENGINE_QUERIES).items() if name.startswith(f"{OLDER}/")}


def known_contracts() -> Mapping[str, Contract]:
    """The contracts as they are written, by agency; none where one of them is not well declared."""
    return _contracts(_stamps(CONTRACTS))


@lru_cache(maxsize=4)
def _contracts(stamps: tuple) -> Mapping[str, Contract]:
    try:
        return contracts.load(CONTRACTS)
    except ContractError:  # told by the sync; what is stored already can be shown all the same
        return {}


def _declared(folder: str, one: Declared, kind: ModuleType) -> Question:
    stem = one.code if "/" in folder else f"{kind.VALUE}{one.code}"
    return Question(f"{folder}/{stem}", one.sql, one.where.file, one, kind)


def _decided(page: str, sql: str | None) -> Declared:
    """What a page asks to be decided, by its own file or as usual."""
    where = Where(f"queries/{page}/{decision_sql.FILE}.sql")
    return Declared(page, page, {}, (), decision_sql.usual(page) if sql is None else sql, where)


def in_order(loaded: Mapping[str, Question]) -> list[Question]:
    """The questions, each after those that it reads; QuestionError where some read each other in a circle."""
    by_view = {question.view: question for question in loaded.values()}
    graph = {
        # Sorted, so that every process has one order: the sorter keeps the one in which it is told.
        question.view: sorted({table.removeprefix(f"{BEFORE}.") for table in question.reads} & by_view.keys())
        for question in by_view.values()
    }
    try:
        return [by_view[view] for view in graphlib.TopologicalSorter(graph).static_order()]
    except graphlib.CycleError as error:
        circle = " -> ".join(error.args[1])
        raise QuestionError(f"queries/: {circle} saling membaca; putuskan lingkarannya.") from None


def of_page(loaded: Mapping[str, Question], name: str) -> tuple[str, str] | None:
    """What "layanan/angka_pokok" asks: the question that all agenda pages share, and the page; None where it is none
    such."""
    page, _, stem = name.partition("/")
    agenda = f"putusan/putusan_{page}" in loaded
    return (f"{SHARED}/{stem}", page) if agenda and stem in OF_EVERY_PAGE and name not in loaded else None


def beside(loaded: Mapping[str, Question], name: str) -> str:
    """What can be asked in place of a `name` that is no question, in words."""
    page = name.partition("/")[0]
    own = [one.rpartition("/")[2] for one in loaded if one.rpartition("/")[0] == page]
    shared = OF_EVERY_PAGE if f"putusan/putusan_{page}" in loaded else ()
    return f"di {page}/ ada {', '.join(sorted({*own, *shared}))}" if own or shared else "lihat folder queries/"


def beneath(loaded: Mapping[str, Question], wanted: Iterable[str] | None = None) -> dict[str, frozenset[str]]:
    """The tables from which each question is answered in the end, by its name; of those `wanted` (names) alone, where
    given. No two questions may read each other."""
    by_view = {question.view: question for question in loaded.values()}
    found: dict[str, frozenset[str]] = {}

    def under(view: str) -> frozenset[str]:
        if view not in by_view:
            return frozenset({view})
        if view not in found:
            read = sorted(table.removeprefix(f"{BEFORE}.") for table in by_view[view].reads)
            found[view] = frozenset().union(*map(under, read))
        return found[view]

    return {name: under(loaded[name].view) for name in (loaded if wanted is None else wanted)}


def digest(folder: Path = QUERIES) -> str:
    """A hash of all that computes: whether numbers of then and of now were worked out by the same queries."""
    files = [*sorted(ENGINE_QUERIES.rglob("*.sql")), *sorted(folder.rglob("*.sql"))]
    texts = [path.read_text("utf-8").encode() for path in files]
    return hashlib.sha256(b"\0".join(texts)).hexdigest()[:16]


@lru_cache(maxsize=1024)
def _read_by(file: str, sql: str) -> frozenset[str]:
    """Parsing takes longer than most answers: it is done when a question is first asked, and once for the same text."""
    return tables(file, sql)
