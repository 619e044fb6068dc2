"""Numbers of the server for whoever watches over it, in Prometheus' text form; none of them comes out of a sheet."""

from __future__ import annotations

import datetime as dt
import os
import shutil
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from monev.snapshot import directory, frozen, outbox
from monev.words import clock, project

MEDIA_TYPE = "text/plain; version=0.0.4; charset=utf-8"


@dataclass(frozen=True)
class Gauge:
    """One number: its unit ends its name. `values` are by agency code, or by what else `by` says; the only one stands
    at "". `kind` is Prometheus' own: what only grows is a counter.

    What is not known has no value, rather than a zero.
    """

    name: str
    told: str
    values: Mapping[str, float] = field(default_factory=dict)
    by: str = "instansi"
    kind: str = "gauge"


def text(folder: Path, now: dt.datetime, visits: int, refused: Mapping[str, int]) -> str:
    """All numbers about the snapshots in `folder` and the process; `visits` is how many pages are open, `refused` how
    often a connection was not opened or was closed, by reason."""
    lines = []
    told = Gauge("monev_sambungan_ditolak_total", "Sambungan yang ditolak atau ditutup.", refused, "sebab", "counter")
    for gauge in (*_all(folder, now, visits), told):
        lines += [f"# HELP {gauge.name} {gauge.told}", f"# TYPE {gauge.name} {gauge.kind}"]
        for one, value in gauge.values.items():
            label = f'{{{gauge.by}="{one}"}}' if one else ""
            lines.append(f"{gauge.name}{label} {value:.15g}")
    return "\n".join([*lines, ""])


def _all(folder: Path, now: dt.datetime, visits: int) -> Iterator[Gauge]:
    names = directory.snapshots(folder)
    yield Gauge("monev_potret_jumlah", "Potret yang tersimpan.", {"": len(names)})
    seen = directory.stamp(folder / f"{names[-1]}.duckdb") if names else ()
    made = seen[2] / 1e9 if seen else None
    yield Gauge("monev_potret_umur_detik", "Umur potret terbaru.", {"": _unix(now) - made} if made else {})
    yield Gauge("monev_potret_rusak_jumlah", "Potret rusak yang disisihkan.", {"": len(directory.aside(folder))})
    yield Gauge("monev_rapat_beku_jumlah", "Rapat yang angkanya dibekukan.", {"": len(frozen.names(folder))})
    yield from _syncs(folder, now)
    waiting = [one for one in outbox.courses(folder) if one.waits]
    yield Gauge("monev_keputusan_menunggu", "Keputusan yang belum sampai ke lembar.", {"": len(waiting)})
    yield Gauge("monev_kunjungan_aktif", "Halaman yang sedang terbuka.", {"": visits})
    free = shutil.disk_usage(folder).free if folder.is_dir() else None
    yield Gauge("monev_disk_kosong_byte", "Ruang kosong di disk potret.", {} if free is None else {"": free})
    yield Gauge("process_resident_memory_bytes", "Memori yang dipakai server.", _memory())


def _syncs(folder: Path, now: dt.datetime) -> Iterator[Gauge]:
    times = {row["instansi"]: row for row in directory.read_sync_times(folder) if row["instansi"] in project.agencies()}
    read = {agency: _moment(row.get("berhasil")) for agency, row in times.items()}
    yield Gauge("monev_sinkron_berhasil_detik", "Waktu Unix saat lembar terakhir berhasil dibaca.",
                {agency: when for agency, when in read.items() if when is not None})  # fmt: skip
    yield Gauge("monev_sinkron_gagal", "1 bila lembar gagal dibaca pada percobaan terakhir.",
                {agency: float(bool(row.get("pesan"))) for agency, row in times.items()})  # fmt: skip
    watch = directory.read_watch(folder)
    yield Gauge("monev_penjaga_berjalan", "1 bila penjaga masih membaca lembar pada waktunya.",
                {"": float(watch.alive(now))} if watch else {})  # fmt: skip


def _moment(written: object) -> float | None:
    """Unix time of a moment as sinkron.json has it; None where it has none that can be read."""
    try:
        return _unix(dt.datetime.fromisoformat(str(written)))
    except ValueError:
        return None


def _unix(moment: dt.datetime) -> float:
    return clock.aware(moment).timestamp()


def _memory() -> dict[str, float]:
    """Bytes of memory that the process holds; nothing where the system does not tell it as Linux does."""
    try:
        return {"": int(Path("/proc/self/statm").read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE")}
    except OSError:
        return {}
