"""Sarana, prasarana, dan logistik: given sheets, expect indicators, at every border and on both sides of every due date."""

import shutil

import pytest

from tests.given import given, indicator, numbers_of, once, rows

TPS = """
    kecamatan | kelurahan | jumlah_tps | dpt_laki_laki | dpt_perempuan
    Cikole    | Selabatu  | 10         | 2000          | 2000
    Baros     | Jayaraksa | 10         | 2000          | 1999
"""
ENOUGH = {
    "kotak_suara | keduanya | buah": 40,
    "bilik_suara | keduanya | buah": 80,
    "tinta | keduanya | botol": 40,
    "segel_plastik | keduanya | keping": 120,
    "surat_suara | pilgub | lembar": 8199,  # 1,025 x 7.999 = 8.198,975: rounded up
    "surat_suara | pilwalkot | lembar": 8199,
}
GOODS_HEAD = (
    "jenis_barang | jenis_pemilihan | satuan | kebutuhan | jumlah_diterima | jumlah_rusak | jumlah_pengganti |"
    " tanggal_terima | rencana_pengganti | status_sortir"
)


@pytest.fixture(scope="module", autouse=True)
def same_sheets(tmp_path_factory):
    """Some cases begin from the same sheets."""
    with once(tmp_path_factory.mktemp("sama")):
        yield


def goods(*extra: str, **received: str) -> str:
    """The warehouse tab with everything expected there in full; `received` overrides the cells of an item."""
    lines = [GOODS_HEAD]
    for item, count in ENOUGH.items():
        cells = received.get(item.split(" ")[0] + item.split("|")[1].strip().removeprefix("keduanya"))
        lines.append(f"{item} | {count} | " + (cells or f"{count} | 0 | | 6 Okt 2024 | | selesai"))
    return "\n".join([*lines, *extra])


def at(tmp_path, date: str, **tabs: str):
    sheets = {f"kpu/{name}": text for name, text in ({"pemilih_tps": TPS} | tabs).items()}
    return given(tmp_path, date, sheets)


def test_goods_in_full_are_not_short_but_never_green_while_kelurahan_are_missing(tmp_path):
    snapshot = at(tmp_path, "2024-11-04", logistik_gudang=goods())
    short = indicator(snapshot, "barang_kurang")
    assert short["nilai"] == 0
    assert short["status"] == "kuning"
    assert "belum lengkap" in short["kalimat"]


def test_a_ballot_fewer_than_dpt_and_two_and_a_half_percent_is_short(tmp_path):
    snapshot = at(
        tmp_path,
        "2024-11-04",
        logistik_gudang=goods(surat_suarapilgub="8198 | 0 | | 31 Okt 2024 | 8 Nov 2024 | proses"),
    )
    [item] = rows(snapshot, "logistik/barang")
    assert (item["label"], item["kebutuhan"], item["kurang"]) == ("Surat suara pilgub", 8199, 1)
    assert indicator(snapshot, "barang_kurang")["nilai"] == 1


@pytest.mark.parametrize(
    ("promise", "today", "status"),
    [
        ("4 Nov 2024", "2024-11-04", "kuning"),
        ("3 Nov 2024", "2024-11-04", "merah"),
        ("27 Nov 2024", "2024-11-25", "kuning"),
        ("27 Nov 2024", "2024-11-26", "merah"),  # from H-1 any short item is red
    ],
)
def test_a_short_item_is_yellow_while_its_promise_holds(tmp_path, promise, today, status):
    tab = goods(kotak_suara=f"41 | 2 | | 6 Okt 2024 | {promise} | selesai")
    short = indicator(at(tmp_path, today, logistik_gudang=tab), "barang_kurang")
    assert (short["nilai"], short["status"]) == (1, status)


def test_a_short_item_without_a_promise_is_red(tmp_path):
    tab = goods(kotak_suara="39 | 0 | | 6 Okt 2024 | | selesai")
    assert indicator(at(tmp_path, "2024-11-04", logistik_gudang=tab), "barang_kurang")["status"] == "merah"


