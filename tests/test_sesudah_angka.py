"""After the vote: turnout, invalid votes, recapitulation, repeated votes, disputes: exact numbers on both sides of each
border and of the day, and what becomes of them where something is not known."""

import pytest

from monev.words.indicator import split
from tests.city import PLACES, voters
from tests.given import given, indicator, rows

H, AFTER, JANUARY = "2024-11-27", "2024-11-28", "2025-01-10"
TURNOUT = (
    "pemilih_dpt", "pemilih_dptb", "pemilih_dpk", "pengguna_laki_laki", "pengguna_perempuan", "suara_sah", "suara_tidak_sah",
)  # fmt: skip
#: 1.000 voters in each of the 33 kelurahan: of them 800 voted, 20 of these not validly.
EACH = dict(zip(TURNOUT, (1000, "", "", 400, 400, 780, 20), strict=True))
NEW = (
    ("partisipasi", "partisipasi_persen"),
    ("partisipasi", "suara_tidak_sah_persen"),
    ("partisipasi", "rekap_terlambat"),
    ("logistik", "psu_belum_selesai"),
    ("risiko", "sengketa_berjalan"),
)

#: Shown from the same day on, before it only that it is not due yet; tested in tests/test_pengembalian.py.
RETURNED = (("logistik", "sisa_hibah_belum_kembali_rp"), ("logistik", "laporan_penggunaan_belum_masuk"))


def turnout(changed=None, without=(), **cells):
    """The tab partisipasi with EACH in every kelurahan; `cells` are others in all, `changed` others in one."""
    lines = [" | ".join(["kecamatan", "kelurahan", *TURNOUT])]
    for kecamatan, kelurahan in PLACES:
        if kelurahan not in without:
            own = EACH | cells | (changed or {}).get(kelurahan, {})
            lines.append(" | ".join([kecamatan, kelurahan, *(str(own[name]) for name in TURNOUT)]))
    return {"kpu/partisipasi": "\n".join(lines)}


def recap(*lines, sheet=True):
    """Every kecamatan and the city done on 30 November as planned, but for those of `lines`."""
    named = {line.split("|")[1].strip() for line in lines}
    places = [("kecamatan", name) for name in dict.fromkeys(name for name, _ in PLACES)] + [("kota", "Se-Kota")]
    done = [f"{level} | {name} | 2024-11-30 | 2024-11-30" for level, name in places if name not in named]
    head = "tingkat | kecamatan | tanggal_rencana | tanggal_selesai"
    return {"kpu/rekapitulasi": "\n".join([head, *done, *lines])} if sheet else [head, *done, *lines]


def again(*lines):
    head = "kecamatan | kelurahan | nomor_tps | jenis | alasan | tanggal_rencana | tanggal_selesai | sumber_dana"
    return {"kpu/psu": "\n".join([head, *lines])}


def disputes(*lines):
    return {
        "bawaslu/sengketa": "\n".join(["nomor_perkara | lembaga | tanggal_daftar | tahap | tanggal_putusan", *lines])
    }


def found(snapshot, tab):
    """What is to be mended in a tab of after the vote."""
    return [row for row in rows(snapshot, "mutu_data/temuan", tab=tab) if row["bobot"] != "info"]


# --- when ---


@pytest.fixture(scope="module")
def without_them(tmp_path_factory):
    """Day -> a city that has sent something else."""
    goods = {"kpu/pemilih_tps": voters(), "bawaslu/penanganan": "id_penanganan | sumber\nBWS-1 | temuan"}
    codes = [code for _, code in NEW]
    return {day: given(tmp_path_factory.mktemp("tanpa"), day, goods, numbers=codes) for day in ("2024-11-04", H, AFTER)}


@pytest.mark.parametrize(("page", "code"), NEW)
def test_before_the_day_after_the_vote_nothing_is_due_and_then_it_is_missed(without_them, page, code):
    for day, status in (("2024-11-04", "belum_waktunya"), (H, "belum_waktunya"), (AFTER, "belum_dilaporkan")):
        [row] = rows(without_them[day], f"{page}/angka_pokok", kode=code)
        assert (row["nilai"], row["status"]) == (None, status), day
    assert row["kalimat"].startswith(f"{row['indikator']} belum dapat dihitung; menunggu isi ")


