"""Goods on their way to the TPS and C.Pemberitahuan, day by day around the vote: judged by the plan that KPU typed.

A whole city of 33 kelurahan with four TPS each. A kelurahan's line is its plan and how many TPS have their goods.
"""

import shutil

import pytest

from monev.settings import REFERENCE
from tests.city import PLACES
from tests.given import given, indicator, rows

GOODS_HEAD = (
    "kecamatan | kelurahan | tahap_distribusi | jumlah_tps_diterima | tanggal_rencana | tanggal_realisasi | kendala"
)
TPS = "\n".join(
    ["kecamatan | kelurahan | jumlah_tps | dpt_laki_laki | dpt_perempuan | keterangan"]
    + [f"{kec} | {kel} | 4 | 900 | 900 | sudah benar" for kec, kel in PLACES]
)
#: How the samples plan it: most on the 25th, the last ones on the 26th.
LAST = {kel for _, kel in PLACES[-6:]}
ALL = 4 * len(PLACES)
#: All that is asked here.
NUMBERS = ("tps_terlayani_persen", "kelurahan_prioritas")


def normal(kelurahan: str) -> str:
    return "26 Nov 2024" if kelurahan in LAST else "25 Nov 2024"


def city(tmp_path, today, received=0, plan=normal, other=(), reference=REFERENCE, numbers=NUMBERS):
    """Every kelurahan as `received` (a number, or a function of its name) and planned as `plan`; `other` gives some of
    them another line: "" is no row at all."""
    count = received if callable(received) else lambda _: received
    lines = [GOODS_HEAD]
    for kec, kel in PLACES:
        line = dict(other).get(kel, f"{count(kel)} | {plan(kel)}")
        arrived = "" if line.startswith("0") else " | 21 Nov 2024"
        if line:
            lines.append(f"{kec} | {kel} | pps_ke_tps | {line}{arrived or ' | '} | tidak_ada")
    sheets = {"kpu/pemilih_tps": TPS, "kpu/distribusi": "\n".join(lines)}
    return given(tmp_path, today, sheets, reference, numbers)


def served(snapshot) -> dict:
    return indicator(snapshot, "tps_terlayani_persen")


def asked(snapshot) -> list[tuple[str, str]]:
    return [
        (row["status"], row["uraian"])
        for row in rows(snapshot, "logistik/perlu_diputuskan")
        if "barang ke **" in row["uraian"]
    ]


def sign(snapshot, kelurahan: str) -> str:
    return snapshot.select("select logistik from prioritas where kelurahan = $k", k=kelurahan)["logistik"][0]


@pytest.mark.parametrize(
    ("today", "received", "status", "said"),
    [
        ("2024-11-23", 0, "belum_waktunya", "Dinilai mulai 24 Nov."),
        ("2024-11-24", 0, "belum_waktunya",
         "Dinilai mulai 26 Nov; barang untuk 132 TPS direncanakan tiba 25 Nov sampai 26 Nov."),
        ("2024-11-25", 0, "belum_waktunya",
         "Dinilai mulai 26 Nov; barang untuk 132 TPS direncanakan tiba 25 Nov sampai 26 Nov."),
        ("2024-11-25", lambda kel: 0 if kel in LAST else 4, "belum_waktunya",
         "Dinilai mulai 26 Nov; barang untuk 24 TPS direncanakan tiba 26 Nov."),
        ("2024-11-26", lambda kel: 0 if kel in LAST else 4, "kuning",
         "Barang belum sampai di 24 TPS; batasnya H-1, 26 November."),
        ("2024-11-26", 4, "hijau", "Barang sudah sampai di semua TPS."),
        ("2024-11-27", lambda kel: 0 if kel in LAST else 4, "merah",
         "Barang belum sampai di 24 TPS; batasnya H-1, 26 November."),
        ("2024-11-28", 0, "selesai_dinilai", "TPS terlayani 0%; selesai dinilai 27 November."),
        ("2024-11-28", 4, "selesai_dinilai", "TPS terlayani 100%; selesai dinilai 27 November."),
    ],
)  # fmt: skip
def test_a_city_that_goes_by_its_plan_is_not_critical_before_the_vote(tmp_path, today, received, status, said):
    snapshot = city(tmp_path, today, received)
    row = served(snapshot)
    assert (row["status"], row["kalimat"]) == (status, said)
    assert bool(asked(snapshot)) == (status in ("kuning", "merah"))
    marks = set(snapshot.select("select logistik from prioritas")["logistik"])
    if today < "2024-11-27":
        assert "ya" not in marks
    assert indicator(snapshot, "kelurahan_prioritas")["status"] != "merah"


