"""The command line: python -m monev sync, pin, send, ask, findings, check, doctor, template, backup or restore."""

from __future__ import annotations

import argparse
import datetime as dt
import sys
from collections.abc import Sequence
from pathlib import Path

from monev import settings, sheets
from monev.contract import reference
from monev.contract.contracts import labels
from monev.contract.toml_file import ContractError
from monev.meeting import meeting
from monev.reading import reader
from monev.reading.cells.places import Places
from monev.run import backup
from monev.run.commands import choose, output
from monev.run.commands.usage import Parser, TemplateError, unusable
from monev.run.workers.sync import stand
from monev.screen.access import audit
from monev.screen.access.roles import LOCAL
from monev.snapshot import directory, queries, store
from monev.sync import declared, fetch, project_check, sync
from monev.words import clock, project, words
from monev.words.safe_text import legible, line

#: Everything that an operator can put right: told in one line, exit status 1.
OPERATOR_ERRORS = (
    settings.SettingError,
    sheets.SourceError,
    ContractError,
    reference.ReferenceDataError,
    queries.QuestionError,
    store.StoreError,
    TemplateError,
)
SOME_FAILED = 3
# What speaks to Google or writes workbooks takes half a second to come, so each command brings its own: the one that is
# run every two minutes needs neither.


