"""The grant of all four receivers: given sheets of BPKPD, expect what was signed, paid, is left and is planned."""

import datetime as dt
import functools
import itertools

import pytest

from tests.given import given, indicator, rows

RECEIVERS = ("kpu", "bawaslu", "polres", "kodim")
BOUND = ("kpu", "bawaslu")
MILLION = 10**6
WHOLE = 1000
#: What a receiver's sheets may say: is there an agreement, what is paid of it, when is the rest planned, is it all at once?
SIGNED = (True, False)
PAID = (0, 399, 400, 1000, 1100)
PLANNED = (None, "2024-11-20", "2024-10-20", "tertunda")
POLA = ("", "tahap", "sekaligus")
TODAY = dt.date(2024, 11, 4)

NPHD = "penerima | nomor_nphd | tanggal_nphd | nilai_nphd | nilai_addendum | pola_pencairan"
CAIR = "penerima | tahap_pencairan | nomor_sp2d | tanggal_sp2d | nilai_sp2d | status | alasan_tertunda | tanggal_rencana_cair"


def sheets(agreements, payments):
    return {"bpkpd/nphd": "\n".join([NPHD, *agreements]), "bpkpd/pencairan": "\n".join([CAIR, *payments])}


def agreement(who, value="1.000 juta", day="1 Okt 2024", pola=""):
    return f"{who} | SIM/{who} | {day} | {value} | | {pola}"


def paid(who, amount, day="2 Okt 2024", stage="tahap_1"):
    return f"{who} | {stage} | SP-{who}-{stage} | {day} | {amount} juta | cair | | "


def waits(who, amount, plan="", status="proses", stage="tahap_2"):
    why = "Menunggu laporan" if status == "tertunda" else ""
    return f"{who} | {stage} | | | {amount} juta | {status} | {why} | {plan}"


def typed(combined):
    agreements, payments = [], []
    for who, (signed, amount, plan, pola) in combined.items():
        if signed:
            agreements.append(agreement(who, pola=pola))
        if amount:
            payments.append(paid(who, amount))
        if plan and amount < WHOLE:
            date, status = ("", "tertunda") if plan == "tertunda" else (plan, "proses")
            payments.append(waits(who, WHOLE - amount, date, status))
    return sheets(agreements, payments)


def expected(who, signed, amount, plan, pola):
    """What the picture says of one receiver, worked out from what was typed alone."""
    if not signed:
        return {"nilai_rp": None, "sisa_rp": None, "rincian": "belum ada NPHD", "bagian": None, "rencana": None}
    left = (WHOLE - amount) * MILLION
    if amount > WHOLE:  # more than the whole is no share while somebody is asked about it
        return {"nilai_rp": None, "sisa_rp": None, "bagian": None, "rencana": None}
    said = {None: "belum ada tanggal", "tertunda": "tertunda, belum ada tanggal", "2024-11-20": "20 Nov 2024",
            "2024-10-20": "20 Okt 2024, sudah lewat"}[plan]  # fmt: skip
    due = dt.date(2024, 10, 15) if pola == "sekaligus" else dt.date(2024, 6, 27) if who in BOUND else None
    late = bool(left) and due is not None and due < TODAY
    named = "tidak ditetapkan" if due is None else f"{due.day} {'Okt' if due.month == 10 else 'Jun'} 2024"
    named += ", sekaligus" if pola == "sekaligus" else ""
    return {"nilai_rp": WHOLE * MILLION, "dibayar_rp": amount * MILLION, "sisa_rp": left, "bagian": amount * 100 / WHOLE,
            "rencana": said if left else "lunas", "batas": named + (", lewat" if late else "")}  # fmt: skip


def colour(share, late, yellow=40):
    return "hijau" if share >= 100 else "kuning" if share >= yellow and not late else "merah"