@pytest.mark.parametrize(
    ("today", "plan", "status", "mark"),
    [
        # Planned for H-4: passed on each day of the judging.
        ("2024-11-23", "23 Nov 2024", "belum_waktunya", "nanti"),
        ("2024-11-24", "23 Nov 2024", "kuning", "ya"),
        # A plan has passed on the day after it.
        ("2024-11-24", "24 Nov 2024", "belum_waktunya", "nanti"),
        ("2024-11-25", "24 Nov 2024", "kuning", "ya"),
        ("2024-11-25", "25 Nov 2024", "belum_waktunya", "nanti"),
        ("2024-11-26", "25 Nov 2024", "kuning", "ya"),
        # The last lawful day: yellow, but not late yet.
        ("2024-11-25", "26 Nov 2024", "belum_waktunya", "nanti"),
        ("2024-11-26", "26 Nov 2024", "kuning", "nanti"),
        ("2024-11-27", "26 Nov 2024", "merah", "ya"),
        # Planned later than that: red from H-3 on, and late on the day of the vote.
        ("2024-11-23", "27 Nov 2024", "belum_waktunya", "nanti"),
        ("2024-11-24", "27 Nov 2024", "merah", "nanti"),
        ("2024-11-25", "28 Nov 2024", "merah", "nanti"),
        ("2024-11-26", "27 Nov 2024", "merah", "nanti"),
        ("2024-11-27", "28 Nov 2024", "merah", "ya"),
        ("2024-11-29", "30 Nov 2024", "selesai_dinilai", "selesai"),
        # Not read, blank, no row: as if planned for the last lawful day.
        ("2024-11-24", "entah", "belum_waktunya", "nanti"),
        ("2024-11-25", "entah", "belum_waktunya", "nanti"),
        ("2024-11-26", "entah", "kuning", "nanti"),
        ("2024-11-27", "entah", "merah", "ya"),
        ("2024-11-25", "", "belum_waktunya", "nanti"),
        ("2024-11-26", "", "kuning", "nanti"),
        ("2024-11-27", "", "merah", "ya"),
        ("2024-11-25", None, "belum_waktunya", "nanti"),
        ("2024-11-26", None, "kuning", "nanti"),
        ("2024-11-27", None, "merah", "ya"),
    ],
)
def test_one_kelurahan_that_waits_is_judged_by_its_own_plan(tmp_path, today, plan, status, mark):
    """All others have their goods."""
    line = "" if plan is None else f"3 | {plan}"
    snapshot = city(tmp_path, today, 4, other={"Selabatu": line}, numbers=NUMBERS[:1])
    row = served(snapshot)
    assert row["status"] == status
    assert row["nilai"] == 100 * (ALL - (4 if plan is None else 1)) / ALL
    assert sign(snapshot, "Selabatu") == mark
    if today >= "2024-11-24":
        assert sign(snapshot, "Cisarua") == ("selesai" if status == "selesai_dinilai" else "tidak")
    decided = asked(snapshot)
    assert [one for one, _ in decided] == ([status] if status in ("kuning", "merah") else [])
    if decided:
        ahead = status == "merah" and today < "2024-11-27"
        assert decided[0][1].startswith("Majukan rencana" if ahead else "Percepat barang")


def test_a_plan_for_a_city_that_has_its_goods_is_not_asked_for(tmp_path):
    """The plan is not used at 100 percent: a plan that cannot be read takes no green."""
    for day in ("2024-11-24", "2024-11-26", "2024-11-27"):
        row = served(city(tmp_path / day, day, 4, other={"Selabatu": "4 | entah"}))
        assert (row["nilai"], row["status"]) == (100, "hijau")


def test_goods_that_are_all_there_early_are_green_and_a_city_that_is_not_known_whole_waits(tmp_path):
    row = served(city(tmp_path / "a", "2024-11-22", 4, plan=lambda _: "21 Nov 2024"))
    assert (row["nilai"], row["status"]) == (100, "hijau")
    row = served(city(tmp_path / "b", "2024-11-22", 4, other={"Selabatu": "banyak | 21 Nov 2024"}))
    assert (row["nilai"], row["status"]) == (100, "belum_waktunya")
    row = served(city(tmp_path / "c", "2024-11-24", 4, other={"Selabatu": "banyak | 21 Nov 2024"}))
    assert (row["nilai"], row["status"], row["dikecualikan"]) == (100, "kuning", 1)


def test_what_is_planned_too_late_and_what_is_late_are_two_decisions(tmp_path):
    late = {"Selabatu": "1 | 24 Nov 2024", "Tipar": "0 | 27 Nov 2024", "Baros": "2 | 28 Nov 2024"}
    snapshot = city(tmp_path, "2024-11-25", other=late)
    row = served(snapshot)
    assert (row["status"], row["sebab"]) == ("merah", "6 TPS direncanakan lewat batas")
    assert row["kalimat"] == "Barang untuk 6 TPS direncanakan tiba sesudah batasnya, H-1, 26 November."
    assert asked(snapshot) == [
        ("merah", "Majukan rencana barang ke **6 TPS** di 2 kelurahan: direncanakan tiba 27 Nov sampai 28 Nov."),
        ("kuning", "Percepat barang ke **3 TPS** di 1 kelurahan."),
    ]


