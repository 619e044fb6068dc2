"""What stands between the agencies' sheets and the dashboard: each link looked at, with what to do about it."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator, Mapping
from functools import partial
from pathlib import Path

from monev import sheets
from monev.contract import finding, gathered
from monev.contract.contracts import Contract
from monev.reading import layout, personal
from monev.reading.cells.places import Places
from monev.run.commands import choose, doctor_gathering, doctor_regions, doctor_told
from monev.run.commands.diagnosis import BAD, GOOD, LOOK, Check
from monev.run.news import rules
from monev.screen.access import policy, roles
from monev.settings import HOME, SettingError, Settings
from monev.sheets import google
from monev.sheets.google import inspect
from monev.sheets.google.inspect import Examined
from monev.snapshot import permissions
from monev.sync import fetch, isolated
from monev.words import clock

#: Seconds for each thing that is asked of Google.
SECONDS = 30
#: Free bytes on the disk of the snapshots below which somebody should clear up; one snapshot takes about 1 MB.
LEAST_FREE = 200_000_000
#: What a sync promises of a trouble that may pass.
AGAIN = "Dicoba lagi pada sinkron berikutnya."


def examine(settings: Settings, contracts: Mapping[str, Contract], places: Places) -> Iterator[Check]:
    """Every check in the order in which one would mend things; each is told as soon as it is known."""
    yield _source(settings)
    yield _snapshots(settings)
    for seen, todo in choose.ailing(settings.snapshots):
        yield Check("Potret", LOOK, seen, todo)
    yield from _secrets(settings)
    yield _access(settings)
    yield from _news(settings)
    yield from doctor_regions.examine(settings)
    yield from doctor_gathering.checks(settings, contracts)
    contracts = gathered.with_sheet(contracts)
    if settings.source == "folder":
        yield from doctor_told.unheard(settings)
        yield from _folder(settings, contracts, places)
    else:
        yield from _google(settings, contracts, places)


def _news(settings: Settings) -> Iterator[Check]:
    """Whether anybody can be told of what changed; nothing is said where nobody is to be."""
    try:
        told = rules.read(settings.news)
    except SettingError as error:
        yield Check("Kabar", BAD, str(error).rstrip("."), "perbaiki baris itu; contohnya di docs/kabar.md")
        return
    if told is not None:
        ways = [name for name, way in (("surel", told.mail), ("webhook", told.hook)) if way]
        seen = f"{len(told.people)} penerima lewat {' dan '.join(ways)}"
        yield Check("Kabar", GOOD, f"{seen}; lihat isinya dengan python -m monev kabar --coba")


def _source(settings: Settings) -> Check:
    if settings.source == "google":
        return Check("Sumber", GOOD, "Google Sheets")
    simulated = sheets.read_facts(settings.folder).simulated
    return Check("Sumber", GOOD, f"folder {settings.folder.name}" + (", data simulasi" if simulated else ""))


def _snapshots(settings: Settings) -> Check:
    folder = settings.snapshots
    try:
        permissions.make_folder(folder)
        free = shutil.disk_usage(folder).free
    except OSError as error:
        return Check(
            "Potret", BAD, f"folder {folder.name} tidak dapat dibuat: {error.strerror}", "periksa izin folder induknya"
        )
    if not os.access(folder, os.W_OK):
        return Check(
            "Potret", BAD, f"folder {folder.name} tidak dapat ditulisi", "beri izin tulis kepada pemakai server"
        )
    if free < LEAST_FREE:
        return Check(
            "Potret", LOOK, f"ruang disk tinggal {free // 1_000_000} MB", "kosongkan disk, atau pindahkan potret lama"
        )
    return Check("Potret", GOOD, f"folder {folder.name} dapat ditulisi")


def _secrets(settings: Settings) -> Iterator[Check]:
    """Keys and passwords are for whoever runs the server alone, also where the sheets come from a folder."""
    if settings.secrets and os.name != "nt" and settings.secrets.stat().st_mode & 0o077:
        yield Check("Kunci", LOOK, f"{settings.secrets.name} dapat dibaca pemakai lain di komputer ini",
                    f"jalankan: chmod 600 {_from_home(settings.secrets)}")  # fmt: skip


def _access(settings: Settings) -> Check:
    rules, todo = policy.of(settings.auth), "lihat docs/mengatur-akses.md; sampai beres tidak ada yang dapat masuk"
    if not rules.sign_in:
        return Check("Akses", GOOD, "mode lokal: tanpa akun, hanya komputer ini yang dilayani")
    if rules.trouble:
        return Check("Akses", BAD, rules.trouble, todo)
    try:
        listed = roles.read(settings.access)
    except roles.AccessError as error:
        return Check("Akses", BAD, str(error), todo)
    return Check("Akses", GOOD, f"masuk dengan akun, {len(listed)} akun atau domain terdaftar")


def _folder(settings: Settings, contracts: Mapping[str, Contract], places: Places) -> Iterator[Check]:
    with isolated.reader() as reader:
        read = reader.read(dict.fromkeys(contracts, settings.folder), contracts, places, None)
    for agency, found in read.items():
        one = contracts[agency]
        if found.trouble:
            yield Check(one.name, BAD, personal.quoted(found.trouble) or "", "letakkan lembarnya di folder ini")
        else:
            yield Check(one.name, GOOD, f"{found.count} tab ditemukan")
            yield from _content(found, one)


def _google(settings: Settings, contracts: Mapping[str, Contract], places: Places) -> Iterator[Check]:
    fetch.refuse_unknown(settings, contracts)
    credentials, trouble = inspect.enter(settings.account, SECONDS)
    if credentials is None:
        yield Check("Akun layanan", BAD, _now(trouble))
        return
    yield Check("Akun layanan", GOOD, f"Google menerima {credentials.service_account_email}")
    trouble = inspect.drive(credentials, SECONDS)
    yield (
        Check("Google Drive", LOOK, _now(trouble), "tanpa Drive semua lembar tetap dibaca, tetapi setiap kali")
        if trouble
        else Check("Google Drive", GOOD, "dapat ditanya kapan lembar terakhir berubah")
    )
    wanted = {
        code: google.Wanted(settings.spreadsheets.get(code), partial(layout.may_be_ours, forms=one.tabs))
        for code, one in contracts.items()
    }
    wishes, wrong = doctor_told.wishes(settings, contracts)
    yield from wrong
    with isolated.reader() as reader:
        for agency, found in inspect.spreadsheets(credentials, wanted, SECONDS):
            one, other = contracts[agency], False
            yield from _spreadsheet(found, one, credentials.service_account_email)
            if found.sheet is not None:
                read = reader.read({agency: found.sheet}, contracts, places, None)[agency]
                other = bool(read.owner or read.trouble)
                yield from _content(read, one)
            if agency in wishes:
                yield from doctor_told.checks(settings, one, wishes[agency], found.may_edit, other)


def _spreadsheet(found: Examined, one: Contract, email: str) -> Iterator[Check]:
    if found.sheet is None:
        yield Check(one.name, BAD, _now(personal.quoted(found.trouble)))
        return
    yield Check(one.name, GOOD, personal.quoted(f"“{found.sheet.title}” dapat dibaca"))
    if found.trashed:
        yield Check(one.name, LOOK, "berkasnya ada di tempat sampah Google Drive", "minta pemiliknya memulihkannya")
    if found.shared is False:
        yield Check(
            one.name, LOOK, "terbuka lewat tautan saja, jadi dibaca setiap kali", f"bagikan langsung ke {email}"
        )
    if found.may_edit is False and one.decisions:
        yield Check(one.name, LOOK, "akun dasbor hanya boleh melihat, jadi keputusan rapat belum dapat ditulis",
                    f"minta pemiliknya menekan Bagikan dan mengubah {email} menjadi Editor")  # fmt: skip
    if found.time_zone is not None and clock.SHORT.get(found.time_zone) != clock.short():
        todo = f"buka File › Setelan, pilih zona waktu {clock.place()}"
        yield Check(one.name, LOOK, f"zona waktunya {found.time_zone}", todo)


def _content(found: isolated.Read, one: Contract) -> Iterator[Check]:
    """Locale, title, tabs and headers; of the cells only how many need a hand."""
    if found.trouble:
        yield Check(one.name, BAD, personal.quoted(found.trouble) or "", "kurangi isinya")
        return
    if found.owner:
        yield Check(one.name, BAD, f"tabnya cocok dengan lembar {found.owner}", "periksa apakah alamatnya tertukar")
        return
    tabs, loose = found.tabs, found.loose
    if all(tab.state == "hilang" for tab in tabs.values()):
        yield Check(
            one.name,
            LOOK,
            "belum ada satu pun tab yang dikenal",
            f"susun dengan: python -m monev template {one.agency}",
        )
        return
    told = loose + [note for tab in tabs.values() for note in tab.findings]
    wanted = [note for note in told if note.bobot != "info"]
    structure = [note for note in wanted if note in loose or note.akibat in (finding.COLUMN_WAITS, finding.TAB_WAITS)]
    for note in structure:
        where = f"tab {one.tabs[note.tab].title}: " if note.tab in one.tabs and "Tab “" not in note.alasan else ""
        yield Check(one.name, LOOK, f"{where}{note.alasan.rstrip('.')}", note.saran)
    present = sum(tab.state == "ada" for tab in tabs.values())
    asked = sum(tab.state != "hilang" or not tab.contract.optional for tab in tabs.values())
    if present == asked and not structure:
        yield Check(one.name, GOOD, f"{present} tab dan semua kepala kolomnya dikenal")
    cells = len(wanted) - len(structure)
    if cells:
        yield Check(
            one.name,
            LOOK,
            f"sekurangnya {cells} sel atau baris perlu dibenahi",
            f"lihat: python -m monev findings --agency {one.agency}",
        )


def _now(trouble: str | None) -> str:
    """Without the promise of another try: the doctor looks once."""
    return (trouble or "").removesuffix(AGAIN).strip()


def _from_home(path: Path) -> str:
    return str(path.relative_to(HOME)) if path.is_relative_to(HOME) else path.name
