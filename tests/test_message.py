"""The message to an agency: short, polite, and with everything needed to mend a cell without this screen."""

import urllib.parse

from monev.screen import whatsapp
from monev.screen.whatsapp import MOST, request


def found(**changed):
    return {
        "judul_tab": "Pemilih TPS",
        "sel": "I36",
        "baris": 36,
        "tertulis": "15 (enam belas)",
        "alasan": "Angka dan kata tidak sama.",
        "saran": "tulis 15 atau 16, yang benar di antara keduanya",
        "bobot": "tolak",
    } | changed


def lines(*rows):
    """The paragraphs, which a blank line parts."""
    return request("KPU", rows, 12).split("\n\n")


def test_an_agency_whose_sheet_did_not_arrive_is_not_told_that_the_rest_was_read():
    said = request("KPU", [found()], 12, "Berkas kejadian.csv rusak.")
    assert said.endswith("\n\nTerima kasih.") and "sudah terhitung" not in said
    assert request("KPU", [found()], 12).endswith("\n\nAngka lain sudah terhitung. Terima kasih.")


def test_a_finding_names_place_typed_reason_and_advice():
    assert lines(found()) == [
        "Yth. rekan KPU, mohon 1 hal berikut diperiksa:",
        "1. *Pemilih TPS, sel I36*: tertulis “15 (enam belas)” → tulis 15 atau 16, yang benar di antara keduanya. "
        "Angka dan kata tidak sama.",
        "Angka lain sudah terhitung. Terima kasih.",
    ]


def test_what_is_to_be_done_otherwise_than_typing_stands_behind_the_reason():
    row = found(alasan="Baris ini sama persis dengan baris 3.", saran="hapus salah satunya")
    assert lines(row)[1].endswith(
        "tertulis “15 (enam belas)”. Baris ini sama persis dengan baris 3. Hapus salah satunya."
    )


def test_an_example_stands_where_the_advice_leaves_open_what_to_write():
    row = found(alasan="Sebab.", saran="tulis angka bulat tanpa koma", contoh="640")
    assert "→ tulis angka bulat tanpa koma, contohnya 640. Sebab." in lines(row)[1]
    assert "640" not in lines(found(contoh="640"))[1], "and not beside the value itself"


def test_several_cells_are_all_named():
    row = found(sel_semua=["I36", "I37", "I38", "I41"], judul_kolom="TPS KPPS Lengkap", saran="tulis angka bulat",
                alasan="4 baris, mulai I36: Angka dan kata tidak sama.")  # fmt: skip
    assert lines(row)[1] == (
        "1. *Pemilih TPS, TPS KPPS Lengkap, sel I36 sampai I38 dan I41*: Angka dan kata tidak sama. "
        "Di I36 tertulis “15 (enam belas)”. Tulis angka bulat."
    )


def test_a_blank_cell_is_not_quoted():
    assert lines(found(tertulis=None, alasan="Jumlah belum diisi.", saran="tulis jumlah"))[1] == (
        "1. *Pemilih TPS, sel I36*: Jumlah belum diisi. Tulis jumlah."
    )


def test_a_finding_about_a_whole_tab_has_no_cell():
    row = found(sel=None, baris=None, tertulis=None, alasan="2 kelurahan belum ada barisnya.", saran="tambahkan baris")
    assert lines(row)[1] == "1. *Pemilih TPS*: 2 kelurahan belum ada barisnya. Tambahkan baris."


def test_a_finding_about_a_whole_row_names_the_row():
    row = found(sel=None, tertulis=None, alasan="Kurang 12 buah.", saran="isi rencana pengganti")
    assert lines(row)[1] == "1. *Pemilih TPS, baris 36*: Kurang 12 buah. Isi rencana pengganti."


def test_a_finding_without_any_place_still_reads_as_a_sentence():
    nowhere = {
        "judul_tab": None,
        "sel": None,
        "baris": None,
        "alasan": "Tab ini tidak dibaca.",
        "saran": "ganti judulnya",
    }
    assert lines(found(**nowhere, tertulis=None))[1] == "1. Tab ini tidak dibaca. Ganti judulnya."
    assert lines(found(**nowhere))[1] == "1. Tertulis “15 (enam belas)”. Tab ini tidak dibaca. Ganti judulnya."


def test_what_is_only_for_information_is_left_out():
    assert lines(found(bobot="info"), found(bobot="periksa"))[0] == "Yth. rekan KPU, mohon 1 hal berikut diperiksa:"