def test_what_is_not_due_changes_nothing_that_was_there_before(tmp_path):
    snapshot = given(tmp_path, H, {"kpu/pemilih_tps": voters()})
    for page in ("logistik", "risiko", "partisipasi"):
        numbers = rows(snapshot, f"{page}/angka_pokok")
        early = [row for row in numbers if row["nanti"]]
        assert {row["kode"] for row in early} == {code for at, code in (*NEW, *RETURNED) if at == page}
        [point] = rows(snapshot, "bersama/status_agenda", halaman=page)
        assert len(point["tanda"]) + len(early) == len(numbers)
        shown, left = split(numbers, 50)
        assert [row["kode"] for row in left] == [row["kode"] for row in early] and len(shown) + len(left) == len(
            numbers
        )
    optional = {"partisipasi", "rekapitulasi", "psu", "sengketa"}
    assert not optional & {row["tab"] for row in rows(snapshot, "mutu_data/temuan")}
    assert not optional & {row["judul"].lower() for row in rows(snapshot, "mutu_data/cakupan_tab")}
    assert [(row["tab_ada"], row["tab"]) for row in rows(snapshot, "ringkasan/instansi", instansi="kpu")] == [(1, 5)]


def test_what_is_sent_early_is_shown_and_not_judged(tmp_path):
    row = indicator(given(tmp_path, H, turnout()), "partisipasi_persen")
    assert (row["status"], row["nilai"], row["nanti"]) == ("belum_waktunya", 80, False)
    assert row["kalimat"] == "Partisipasi mulai dinilai 28 November."


# --- turnout ---


@pytest.mark.parametrize(
    ("one", "all_", "value", "status", "reason"),
    [
        (400, 400, 80, "hijau", None),
        (399, 400, 100 * 26399 / 33000, "kuning", "sasaran 80 persen"),
        (375, 375, 75, "kuning", "sasaran 80 persen"),
        (374, 375, 100 * 24749 / 33000, "merah", "sasaran 80 persen"),
    ],
)
def test_turnout_is_judged_by_the_target_of_the_city_and_five_below_it(tmp_path, one, all_, value, status, reason):
    of = {"pengguna_laki_laki": all_, "pengguna_perempuan": all_, "suara_sah": 2 * all_ - 20}
    first = {"Selabatu": {"pengguna_laki_laki": one, "suara_sah": one + all_ - 20}}
    row = indicator(given(tmp_path, JANUARY, turnout(first, **of)), "partisipasi_persen")
    assert (row["nilai"], row["status"], row["sebab"]) == (pytest.approx(value), status, reason)
    assert row["landasan"].endswith(" dari 33.000 pemilih") and (row["terhitung"], row["dikecualikan"]) == (33, 0)
    assert "DPT + DPTb + DPK" in row["dasar"] and "usulan, menunggu persetujuan Sekda" in row["dasar"]
    assert ("sasarannya 80 persen" in row["kalimat"]) == (status != "hijau")


def test_dptb_and_dpk_are_voters_too_and_blank_ones_are_none(tmp_path):
    more = indicator(given(tmp_path, JANUARY, turnout(pemilih_dptb=50, pemilih_dpk=200)), "partisipasi_persen")
    assert (more["nilai"], more["landasan"]) == (64, "26.400 dari 41.250 pemilih")


@pytest.mark.parametrize(
    "cell", ["pemilih_dpt", "pemilih_dptb", "pemilih_dpk", "pengguna_laki_laki", "pengguna_perempuan"]
)
def test_a_kelurahan_with_an_unread_cell_is_left_out_and_nothing_is_green(tmp_path, cell):
    row = indicator(given(tmp_path, JANUARY, turnout({"Selabatu": {cell: "entah"}})), "partisipasi_persen")
    assert (row["nilai"], row["status"], row["landasan"]) == (80, "kuning", "32 dari 33 kelurahan")
    assert (row["terhitung"], row["dikecualikan"]) == (32, 1)
    assert row["kalimat"] == "Partisipasi 80,0% di 32 dari 33 kelurahan; 1 baris belum ikut dihitung."


