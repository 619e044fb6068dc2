"""The ministry's numbers over the regions: counts, never averages, and what is not there is never green.

Each test lays sets into a store by hand, gathers them the whole way and asks what the ministry's pages ask.
"""

import datetime as dt
import json
import subprocess
import sys

import pytest

from monev.settings import HOME
from tests import ministry
from tests.conftest import monev, surroundings
from tests.ministry import AKASIA, KOTA, OTHER

pytestmark = pytest.mark.panjang

ALL = 545
REST = [code for code in ministry.NAMES if code not in (AKASIA, KOTA, OTHER)]
POINTS, STATES = ("logistik", "risiko", "partisipasi", "netralitas", "stabilitas"), ("kritis", "perhatian", "belum")
ASKED = ("rekap/kalimat", "rekap/panas", "rekap/daerah", "rekap/terberat", "rekap/sama", "rekap/angka",
         "rekap/angka_merah", "bersama/angka_pokok", "bersama/status_agenda", "hibah/penerima", "pelaporan/provinsi",
         "pelaporan/ditolak", "pelaporan/aturan_lain", "pelaporan/janji", "pelaporan/mutu",
         *(f"rincian/{point}_{state}" for point in POINTS for state in STATES))  # fmt: skip


def number(code, point, status, value=1.0):
    return {"kode": code, "halaman": point, "nama": code.capitalize(), "satuan": "kasus", "arah": "turun",
            "nilai": value, "status": status}  # fmt: skip


def grant(to, group, value=None, paid=None, plan=None, back=None):
    return {"penerima": to, "golongan": group, "tanggal_nphd": None, "nilai_rp": value, "dibayar_rp": paid,
            "sisa_rp": None if None in (value, paid) else value - paid, "persen_cair": None, "rencana": plan,
            "belum_kembali_rp": back}  # fmt: skip


def having(*numbers, grants=(), **more):
    """What changes a good set: these numbers, these grants."""
    return lambda rows: rows | {"indikator": [*numbers], "hibah": [*grants]} | more


class Told:
    """What the ministry knows after gathering a store."""

    def __init__(self, folder):
        self._store, self._potret, self._secrets = folder / "kiriman", folder / "potret", folder / "secrets.toml"
        self._store.mkdir()
        self._secrets.write_text(f"[rekap]\nsumber = {json.dumps(str(self._store))}\n", "utf-8")

    def send(self, region, *numbers, grants=(), tables=None, **more):
        ministry.send(self._store, region, change=having(*numbers, grants=grants, **(tables or {})), **more)

    @property
    def _settings(self):
        return {"PROYEK": ministry.PROJECT, "POTRET": self._potret, "RAHASIA": self._secrets}

    def does(self, *command, on=ministry.MET):
        done = monev(*command, TANGGAL=on, **self._settings)
        assert done.returncode == 0, done.stderr
        return done.stdout

    def meets(self, on):
        """Gather and freeze a meeting of that day, and end it."""
        for command in (["rekap", "sync"], ["pin"], ["pin", "--selesai"]):
            self.does(*command, on=on)

    def changed(self):
        """What changed since the meeting before, as its page says it: (value then, value now, how it moved) by code."""
        self.does("rekap", "sync")
        rows = json.loads(self.does("ask", "ringkasan/perubahan", "--format", "json"))
        return {row["kode"]: (row["dulu_nilai"], row["nilai"], row["gerak"]) for row in rows}

    def __call__(self):
        settings = self._settings
        done = monev("rekap", "sync", **settings)
        assert done.returncode == 0, done.stderr
        asked = subprocess.run([sys.executable, "-m", "tests.ministry_told", self._potret, *ASKED], cwd=HOME,
                               capture_output=True, text=True, encoding="utf-8", timeout=120,
                               env=surroundings(**settings))  # fmt: skip
        assert asked.returncode == 0, asked.stderr
        return json.loads(asked.stdout)


@pytest.fixture
def told(tmp_path):
    return Told(tmp_path)