def parser() -> Parser:
    """Every command with its arguments; `make docs` tells them."""
    parser = Parser(prog="python -m monev", description=f"{project.name()}: dasbor rapat lintas instansi.")
    commands = parser.add_subparsers(dest="command", required=True, metavar="perintah")
    syncing = commands.add_parser("sync", help="baca lembar semua instansi dan simpan potret bila ada yang berubah")
    syncing.add_argument("--all", action="store_true", help="baca juga lembar yang menurut Google tidak berubah")
    syncing.add_argument("--watch", action="store_true", help="terus membaca lembar, sampai perintah ini dihentikan")
    syncing.add_argument(
        "--standby", action="store_true", help="seperti --watch, tetapi menunggu selama ada yang sudah membacanya"
    )
    pinning = commands.add_parser("pin", help="bekukan angka untuk satu rapat dan mulai rapat itu")
    pinning.add_argument("--judul", default=meeting.TITLE, help="judul rapat")
    pinning.add_argument("--jam", default="", help="jam mulai menurut undangan, misalnya 09.00")
    pinning.add_argument("--tanggal", help="tanggal rapat, misalnya 2024-11-04; tanpa ini tanggal acuan potret")
    pinning.add_argument("--potret", help="id potret lama: bekukan saja, rapatnya tidak dimulai")
    pinning.add_argument("--selesai", action="store_true", help="akhiri rapat yang berlangsung")
    commands.add_parser("send", help="tulis keputusan rapat yang menunggu ke lembar yang menyimpannya")
    asking = commands.add_parser("ask", help="jawaban satu pertanyaan, misalnya ringkasan/kalimat")
    asking.add_argument("question", metavar="halaman/pertanyaan")
    which = asking.add_mutually_exclusive_group()
    which.add_argument("--potret", help="id potret; tanpa ini yang terbaru")
    which.add_argument("--rapat", help="angka yang dibekukan untuk satu rapat, misalnya 2024-11-04")
    finding = commands.add_parser("findings", help="temuan yang perlu dibenahi")
    finding.add_argument("--agency", choices=tuple(project.agencies()), help="hanya instansi ini")
    commands.add_parser("check", help="periksa kontrak, data rujukan, dan semua pertanyaan")
    commands.add_parser("doctor", help="periksa kunci, jaringan, dan lembar tiap instansi, beserta cara memperbaikinya")
    preparing = commands.add_parser("template", help="siapkan spreadsheet satu instansi: tab, kepala kolom, pilihan")
    preparing.add_argument("agency", choices=tuple(project.agencies()), metavar="instansi")
    preparing.add_argument("--xlsx", type=Path, metavar="BERKAS", help="tulis sebagai berkas Excel, tanpa Google")
    saving = commands.add_parser("backup", help="simpan semua potret, rapat, dan keputusan ke satu berkas")
    saving.add_argument("file", type=Path, metavar="BERKAS")
    restoring = commands.add_parser("restore", help="kembalikan semuanya dari berkas itu; server dihentikan dulu")
    restoring.add_argument("file", type=Path, metavar="BERKAS")
    restoring.add_argument(
        "--ganti", action="store_true", help="sisihkan yang ada sekarang; tanpa ini folder harus kosong"
    )
    for command in (asking, finding):
        command.add_argument("--format", choices=tuple(output.FORMATS), default="table")
    return parser


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return its exit status."""
    chosen = parser().parse_args(arguments)
    try:
        return {"sync": _sync, "pin": _pin, "send": _send, "ask": _ask, "findings": _findings, "check": _check,
                "doctor": _doctor, "template": _template, "backup": _backup,
                "restore": _restore}[chosen.command](chosen)  # fmt: skip
    except OPERATOR_ERRORS as error:
        print(f"monev: {line(error)}", file=sys.stderr)
    except OSError as error:
        print(f"monev: {unusable(error)}", file=sys.stderr)
    return 1


def _sync(chosen: argparse.Namespace) -> int:
    if chosen.watch or chosen.standby:
        stand(settings.load(), chosen.standby)
        return 0
    results = sync.sync(settings.load(), chosen.all)
    for result in results:
        rows = [
            {"instansi": words.agency(one.agency), "tab": one.tabs, "baris": one.seen, "terhitung": one.counted,
             "belum terbaca": one.held, "tata letak": one.layout, "temuan": one.findings, "catatan": one.trouble or ""}
            for one in result.agencies
        ]  # fmt: skip
        print(f"Keadaan {words.date_long(result.reference_date)}")
        print(output.table(list(rows[0]), rows))
        print(f"Potret {'baru' if result.new else 'tidak berubah'}: {result.snapshot}\n")
    return SOME_FAILED if any(result.failed for result in results) else 0


def _send(_: argparse.Namespace) -> int:
    from monev.meeting import delivery, row

    place = settings.load()
    became = delivery.send(place)
    for name in became.sent:
        print(f"{name}: terkirim")
    for name, trouble in became.waiting.items():
        print(f"{name}: menunggu. {trouble}")
    if became.waiting:
        layout = f"template {row.load().tab.agency}" + ("" if place.source == "google" else " --xlsx contoh.xlsx")
        print(f"Susunan tab yang lengkap: python -m monev {layout}")
    if not became.sent and not became.waiting:
        print("Tidak ada keputusan yang menunggu.")
    return SOME_FAILED if became.waiting else 0


def _pin(chosen: argparse.Namespace) -> int:
    folder, now = settings.load().snapshots, clock.now()
    if chosen.selesai:
        name = meeting.on(folder, now)
        if name:
            meeting.end(folder, name, now)
            audit.note(folder, LOCAL, audit.ENDED, name)
        print(f"Rapat {name} diakhiri; angkanya tetap tersimpan." if name else "Tidak ada rapat yang berlangsung.")
        return 0
    try:
        date = dt.date.fromisoformat(chosen.tanggal) if chosen.tanggal else None
    except ValueError:
        raise settings.SettingError(f"--tanggal berisi “{chosen.tanggal}”; tulis seperti 2024-11-04.") from None
    try:
        begins = clock.time_typed(chosen.jam)
    except ValueError as error:
        raise settings.SettingError(str(error)) from None
    snapshot = chosen.potret or choose.newest(folder)
    found = meeting.pin(folder, snapshot, now, date, chosen.judul, begins)
    audit.note(folder, LOCAL, audit.FROZE, found.name)
    if not chosen.potret:
        meeting.start(folder, found, now)
        audit.note(folder, LOCAL, audit.BEGAN, found.name)
    state = "dibekukan" if chosen.potret else "dimulai"
    print(f"Rapat {found.name} {state} dengan angka potret {found.origin}. Alamatnya: /?rapat={found.name}")
    return 0


def _ask(chosen: argparse.Namespace) -> int:
    with choose.snapshot(chosen.potret, chosen.rapat) as snapshot:
        answer = snapshot.ask(chosen.question)
    print(output.FORMATS[chosen.format](list(answer.columns), answer.to_dict("records")))
    return 0


def _findings(chosen: argparse.Namespace) -> int:
    with choose.snapshot() as snapshot:
        answer = snapshot.ask("mutu_data/temuan")
    columns = list(sync.finding.TYPES)
    rows = [row for row in answer[columns].to_dict("records") if chosen.agency in (None, row["instansi"])]
    print(output.FORMATS[chosen.format](columns, rows))
    return 0


def _check(_: argparse.Namespace) -> int:
    folder = settings.reference()
    wrong, asked = project_check.mistakes(folder)
    if wrong:
        print("\n".join(f"monev: {line(one)}" for one in wrong), file=sys.stderr)
        return 1
    contracts = declared.load_contracts(folder)
    tabs = sum(len(one.tabs) for one in contracts.values())
    print(f"Kontrak {len(contracts)} instansi dengan {tabs} tab, data rujukan, dan {asked} pertanyaan: sesuai.")
    return 0


def _doctor(_: argparse.Namespace) -> int:
    from monev.run.commands import doctor

    place = settings.load()
    contracts = declared.load_contracts(place.reference)
    signs = {doctor.GOOD: "✓", doctor.LOOK: "!", doctor.BAD: "✗"}
    states = set()
    for check in doctor.examine(place, contracts, Places.load(place.reference)):
        states.add(check.state)
        print(legible(f"{signs[check.state]} {check.about}: {check.seen}".rstrip(".") + "."), flush=True)
        if check.todo:
            print(legible(f"    {words.capital(check.todo)}."), flush=True)
    return SOME_FAILED if doctor.BAD in states or doctor.LOOK in states else 0


def _template(chosen: argparse.Namespace) -> int:
    from monev.run.commands import template_google, template_plan, template_xlsx

    contracts, places = declared.load_contracts(settings.reference()), Places.load(settings.reference())
    own = contracts[chosen.agency]
    plan = template_plan.plan(own, places, labels(settings.CONTRACTS))
    if chosen.xlsx:
        template_xlsx.write(plan, chosen.xlsx)
        print(f"{chosen.xlsx} berisi {len(plan.sheets)} tab untuk {own.name}.")
        return 0
    place = settings.load()
    fetch.refuse_unknown(place, contracts)
    standing = template_google.look(place.account, place.spreadsheets.get(chosen.agency))
    tabs = tuple(one.tab for one in standing.existing.places)
    owner = reader.belongs_to(sheets.Spreadsheet(chosen.agency, tabs, None, None), own, contracts)
    if owner:
        raise sheets.SourceError(f"Spreadsheet ini tampaknya milik {owner.name}, jadi tidak diubah. Periksa alamatnya.")
    changes = template_google.change(standing, plan)
    print("\n".join([*changes.done, *changes.left]) or "Sudah lengkap; tidak ada yang ditambahkan.")
    print(standing.address)
    return 0


def _backup(chosen: argparse.Namespace) -> int:
    folder = settings.load().snapshots
    print(f"{chosen.file.name} berisi {backup.write(folder, chosen.file).told}.")
    if damaged := directory.aside(folder):
        print(f"Tidak ikut: {len(damaged)} potret rusak yang disisihkan ({directory.ASIDE}…).")
    return 0


def _restore(chosen: argparse.Namespace) -> int:
    folder = settings.load().snapshots
    done = backup.restore(chosen.file, folder, clock.aware(clock.now()), chosen.ganti)
    print(f"{folder.name}/ kini berisi {done.contents.told}.")
    if done.carried.told:
        print(done.carried.told)
    if done.old:
        print(f"Yang sebelumnya ada di {done.old.name}/. {backup.lost(done.old, done.contents)}".rstrip())
    return 0


if __name__ == "__main__":
    sys.exit(main())
