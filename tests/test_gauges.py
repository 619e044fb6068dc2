"""The numbers for whoever watches over the server: what they say, what they leave unsaid, and whom they name."""

import datetime as dt
import os
import re
import urllib.request

import pytest

from monev.run.server import metrics
from monev.settings import HOME
from monev.snapshot import directory, outbox
from monev.words import clock

NOW = dt.datetime(2024, 11, 4, 9, 0)


def values(text):
    """Every number by its name with its label, as Prometheus reads it."""
    lines = [line for line in text.splitlines() if not line.startswith("#")]
    return {name: float(value) for name, value in (line.rsplit(" ", 1) for line in lines)}


def unix(moment):
    return clock.aware(moment).timestamp()


def test_of_a_folder_that_is_not_there_only_what_is_known_is_told(tmp_path):
    told = values(metrics.text(tmp_path / "belum", NOW, 0, {}))
    assert told.pop("process_resident_memory_bytes") > 1_000_000
    assert told == dict.fromkeys(
        (
            "monev_potret_jumlah",
            "monev_potret_rusak_jumlah",
            "monev_rapat_beku_jumlah",
            "monev_keputusan_menunggu",
            "monev_kunjungan_aktif",
        ),
        0,
    )


def test_age_syncs_and_waiting_decisions_are_told_to_the_second(tmp_path):
    for number in (1, 2):
        made = tmp_path / f"00000{number}-2024-11-04-0123abcd.duckdb"
        made.touch()
        os.utime(made, (0, unix(NOW - dt.timedelta(seconds=90 * number))))
    directory.write_sync_times(tmp_path, [
        {"instansi": "kpu", "dicoba": NOW, "berhasil": NOW - dt.timedelta(minutes=2), "pesan": None},
        {"instansi": "bawaslu", "dicoba": NOW, "berhasil": None, "pesan": "Spreadsheet tidak ditemukan."},
        {"instansi": 'x"} 1\nmonev_potret_jumlah', "dicoba": NOW, "berhasil": NOW, "pesan": None},
    ])  # fmt: skip
    directory.write_watch(tmp_path, directory.Watch(NOW - dt.timedelta(seconds=5), NOW, 120, 60, 1))
    outbox.put(tmp_path, {"id": "K-1", "dicatat": NOW})
    outbox.put(tmp_path, {"id": "K-2", "dicatat": NOW, "terkirim": NOW})
    text = metrics.text(tmp_path, NOW, 7, {})
    told = values(text)
    assert told["monev_potret_jumlah"] == 2 and told["monev_potret_umur_detik"] == 180
    assert told['monev_sinkron_berhasil_detik{instansi="kpu"}'] == unix(NOW) - 120
    assert 'monev_sinkron_berhasil_detik{instansi="bawaslu"}' not in told
    assert (told['monev_sinkron_gagal{instansi="kpu"}'], told['monev_sinkron_gagal{instansi="bawaslu"}']) == (0, 1)
    assert told["monev_keputusan_menunggu"] == 1 and told["monev_kunjungan_aktif"] == 7
    assert told["monev_penjaga_berjalan"] == 1 and told["monev_disk_kosong_byte"] > 0
    assert "tidak ditemukan" not in text and 'x"' not in text


@pytest.mark.parametrize("late, running", [(359, 1), (361, 0)])
def test_a_watcher_that_is_overdue_by_two_rounds_no_longer_runs(tmp_path, late, running):
    ended = NOW - dt.timedelta(seconds=late)
    directory.write_watch(tmp_path, directory.Watch(ended, ended, 120, 60, 1))
    assert values(metrics.text(tmp_path, NOW, 0, {}))["monev_penjaga_berjalan"] == running


def test_every_number_is_announced_with_its_kind_and_a_sentence(samples_shot):
    text = metrics.text(samples_shot, NOW, 0, {})
    announced = re.findall(r"^# HELP (\w+) .+\.\n# TYPE \1 (?:gauge|counter)$", text, re.MULTILINE)
    assert {name.split("{")[0] for name in values(text)} <= set(announced) and len(set(announced)) == len(announced)
    assert text.endswith("\n")


def test_what_was_refused_at_the_edge_is_counted_by_its_reason(tmp_path):
    text = metrics.text(tmp_path, NOW, 0, {"pesan asing": 3, "tanpa peran": 1})
    assert "# TYPE monev_sambungan_ditolak_total counter" in text
    told = values(text)
    assert told['monev_sambungan_ditolak_total{sebab="pesan asing"}'] == 3
    assert told['monev_sambungan_ditolak_total{sebab="tanpa peran"}'] == 1


def test_the_server_tells_them_with_the_pages_that_are_open(address, samples_shot, screen):
    def told():
        with urllib.request.urlopen(f"{address}/metrics", timeout=30) as answer:
            assert answer.headers["Content-Type"] == metrics.MEDIA_TYPE
            return values(answer.read().decode())

    before = told()
    assert before["monev_potret_jumlah"] == len(directory.snapshots(samples_shot)) == 2
    screen().open(address, "ringkasan")
    assert told()["monev_kunjungan_aktif"] == before["monev_kunjungan_aktif"] + 1


def test_the_page_for_operators_explains_each_of_them_and_no_other(samples_shot):
    page = (HOME / "docs" / "memasang.md").read_text("utf-8")
    explained = re.findall(r"^\| `(\w+)` \|", page.split("Angka | Artinya")[1].split("\n\n")[0], re.MULTILINE)
    assert sorted(explained) == sorted(
        re.findall(r"^# TYPE (\w+)", metrics.text(samples_shot, NOW, 0, {}), re.MULTILINE)
    )