def test_a_bad_cell_that_turnout_does_not_use_takes_nothing_from_it(tmp_path):
    snapshot = given(tmp_path, JANUARY, turnout({"Selabatu": {"suara_tidak_sah": "entah"}}))
    assert indicator(snapshot, "partisipasi_persen")["landasan"] == "26.400 dari 33.000 pemilih"
    row = indicator(snapshot, "suara_tidak_sah_persen")
    assert (row["nilai"], row["status"], row["landasan"]) == (2.5, "kuning", "32 dari 33 kelurahan")


def test_a_city_of_which_a_kelurahan_is_missing_says_so_and_is_not_green(tmp_path):
    snapshot = given(tmp_path, JANUARY, turnout(without=("Selabatu", "Baros")))
    row = indicator(snapshot, "partisipasi_persen")
    assert (row["nilai"], row["status"], row["landasan"]) == (80, "kuning", "31 dari 33 kelurahan")
    assert row["kalimat"] == "Partisipasi 80,0% di 31 dari 33 kelurahan; datanya belum lengkap."
    [told] = found(snapshot, "partisipasi")
    assert told["alasan"].startswith("2 kelurahan belum ada barisnya: ")
    assert indicator(snapshot, "suara_tidak_sah_persen")["status"] == "kuning"


def test_the_same_kelurahan_twice_is_held_out(tmp_path):
    twice = turnout()
    twice["kpu/partisipasi"] += "\nCikole | Selabatu | 1000 | | | 500 | 400 | 880 | 20"
    row = indicator(given(tmp_path, JANUARY, twice), "partisipasi_persen")
    assert (row["status"], row["dikecualikan"], row["landasan"]) == ("kuning", 2, "32 dari 33 kelurahan")


@pytest.mark.parametrize(
    "cells",
    [
        dict.fromkeys(TURNOUT, "entah"),
        {"pemilih_dpt": 0, "pengguna_laki_laki": 0, "pengguna_perempuan": 0, "suara_sah": 0, "suara_tidak_sah": 0},
    ],
    ids=["nothing read", "no voters"],
)
def test_without_any_voter_that_is_known_there_is_no_turnout(tmp_path, cells):
    snapshot = given(tmp_path, JANUARY, turnout(**cells))
    for code in ("partisipasi_persen", "suara_tidak_sah_persen"):
        row = indicator(snapshot, code)
        assert (row["nilai"], row["status"]) == (None, "belum_dilaporkan")
    assert rows(snapshot, "partisipasi/terendah") == []
    assert {row["tingkat"] for row in rows(snapshot, "partisipasi/peta_hasil")} == {None}


@pytest.mark.parametrize(
    ("users", "told", "sure", "counted"),
    [(1000, False, False, 33), (1001, True, False, 33), (1025, True, False, 33), (1026, True, True, 32)],
)
def test_more_users_than_voters_are_asked_about_and_more_than_ballots_are_not_counted(
    tmp_path, users, told, sure, counted
):
    first = {"pengguna_laki_laki": users - 500, "pengguna_perempuan": 500, "suara_sah": users - 20}
    snapshot = given(tmp_path, JANUARY, turnout({"Selabatu": first}))
    findings = found(snapshot, "partisipasi")
    assert [row["kolom"] for row in findings] == ["pengguna_laki_laki"] * told
    if told:
        assert (findings[0]["konfirmasi"] is None) == sure
        assert ("surat suara beserta cadangannya 1.025" in findings[0]["alasan"]) == sure
    row = indicator(snapshot, "partisipasi_persen")
    assert row["status"] == ("kuning" if told else "hijau")
    assert row["landasan"].endswith("dari 33 kelurahan" if counted < 33 else "dari 33.000 pemilih")
    [place] = rows(snapshot, "partisipasi/peta_hasil", kelurahan="Selabatu")
    assert (place["tingkat"] is None) == sure


# --- votes that are not valid ---


@pytest.mark.parametrize(
    ("one", "all_", "status"), [(24, 24, "hijau"), (25, 24, "kuning"), (48, 48, "kuning"), (49, 48, "merah")]
)
def test_the_share_of_invalid_votes_is_judged_at_three_and_six_percent(tmp_path, one, all_, status):
    first = {"Selabatu": {"suara_sah": 800 - one, "suara_tidak_sah": one}}
    sheets = turnout(first, suara_sah=800 - all_, suara_tidak_sah=all_)
    row = indicator(given(tmp_path, JANUARY, sheets), "suara_tidak_sah_persen")
    assert (row["nilai"], row["status"]) == (pytest.approx(100 * (32 * all_ + one) / 26400), status)