def test_replacements_and_several_arrivals_add_up_but_needs_do_not(tmp_path):
    tab = goods(
        "formulir | keduanya | set | 100 | 60 | 10 | 10 | 1 Okt 2024 | 20 Okt 2024 | selesai",
        "formulir | keduanya | set | 100 | 39 | 0 |  | 2 Okt 2024 | | selesai",
    )
    [item] = rows(at(tmp_path, "2024-11-04", logistik_gudang=tab), "logistik/barang")
    assert (item["label"], item["kebutuhan"], item["kurang"]) == ("Formulir", 100, 1)


def test_goods_for_one_election_have_their_own_multiplier(tmp_path):
    lines = [line for line in goods().splitlines() if not line.startswith("kotak_suara")]
    lines += [
        "kotak_suara | pilgub | buah | 20 | 20 | 0 | | 6 Okt 2024 | | selesai",
        "kotak_suara | pilwalkot | buah | 20 | 19 | 0 | | 6 Okt 2024 | 8 Nov 2024 | selesai",
    ]
    [item] = rows(at(tmp_path, "2024-11-04", logistik_gudang="\n".join(lines)), "logistik/barang")
    assert (item["label"], item["kebutuhan"], item["kurang"]) == ("Kotak suara pilwalkot", 20, 1)


def test_an_expected_item_without_a_row_is_neither_short_nor_ready(tmp_path):
    lines = [line for line in goods().splitlines() if not line.startswith("tinta")]
    snapshot = at(tmp_path, "2024-11-04", logistik_gudang="\n".join(lines))
    [item] = rows(snapshot, "logistik/barang")
    assert (item["label"], item["siap_persen"], item["keterangan"]) == ("Tinta", None, "belum dilaporkan")
    ready = indicator(snapshot, "barang_siap_persen")
    assert (ready["nilai"], ready["status"]) == (100, "kuning")
    assert indicator(snapshot, "barang_kurang")["status"] == "kuning"


def test_an_unread_count_makes_its_item_unknown_and_is_told_beside_the_number(tmp_path):
    tab = goods(tinta="40 (empat puluh satu) | 0 | | 6 Okt 2024 | | selesai")
    snapshot = at(tmp_path, "2024-11-04", logistik_gudang=tab)
    ready = indicator(snapshot, "barang_siap_persen")
    assert (ready["nilai"], ready["terhitung"], ready["dikecualikan"]) == (100, 7, 1)
    assert ready["status"] == "kuning"
    [item] = rows(snapshot, "logistik/barang")
    assert item["label"] == "Tinta" and "belum jelas" in item["keterangan"]


def test_a_typed_need_that_is_unread_does_not_matter_where_the_need_is_computed(tmp_path):
    tab = goods().replace("kotak_suara | keduanya | buah | 40 |", "kotak_suara | keduanya | buah | sekitar 40 |")
    snapshot = at(tmp_path, "2024-11-04", logistik_gudang=tab)
    assert rows(snapshot, "logistik/barang") == []
    assert indicator(snapshot, "barang_kurang")["dikecualikan"] == 0


@pytest.mark.parametrize(("short", "status"), [(1, "kuning"), (2, "merah")])
def test_ready_goods_are_yellow_from_eighty_percent(tmp_path, short, status):
    """Ten items, of which one (90) or two and one more (below 80) are short."""
    extra = [
        f"{item} | keduanya | set | 100 | {99 if place < short + (short > 1) else 100} | 0 | | 1 Okt 2024 | 9 Nov 2024 | selesai"
        for place, item in enumerate(("formulir", "sampul", "alat_tulis", "tanda_pengenal"))
    ]
    ready = indicator(at(tmp_path, "2024-11-04", logistik_gudang=goods(*extra)), "barang_siap_persen")
    assert ready["nilai"] == (90 if short == 1 else 70)
    assert ready["status"] == status