def counts(found, point="logistik", province=None):
    [row] = [one for one in found["rekap/panas"] if (one["provinsi"], one["halaman"]) == (province, point)]
    assert row["merah"] + row["kuning"] + row["hijau"] + row["belum"] == row["jumlah"]
    return row["merah"], row["kuning"], row["hijau"], row["belum"]


def indicator(found, code):
    [row] = [one for one in found["bersama/angka_pokok"] if one["kode"] == code]
    return row["nilai"], row["status"]


def test_where_nobody_reported_nothing_is_counted_and_nothing_is_green(told):
    found = told()
    assert counts(found) == (0, 0, 0, ALL)
    assert {row["status"] for row in found["bersama/angka_pokok"]} == {"belum_dilaporkan"}
    assert {row["status"] for row in found["bersama/status_agenda"]} == {"belum_dilaporkan"}
    [said] = found["rekap/kalimat"]
    assert said["kalimat"] == "Belum satu pun dari 545 daerah melapor."
    assert not found["rekap/terberat"] and not found["rekap/sama"] and not found["rekap/angka"]
    assert all(row["nilai_rp"] is None and row["belum"] == row["semua"] for row in found["hibah/penerima"][:4])


def test_one_region_of_each_state_is_counted_where_it_belongs(told):
    told.send(AKASIA, number("a", "logistik", "merah"), number("b", "logistik", "hijau"))
    told.send(KOTA, number("a", "logistik", "kuning"), number("b", "logistik", "hijau"))
    told.send(OTHER, number("a", "logistik", "hijau"), number("b", "logistik", "hijau"))
    found = told()
    assert counts(found) == (1, 1, 1, ALL - 3)
    assert counts(found, province="Akasia") == (1, 1, 0, 19) and counts(found, province="Anggrek") == (0, 0, 1, 30)
    assert indicator(found, "logistik_kritis") == (1, "kuning"), "green would be none, with all of them there"
    assert indicator(found, "logistik_belum") == (ALL - 3, "merah")
    assert indicator(found, "logistik_aman") == (1, "kuning")
    assert found["rekap/kalimat"][0]["kalimat"] == "Logistik kritis di 1 dari 3 daerah yang melapor; 542 belum melapor."
    assert [row["daerah"] for row in found["rekap/terberat"]] == [ministry.NAMES[AKASIA]]
    [same] = found["rekap/sama"]
    assert same["kalimat"] == "Hanya satu daerah kritis, jadi tidak ada kesamaan yang disebut."
    for point in POINTS:
        for state in STATES:
            value, _ = indicator(found, f"{point}_{state}")
            rows = found[f"rincian/{point}_{state}"]
            against = [row["hal"] for row in rows if row["memberatkan"]]
            assert len(rows) == ALL and len(against) == (value or 0), (point, state)
            assert sum(row["memberatkan"] is None for row in rows) == (
                0 if state == "belum" else counts(found, point)[3]
            )
    [red], [yellow] = (
        [row for row in found[f"rincian/logistik_{state}"] if row["memberatkan"]] for state in STATES[:2]
    )
    assert (red["hal"], red["keterangan"]) == (ministry.NAMES[AKASIA], "Akasia; A")
    assert (yellow["hal"], yellow["keterangan"]) == (ministry.NAMES[KOTA], "Akasia; A")


@pytest.mark.parametrize(
    ("statuses", "state"),
    [
        (["hijau"], 2),
        (["hijau", "belum_waktunya", "selesai_dinilai"], 2),
        (["hijau", "belum_dilaporkan"], 1),
        (["hijau", "tanpa_penilaian"], 1),
        (["belum_dilaporkan"], 1),
        (["belum_dilaporkan", "merah"], 0),
        (["kuning", "merah", "hijau"], 0),
        (["belum_waktunya"], 3),
        ([], 3),
    ],
    ids=lambda value: "+".join(value) if isinstance(value, list) and value else str(value),
)
def test_the_state_of_a_region_is_the_worst_of_its_numbers(told, statuses, state):
    told.send(AKASIA, *(number(f"a{turn}", "logistik", status) for turn, status in enumerate(statuses)),
              number("x", "risiko", "hijau"))  # fmt: skip
    expected = [0, 0, 0, ALL - 1]
    expected[state] += 1
    assert counts(told()) == tuple(expected)