def test_a_plan_that_has_passed_is_told_with_its_tps(tmp_path):
    snapshot = city(tmp_path, "2024-11-25", other={"Selabatu": "1 | 24 Nov 2024"})
    row = served(snapshot)
    assert (row["status"], row["sebab"]) == ("kuning", "3 TPS lewat rencana")
    assert row["kalimat"] == "Barang belum sampai di 3 TPS yang rencananya sudah lewat; batasnya H-1, 26 November."
    assert asked(snapshot) == [("kuning", "Percepat barang ke **3 TPS** di 1 kelurahan.")]


def test_late_goods_and_one_more_risk_put_a_kelurahan_first(tmp_path):
    """The same day by day in the score, the map, the decisions and R8."""
    tension = (
        "kecamatan | kelurahan | tingkat_potensi | fkdm_aktif | personel_linmas | rencana_pencegahan\n"
        + "\n".join(
            f"{kec} | {kel} | {'sedang' if kel == 'Selabatu' else 'rendah'} | ya | 20 | patroli" for kec, kel in PLACES
        )
    )
    for day, score in (("2024-11-24", 1), ("2024-11-25", 2), ("2024-11-27", 2)):
        (tmp_path / day / "lembar" / "kesbangpol").mkdir(parents=True)
        lines = [GOODS_HEAD] + [
            f"{kec} | {kel} | pps_ke_tps | {1 if kel == 'Selabatu' else 4} | 24 Nov 2024 | 24 Nov 2024 | tidak_ada"
            for kec, kel in PLACES
        ]
        snapshot = given(tmp_path / day, day, {"kpu/pemilih_tps": TPS, "kpu/distribusi": "\n".join(lines),
                                               "kesbangpol/potensi_konflik": tension})  # fmt: skip
        [tile] = rows(snapshot, "risiko/peta", kelurahan="Selabatu")
        assert tile["jumlah"] == score
        [listed] = rows(snapshot, "risiko/prioritas", kelurahan="Selabatu")
        marks = {one["nama"]: one["keadaan"] for one in listed["tanda"]}
        assert marks["Logistik"] == ("ya" if score == 2 else "nanti")
        assert ("barang belum sampai di 3 TPS" in listed["keterangan"]) == (score == 2)
        assert [row["kunci"] for row in rows(snapshot, "rekonsiliasi/rekonsiliasi", kode="R8")] == ["Selabatu"] * (
            score - 1
        )
        assert bool([row for row in rows(snapshot, "risiko/perlu_diputuskan") if "Selabatu" in row["uraian"]]) == (
            score == 2
        )
        [kept] = [row for row in rows(snapshot, "bahan/peta_risiko") if row["kelurahan"] == "Selabatu"]
        assert kept["logistik"] == ("ya" if score == 2 else "belum waktunya")


@pytest.mark.parametrize(
    ("prone", "others", "status", "said"),
    [
        ("24 Nov 2024", "25 Nov 2024", "hijau", "tidak sesudah kelurahan lain."),
        ("26 Nov 2024", "26 Nov 2024", "hijau", "tidak sesudah kelurahan lain."),
        ("26 Nov 2024", "25 Nov 2024", "kuning", "kelurahan lain paling awal 25 November."),
        ("27 Nov 2024", "27 Nov 2024", "kuning", "sesudah batasnya 26 November."),
    ],
)
def test_a_plan_after_the_last_lawful_day_is_never_called_in_order(tmp_path, prone, others, status, said):
    lines = [GOODS_HEAD] + [
        f"{kec} | {kel} | pps_ke_tps | 0 | {prone if kel == 'Babakan' else others} | | tidak_ada" for kec, kel in PLACES
    ]
    rawan = (
        "kecamatan | kelurahan | kode_indikator | jumlah_tps_rawan | tingkat | status_mitigasi\n"
        "Cibeureum | Babakan | 7.3 | 3 | sedang | belum"
    )
    sheets = {"kpu/pemilih_tps": TPS, "kpu/distribusi": "\n".join(lines), "bawaslu/tps_rawan": rawan}
    [row] = rows(given(tmp_path, "2024-11-20", sheets), "rekonsiliasi/rekonsiliasi", kode="R9")
    assert row["status"] == status and row["kalimat"].endswith(said)


def test_the_days_come_from_reference_and_move_with_the_vote(tmp_path):
    moved = shutil.copytree(REFERENCE, tmp_path / "rujukan")
    for name, old, new in (
        ("daerah.toml", "2024-11-27", "2024-12-11"),
        ("aturan.csv", "mulai_dinilai_h,3", "mulai_dinilai_h,5"),
        ("aturan.csv", "batas_barang_h,1", "batas_barang_h,2"),
    ):
        path = moved / name
        path.write_text(path.read_text("utf-8").replace(old, new), "utf-8")
    found = {
        day: served(city(tmp_path / day, f"2024-12-{day}", plan=lambda _: "9 Des 2024", reference=moved))["status"]
        for day in ("05", "06", "08", "09", "10", "11")
    }
    assert found == {"05": "belum_waktunya", "06": "belum_waktunya", "08": "belum_waktunya", "09": "kuning",
                     "10": "kuning", "11": "merah"}  # fmt: skip
    late = city(tmp_path / "b", "2024-12-06", plan=lambda _: "10 Des 2024", reference=moved)
    assert served(late)["status"] == "merah"