def test_exactly_eighty_percent_is_yellow(tmp_path):
    extra = [
        f"{item} | keduanya | set | 100 | {count} | 0 | | 1 Okt 2024 | 9 Nov 2024 | selesai"
        for item, count in (("formulir", 99), ("sampul", 99), ("alat_tulis", 100), ("tanda_pengenal", 100))
    ]
    ready = indicator(at(tmp_path, "2024-11-04", logistik_gudang=goods(*extra)), "barang_siap_persen")
    assert (ready["nilai"], ready["status"]) == (80, "kuning")


def delivered(*counts: int) -> str:
    head = (
        "kecamatan | kelurahan | tahap_distribusi | jumlah_tps_diterima | tanggal_rencana | tanggal_realisasi | kendala"
    )
    places = ("Cikole | Selabatu", "Baros | Jayaraksa")
    return "\n".join(
        [head] + [f"{place} | pps_ke_tps | {count} | 25 Nov 2024 | 24 Nov 2024 | tidak_ada"
                  for place, count in zip(places, counts, strict=False)]
    )  # fmt: skip


@pytest.mark.parametrize(
    ("date", "counts", "value", "status"),
    [
        ("2024-11-23", (10, 10), 100, "belum_waktunya"),
        ("2024-11-24", (10, 0), 50, "belum_waktunya"),  # planned for the 25th
        ("2024-11-25", (10, 9), 95, "belum_waktunya"),
        ("2024-11-26", (10, 9), 95, "kuning"),
        ("2024-11-27", (10, 9), 95, "merah"),
        ("2024-11-26", (10,), 50, "kuning"),  # a kelurahan without a row of this stage has none
        ("2024-11-26", (10, 10), 100, "kuning"),  # 31 of 33 kelurahan are unknown here
    ],
)
def test_tps_are_served_by_the_day_before_voting(tmp_path, date, counts, value, status):
    served = indicator(at(tmp_path, date, distribusi=delivered(*counts)), "tps_terlayani_persen")
    assert (served["nilai"], served["status"]) == (value, status)


def test_goods_in_more_tps_than_there_are_do_not_stand_in_for_those_that_wait(tmp_path):
    """One of the two numbers is wrong, and which one is not known."""
    snapshot = at(tmp_path, "2024-11-26", distribusi=delivered(11, 9))
    served = indicator(snapshot, "tps_terlayani_persen")
    assert (served["nilai"], served["status"]) == (90, "kuning")
    assert decisions_on(snapshot, "Percepat barang") == ["Percepat barang ke **1 TPS** di 1 kelurahan."]
    served = indicator(at(tmp_path / "b", "2024-11-26", distribusi=delivered(11, 10)), "tps_terlayani_persen")
    assert (served["nilai"], served["status"]) == (100, "kuning")


def test_before_it_is_due_an_empty_distribution_is_not_due_and_afterwards_not_reported(tmp_path):
    assert indicator(at(tmp_path / "a", "2024-11-23"), "tps_terlayani_persen")["status"] == "belum_waktunya"
    late = indicator(at(tmp_path / "b", "2024-11-24"), "tps_terlayani_persen")
    assert (late["nilai"], late["status"]) == (None, "belum_dilaporkan")


MILLION = 10**6
NPHD = """
    penerima | nomor_nphd | tanggal_nphd | nilai_nphd | nilai_addendum
    kpu      | SIM/1      | 17 Jan 2024  | 1.000 juta | {addendum}
    bawaslu  | SIM/2      | 17 Jan 2024  | 500 juta   |
"""
PAID = """
    penerima | tahap_pencairan | nomor_sp2d | tanggal_sp2d | nilai_sp2d | status
    kpu      | tahap_1         | SP-0001    | {date}       | {amount}   | {status}
    bawaslu  | tahap_1         | SP-0002    | 5 Feb 2024   | 200 juta   | cair
"""
RECEIVED = """
    tahap_pencairan | tanggal_masuk | nilai_diterima | belanja_kumulatif
    tahap_1         | 6 Feb 2024    | {received}     | 100 juta
"""


