"""One cause, one finding: what is wrong in the same way in many cells is told once, and all of them lie behind it."""

from monev.sync import causes
from monev.words import to_mend
from tests.given import given, rows

TITLES = {("kpu", "distribusi", name): title for name, title in (
    ("jumlah_tps_diterima", "Jumlah TPS Diterima"), ("tanggal_rencana", "Tanggal Rencana"),
    ("tanggal_realisasi", "Tanggal Realisasi"), ("kendala", "Kendala"))}  # fmt: skip
LETTERS = {"jumlah_tps_diterima": "D", "tanggal_rencana": "F", "tanggal_realisasi": "G", "kendala": "I"}


def found(number: int, column: str = "tanggal_rencana", why: str = "Tahunnya belum ditulis.", **more) -> dict:
    return {
        "instansi": "kpu", "tab": "distribusi", "sel": f"{LETTERS[column]}{number}", "baris": number, "kolom": column,
        "tertulis": "24/11", "alasan": why, "saran": "tulis tanggal lengkap", "contoh": None, "bobot": "tolak",
        "akibat": "…", "konfirmasi": None, "baris_semua": (), "sel_semua": (), "asal": None,
    } | more  # fmt: skip


def gathered(*rows: dict) -> list[dict]:
    return causes.gathered(rows, TITLES)


def test_the_same_words_in_one_column_are_one_finding():
    [one] = gathered(*(found(number) for number in range(4, 37)))
    assert one["alasan"] == "33 baris, mulai F4: Tahunnya belum ditulis."
    assert (one["sel"], one["baris"], one["tertulis"], one["kolom"]) == ("F4", 4, "24/11", "tanggal_rencana")
    assert one["baris_semua"] == [*range(4, 37)] and one["sel_semua"][-1] == "F36"


def test_a_single_finding_stays_as_it_is():
    [one] = gathered(found(4))
    assert one["alasan"] == "Tahunnya belum ditulis." and one["baris_semua"] == ()


def test_other_words_weights_columns_tabs_and_checks_stay_apart():
    different = [
        found(4),
        found(5, why="Ini rentang atau beberapa tanggal, bukan satu tanggal."),
        found(6, bobot="periksa"),
        found(7, "kendala"),
        found(8, tab="hibah"),
        found(9, asal="periksa/tps_diterima"),
    ]
    assert len(gathered(*different)) == len(different)


def test_words_that_differ_in_what_they_quote_are_one_from_four_on_with_the_first_as_example():
    def ranges(many: int) -> list[dict]:
        return [
            found(n, why=f"Tahun {2100 + n} di luar rentang 2022 sampai 2027.", saran=f"tulis {n}") for n in range(many)
        ]

    assert len(gathered(*ranges(3))) == 3
    [one] = gathered(*ranges(4))
    assert one["alasan"] == "4 baris, mulai F0; contoh F0: Tahun 2100 di luar rentang 2022 sampai 2027."
    assert one["saran"] == "di F0 tulis 0; begitu pula di sel lainnya, menurut isinya"


def test_an_advice_for_one_cell_is_never_given_for_all():
    why = "Hari ditulis lebih dulu, lalu bulan; bulan 14 tidak ada."
    [one] = gathered(*(found(n, why=why, saran=f"tulis {n}/11/2024") for n in (14, 15, 16, 17)))
    assert one["alasan"] == f"4 baris, mulai F14: {why}"
    assert one["saran"].startswith("di F14 tulis 14/11/2024; begitu pula di sel lainnya")
    two = gathered(*(found(n, why=why, saran=f"tulis {n}/11/2024") for n in (14, 15)))
    assert len(two) == 2 and {row["saran"] for row in two} == {"tulis 14/11/2024", "tulis 15/11/2024"}


def test_cells_without_an_address_are_counted_all_the_same():
    nowhere = [found(n, column, sel=None) for n in (4, 5, 6) for column in LETTERS]
    [one] = gathered(*nowhere)
    assert one["baris_semua"] == [4, 5, 6]


def test_names_and_dates_in_the_words_do_not_part_them():
    told = [found(n, why=f"Kelurahan {name} terletak di Kecamatan Baros, bukan Cikole.")
            for n, name in enumerate(("Benteng", "Sindang Palay", "Tipar", "Cisarua"))]  # fmt: skip
    assert len(gathered(*told)) == 1