#: Every combination; where nothing is signed only what may be paid all the same.
EVERY = [(True, *rest) for rest in itertools.product(PAID, PLANNED, POLA)] + [(False, amount, None, "") for amount in (0, 400)]  # fmt: skip
PARTS = 6


@pytest.mark.panjang
@pytest.mark.parametrize("part", range(PARTS))
def test_four_receivers_are_told_in_every_combination(tmp_path, part):
    """Each receiver meets every combination once, beside others in another one."""
    for turn in range(part, len(EVERY), PARTS):
        combined = {who: EVERY[(turn + 17 * place) % len(EVERY)] for place, who in enumerate(RECEIVERS)}
        snapshot = given(tmp_path / str(turn), str(TODAY), typed(combined))
        told = {row["penerima"]: row for row in rows(snapshot, "logistik/penerima_hibah")}
        assert list(told) == list(RECEIVERS)
        for who, combination in combined.items():
            wanted = expected(who, *combination)
            assert {name: told[who][name] for name in wanted} == wanted, (who, combination)
        share = indicator(snapshot, "pencairan_pengamanan_persen")
        both = [combined[who] for who in ("polres", "kodim") if combined[who][0]]
        if any(amount > WHOLE for _, amount, *_ in both) or not both:
            assert share["status"] == "belum_dilaporkan"
            continue
        value = sum(amount for _, amount, *_ in both) * 100 / (WHOLE * len(both))
        late = any(amount < WHOLE and pola == "sekaligus" for _, amount, _, pola in both)
        unfounded = any(not signed and amount for signed, amount, *_ in (combined["polres"], combined["kodim"]))
        status = colour(value, late)
        assert share["nilai"] == pytest.approx(value)
        assert share["status"] == ("kuning" if status == "hijau" and unfounded else status), combined


@pytest.fixture(scope="module")
def all_at_once(tmp_path_factory):
    """A function that opens a city in which both receivers signed on a day and got this much on the same."""

    @functools.cache
    def on(signed, today, amount):
        agreements = [agreement(who, day=signed, pola="sekaligus") for who in BOUND]
        both = sheets(agreements, [paid(who, amount, day=signed) for who in BOUND])
        codes = [f"pencairan_{who}_persen" for who in BOUND]
        return given(tmp_path_factory.mktemp("sekaligus"), today, both, numbers=codes)

    return on


@pytest.mark.parametrize("who", BOUND)
@pytest.mark.parametrize(
    ("signed", "today", "amount", "status", "said"),
    [
        ("1 Okt 2024", "2024-10-15", 999, "kuning", "; batasnya 15 Oktober."),  # the fourteenth day is in time
        ("1 Okt 2024", "2024-10-16", 999, "merah", ", padahal batasnya 15 Oktober."),
        ("1 Okt 2024", "2024-10-16", 1000, "hijau", "sudah cair seluruhnya."),
        ("1 Okt 2024", "2024-10-15", 399, "merah", "; batasnya 15 Oktober."),
        ("20 Des 2023", "2024-01-03", 400, "kuning", "; batasnya 3 Januari."),  # across the turn of the year
        ("20 Des 2023", "2024-01-04", 400, "merah", ", padahal batasnya 3 Januari."),
        ("20 Jun 2024", "2024-06-28", 400, "kuning", "; batasnya 4 Juli."),  # later than the day of stages
    ],
)
def test_a_grant_that_comes_all_at_once_is_due_fourteen_days_after_its_agreement(
    all_at_once, who, signed, today, amount, status, said
):
    found = indicator(all_at_once(signed, today, amount), f"pencairan_{who}_persen")
    assert (found["nilai"], found["status"]) == (amount / 10, status)
    assert found["kalimat"].endswith(said)