def test_no_invalid_vote_at_all_is_said_in_words(tmp_path):
    row = indicator(given(tmp_path, JANUARY, turnout(suara_sah=800, suara_tidak_sah=0)), "suara_tidak_sah_persen")
    assert (row["nilai"], row["status"], row["kalimat"]) == (0, "hijau", "Tidak ada suara tidak sah.")


def test_valid_and_invalid_votes_are_as_many_as_the_users(tmp_path):
    snapshot = given(tmp_path, JANUARY, turnout({"Selabatu": {"suara_sah": 779}}))
    [told] = found(snapshot, "partisipasi")
    assert told["alasan"] == "Suara sah dan tidak sah di Selabatu berjumlah 799, padahal pengguna hak pilih 800."
    assert told["konfirmasi"] is None, "nobody can say that this is right"
    assert indicator(snapshot, "partisipasi_persen")["status"] == "kuning"
    assert indicator(snapshot, "suara_tidak_sah_persen")["status"] == "kuning"


def test_the_dpt_is_that_of_the_tab_of_voters(tmp_path):
    listed = [line.split(" | ") for line in voters().splitlines()[1:]]
    dpt = {place: {"pemilih_dpt": int(men) + int(women)} for _, place, _, men, women in listed}
    of = {"pengguna_laki_laki": 200, "pengguna_perempuan": 200, "suara_sah": 390, "suara_tidak_sah": 10}

    def told(folder):
        sheets = turnout(dpt, **of) | {"kpu/pemilih_tps": voters()}
        return [row["alasan"] for row in found(given(folder, JANUARY, sheets), "partisipasi")]

    assert told(tmp_path / "a") == []
    dpt["Selabatu"] = {"pemilih_dpt": 472}
    assert told(tmp_path / "b") == ["DPT Selabatu di tab ini 472, di tab Pemilih TPS 471."]


# --- the page ---


def test_the_map_takes_the_place_of_the_one_of_outreach_on_the_day_after_the_vote(tmp_path):
    changed = {
        "Selabatu": {"pengguna_laki_laki": 399, "suara_sah": 779},
        "Baros": {"pengguna_laki_laki": 349, "suara_sah": 729},
    }
    assert rows(given(tmp_path / "a", H, turnout(changed)), "partisipasi/peta_hasil") == []
    snapshot = given(tmp_path / "b", AFTER, turnout(changed, without=("Cikole",)))
    places = {row["kelurahan"]: row for row in rows(snapshot, "partisipasi/peta_hasil")}
    assert len(places) == 33 and places["Tipar"]["tingkat"] == 0 and places["Tipar"]["label"] == "80"
    assert [places[name]["tingkat"] for name in ("Selabatu", "Baros")] == [1, 2]
    assert [places[name]["label"] for name in ("Selabatu", "Baros")] == ["79", "74"], "79,9 is not 80"
    assert (places["Cikole"]["tingkat"], places["Cikole"]["label"]) == (None, None)
    assert places["Cikole"]["keterangan"] == "belum dilaporkan"
    assert places["Baros"]["keterangan"] == "74,9%, 749 dari 1.000 pemilih"
    first = places["Tipar"]
    assert (first["arti_rendah"], first["arti_sedang"]) == ("di bawah 75,0%", "75,0% sampai di bawah 80,0%")
    assert (first["arti_tinggi"], first["dulu"], first["sasaran"]) == ("80,0% atau lebih", "2018: 76,4%", 80)


def test_the_ten_lowest_come_in_their_order(tmp_path):
    names = [kelurahan for _, kelurahan in PLACES[:12]]
    low = {name: {"pengguna_laki_laki": 300 - n, "suara_sah": 680 - n} for n, name in enumerate(names)}
    lowest = rows(given(tmp_path, AFTER, turnout(low)), "partisipasi/terendah")
    assert [row["label"] for row in lowest] == names[:1:-1]
    assert lowest[0] == {
        "label": names[11], "nilai": pytest.approx(68.9), "teks": "68,9%",
        "rincian": f"Kec. {PLACES[11][0]}, 689 dari 1.000", "rincian_pendek": "689 dari 1.000",
    }  # fmt: skip