def test_one_cause_in_many_columns_is_one_finding_of_the_tab():
    cells = [found(n, column) for n in (4, 5) for column in LETTERS]
    [one] = gathered(*cells)
    assert one["kolom"] is None and len(one["sel_semua"]) == 8
    assert one["alasan"].startswith("8 sel di kolom Jumlah TPS Diterima, Tanggal Rencana,")
    assert len(gathered(*(found(n, column) for n in (4, 5) for column in ("kendala", "tanggal_rencana")))) == 2


def test_a_blank_in_many_columns_is_one_cause_though_each_names_its_column():
    [one] = gathered(
        *(found(4, column, why=f"{TITLES['kpu', 'distribusi', column]} belum diisi.") for column in LETTERS)
    )
    assert one["sel_semua"] == ["D4", "F4", "G4", "I4"]


HEAD = (
    "kecamatan | kelurahan | tahap_distribusi | jumlah_tps_diterima | tanggal_rencana | tanggal_realisasi | kendala |"
    " tanggal_data\n"
)
PLACES = ["Selabatu", "Gunungparang", "Kebonjati", "Cisarua", "Subangjaya"]


def sent(*dates: str) -> dict[str, str]:
    return {"kpu/distribusi": HEAD + "\n".join(
        f"Cikole | {kel} | gudang_kpu_ke_ppk | 0 | {date} | | tidak_ada | 4 Nov 2024"
        for kel, date in zip(PLACES, dates, strict=True))}  # fmt: skip


def told(snapshot) -> list[dict]:
    return rows(snapshot, "mutu_data/temuan", tab="distribusi")


def test_counts_and_history_follow_the_cause(tmp_path):
    first = given(tmp_path, "2024-11-04", sent(*["24/11"] * 5))
    [one] = told(first)
    assert one["baris_semua"] == [2, 3, 4, 5, 6]
    assert [row["temuan"] for row in rows(first, "ringkasan/instansi", instansi="kpu")] == [5], "four tabs are missing"
    [since] = first.select("select sejak from riwayat_temuan where tab = 'distribusi'")["sejak"]
    fewer = given(tmp_path, "2024-11-05", sent("24/11/2024", "24/11", "24/11/2024", "24/11", "24/11"))
    assert [row["baris_semua"] for row in told(fewer)] == [[3, 5, 6]]
    history = fewer.select("select sejak, selesai from riwayat_temuan where tab = 'distribusi'").to_dict("records")
    assert history == [{"sejak": since, "selesai": None}], "some were mended, the cause is still there"
    last = given(tmp_path, "2024-11-06", sent(*["24/11/2024"] * 4, "24/11"))
    assert len(rows(last, "mutu_data/baru_diperbaiki")) == 0 and len(told(last)) == 1
    none = given(tmp_path, "2024-11-07", sent(*["24/11/2024"] * 5))
    assert len(rows(none, "mutu_data/baru_diperbaiki")) == 1 and told(none) == []


def test_what_was_one_stays_one_while_two_of_its_cells_are_left():
    """So its comment is answered with what is left, and not followed by several others."""

    def ranges(many: int) -> list[dict]:
        return [
            found(n, why=f"Tahun {2100 + n} di luar rentang 2022 sampai 2027.", saran=f"tulis {n}") for n in range(many)
        ]

    [before] = gathered(*ranges(4))
    known = {causes.same(before)}
    [left] = causes.gathered(ranges(2), TITLES, known)
    assert left["sel_semua"] == ["F0", "F1"] and causes.same(left) in known
    assert len(causes.gathered(ranges(1), TITLES, known)) == 1 == len(causes.gathered(ranges(2), TITLES)) - 1


def test_what_happens_meanwhile_is_said_of_all_cells():
    waits = "Sampai diperbaiki, sel ini belum ikut dihitung."
    [one] = gathered(*(found(number, akibat=waits) for number in range(4, 8)))
    assert one["akibat"] == "Sampai diperbaiki, keempat sel ini belum ikut dihitung."
    [alone] = gathered(found(4, akibat=waits))
    assert alone["akibat"] == waits


def test_a_reason_is_told_without_its_cells_where_these_are_named_beside_it():
    [one] = gathered(*(found(number) for number in range(4, 37)))
    assert to_mend.reason(one["alasan"]) == "Tahunnya belum ditulis."
    assert (
        to_mend.reason("4 sel di kolom A, B, dan C, mulai H26; contoh H26: Ini rentang.")
        == "Misalnya di H26: Ini rentang."
    )
    assert to_mend.reason("Tahunnya belum ditulis.") == "Tahunnya belum ditulis."
