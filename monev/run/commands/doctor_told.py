"""What the doctor says of telling findings in the agencies' sheets: which way works where, and what to click."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping, Sequence

from monev.contract.contracts import Contract
from monev.run.commands import tell
from monev.run.commands.diagnosis import BAD, GOOD, LOOK, Check
from monev.settings import SPREADSHEETS, TOLD, SettingError, Settings
from monev.sheets import FINDINGS_TAB, SourceError
from monev.sheets.google import comments, insert, own_tab, read, try_comments
from monev.sheets.google.comments import Thread
from monev.snapshot import claims, store
from monev.sync.told import deliver, record, strangers, text, wanted as told, wish
from monev.words import words

#: What stands behind every check of a try.
TRIAL = "Percobaan"
#: Seconds for which a telling that is under way is waited for.
WAIT = 5
_COPY = "buka spreadsheet percobaan di peramban, lalu salin alamatnya (https://docs.google.com/spreadsheets/d/…)"


def wishes(settings: Settings, contracts: Mapping[str, Contract]) -> tuple[Mapping[str, wish.Wish], list[Check]]:
    """Who wants to be told and how, and what is wrong with the table that says so."""
    try:
        found, said = wish.wishes(settings, contracts), []
    except SettingError as error:
        found, said = {}, [Check("Temuan", BAD, str(error).rstrip("."), f"perbaiki [{TOLD}] di secrets.toml")]
    trial = settings.told.get(wish.TRIAL)
    if trial is not None and _id(trial) is None:
        said.append(Check("Temuan", LOOK, f"[{TOLD}] {wish.TRIAL} bukan alamat spreadsheet Google", _COPY))
    elif trial is not None and _id(trial) in _agencies(settings):
        said.append(Check("Temuan", LOOK, f"[{TOLD}] {wish.TRIAL} memuat alamat lembar instansi", _COPY))
    return found, said


def checks(settings: Settings, one: Contract, wanted: wish.Wish, may_edit: bool | None, other: bool) -> Iterator[Check]:
    """How an agency that wants it can be told, asked of Google and not changed; `may_edit` says whether the account may
    write into its sheet, as far as Drive tells, `other` whether its sheet was not taken for its own.

    Where comments work again that were refused before, the next sending tries them.
    """
    name, account, known = one.name, settings.account.get("client_email"), record.load(settings.snapshots, one.agency)
    yield from _left(settings, one, known)
    if other:
        there = deliver.remains(known) if known.sheet == settings.spreadsheets.get(one.agency) else ""
        yield Check(name, LOOK, "temuan tidak ditulis di lembar ini selama sinkron tidak memakainya", there.rstrip("."))
        return
    if may_edit is False:
        share = f"minta pemiliknya menekan Bagikan dan mengubah {account} menjadi Editor"
        yield Check(name, LOOK, "akun dasbor hanya boleh melihat, jadi temuan belum dapat ditulis", share)
        return
    way, threads = _way(settings, one.agency, wanted, name)
    yield from _strange(settings, one, known, threads)
    if not (known.fallen and known.why and wanted.way == wish.COMMENT):
        yield way
        if known.trouble:
            yield Check(name, LOOK, f"pemberitahuan terakhir belum selesai: {known.trouble}")
        return
    at = words.moment(dt.datetime.fromisoformat(known.fallen))
    said = f"komentar ditolak {at}, jadi dipakai tab Temuan. {known.why.rstrip('.')}"
    if way.state == GOOD and believe_again(settings, [one.agency]):
        yield Check(name, LOOK, f"{said}. Kini komentar jalan lagi, jadi dicoba lagi pada pengiriman berikutnya")
    else:
        yield Check(name, LOOK, said, "coba dengan: python -m monev doctor --coba-komentar. Dasbor sendiri mencoba "
                    "lagi sehari kemudian")  # fmt: skip


def _strange(settings: Settings, one: Contract, known: record.Record, threads: Sequence[Thread]) -> Iterator[Check]:
    """Open comments that another folder of snapshots wrote, which nobody closes from here."""
    newest = store.newest_whole(settings.snapshots) if threads else None
    if newest is None:
        return
    found = told.of_snapshot(settings.snapshots, newest).get(one.agency, told.nothing(newest))
    if many := len(strangers.strange(strangers.by_code(threads), found, known)):
        todo = (
            "beri satu lembar satu folder potret saja; bila folder itu tidak dipakai lagi, tutup komentarnya di lembar"
        )
        yield Check(one.name, LOOK, f"{words.number(many)} komentar terbuka di lembarnya ditulis dari folder potret "
                    "lain (server atau laptop lain), jadi dibiarkan", todo)  # fmt: skip


def believe_again(settings: Settings, agencies: Iterable[str]) -> list[str]:
    """Let comments be tried again at once in the sheets of those where they were refused; who they are."""
    fallen = [agency for agency in agencies if record.load(settings.snapshots, agency).fallen]
    if not fallen:
        return []
    try:
        with claims.held(record.lock(settings.snapshots), WAIT, deliver.BUSY):
            for agency in fallen:
                known = record.load(settings.snapshots, agency)
                known.believe_again()
                record.save(settings.snapshots, agency, known)
    except (store.StoreError, OSError):  # somebody is telling just now, or nothing can be noted: the next look does it
        return []
    return fallen


def _left(settings: Settings, one: Contract, known: record.Record) -> Iterator[Check]:
    """What still stands in spreadsheets that were the agency's before, as far as it can be seen."""
    asked = [agency for agency, said in settings.told.items() if said != wish.NOT]
    for typed, way in known.left.items():
        if _id(typed) in {_id(settings.spreadsheets.get(agency)) for agency in asked}:
            continue  # it is told for somebody, who sees to it
        try:
            opened = insert.enter(settings.account, typed)
            there = own_tab.find(opened, FINDINGS_TAB)
            seen = () if way == wish.TAB else comments.look(opened, one.agency, lambda title: False).threads
        except SourceError:
            continue  # nobody here can see to it
        if there or any(text.code(post.head.text) for post in seen if post.head.own and post.open):
            yield Check(one.name, LOOK, tell.left(typed, way).rstrip("."))


