"""The command line: python -m monev sync, pin, send, kabar, ask, export, mcp, check, doctor, template, new, backup …"""

from __future__ import annotations

import argparse
import datetime as dt
import sys
from collections.abc import Sequence

from monev import settings, sheets
from monev.contract import reference
from monev.contract.contracts import labels
from monev.contract.toml_file import ContractError
from monev.meeting import meeting
from monev.reading import reader
from monev.reading.cells.places import Places
from monev.run.commands import choose, output
from monev.run.commands.arguments import parser
from monev.run.commands.usage import TemplateError, unusable
from monev.screen.access import audit
from monev.screen.access.roles import LOCAL
from monev.snapshot import directory, queries, store
from monev.sync import declared, fetch, sync
from monev.words import clock, words
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
# What speaks to Google or writes workbooks and documents takes half a second to come, so each command brings its own:
# the one that is run every two minutes needs none of it.


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return its exit status."""
    chosen = parser().parse_args(arguments)
    try:
        if chosen.command != "new":
            settings.check_project()
        return {"sync": _sync, "pin": _pin, "send": _send, "kabar": _news, "ask": _ask, "export": _export, "mcp": _mcp,
                "kirim": _bring, "findings": _findings, "check": _check, "who": _who, "doctor": _doctor,
                "template": _template, "new": _new, "backup": _backup, "restore": _restore, "rekap": _sync,
                }[chosen.command](chosen)  # fmt: skip
    except OPERATOR_ERRORS as error:
        print(f"monev: {line(error)}", file=sys.stderr)
    except OSError as error:
        print(f"monev: {unusable(error)}", file=sys.stderr)
    return 1


def _sync(chosen: argparse.Namespace) -> int:
    if chosen.watch or chosen.standby:
        from monev.run.workers.sync import stand

        stand(settings.load(), chosen.standby)
        return 0
    results = sync.sync(settings.load(), chosen.all, regions=chosen.semua)
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


def _send(chosen: argparse.Namespace) -> int:
    from monev.run.commands import tell

    place = settings.load()
    well = chosen.temuan or tell.decisions(place)
    if chosen.temuan or (place.told and not chosen.keputusan):
        well = tell.findings(place) and well
    return 0 if well else SOME_FAILED


def _news(chosen: argparse.Namespace) -> int:
    from monev.run.commands import news

    return news.preview(settings.load()) if chosen.coba else SOME_FAILED if news.send(settings.load()) else 0


def _bring(chosen: argparse.Namespace) -> int:
    from monev.run.commands import send_meetings

    return 0 if send_meetings.tell(settings.load(), chosen.rapat) else SOME_FAILED


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


def _export(chosen: argparse.Namespace) -> int:
    from monev.run.commands import export

    return export.tell(settings.load().snapshots, chosen.meeting, chosen.target)


def _mcp(chosen: argparse.Namespace) -> int:
    from monev.run.assistant import server

    return server.serve(settings.load().snapshots, chosen.peran)


def _findings(chosen: argparse.Namespace) -> int:
    with choose.snapshot() as snapshot:
        answer = snapshot.ask("mutu_data/temuan")
    columns = list(sync.finding.TYPES)
    rows = [row for row in answer[columns].to_dict("records") if chosen.agency in (None, row["instansi"])]
    print(output.FORMATS[chosen.format](columns, rows))
    return 0


def _who(chosen: argparse.Namespace) -> int:
    from monev.run.commands import who

    who.tell(settings.load(), chosen.agency)
    return 0


def _new(chosen: argparse.Namespace) -> int:
    from monev.run.commands import new_project

    new_project.write(chosen.folder)
    print(f"Proyek baru di {chosen.folder}. Baca README.md di sana, lalu jalankan dari folder ini:")
    print(f"MONEV_PROYEK={chosen.folder.resolve()} make run")
    return 0


def _check(_: argparse.Namespace) -> int:
    from monev.sync import project_check

    folder = settings.reference()
    wrong, asked = project_check.mistakes(folder)
    if wrong:
        print("\n".join(f"monev: {line(one)}" for one in wrong), file=sys.stderr)
        return 1
    contracts = declared.load_contracts(folder)
    tabs = sum(len(one.tabs) for one in contracts.values())
    print(f"Kontrak {len(contracts)} instansi dengan {tabs} tab, data rujukan, dan {asked} pertanyaan: sesuai.")
    return 0


def _doctor(chosen: argparse.Namespace) -> int:
    from monev.run.commands import doctor, doctor_told

    place = settings.load()
    contracts = declared.load_contracts(place.reference)
    signs = {doctor.GOOD: "✓", doctor.LOOK: "!", doctor.BAD: "✗"}
    states = set()
    if chosen.coba_komentar is not None:
        checks = doctor_told.attempt(place, chosen.coba_komentar)
    else:
        checks = doctor.examine(place, contracts, Places.load(place.reference))
    for check in checks:
        states.add(check.state)
        print(legible(f"{signs[check.state]} {check.about}: {check.seen}".rstrip(".") + "."), flush=True)
        if check.todo:
            print(legible(f"    {words.capital(check.todo)}."), flush=True)
    return SOME_FAILED if doctor.BAD in states or doctor.LOOK in states else 0


def _template(chosen: argparse.Namespace) -> int:
    from monev.run.commands import tell, template_google, template_plan, template_xlsx

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
    if place.told and tell.prepare(place, chosen.agency):
        changes.done.append(f"Menambahkan tab “{sheets.FINDINGS_TAB}” di akhir; isinya disusun dasbor sendiri.")
    print("\n".join([*changes.done, *changes.left]) or "Sudah lengkap; tidak ada yang ditambahkan.")
    print(standing.address)
    return 0


def _backup(chosen: argparse.Namespace) -> int:
    from monev.run import backup

    folder = settings.load().snapshots
    print(f"{chosen.file.name} berisi {backup.write(folder, chosen.file).told}.")
    if damaged := directory.aside(folder):
        print(f"Tidak ikut: {len(damaged)} potret rusak yang disisihkan ({directory.ASIDE}…).")
    return 0


def _restore(chosen: argparse.Namespace) -> int:
    from monev.run import backup

    folder = settings.load().snapshots
    done = backup.restore(chosen.file, folder, clock.aware(clock.now()), chosen.ganti)
    print(f"{folder.name}/ kini berisi {done.contents.told}.")
    if done.carried.told:
        print(done.carried.told)
    if done.old:
        print(f"Yang sebelumnya ada di {done.old.name}/. {backup.lost(done.old, done.contents)}".rstrip())
    return 0