def test_of_two_agreements_only_the_one_that_is_due_has_to_be_paid(tmp_path):
    """KPU has one all at once and one in stages: the first is paid, so that nothing is late before June."""
    two = [agreement("kpu", day="1 Mar 2024", pola="sekaligus"), agreement("kpu", day="1 Mar 2024", pola="tahap").replace("SIM/kpu", "SIM/kpu2")]  # fmt: skip
    for day, amount, status in (
        ("2024-03-15", 999, "kuning"),
        ("2024-03-16", 999, "merah"),
        ("2024-03-16", 1000, "kuning"),
        ("2024-06-27", 1000, "kuning"),
        ("2024-06-28", 1000, "merah"),
        ("2024-06-28", 2000, "hijau"),
    ):
        snapshot = given(tmp_path / f"{day}-{amount}", day, sheets(two, [paid("kpu", amount, day="2 Mar 2024")]))
        assert indicator(snapshot, "pencairan_kpu_persen")["status"] == status, (day, amount)


def test_the_rest_of_police_or_army_that_no_day_binds_is_not_late_when_what_is_bound_is_paid(tmp_path):
    two = [agreement("kodim", pola="sekaligus"), agreement("kodim").replace("SIM/kodim", "SIM/kodim2")]
    snapshot = given(tmp_path, "2024-11-04", sheets(two, [paid("kodim", 1000)]))
    assert indicator(snapshot, "pencairan_pengamanan_persen")["status"] == "kuning"
    [row] = rows(snapshot, "rekonsiliasi/rekonsiliasi", kunci="Hibah Kodim menurut NPHD")
    assert row["status"] == "belum_waktunya" and "batas waktunya tidak ditetapkan" in row["kalimat"]


SECURITY = [agreement("polres"), agreement("kodim")]


@pytest.mark.parametrize(
    ("police", "army", "value", "status", "said"),
    [
        (1000, 1000, 100, "hijau", "Hibah Polres dan Kodim sudah cair seluruhnya."),
        (1000, 999, 99.95, "kuning", "Hibah Kodim baru cair 99,9%."),
        (800, 0, 40, "kuning", "Hibah Polres baru cair 80,0%; Kodim 0%."),
        (799, 0, 39.95, "merah", "Hibah Polres baru cair 79,9%; Kodim 0%."),
        (0, 0, 0, "merah", "Hibah Polres baru cair 0%; Kodim 0%."),
    ],
)
def test_the_grants_of_police_and_army_are_one_share(tmp_path, police, army, value, status, said):
    payments = [paid(who, amount) for who, amount in (("polres", police), ("kodim", army)) if amount]
    # A payment to another: the tab is there even where these two have none.
    snapshot = given(tmp_path, "2024-11-04", sheets([*SECURITY, agreement("kpu")], [*payments, paid("kpu", 400)]))
    found = indicator(snapshot, "pencairan_pengamanan_persen")
    assert (round(found["nilai"], 6), found["status"]) == (value, status)
    assert found["kalimat"] == said


def test_the_sentence_says_when_the_rest_of_police_and_army_is_planned(tmp_path):
    payments = [paid("polres", 500), waits("polres", 500, "15 Nov 2024"), paid("kodim", 250), waits("kodim", 750, "10 Jan 2025")]  # fmt: skip
    snapshot = given(tmp_path, "2024-11-04", sheets(SECURITY, payments))
    found = indicator(snapshot, "pencairan_pengamanan_persen")
    said = "Hibah Polres baru cair 50,0%, rencana 15 November; Kodim 25,0%, rencana 10 Januari 2025."
    assert found["kalimat"] == said and len(said) <= 90
    decided = {row["uraian"]: row["tenggat"] for row in rows(snapshot, "logistik/perlu_diputuskan")}
    assert decided == {
        "Pencairan sisa hibah Polres **Rp0,5 miliar**.": "rencana 15 Nov",
        "Pencairan sisa hibah Kodim **Rp0,75 miliar**.": "rencana 10 Jan 2025",
    }