def test_a_point_that_a_region_did_not_send_is_not_reported_there_alone(told):
    told.send(AKASIA, number("a", "risiko", "merah"))
    found = told()
    assert counts(found, "risiko") == (1, 0, 0, ALL - 1) and counts(found, "logistik") == (0, 0, 0, ALL)


def test_a_correction_takes_the_place_of_what_was_sent_before(told):
    told.send(AKASIA, number("a", "logistik", "merah"))
    told.send(AKASIA, number("a", "logistik", "hijau"), name=f"{ministry.MET}-2", dibekukan=dt.datetime(2024, 11, 4, 2),
              came=dt.datetime(2024, 11, 4, 2, 5))  # fmt: skip
    found = told()
    assert counts(found) == (0, 0, 1, ALL - 1)
    assert indicator(found, "daerah_koreksi")[0] == 1
    [row] = found["pelaporan/aturan_lain"]
    assert (row["daerah"], row["kiriman_ke"]) == (ministry.NAMES[AKASIA], 2)


def test_what_was_refused_counts_nowhere_and_is_told_with_what_to_do(told):
    told.send(AKASIA, number("a", "logistik", "hijau"))
    told.send(KOTA, number("a", "logistik", "merah"), skema=2)
    found = told()
    assert counts(found) == (0, 0, 1, ALL - 1)
    [row] = found["pelaporan/ditolak"]
    assert ministry.NAMES[KOTA] in row["alasan"] and row["saran"]
    assert indicator(found, "kiriman_ditolak") == (1, "kuning")


@pytest.mark.parametrize(("came", "early"), [((2, 0), True), ((2, 0, 1), False), ((1, 59, 59), True)])
def test_on_time_is_until_the_hour_by_the_clock_of_the_store(told, came, early):
    told.send(AKASIA, number("a", "logistik", "hijau"), came=dt.datetime(2024, 11, 4, *came))
    found = told()
    assert indicator(found, "daerah_tepat_waktu_persen")[0] == (100 if early else 0)
    [said] = found["rekap/kalimat"]
    assert (said["melapor"], said["tepat_waktu"], said["belum"]) == (1, int(early), ALL - 1)


@pytest.mark.parametrize(("red", "status"), [(0, "hijau"), (1, "kuning"), (54, "kuning"), (55, "merah")])
def test_with_all_there_the_bounds_of_critical_regions_decide(told, red, status):
    for turn, code in enumerate(ministry.NAMES):
        told.send(code, number("a", "logistik", "merah" if turn < red else "hijau"))
    found = told()
    assert counts(found) == (red, 0, ALL - red, 0)
    assert indicator(found, "logistik_kritis") == (red, status)
    assert indicator(found, "daerah_melapor_persen") == (100, "hijau")
    assert indicator(found, "logistik_belum") == (0, "hijau")


def test_what_the_worst_have_in_common_is_what_most_of_them_show(told):
    for turn, code in enumerate(REST[:6]):
        told.send(code, number("bersama", "logistik", "merah" if turn < 3 else "hijau"),
                  number("sendiri", "logistik", "merah" if turn in (3, 4) else "hijau"))  # fmt: skip
    found = told()
    assert [row["ke"] for row in found["rekap/terberat"]] == [1, 2, 3, 4, 5]
    assert found["rekap/sama"][0]["kalimat"] == "Yang sama: tiga dari lima merah pada Bersama."
    [row] = [one for one in found["rekap/angka"] if one["kode"] == "bersama"]
    assert (row["merah"], row["hijau"], row["melapor"], row["semua"]) == (3, 3, 6, ALL)
    assert len([one for one in found["rekap/angka_merah"] if one["kode"] == "bersama"]) == 3