def grant(
    tmp_path,
    today="2024-11-04",
    amount="1.000 juta",
    date="5 Feb 2024",
    status="cair",
    addendum="",
    received="1.000 juta",
):
    return given(tmp_path, today, {
        "bpkpd/nphd": NPHD.format(addendum=addendum),
        "bpkpd/pencairan": PAID.format(amount=amount, date=date, status=status),
        "kpu/hibah": RECEIVED.format(received=received),
        "bawaslu/hibah": RECEIVED.format(received="200 juta"),
    })  # fmt: skip


@pytest.mark.parametrize(
    ("amount", "addendum", "value", "status"),
    [
        ("1.000 juta", "", 100, "hijau"),
        ("999 juta", "", 99.9, "kuning"),
        ("400 juta", "", 40, "kuning"),
        ("399 juta", "", 39.9, "merah"),
        ("1.000 juta", "250 juta", 80, "kuning"),
        ("900 juta", "-100 juta", 100, "hijau"),
    ],
)
def test_a_grant_is_paid_in_full_or_not(tmp_path, amount, addendum, value, status):
    """Until five months before the vote; after that day by law in full, so that any rest is red."""
    for day, expected in (("2024-06-27", status), ("2024-06-28", "hijau" if value == 100 else "merah")):
        snapshot = grant(tmp_path / day, amount=amount, addendum=addendum, today=day)
        paid = indicator(snapshot, "pencairan_kpu_persen")
        assert (round(paid["nilai"], 6), paid["status"]) == (value, expected)


def test_more_than_the_whole_grant_is_no_share_until_it_is_confirmed(tmp_path):
    paid = indicator(grant(tmp_path, amount="1.100 juta"), "pencairan_kpu_persen")
    assert (paid["nilai"], paid["status"]) == (None, "belum_dilaporkan")


def test_what_is_not_paid_yet_does_not_count(tmp_path):
    assert indicator(grant(tmp_path, status="proses"), "pencairan_kpu_persen")["nilai"] == 0
    assert indicator(grant(tmp_path / "b", date="5 Nov 2024"), "pencairan_kpu_persen")["nilai"] == 0


def test_without_an_agreement_a_payment_has_no_share(tmp_path):
    snapshot = given(
        tmp_path, "2024-11-04", {"bpkpd/pencairan": PAID.format(amount="1 juta", date="5 Feb 2024", status="cair")}
    )
    paid = indicator(snapshot, "pencairan_kpu_persen")
    assert (paid["nilai"], paid["status"]) == (None, "belum_dilaporkan")
    assert "BPKPD" in paid["kalimat"]


@pytest.mark.parametrize(
    ("today", "received", "value", "status"),
    [
        ("2024-11-04", "1.000 juta", 0, "hijau"),
        ("2024-02-12", "800 juta", 200 * MILLION, "kuning"),  # the payment is seven days old
        ("2024-02-13", "800 juta", 200 * MILLION, "merah"),
        ("2024-02-12", "1.001 juta", -MILLION, "kuning"),
    ],
)
def test_two_records_of_one_grant_agree_or_not(tmp_path, today, received, value, status):
    gap = indicator(grant(tmp_path, today=today, received=received), "selisih_kpu_rp")
    assert (gap["nilai"], gap["status"]) == (value, status)


def test_an_unread_amount_never_leaves_green(tmp_path):
    gap = indicator(grant(tmp_path, received="seribuan"), "selisih_kpu_rp")
    assert gap["status"] == "belum_dilaporkan"
    paid = indicator(grant(tmp_path / "b", addendum="sekitar 10"), "pencairan_kpu_persen")
    assert (paid["nilai"], paid["status"], paid["dikecualikan"]) == (None, "belum_dilaporkan", 1)


def decisions_on(snapshot, word):
    return [row["uraian"] for row in rows(snapshot, "logistik/perlu_diputuskan") if word in row["uraian"]]