def test_the_vote_before_stands_beside_it_each_with_what_it_is_divided_by(tmp_path):
    def beside(folder, day, sheets):
        answer = rows(given(folder, day, sheets), "partisipasi/partisipasi_sebelumnya")
        return [(row["label"], row["teks"], row["keterangan"]) for row in answer]

    aims = beside(tmp_path / "a", H, turnout(pemilih_dpk=250))
    assert [label for label, _, _ in aims] == ["Partisipasi 2018", "Target Kota Sukabumi", "Target nasional"]
    after = beside(tmp_path / "b", AFTER, turnout(pemilih_dpk=250, without=("Tipar",)))
    assert after[2:] == aims
    assert after[0] == ("Partisipasi 2024", "64,0%", "pengguna hak pilih dibagi DPT + DPTb + DPK; 32 kelurahan")
    assert after[1][:2] == ("Partisipasi 2024 dibagi DPT", "80,0%")
    assert beside(tmp_path / "c", AFTER, {"kpu/pemilih_tps": voters()}) == aims


def test_too_low_a_turnout_is_to_be_talked_about_and_one_that_is_only_incomplete_is_not(tmp_path):
    def asked(folder, sheets):
        answer = rows(given(folder, JANUARY, sheets), "bersama/perlu_diputuskan", halaman="partisipasi")
        return [row["uraian"] for row in answer if "partisipasi" in row["uraian"]]

    low = {"Tipar": {"pengguna_laki_laki": 200, "suara_sah": 580}}
    assert asked(tmp_path / "a", turnout(low)) == [
        "Bahas sebab partisipasi **79,4%**, sasarannya 80 persen; terendah di Tipar, Babakan, dan Baros."
    ]
    assert asked(tmp_path / "b", turnout(without=("Tipar",))) == []


# --- recapitulation ---


@pytest.mark.parametrize(
    ("line", "late"),
    [
        ("kecamatan | Cikole | 2024-12-01 |", 0),  # planned for today
        ("kecamatan | Cikole | 2024-11-30 |", 1),
        ("kecamatan | Cikole | 2024-11-30 | 2024-11-30", 0),
        ("kecamatan | Cikole | 2024-11-30 | 2024-12-01", 1),  # done, and later than planned
        ("kecamatan | Cikole | 2024-12-05 | 2024-11-29", 0),
        ("kecamatan | Cikole | 2024-11-29 | 2024-12-02", 1),  # a day that is yet to come is not done
        ("kecamatan | Cikole | 2024-12-02 | 2024-12-02", 0),
    ],
)
def test_a_recapitulation_is_late_when_its_plan_has_passed_or_was_missed(tmp_path, line, late):
    row = indicator(given(tmp_path, "2024-12-01", recap(line)), "rekap_terlambat")
    assert row["nilai"] == late
    assert row["kalimat"].startswith("Rekapitulasi Cikole" if late else "Tidak ada rekapitulasi yang terlambat")


@pytest.mark.parametrize(
    ("late", "status", "said"),
    [
        (0, "hijau", "Tidak ada rekapitulasi yang terlambat."),
        (1, "kuning", "Rekapitulasi Baros terlambat dari rencana."),
        (2, "kuning", "Rekapitulasi Baros dan Cibeureum terlambat dari rencana."),
        (3, "merah", "Tiga rekapitulasi terlambat dari rencana, antara lain Baros."),
    ],
)
def test_late_recapitulations_are_judged_by_how_many_they_are(tmp_path, late, status, said):
    places = ("Baros", "Cibeureum", "Cikole")[:late]
    row = indicator(
        given(tmp_path, "2024-12-03", recap(*(f"kecamatan | {name} | 2024-12-01 | 2024-12-02" for name in places))),
        "rekap_terlambat",
    )
    assert (row["nilai"], row["status"], row["kalimat"], row["landasan"]) == (late, status, said, "8 dari 8 selesai")


def test_a_recapitulation_that_nobody_listed_or_read_keeps_it_from_green(tmp_path):
    sheets = recap("kecamatan | Baros | entah | 2024-11-30")
    row = indicator(given(tmp_path / "a", JANUARY, sheets), "rekap_terlambat")
    assert (row["nilai"], row["status"], row["dikecualikan"], row["landasan"]) == (0, "kuning", 1, "7 dari 8 selesai")
    sheets = {"kpu/rekapitulasi": "\n".join(recap(sheet=False)[:-1])}
    row = indicator(given(tmp_path / "b", JANUARY, sheets), "rekap_terlambat")
    assert (row["nilai"], row["status"], row["dikecualikan"], row["landasan"]) == (0, "kuning", 0, "7 dari 8 selesai")


