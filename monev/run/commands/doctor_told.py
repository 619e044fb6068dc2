"""What the doctor says of telling findings in the agencies' sheets: which way works where, and what to click."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping

from monev.contract.contracts import Contract
from monev.run.commands.diagnosis import BAD, GOOD, LOOK, Check
from monev.settings import SPREADSHEETS, TOLD, SettingError, Settings
from monev.sheets import SourceError
from monev.sheets.google import comments, insert, read, try_comments
from monev.sync.told import record, wish
from monev.words import words

#: What stands behind every check of a try.
TRIAL = "Percobaan"


def checks(
    settings: Settings, contracts: Mapping[str, Contract], may_edit: Mapping[str, bool | None]
) -> Iterator[Check]:
    """How each agency that wants it can be told, asked of Google and not changed; `may_edit` says of each whether the
    account may write into its sheet, as far as Drive tells."""
    account = settings.account.get("client_email")
    for agency, one in wish.wishes(settings, contracts).items():
        name = contracts[agency].name
        if may_edit.get(agency) is False:
            share = f"minta pemiliknya menekan Bagikan dan mengubah {account} menjadi Editor"
            yield Check(name, LOOK, "akun dasbor hanya boleh melihat, jadi temuan belum dapat ditulis", share)
            continue
        yield _way(settings, agency, one, name)
        known = record.load(settings.snapshots, agency)
        if known.fallen and known.why and one.way == wish.COMMENT:
            at = words.moment(dt.datetime.fromisoformat(known.fallen))
            todo = "coba dengan: python -m monev doctor --coba-komentar. Dasbor sendiri mencoba lagi sehari kemudian"
            yield Check(name, LOOK, f"komentar ditolak {at}, jadi dipakai tab Temuan. {known.why}", todo)
        elif known.trouble:
            yield Check(name, LOOK, f"pemberitahuan terakhir belum selesai: {known.trouble}")


def unheard(settings: Settings) -> Iterator[Check]:
    """Of a folder nobody is told anything in it."""
    if settings.told:
        yield Check("Temuan", LOOK, f"[{TOLD}] hanya berlaku bila lembarnya dibaca dari Google, jadi tidak dipakai")


def _way(settings: Settings, agency: str, one: wish.Wish, name: str) -> Check:
    """Which way works now."""
    try:
        opened = insert.enter(settings.account, settings.spreadsheets.get(agency))
        comments.look(opened, agency, lambda title: False)
    except comments.NotAllowed as error:
        if one.way == wish.TAB:
            return Check(name, GOOD, "temuan ditulis di tab Temuan")
        said, _, todo = str(error).partition(". ")
        return Check(name, LOOK, f"temuan ditulis di tab Temuan. {said}", todo.rstrip("."))
    except SourceError as error:
        return Check(name, LOOK, f"temuan belum dapat ditulis di lembarnya: {error}")
    where = "sebagai komentar di selnya" if one.way == wish.COMMENT else "di tab Temuan; komentar pun dapat dipakai"
    return Check(name, GOOD, f"temuan ditulis {where}")


def attempt(settings: Settings, typed: str) -> Iterator[Check]:
    """Comments tried on one spreadsheet; SettingError where none was named, or that of an agency was."""
    said = typed or settings.told.get(wish.TRIAL)
    if not isinstance(said, str) or not said:
        raise SettingError(
            f"Tulis alamat satu spreadsheet percobaan: python -m monev doctor --coba-komentar ALAMAT, atau "
            f"[{TOLD}] {wish.TRIAL} di secrets.toml. Bagikan spreadsheet itu ke akun dasbor sebagai Editor."
        )
    if read.spreadsheet_id(said) in {_id(one) for one in settings.spreadsheets.values()}:
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


def _id(typed: object) -> str | None:
    """The id in an address of an agency's; one that is none is told by another check."""
    try:
        return read.spreadsheet_id(typed if isinstance(typed, str) else None)
    except SourceError:
        return None
