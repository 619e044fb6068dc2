"""The agencies' sheets in the stand-in for Google, and settings that read them from there."""

import datetime as dt
import json
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path

from monev import sheets
from monev.settings import REFERENCE, Rhythm, Settings
from monev.sync import declared, sync
from tests.google.standin import File, Google

MEETING = dt.date(2024, 11, 4)
AGENCIES = ("kpu", "bawaslu", "kesbangpol", "bpkpd", "sekretariat")
#: One small tab of each agency: the least that makes a spreadsheet its own.
SMALL = {
    "kpu": ("Hibah", "tahap_pencairan | tanggal_masuk | nilai_diterima | belanja_kumulatif",
            "tahap_1 | 5 Feb 2024 | 10.000.000.000 | 4.000.000.000"),
    "bawaslu": ("Hibah", "tahap_pencairan | tanggal_masuk | nilai_diterima | belanja_kumulatif",
                "tahap_1 | 5 Feb 2024 | 3.000.000.000 | 1.000.000.000"),
    "kesbangpol": ("Pakta Integritas", "perangkat_daerah | jumlah_asn | jumlah_tanda_tangan", "Dinas A | 40 | 31"),
    "bpkpd": ("NPHD", "penerima | nomor_nphd | tanggal_nphd | nilai_nphd", "kpu | 1/NPHD | 9 Nov 2023 | 25.000.000.000"),
    "sekretariat": ("Laporan Desk", "bulan | tanggal_kirim", "2024-10 | 29 Oktober 2024"),
}  # fmt: skip


def cells(head, *lines):
    """Rows as typed, with the date that every tab has."""
    rows = [[cell.strip() for cell in line.split("|")] for line in (head, *lines)]
    return [rows[0] + ["tanggal_data"], *(row + ["4 November 2024"] for row in rows[1:])]


def small(google: Google, **given):
    """One spreadsheet per agency with its small tab; agency -> File. `given` passes arguments of `add`, per agency."""
    return {
        agency: google.add(agency, {title: cells(head, line)}, title=f"Monev {agency}", **given.get(agency, {}))
        for agency, (title, head, line) in SMALL.items()
    }


def whole(google: Google, folder):
    """The sheets of a folder as spreadsheets, cell by cell as typed; agency -> File."""
    return {
        agency: google.add(agency, {tab.title: tab.rows for tab in sheets.read_folder(folder, agency).tabs})
        for agency in AGENCIES
    }


#: What the city of reference/ declares, loaded once.
against = lru_cache(maxsize=1)(declared.load)
contracts = lru_cache(maxsize=1)(declared.load_contracts)


def synced(place: Settings, **how):
    """One sync that reads in this process: that each agency is read in one of its own is the subject of other tests."""
    [result] = sync.sync(place, against=against(REFERENCE), bounded=False, **how)
    return result


class Stage:
    """Spreadsheets and the snapshots of them in a state in which many tests begin: reached once, and laid out again in
    its place for each."""

    def __init__(self, google: Google, files: Mapping[str, File], snapshots: Path) -> None:
        self._google, self._folder = google, snapshots
        self._books = google.kept(file.id for file in files.values())
        there = [path for path in snapshots.rglob("*") if path.is_file()]
        self._shots = {path: path.stat() for path in there if path.suffix == ".duckdb"}
        self._files = {path: path.read_bytes() for path in there if path not in self._shots}

    def lay_again(self) -> None:
        """Let all be as it was in that state, whatever the last test has done."""
        self._google.lay_again(self._books)
        for path in self._folder.rglob("*"):
            if path.is_file() and path not in self._shots and path not in self._files:
                path.unlink()
        for path, content in self._files.items():
            path.write_bytes(content)
        assert all((now := path.stat()).st_mtime_ns == one.st_mtime_ns and now.st_size == one.st_size
                   for path, one in self._shots.items()), "a snapshot is never changed"  # fmt: skip


def settings(google: Google, files, folder, seconds=30, **changed):
    """Settings that read these spreadsheets into snapshots below `folder`, within `seconds`."""
    typed = {agency: file.url for agency, file in files.items()} | changed.pop("spreadsheets", {})
    date = changed.pop("date", MEETING)
    key = changed.pop("account", google.key())
    return Settings("google", folder / "lembar", folder / "potret", date, Rhythm(deadline=seconds), key, typed)


def secrets(google: Google, files, seconds=30, every=120):
    """A secrets.toml that reads these spreadsheets."""
    lines = ["[gcp_service_account]", *(f"{name} = {json.dumps(value)}" for name, value in google.key().items())]
    lines += ["[spreadsheets]", *(f"{agency} = {json.dumps(file.url)}" for agency, file in files.items())]
    return "\n".join([*lines, "[sync]", f"setiap_detik = {every}", f"batas_detik = {seconds}", ""])