@pytest.mark.parametrize(("today", "status"), [("2024-10-15", "kuning"), ("2024-10-16", "merah")])
def test_police_or_army_all_at_once_is_late_after_fourteen_days(tmp_path, today, status):
    both = [agreement("polres", pola="sekaligus"), agreement("kodim")]
    snapshot = given(tmp_path, today, sheets(both, [paid("polres", 900), paid("kodim", 900)]))
    assert indicator(snapshot, "pencairan_pengamanan_persen")["status"] == status
    [row] = rows(snapshot, "rekonsiliasi/rekonsiliasi", kunci="Hibah Polres menurut NPHD")
    assert row["status"] == ("merah" if status == "merah" else "belum_waktunya")
    [row] = rows(snapshot, "rekonsiliasi/rekonsiliasi", kunci="Hibah Kodim menurut NPHD")
    assert row["status"] == "belum_waktunya"


def test_without_an_agreement_of_either_the_share_of_police_and_army_is_not_reported(tmp_path):
    snapshot = given(tmp_path, "2024-11-04", sheets([agreement("kpu")], [paid("kpu", 400)]))
    found = indicator(snapshot, "pencairan_pengamanan_persen")
    assert (found["nilai"], found["status"]) == (None, "belum_dilaporkan")


def test_with_the_agreement_of_one_of_them_its_own_share_counts(tmp_path):
    snapshot = given(tmp_path, "2024-11-04", sheets([agreement("kodim")], [paid("kodim", 1000)]))
    found = indicator(snapshot, "pencairan_pengamanan_persen")
    assert (found["nilai"], found["status"]) == (100, "hijau")
    assert found["kalimat"] == "Hibah Kodim sudah cair seluruhnya."


def test_what_is_paid_without_an_agreement_keeps_the_share_from_green(tmp_path):
    snapshot = given(tmp_path, "2024-11-04", sheets([agreement("kodim")], [paid("kodim", 1000), paid("polres", 5)]))
    assert indicator(snapshot, "pencairan_pengamanan_persen")["status"] == "kuning"


@pytest.mark.parametrize("who", RECEIVERS)
def test_a_payment_above_the_agreement_is_found_for_each_receiver(tmp_path, who):
    others = [one for one in RECEIVERS if one != who]
    agreements = [agreement(one) for one in RECEIVERS]
    payments = [paid(who, 400), paid(who, 601, stage="tahap_2"), *(paid(one, 1000, day="3 Okt 2024") for one in others)]
    snapshot = given(tmp_path, "2024-11-04", sheets(agreements, payments))
    found = [row for row in rows(snapshot, "mutu_data/temuan") if "lebih besar daripada NPHD" in row["alasan"]]
    assert [row["baris"] for row in found] == [3]
    [told] = rows(snapshot, "logistik/penerima_hibah", penerima=who)
    assert told["bagian"] is None and told["sisa_rp"] is None and told["rincian"] == "belum jelas seluruhnya"
    code = "pencairan_pengamanan_persen" if who not in BOUND else f"pencairan_{who}_persen"
    assert indicator(snapshot, code)["status"] == "belum_dilaporkan"


def test_a_plan_that_cannot_be_read_is_not_a_plan_that_is_not_there(tmp_path):
    snapshot = given(tmp_path, "2024-11-04", sheets(SECURITY, [paid("polres", 500), waits("polres", 500, "pertengahan bulan")]))  # fmt: skip
    [told] = rows(snapshot, "logistik/penerima_hibah", penerima="polres")
    assert told["rencana"] == "belum jelas"


def test_a_plan_for_part_of_the_rest_says_so_and_the_last_of_several_days_is_told(tmp_path):
    payments = [paid("polres", 500), waits("polres", 200, "12 Nov 2024"), waits("polres", 100, "2 Jan 2025", stage="tambahan")]  # fmt: skip
    [told] = rows(
        given(tmp_path, "2024-11-04", sheets(SECURITY, payments)), "logistik/penerima_hibah", penerima="polres"
    )
    assert told["rencana"] == "2 Jan 2025, baru sebagian"