TWO_STAGES = """
    penerima | tahap_pencairan | nomor_sp2d | tanggal_sp2d | nilai_sp2d | status
    kpu      | tahap_1         | SP-0001    | 5 Feb 2024   | 400 juta   | cair
    {who}    | tahap_2         | SP-0003    | 5 Jun 2024   | {amount}   | {status}
    bawaslu  | tahap_1         | SP-0002    | 5 Feb 2024   | 200 juta   | cair
"""


@pytest.mark.parametrize(
    ("who", "amount", "status"),
    [
        ("kpu", "600 juta lebih", "cair"),
        ("kpu", "600 juta", "cairr"),
        ("KPU atau Bawaslu", "600 juta", "cair"),
    ],
)
def test_a_payment_that_cannot_be_read_is_not_a_payment_that_was_not_made(tmp_path, who, amount, status):
    """Neither a difference, nor a rest that is still to be paid, is known then; no decision is asked for on it."""
    snapshot = given(tmp_path, "2024-11-04", {
        "bpkpd/nphd": NPHD.format(addendum=""),
        "bpkpd/pencairan": TWO_STAGES.format(who=who, amount=amount, status=status),
        "kpu/hibah": RECEIVED.format(received="400 juta") + "tahap_2 | 6 Jun 2024 | 600 juta | 100 juta\n",
        "bawaslu/hibah": RECEIVED.format(received="200 juta"),
    }, numbers=numbers_of("logistik"))  # fmt: skip
    gap = indicator(snapshot, "selisih_kpu_rp")
    assert (gap["nilai"], gap["status"]) == (None, "belum_dilaporkan")
    assert gap["kalimat"] == "Selisih hibah KPU belum dapat dihitung; 1 baris belum ikut dihitung."
    paid = indicator(snapshot, "pencairan_kpu_persen")
    assert (paid["nilai"], paid["status"], paid["dikecualikan"]) == (40, "kuning", 1)
    assert paid["kalimat"] == "Hibah KPU cair 40,0% menurut baris yang terhitung."
    assert decisions_on(snapshot, "hibah KPU") == []
    found = {row["kunci"]: row for row in rows(snapshot, "rekonsiliasi/rekonsiliasi") if row["kode"] in ("R1", "R3")}
    stage = found["Hibah KPU tahap 2"]
    assert (stage["nilai_kiri"], stage["status"]) == (None, "belum_dilaporkan")
    assert stage["kalimat"].endswith("catatan cair BPKPD belum jelas seluruhnya.")
    whole = found["Hibah KPU menurut NPHD"]
    assert (whole["nilai_kanan"], whole["status"]) == (None, "belum_dilaporkan")
    assert whole["kalimat"].endswith("pencairannya belum jelas seluruhnya.")
    # What is known stays known: the other stage where only the second cannot be read, the other receiver too.
    first = found["Hibah KPU tahap 1"]
    assert (first["nilai_kiri"], first["status"]) == (
        (400 * MILLION, "kuning") if who == "kpu" else (None, "belum_dilaporkan")
    )
    other = indicator(snapshot, "selisih_bawaslu_rp")
    assert (other["nilai"], other["status"]) == ((0, "hijau") if who == "kpu" else (None, "belum_dilaporkan"))


def test_a_grant_of_which_no_payment_can_be_read_is_not_unpaid(tmp_path):
    snapshot = grant(tmp_path, status="cairr")
    assert decisions_on(snapshot, "hibah KPU") == [] and len(decisions_on(snapshot, "hibah Bawaslu")) == 1
    [whole] = rows(snapshot, "rekonsiliasi/rekonsiliasi", kunci="Hibah KPU menurut NPHD")
    assert (whole["nilai_kanan"], whole["status"]) == (None, "belum_dilaporkan")