def test_a_recapitulation_is_not_done_before_the_vote_and_names_the_place_of_its_level(tmp_path):
    lines = (
        "kecamatan | Cikole | 2024-11-30 | 2024-11-26", "kecamatan | Baros | 2024-11-27 | 2024-11-27",
        "kecamatan | Citamiang | 2024-11-26 | 2024-11-30", "kota | Warudoyong | 2024-12-04 | 2024-12-04",
        "kecamatan | Se-Kota | 2024-12-04 | 2024-12-04",
    )  # fmt: skip
    told = {row["alasan"] for row in found(given(tmp_path, JANUARY, recap(*lines)), "rekapitulasi")}
    assert told == {
        "Tanggal Selesai 26 Nov 2024 lebih awal daripada pemungutan suara, 27 Nov 2024.",
        "Tanggal Rencana 26 Nov 2024 lebih awal daripada pemungutan suara, 27 Nov 2024.",
        "Rekapitulasi tingkat kota tertulis di Warudoyong.",
        "Rekapitulasi tingkat kecamatan tertulis se-Kota.",
    }


def test_what_is_late_and_not_done_is_to_be_finished(tmp_path):
    lines = ("kecamatan | Baros | 2024-11-30 |", "kecamatan | Cikole | 2024-11-29 | 2024-12-02")
    answer = rows(given(tmp_path, "2024-12-03", recap(*lines)), "bersama/perlu_diputuskan", halaman="partisipasi")
    [asked] = [row for row in answer if "rekapitulasi" in row["uraian"]]
    assert asked["uraian"] == "Selesaikan **rekapitulasi Baros**: rencananya sudah lewat."
    assert (asked["pemilik"], asked["tenggat"], asked["status"]) == ("KPU", "usul tenggat 5 Des", "kuning")


# --- repeated votes ---


@pytest.mark.parametrize(
    ("lines", "value", "status", "said"),
    [
        (["nihil"], 0, "hijau", "Tidak ada PSU yang belum selesai."),
        (["2024-12-01 | 2024-12-01"], 0, "hijau", "Tidak ada PSU yang belum selesai."),
        (["2024-12-02 |"], 1, "kuning", "PSU TPS 1 Selabatu belum selesai."),
        (["2024-12-02 | 2024-12-03"], 1, "kuning", "PSU TPS 1 Selabatu belum selesai."),
        (["2024-12-01 |"], 1, "merah", "PSU TPS 1 Selabatu belum selesai, lewat rencananya."),
        (["2024-12-03 |", "2024-12-02 |"], 2, "kuning", "Dua TPS belum selesai diulang; antara lain TPS 2 Selabatu."),
        (["2024-12-03 |", "2024-12-01 |", "2024-11-30 | 2024-11-30"], 2, "merah",
         "Dua TPS belum selesai diulang, satu lewat rencana; antara lain TPS 2 Selabatu."),
    ],
)  # fmt: skip
def test_what_is_voted_on_again_is_judged_by_its_plan(tmp_path, lines, value, status, said):
    typed = [
        "nihil" if line == "nihil" else f"Cikole | Selabatu | {n} | PSU | Keliru | {line} | addendum"
        for n, line in enumerate(lines, start=1)
    ]
    row = indicator(given(tmp_path, "2024-12-02", again(*typed)), "psu_belum_selesai")
    assert (row["nilai"], row["status"], row["kalimat"]) == (value, status, said)


def test_a_repeated_vote_whose_day_cannot_be_read_is_held_out(tmp_path):
    lines = (
        "Cikole | Selabatu | 1 | PSU | Keliru | entah | | addendum",
        "Cikole | Selabatu | 2 | PSU | Keliru | 2024-12-01 | 2024-12-01 | addendum",
    )
    row = indicator(given(tmp_path, JANUARY, again(*lines)), "psu_belum_selesai")
    assert (row["nilai"], row["status"], row["dikecualikan"], row["landasan"]) == (0, "kuning", 1, "dari 1 TPS")
    row = indicator(given(tmp_path / "b", JANUARY, again(lines[0])), "psu_belum_selesai")
    assert (row["nilai"], row["status"]) == (None, "belum_dilaporkan")