def test_grants_are_counted_by_recipient_with_their_rupiah_and_their_plans(told):
    day = dt.date(2024, 11, 4)
    told.send(AKASIA, grants=[grant("kpu", "penuh", 1_000, 1_000, back=0), grant("bawaslu", "belum_naskah"),
                              grant("kodim", "tahap_1", 100, 40, day + dt.timedelta(4)),
                              grant("polres", "sebagian", 100, 39, day + dt.timedelta(5))])  # fmt: skip
    told.send(KOTA, grants=[grant("kpu", "belum_cair", 500, 0, day + dt.timedelta(11), back=7),
                            grant("bawaslu", "tahap_1", 300, 200, day + dt.timedelta(12)),
                            grant("kodim", "lebih", 10, 20), grant("polres", "belum_dilaporkan")])  # fmt: skip
    kpu, bawaslu, army, police, total = told()["hibah/penerima"]

    def groups(row):
        return [row[key] for key in ("tanpa_naskah", "bawah", "tengah", "penuh", "tak_jelas", "belum")]

    assert groups(kpu) == [0, 1, 0, 1, 0, ALL - 2] and groups(bawaslu) == [1, 0, 1, 0, 0, ALL - 2]
    assert groups(army) == [0, 0, 1, 0, 1, ALL - 2] and groups(police) == [0, 1, 0, 0, 0, ALL - 1]
    assert [row["dinilai"] for row in (kpu, bawaslu, army, police)] == [True, True, False, False]
    assert (kpu["nilai_rp"], kpu["dibayar_rp"], kpu["diketahui"]) == (1_500, 1_000, 2)
    assert (bawaslu["nilai_rp"], bawaslu["diketahui"]) == (300, 1)
    assert (total["nilai_rp"], total["dibayar_rp"]) == (2_010, 1_299)
    plans = [
        [row[key] for key in ("dekat", "sedang", "sesudah", "tanpa_tanggal")] for row in (kpu, bawaslu, army, police)
    ]
    assert plans == [[0, 1, 0, 0], [0, 0, 1, 1], [1, 0, 0, 0], [0, 1, 0, 0]]
    assert (total["belum_kembali"], total["belum_kembali_rp"], total["kembali_diketahui"]) == (1, 7, 2)


def test_of_other_rules_those_are_told_that_most_do_not_use(told):
    for code in REST[:3]:
        told.send(code, number("a", "logistik", "hijau"))
    told.send(AKASIA, number("a", "logistik", "hijau"), aturan="aa" * 32)
    found = told()
    assert indicator(found, "daerah_aturan_lain") == (1, "kuning")
    assert [row["daerah"] for row in found["pelaporan/aturan_lain"]] == [ministry.NAMES[AKASIA]]


def test_promises_of_regions_are_counted_by_point(told):
    def promise(turn, state):
        return {"kode": f"TL-{turn}", "halaman": "logistik", "penanggung_jawab": ["kpu"], "tenggat": None,
                "keadaan": state, "dicatat": dt.date(2024, 10, 21)}  # fmt: skip

    states = ["terbuka", "lewat", "lewat", "selesai"]
    told.send(AKASIA, tables={"janji": [promise(turn, state) for turn, state in enumerate(states)]})
    found = told()
    [row] = found["pelaporan/janji"]
    assert (row["pokok"], row["terbuka"], row["lewat"], row["selesai"]) == ("Logistik", 3, 2, 1)
    assert indicator(found, "janji_daerah_lewat")[0] == 2


def test_a_region_that_did_not_report_has_no_zero_of_critical_points(told):
    told.send(AKASIA, number("a", "logistik", "hijau"))
    known = {row["kode_daerah"]: row for row in told()["rekap/daerah"]}
    assert (known[AKASIA]["melapor"], known[AKASIA]["kritis"], known[AKASIA]["ke"]) == (True, 0, 1)
    assert (known[KOTA]["melapor"], known[KOTA]["kritis"], known[KOTA]["ke"]) == (False, None, None)