def test_a_sum_received_that_cannot_be_read_is_no_difference_and_no_overspending(tmp_path):
    snapshot = given(tmp_path, "2024-11-04", {
        "bpkpd/nphd": NPHD.format(addendum=""),
        "bpkpd/pencairan": TWO_STAGES.format(who="kpu", amount="600 juta", status="cair"),
        "kpu/hibah": RECEIVED.format(received="400 juta") + "tahap_2 | 6 Jun 2024 | ratusan juta | 700 juta\n",
    })  # fmt: skip
    assert indicator(snapshot, "selisih_kpu_rp")["nilai"] is None and decisions_on(snapshot, "Samakan") == []
    found = {row["kunci"]: row for row in rows(snapshot, "rekonsiliasi/rekonsiliasi")}
    assert found["Hibah KPU tahap 2"]["kalimat"].endswith("catatan terima KPU belum jelas seluruhnya.")
    spent = found["Belanja hibah KPU"]
    assert (spent["status"], spent["nilai_kanan"]) == ("belum_dilaporkan", None)


def test_a_grant_does_not_shrink_because_a_payment_cannot_be_read(tmp_path):
    def two(amount):
        return {"bpkpd/nphd": NPHD.format(addendum=""),
                "bpkpd/pencairan": TWO_STAGES.format(who="kpu", amount=amount, status="cair")}  # fmt: skip

    def moved(snapshot):
        [row] = rows(snapshot, "bersama/pembanding", kode="pencairan_kpu_persen")
        return row["gerak"], len(rows(snapshot, "ringkasan/perubahan", kode="pencairan_kpu_persen"))

    given(tmp_path, "2024-10-14", two("300 juta"))
    assert moved(given(tmp_path, "2024-10-21", two("600 juta"))) == ("membaik", 1)
    unread = given(tmp_path, "2024-11-04", two("600 juta lebih"))
    assert moved(unread) == (None, 0)
    assert [row for row in rows(unread, "logistik/hibah") if row["penerima"] == "KPU"] == []
    assert moved(given(tmp_path, "2024-11-05", two("500 juta"))) == (None, 0)


@pytest.mark.parametrize(
    ("before", "now", "moved"),
    [
        ("800 juta", "1.400 juta", "memburuk"),
        ("1.400 juta", "800 juta", "membaik"),
        ("800 juta", "1.200 juta", "tetap"),
        ("800 juta", "900 juta", "membaik"),
    ],
)
def test_a_difference_grows_away_from_nought_to_either_side(tmp_path, before, now, moved):
    grant(tmp_path, today="2024-10-21", received=before)
    snapshot = grant(tmp_path, received=now)
    [row] = rows(snapshot, "bersama/pembanding", kode="selisih_kpu_rp")
    assert row["gerak"] == moved


def support(ready: int, rest: int) -> str:
    head = "jenis_dukungan | penerima_manfaat | kecamatan | jumlah_dibutuhkan | jumlah_tersedia | kondisi | perangkat_daerah | target_siap"
    kinds = (
        "gudang",
        "internet",
        "linmas",
        "kesehatan",
        "lainnya",
        "genset_listrik",
        "ruang_sekretariat",
        "kendaraan_distribusi",
    )
    receivers = ("kpu", "ppk", "pps", "bawaslu", "panwascam")
    keys = [f"{kind} | {receiver} | se-Kota" for kind in kinds for receiver in receivers]
    lines = [f"{key} | 2 | 2 | siap | Setda |" for key in keys[:ready]]
    lines += [f"{key} | 2 | 1 | siap | Setda |" for key in keys[ready : ready + rest]]
    return "\n".join([head, *lines])


@pytest.mark.parametrize(("ready", "rest", "status"), [(20, 0, "hijau"), (17, 3, "kuning"), (16, 4, "merah")])
def test_support_is_ready_only_when_enough_of_it_is_there(tmp_path, ready, rest, status):
    snapshot = given(tmp_path, "2024-11-04", {"bpkpd/dukungan_sarpras": support(ready, rest)})
    share = indicator(snapshot, "sarpras_siap_persen")
    assert (share["nilai"], share["status"]) == (100 * ready / 20, status)