def test_a_repeated_vote_is_in_a_tps_that_there_is_and_not_before_the_vote(tmp_path):
    def told(folder, number, planned, done):
        line = f"Cikole | Selabatu | {number} | hitung ulang | Keliru | {planned} | {done} | hibah"
        sheets = again(line) | {"kpu/pemilih_tps": voters()}
        return [row["alasan"] for row in found(given(folder, JANUARY, sheets), "psu")]

    assert told(tmp_path / "a", 1, "2024-11-27", "2024-11-27") == []
    assert told(tmp_path / "b", 2, "2024-12-01", "2024-12-01") == [
        "TPS nomor 2 tidak ada di Selabatu, yang punya 1 TPS menurut tab Pemilih TPS."
    ]
    assert told(tmp_path / "c", 1, "2024-12-01", "2024-11-26") == [
        "Tanggal Selesai 26 Nov 2024 lebih awal daripada pemungutan suara, 27 Nov 2024."
    ]


def test_what_is_voted_on_again_is_to_be_finished_and_says_who_pays(tmp_path):
    lines = (
        "Cikole | Selabatu | 3 | PSU | Keliru | 2024-11-30 | | addendum",
        "Cikole | Selabatu | 1 | PSSU | Banjir | 2024-12-02 | | APBD lain",
    )
    answer = rows(given(tmp_path, "2024-12-02", again(*lines)), "bersama/perlu_diputuskan", halaman="logistik")
    assert [(row["uraian"], row["status"], row["tenggat"]) for row in answer] == [
        ("Tuntaskan **PSU TPS 3 Selabatu**, lewat rencana 2 hari; sumber dana: Addendum.", "merah", "rencana 30 Nov"),
        ("Tuntaskan **PSSU TPS 1 Selabatu**; sumber dana: APBD lain.", "kuning", "rencana 2 Des"),
    ]


# --- disputes ---


@pytest.mark.parametrize(
    ("stages", "value", "status", "said"),
    [
        ([], 0, "hijau", "Tidak ada sengketa yang masih berjalan."),
        (["putusan", "dicabut"], 0, "hijau", "Tidak ada sengketa yang masih berjalan."),
        (["terdaftar", "putusan"], 1, "kuning", "Satu sengketa masih berjalan: satu di MK."),
        (["sidang", "terdaftar", "sidang"], 3, "kuning", "Tiga sengketa masih berjalan: dua di MK dan satu di PTUN."),
    ],
)
def test_a_dispute_goes_on_until_it_is_decided_or_withdrawn(tmp_path, stages, value, status, said):
    typed = [f"SIM/{n} | {'ptun' if n == 3 else 'mk'} | 2024-12-06 | {stage} | {'2025-01-06' if stage == 'putusan' else ''}"
             for n, stage in enumerate(stages, start=1)] or ["nihil"]  # fmt: skip
    row = indicator(given(tmp_path, JANUARY, disputes(*typed)), "sengketa_berjalan")
    assert (row["nilai"], row["status"], row["kalimat"]) == (value, status, said)
    assert row["landasan"] == (f"dari {len(stages)} perkara" if stages else None)


def test_a_dispute_whose_stage_cannot_be_read_is_held_out(tmp_path):
    lines = ("SIM/1 | mk | 2024-12-06 | entah |", "SIM/2 | mk | 2024-12-06 | dicabut |")
    row = indicator(given(tmp_path, JANUARY, disputes(*lines)), "sengketa_berjalan")
    assert (row["nilai"], row["status"], row["dikecualikan"]) == (0, "kuning", 1)


def test_no_dispute_is_decided_before_it_began(tmp_path):
    def told(folder, decided):
        lines = disputes(f"SIM/1 | mk | 2024-12-06 | putusan | {decided}")
        return [row["alasan"] for row in found(given(folder, JANUARY, lines), "sengketa")]

    assert told(tmp_path / "a", "2024-12-06") == []
    assert told(tmp_path / "b", "2024-12-05") == [
        "Tanggal Putusan 5 Des 2024 lebih awal daripada Tanggal Daftar 6 Des 2024."
    ]
    assert len(told(tmp_path / "c", "")) == 1, "a decision has its day"