@pytest.mark.parametrize("odd", [
    grant("kpu", "penuh", 22_000_000_000, 99_000_000_000_000),
    grant("kpu", "penuh", 22_000_000_000, 3_000_000_000),
    grant("kpu", "belum_cair", 22_000_000_000, 1),
    grant("kpu", "penuh", 4_000_000_000_000, 4_000_000_000_000),
    grant("kpu", "penuh", 22_000_000_000, 22_000_000_000) | {"persen_cair": 5000.0},
], ids=["more than all", "not all", "some", "too much", "percent"])  # fmt: skip
def test_a_grant_whose_figures_cannot_all_be_right_is_told_and_not_added_up(told, odd):
    told.send(AKASIA, number("a", "logistik", "hijau"), grants=[odd])
    told.send(KOTA, number("a", "logistik", "hijau"), grants=[grant("kpu", "penuh", 10_000_000_000, 10_000_000_000)])
    found = told()
    [row] = [one for one in found["hibah/penerima"] if one["nama"] == "KPU"]
    assert (row["penuh"], row["tak_jelas"]) == (1, 1)
    assert row["nilai_rp"] == row["dibayar_rp"] == 10_000_000_000
    _, state = indicator(found, "hibah_sisa_rp")
    assert state != "hijau"


def _of(met):
    """When a set of that meeting came."""
    return {"met": met, "came": dt.datetime.combine(met, dt.time(1, 5))}


@pytest.mark.parametrize(
    ("before", "now", "moved"),
    [
        ("merah merah hijau", "merah hijau", "dari lebih sedikit pelapor"),
        ("merah hijau", "merah merah hijau", "dari lebih banyak pelapor"),
        ("merah hijau hijau", "merah merah", "memburuk"),
        ("merah merah", "merah hijau hijau", "membaik"),
        ("merah merah hijau", "merah hijau hijau", "membaik"),
        ("merah hijau hijau", "merah merah hijau", "memburuk"),
    ],
)
def test_what_fewer_or_more_reporters_may_explain_is_called_neither_better_nor_worse(told, before, now, moved):
    for met, states in ((ministry.BEFORE, before), (ministry.MET, now)):
        for region, state in zip((AKASIA, KOTA, OTHER), states.split(), strict=False):
            told.send(region, number("a", "logistik", state), **_of(met))
        if met == ministry.BEFORE:
            told.meets(met)
    changed = told.changed()
    assert changed["logistik_kritis"] == (before.count("merah"), now.count("merah"), moved)
    many, then = len(now.split()), len(before.split())
    reported = {"membaik"} if many > then else {"memburuk"} if many < then else set()
    assert {changed[code][2] for code in ("logistik_belum", "daerah_melapor_persen") if code in changed} == reported


@pytest.mark.parametrize("others", [(OTHER,), (OTHER, "00.02.02")], ids=["fewer", "as many"])
def test_what_other_regions_report_is_neither_better_nor_worse(told, others):
    """Those of then are not there any more: nothing is known of whether they are well."""
    for region in (AKASIA, KOTA):
        told.send(region, number("a", "logistik", "merah"), **_of(ministry.BEFORE))
    told.meets(ministry.BEFORE)
    for region in others:
        told.send(region, number("a", "logistik", "hijau"), **_of(ministry.MET))
    assert told.changed()["logistik_kritis"] == (2, 0, "dari pelapor yang berbeda")


def test_what_one_grant_more_or_one_refusal_less_brings_is_neither_better_nor_worse(told):
    """Of grants those count that are told of, of refusals those who sent."""
    kpu = grant("kpu", "tahap_1", 1000, 400)
    for region in (AKASIA, KOTA):
        told.send(region, number("a", "logistik", "hijau"), grants=[kpu], **_of(ministry.BEFORE))
    for region in (OTHER, "00.02.02"):
        told.send(region, number("a", "logistik", "hijau"), skema=2, **_of(ministry.BEFORE))
    told.meets(ministry.BEFORE)
    told.send(AKASIA, number("a", "logistik", "hijau"), **_of(ministry.MET),
              grants=[kpu, grant("bawaslu", "penuh", 300, 300), grant("polres", "lebih", 100, 900)])  # fmt: skip
    told.send(KOTA, number("a", "logistik", "hijau"), grants=[kpu], **_of(ministry.MET))
    changed = told.changed()
    assert changed["hibah_penuh_persen"][2] == "dari lebih banyak pelapor"
    assert changed["kiriman_ditolak"] == (2, 0, "dari lebih sedikit pelapor")
    assert changed["hibah_sisa_rp"] == (1200, 400, "dari lebih banyak pelapor"), "one of them is paid more than all"