def unheard(settings: Settings) -> Iterator[Check]:
    """Of a folder nobody is told anything in it."""
    if settings.told:
        yield Check("Temuan", LOOK, f"[{TOLD}] hanya berlaku bila lembarnya dibaca dari Google, jadi tidak dipakai")


def _way(settings: Settings, agency: str, one: wish.Wish, name: str) -> tuple[Check, Sequence[Thread]]:
    """Which way works now, and all comments that are seen."""
    try:
        opened = insert.enter(settings.account, settings.spreadsheets.get(agency))
        seen = comments.look(opened, agency, lambda title: False)
    except comments.NotAllowed as error:
        if one.way == wish.TAB:
            return Check(name, GOOD, "temuan ditulis di tab Temuan"), ()
        said, _, todo = str(error).partition(". ")
        return Check(name, LOOK, f"temuan ditulis di tab Temuan. {said}", todo.rstrip(".")), ()
    except SourceError as error:
        return Check(name, LOOK, f"temuan belum dapat ditulis di lembarnya: {error}"), ()
    where = "sebagai komentar di selnya" if one.way == wish.COMMENT else "di tab Temuan; komentar pun dapat dipakai"
    return Check(name, GOOD, f"temuan ditulis {where}"), seen.threads


def attempt(settings: Settings, typed: str) -> Iterator[Check]:
    """Comments tried on one spreadsheet; SettingError where none was named, or that of an agency was."""
    said = typed or settings.told.get(wish.TRIAL)
    if not isinstance(said, str) or not said:
        raise SettingError(
            f"Tulis alamat satu spreadsheet percobaan: python -m monev doctor --coba-komentar ALAMAT, atau "
            f"[{TOLD}] {wish.TRIAL} di secrets.toml. Bagikan spreadsheet itu ke akun dasbor sebagai Editor."
        )
    if _id(said) is None:
        where = "Yang ditulis sesudah --coba-komentar" if typed else f"Isi [{TOLD}] {wish.TRIAL} di secrets.toml"
        raise SettingError(f"{where} bukan alamat spreadsheet Google: “{said}”. {words.capital(_COPY)}.")
    if _id(said) in _agencies(settings):
        raise SettingError(
            f"Alamat itu tercatat di [{SPREADSHEETS}]. Pakai spreadsheet percobaan, bukan lembar instansi."
        )
    failed = False
    for one in try_comments.attempt(settings.account, said):
        failed |= not one.well
        yield Check(
            TRIAL, GOOD if one.well else BAD, f"{one.what}{'' if one.well else ': tidak'}", one.said.rstrip(".")
        )
    if failed:
        yield Check(TRIAL, LOOK, "komentar belum dapat diandalkan di sini", f"pilih “{wish.TAB}” di [{TOLD}]")
    else:
        yield Check(TRIAL, GOOD, f"semua berjalan; pilih “{wish.COMMENT}” di [{TOLD}]")
        if again := believe_again(settings, settings.told):
            names = words.listing([words.agency(agency) for agency in again])
            yield Check(TRIAL, GOOD, f"komentar dicoba lagi pada pengiriman berikutnya di lembar {names}")


def _agencies(settings: Settings) -> set[str | None]:
    return {_id(one) for one in settings.spreadsheets.values()} - {None}


def _id(typed: object) -> str | None:
    """The id in an address of an agency's; one that is none is told by another check."""
    try:
        return read.spreadsheet_id(typed if isinstance(typed, str) else None)
    except SourceError:
        return None