def test_only_cells_that_a_formula_uses_hold_its_rows_out(tmp_path):
    """An unread payment to the police, and one that is only planned, take nothing from what KPU was paid."""
    snapshot = given(tmp_path, "2024-11-04", {
        "bpkpd/nphd": NPHD.format(addendum="") + "polres | SIM/3 | 17 Jan 2024 | sekitar 100 |\n",
        "bpkpd/pencairan": PAID.format(amount="1.000 juta", date="5 Feb 2024", status="cair")
        + "polres | tahap_1 | SP-0003 | 5 Feb 2024 | sekitar 50 | cair\n"
        + "kpu | tahap_2 | | | sekitar 5 | proses\n",
    })  # fmt: skip
    paid = indicator(snapshot, "pencairan_kpu_persen")
    assert (paid["nilai"], paid["status"], paid["dikecualikan"], paid["terhitung"]) == (100, "hijau", 0, 7)


def test_an_unread_status_does_hold_its_row_out(tmp_path):
    paid = indicator(grant(tmp_path, status="cairr"), "pencairan_kpu_persen")
    assert (paid["nilai"], paid["status"], paid["dikecualikan"]) == (None, "belum_dilaporkan", 1)


def test_no_need_is_computed_from_a_sum_that_lacks_an_unread_kelurahan(tmp_path):
    """The typed need stands in: a partial sum would make short goods look ready."""
    tps = TPS.replace("Jayaraksa | 10 ", "Jayaraksa | sepuluh ")
    snapshot = at(
        tmp_path,
        "2024-11-04",
        pemilih_tps=tps,
        logistik_gudang=goods(kotak_suara="39 | 0 | | 6 Okt 2024 | 8 Nov 2024 | selesai"),
    )
    [item] = rows(snapshot, "logistik/barang")
    assert (item["label"], item["kebutuhan"], item["kurang"]) == ("Kotak suara", 40, 1)


def test_a_promise_that_was_never_made_is_not_called_late(tmp_path):
    tab = goods(kotak_suara="39 | 0 | | 6 Okt 2024 | | selesai")
    said = indicator(at(tmp_path, "2024-11-04", logistik_gudang=tab), "barang_kurang")["kalimat"]
    assert "belum ada janji pengganti kotak suara" in said and "lewat" not in said


@pytest.mark.parametrize(
    ("today", "due"),
    [("2024-11-04", "6 Nov"), ("2024-11-25", "26 Nov"), ("2024-11-26", "27 Nov"), ("2024-11-27", "27 Nov")],
)
def test_a_proposed_date_does_not_pass_the_day_before_voting(tmp_path, today, due):
    tab = goods(kotak_suara="39 | 0 | | 6 Okt 2024 | 1 Nov 2024 | selesai")
    found = rows(at(tmp_path, today, logistik_gudang=tab), "logistik/perlu_diputuskan")
    [row] = [row for row in found if "kotak suara" in row["uraian"]]
    assert row["tenggat"] == f"usul tenggat {due}"


def test_tps_that_wait_for_their_goods_come_first_among_the_decisions(tmp_path):
    first = rows(at(tmp_path, "2024-11-26", distribusi=delivered(10, 9)), "logistik/perlu_diputuskan")[0]
    assert first["uraian"] == "Percepat barang ke **1 TPS** di 1 kelurahan." and first["pemilik"] == "KPU"


def test_numbers_that_stand_in_from_an_earlier_day_are_never_green(tmp_path):
    """BPKPD's sheet is read on 4 November and not on the 5th: what it said still counts, but knows nothing newer."""
    assert indicator(grant(tmp_path), "pencairan_kpu_persen")["status"] == "hijau"
    shutil.rmtree(tmp_path / "lembar" / "bpkpd")
    for today, status in (("2024-11-04", "hijau"), ("2024-11-05", "kuning")):
        paid = indicator(given(tmp_path, today, {}), "pencairan_kpu_persen")
        assert (paid["nilai"], paid["status"]) == (100, status)
    assert "belum lengkap" in paid["kalimat"]
    assert indicator(grant(tmp_path, today="2024-11-05"), "pencairan_kpu_persen")["status"] == "hijau"