OLD_NPHD = """
    penerima | nomor_nphd | tanggal_nphd | nilai_nphd
    kpu      | SIM/1      | 17 Jan 2024  | 1.000 juta
    bawaslu  | SIM/2      | 17 Jan 2024  | 500 juta
"""
OLD_PAID = """
    penerima | tahap_pencairan | nomor_sp2d | tanggal_sp2d | nilai_sp2d | status
    kpu      | tahap_1         | SP-0001    | 5 Feb 2024   | 1.000 juta | cair
    bawaslu  | tahap_1         | SP-0002    | 5 Feb 2024   | 200 juta   | cair
"""


def test_sheets_without_the_new_columns_and_tabs_give_no_finding_and_the_same_numbers(tmp_path):
    old = {"bpkpd/nphd": OLD_NPHD, "bpkpd/pencairan": OLD_PAID}
    for day in ("2024-06-27", "2024-06-28", "2024-11-04", "2025-06-30"):
        snapshot = given(tmp_path / day, day, old, numbers=["pencairan_kpu_persen", "pencairan_bawaslu_persen"])
        told = [row for row in rows(snapshot, "mutu_data/temuan") if row["instansi"] == "bpkpd"]
        assert {row["alasan"] for row in told} == {"Tab “Dukungan Sarpras” tidak ditemukan."}
        assert [row["judul"] for row in rows(snapshot, "mutu_data/cakupan_tab", nama="BPKPD")] == [
            "Dukungan Sarpras", "NPHD", "Pencairan"]  # fmt: skip
        assert indicator(snapshot, "pencairan_kpu_persen")["status"] == "hijau"
        late = indicator(snapshot, "pencairan_bawaslu_persen")
        assert (late["nilai"], late["status"]) == (40, "kuning" if day == "2024-06-27" else "merah")
        told = rows(snapshot, "rekonsiliasi/rekonsiliasi", kunci="Hibah Bawaslu menurut NPHD")
        assert "provinsi" not in told[0]["kalimat"] and "direncanakan" not in told[0]["kalimat"]


SHARED = """
    uraian     | ditanggung | nilai_provinsi | nilai_kota
    Honor PPK  | provinsi   | 300 juta       |
    Honor KPPS | keduanya   | 200 juta       | 100 juta
    Pantarlih  | kota       |                | 50 juta
"""


def test_what_the_province_bears_is_named_beside_a_gap_and_on_the_page(tmp_path):
    old = {"bpkpd/nphd": OLD_NPHD, "bpkpd/pencairan": OLD_PAID, "bpkpd/pendanaan_bersama": SHARED}
    snapshot = given(tmp_path, "2024-11-04", old)
    found = {row["kunci"]: row for row in rows(snapshot, "rekonsiliasi/rekonsiliasi") if row["kode"] == "R3"}
    assert found["Hibah Bawaslu menurut NPHD"]["kalimat"].endswith(
        "lewat 130 hari dari batas 27 Juni; provinsi ikut menanggung Honor PPK dan Honor KPPS, Rp0,5 miliar."
    )
    assert "provinsi" not in found["Hibah KPU menurut NPHD"]["kalimat"]  # no gap, no reason for one
    [told] = rows(snapshot, "logistik/pendanaan_bersama")
    assert told["kalimat"] == "Provinsi ikut menanggung Honor PPK dan Honor KPPS, Rp0,5 miliar."


def test_a_part_of_the_province_that_nobody_wrote_makes_no_sum(tmp_path):
    unwritten = SHARED.replace("300 juta", "")
    snapshot = given(tmp_path, "2024-11-04", {"bpkpd/nphd": OLD_NPHD, "bpkpd/pencairan": OLD_PAID, "bpkpd/pendanaan_bersama": unwritten})  # fmt: skip
    [told] = rows(snapshot, "logistik/pendanaan_bersama")
    assert told["kalimat"] == "Provinsi ikut menanggung Honor PPK dan Honor KPPS."