def test_without_anything_to_mend_it_is_a_word_of_thanks():
    thanks = "Yth. rekan KPU, semua baris sudah terhitung. Terima kasih."
    assert request("KPU", [], 12) == request("KPU", [found(bobot="info")], 12) == thanks


def test_ten_fit_and_the_eleventh_is_counted():
    ten, eleven = lines(*[found()] * MOST), lines(*[found()] * (MOST + 1))
    assert len(ten) == MOST + 2 and not any("lagi" in line for line in ten)
    assert len(eleven) == MOST + 3 and eleven[-2] == "… dan 1 lagi di halaman Mutu data."
    assert eleven[0] == "Yth. rekan KPU, mohon 11 hal berikut diperiksa:"


def test_the_order_given_is_the_order_written():
    written = lines(found(sel="A1"), found(sel="B2"), found(sel="C3"))
    assert [line.split()[4] for line in written[1:4]] == ["A1*:", "B2*:", "C3*:"]


def test_a_long_cell_is_shortened_and_stays_on_its_line():
    [_, line, _] = lines(found(tertulis="kata\nlain  " + "x" * 200))
    quoted = line.partition("“")[2].partition("”")[0]
    assert len(quoted) == 60 and quoted.startswith("kata lain x") and quoted.endswith("…")
    assert "“" + "x" * 60 + "”" in request("KPU", [found(tertulis="x" * 60)], 12)


def test_the_address_of_whatsapp_gives_the_text_back():
    text = request("KPU", [found(tertulis="a & b = 50% #1?")], 12)
    address = whatsapp.whatsapp(text)
    assert address.startswith("https://wa.me/?text=") and "\n" not in address and " " not in address
    assert urllib.parse.parse_qs(urllib.parse.urlsplit(address).query) == {"text": [text]}


def test_nobody_is_thanked_for_a_sheet_that_did_not_arrive():
    assert "semua baris sudah terhitung" in request("KPU", [], 12)
    assert "belum kami terima" in request("KPU", [], 0) and "Terima kasih" not in request("KPU", [], 0)
    missing = found(sel=None, tertulis=None, alasan="Tab tidak ditemukan.", saran="tambahkan tab")
    assert "Angka lain" not in request("KPU", [missing], 0)


def test_a_sheet_that_cannot_be_read_now_is_told_before_what_the_last_reading_found():
    said = request("KPU", [found()], 12, "Spreadsheet belum dibagikan ke akun dasbor.").split("\n\n")
    assert said[0].startswith("Yth. rekan KPU, lembarnya belum dapat kami baca. Spreadsheet belum dibagikan")
    assert said[1] == "Menurut pembacaan terakhir, mohon 1 hal berikut diperiksa:" and said[2].startswith(
        "1. *Pemilih TPS"
    )


# --- of an agenda point ---


def paragraph(status, isi, **changed):
    return {"nomor": 1, "halaman": "logistik", "judul": "Sarana dan logistik", "keadaan": "merah", "status": status,
            "isi": isi} | changed  # fmt: skip


def test_a_point_is_told_in_short_paragraphs_that_begin_with_the_signs_of_the_pages():
    said = whatsapp.of_point([
        paragraph("merah", "Lima jenis barang masih kurang."), paragraph("kuning", "**Sarpras siap**: 85,0%, 3 belum siap."),
        paragraph(None, "Angka per 4 November 2024."),
    ])  # fmt: skip
    assert said.split("\n\n") == [
        "🛑 *1 Sarana dan logistik: Kritis*\nLima jenis barang masih kurang.",
        "⚠️ *Sarpras siap*: 85,0%, 3 belum siap.",
        "Angka per 4 November 2024.",
    ]


def test_what_was_typed_becomes_neither_an_address_nor_a_mark():
    said = whatsapp.of_point([paragraph("merah", "**C.Pemberitahuan** di kpu.go.id *penting* _sekali_")])
    assert "C.Pem" not in said and "kpu.go.id" not in said and said.count("*C.\u200bPemberitahuan*") == 1
    assert "*penting*" not in said and "_sekali_" not in said


def test_each_status_has_a_sign_of_its_own():
    assert set(whatsapp.SIGNS) == {"merah", "kuning", "hijau", "belum_waktunya", "selesai_dinilai", "belum_dilaporkan"}
    assert len(set(whatsapp.SIGNS.values())) == len(whatsapp.SIGNS)
