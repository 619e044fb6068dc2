"""What the drawing functions promise to every page: safe, Indonesian, and never better than what is known."""

from __future__ import annotations

import datetime as dt
import re
from html.parser import HTMLParser

import pytest

from monev.screen.draw import (
    agenda_course,
    bar_charts,
    decisions,
    elements,
    findings,
    indicators,
    overview,
    promises,
    reconciliation,
    status_line,
    theme,
    tile_map,
    time_charts,
)
from monev.words import the_day, words

HOSTILE = "<img src=x onerror=alert(1)>\"'&</div><script>x</script>"
LIGHT = theme.Palette("#FFFFFF", "#F4F3F8", "#1B1830", "#55506B", "#D5D2DF", "#7B768F", "#43348C", "#C9BFEA")
TODAY = dt.date(2024, 11, 4)
#: The row of bersama/bingkai three days before the vote, and 44 days after it.
BEFORE = {"tanggal_acuan": dt.date(2024, 11, 24), "sisa_hari": 3, "hari_h": "H", "hari_nama": "Pemungutan suara",
          "berikut_nama": "Barang di KPPS", "berikut_tanggal": dt.date(2024, 11, 26)}  # fmt: skip
AFTER = BEFORE | {"tanggal_acuan": dt.date(2025, 1, 10), "sisa_hari": -44, "berikut_nama": "Pelantikan",
                  "berikut_tanggal": dt.date(2025, 2, 20)}  # fmt: skip


def number(**changed: object) -> dict:
    row = {
        "kode": "x",
        "indikator": "Barang kurang",
        "nilai": 5,
        "satuan": "jenis",
        "status": "merah",
        "kalimat": "",
        "terhitung": 13,
        "dikecualikan": 1,
        "dulu_nilai": 7,
        "dulu_tanggal": dt.date(2024, 10, 21),
        "gerak": "membaik",
    }
    return row | changed


def tile(name: str, district: str, column: int, row: int, **changed: object) -> dict:
    given = {
        "kelurahan": name,
        "kecamatan": district,
        "petak_kolom": column,
        "petak_baris": row,
        "nama_petak": name,
        "jumlah": 0,
        "tingkat": 0,
        "label": None,
    }
    return given | changed


def case(*states: str) -> dict:
    labels = ("Bawaslu: menangani", "BKN: merekomendasikan", "PPK: melaksanakan")
    return {
        "kode": HOSTILE,
        "keterangan": HOSTILE,
        "langkah": [(label, state, HOSTILE) for label, state in zip(labels, states, strict=True)],
    }


def mended(**changed: object) -> dict:
    row = {
        "sel": "I36",
        "baris": 36,
        "tertulis": "15 (enam belas)",
        "alasan": "Angka dan kata tidak sama.",
        "judul_tab": "Pemilih TPS",
        "judul_kolom": "TPS KPPS Lengkap",
        "selesai": dt.datetime(2024, 11, 4, 14, 32),
        "terbuka_jam": 5.2,
    }
    return row | changed


def trouble(**changed: object) -> dict:
    """Two agencies of one cause, both last read this morning."""
    row = {"nama": ["KPU", "BPKPD"], "pesan": "Kunci ditolak.", "berlainan": False, "belum_pernah": None}
    return row | {"tertua": dt.datetime(2024, 11, 4, 9, 12)} | changed


def hostile_pages() -> dict[str, str]:
    h = HOSTILE
    point = {"ke": 1, "nomor": 1, "semua": 1, "halaman": h, "judul": h, "pembicara": h, "menit": 5}
    point |= {"mulai_menit": 0, "selesai_menit": 5}
    decision = {"status": "merah", "uraian": h, "pemilik": h, "tenggat": h, "tempat": h, "tautan": h}
    promise = decision | {
        "id": h, "keadaan": "belum", "keadaan_kata": h, "lewat": 0, "tenggat": TODAY, "tenggat_awal": TODAY,
        "tenggat_baru": TODAY, "minta_undur": True, "ketepatan": "belum_tahu", "dulu_keadaan": "selesai",
        "dulu_keadaan_kata": h, "kabar": h, "indikator_nama": h, "satuan": h, "halaman": h, "kini_nilai": 1,
        "kini_status": "merah", "nilai_saat_dicatat": h, "dicatat_nilai": None, "dicatat": None, "terkirim": None, "diubah": None,
        "ditarik": False, "di_lembar": False, "baris": None,
        "kiriman": "terkendala", "pesan": h, "terbuka": 1, "selesai": 1, "tepat": 1, "terlambat": 1, "belum_tahu": 1,
        "tepat_persen": 50.0,
    }  # fmt: skip
    fresh = {
        "nama": h,
        "status": "hijau",
        "tanggal_data": TODAY,
        "umur_hari": 0,
        "baris": 2,
        "terhitung": 2,
        "ditahan": 0,
        "temuan": 0,
    }
    return {
        "heading": elements.heading({"nomor": h, "judul": h, "status": "merah", "kalimat": h}),
        "section": elements.section(h, h, h),
        "numbers": indicators.numbers(
            [number(indikator=h, satuan=h), number(nilai=None, status="belum_waktunya", kalimat=h)]
        ),
        "rest": indicators.numbers_rest([number(indikator=h, satuan=h)], most=0),
        "turn": agenda_course.turn([point], h, dt.time(9)),
        "course": agenda_course.course([point], dt.time(9), h),
        "decisions": decisions.decisions([decision]),
        "table": elements.table([("a", h, "teks")], [{"a": h}, {"a": [h]}]),
        "expandable": elements.expandable(h, ""),
        "agenda": overview.agenda_rows(
            [decision | {"nomor": h, "judul": h, "kalimat": h, "angka": [number(indikator=h)]}]
        ),
        "onward": agenda_course.onward([point, point | {"halaman": "x"}], h),
        "changes": overview.changes(
            [decision | {"dulu_status": "hijau", "indikator": h, "dulu_nilai": 1, "nilai": 2, "satuan": h}]
        ),
        "countdown": overview.countdown(BEFORE | {"hari_h": h}, [{"tanggal": TODAY, "nama": h}]),
        "after": overview.countdown(AFTER | {"hari_nama": h}, []) + overview.since(AFTER | {"berikut_nama": h}),
        "freshness": overview.freshness([fresh], fresh) + overview.freshness_short([fresh], fresh),
        "sources": overview.sources([{"nama": h, "tab": [h], "umur_hari": 1, "temuan": 1}]),
        "disagreements": reconciliation.disagreements(
            [
                {
                    "kiri": h,
                    "nilai_kiri": 1,
                    "kanan": h,
                    "nilai_kanan": 2,
                    "selisih": 1,
                    "status": s,
                    "kalimat": h,
                    "satuan": h,
                    "keterangan_kiri": h,
                }
                for s in ("merah", "hijau")
            ]
        ),
        "counts": reconciliation.counts([{"pemilik": h, "nilai": 1, "satuan": h, "keterangan": h}]),
        "cases": reconciliation.flow([case("selesai", "tunggu", "nihil")], h),
        "map": tile_map.tile_map([tile(h, h, 1, 1, label=h, tingkat=None)], {0: h, None: h}, h),
        "priority": tile_map.priority_list(
            [{"kelurahan": h, "kecamatan": h, "tanda": [(h, "ya")], "keterangan": h}], h
        ),
        "findings": findings.findings(
            [
                {
                    "sel": h,
                    "tertulis": h,
                    "alasan": h,
                    "saran": h,
                    "akibat": h,
                    "judul_tab": h,
                    "bobot": "info",
                    "tautan": h,
                }
            ],
            3,
        ),
        "agencies": findings.agency_table([fresh], h, h),
        "mended": findings.mended([mended(sel=h, tertulis=h, judul_tab=h), mended(tertulis=None, alasan=h)], TODAY),
        "message": findings.message(h),
        "promises": promises.listed([promise, promise | {"keadaan": "selesai"}], TODAY) + promises.on_time([promise]),
        "recorded": promises.recorded([promise], {"menunggu": 1, "sejak": None, "pesan": h + h}, TODAY),
        "troubles": overview.troubles([trouble(nama=[h, h], pesan=h, belum_pernah=[h])]),
    }


class Shape(HTMLParser):
    """Tags that stand open, every tag seen, and every attribute name."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.open, self.seen, self.attributes = [], set(), set()
        self.feed(page)

    def handle_starttag(self, tag, attributes):
        self.seen.add(tag)
        self.attributes.update(name for name, _ in attributes)
        if tag not in ("br", "wbr"):
            self.open.append(tag)

    def handle_endtag(self, tag):
        assert self.open.pop() == tag


@pytest.mark.parametrize("name, page", hostile_pages().items())
def test_nothing_that_was_typed_becomes_markup(name: str, page: str) -> None:
    shape = Shape(page)
    assert shape.open == []
    assert not shape.seen & {"img", "script"} and "onerror" not in shape.attributes
    assert HOSTILE not in page


@pytest.mark.parametrize(
    "address", ["javascript:alert(1)", "//lain.example", "/\\lain.example", "data:text/html,x", "", None]
)
def test_an_address_that_is_no_address_is_no_link(address: str | None) -> None:
    assert elements.link(address, "Pencairan") == "Pencairan"


def test_only_pairs_of_stars_are_bold() -> None:
    assert elements.emphasis("a **b** *c* <b>") == "a <b>b</b> *c* &lt;b&gt;"


@pytest.mark.parametrize("amount", ["Rp15,0 miliar", "Rp0,2 juta", "Rp1.234.567", "Rp2,5 triliun", "ASN-05"])
def test_no_line_ends_within_an_amount_or_a_code(amount: str) -> None:
    piece = f'<span class="utuh">{amount}</span>'
    assert elements.emphasis(f"KPU **{amount}**, lalu") == f"KPU <b>{piece}</b>, lalu"
    assert elements.cell(f"cair {amount}", "teks") == f"cair {piece}"
    assert piece in indicators.numbers([number(landasan=f"{amount} dari semua", sebab=amount)])


def test_which_way_a_number_moved_is_said_where_it_is_known() -> None:
    assert "21 Okt: 7, membaik" in indicators.numbers([number(gerak="membaik")])
    assert "21 Okt: 7, memburuk" in indicators.numbers([number(gerak="memburuk")])
    assert '<span class="beda">21 Okt: 7</span>' in indicators.numbers([number(gerak=None)])


def test_what_was_reported_and_cannot_be_read_is_not_called_unreported() -> None:
    unread = number(nilai=None, status="belum_dilaporkan", kalimat="", terhitung=9, dikecualikan=1)
    assert "Belum diketahui" in indicators.numbers([unread])
    for silent in (unread | {"terhitung": 0}, unread | {"dikecualikan": 0}):
        assert "Belum dilaporkan" in indicators.numbers([silent])


def test_a_change_that_is_not_to_be_seen_is_called_steady() -> None:
    assert "40,0%, tetap" in indicators.numbers(
        [number(nilai=40.04, dulu_nilai=40.01, satuan="persen", gerak="membaik")]
    )


def test_an_unknown_value_shows_its_status_and_no_number() -> None:
    page = indicators.numbers(
        [number(nilai=None, status="belum_waktunya", kalimat="dinilai mulai 24 Nov", terhitung=None)]
    )
    assert "Belum waktunya" in page and "dinilai mulai 24 Nov" in page
    assert not re.search(r'class="nilai">', page) and "membaik" not in page


def test_zero_is_a_number_and_says_what_it_rests_on() -> None:
    page = indicators.numbers([number(nilai=0)])
    assert '<span class="nilai">0 ' in page and "13 dari 14 baris terhitung" in page


def test_green_numbers_leave_first_and_from_the_end_and_the_order_stays() -> None:
    statuses = ["hijau", "merah", "hijau", "kuning", "belum_waktunya", "merah", "kuning", "merah"]
    rows = [number(indikator=f"angka{place}", status=status) for place, status in enumerate(statuses)]
    assert re.findall(r"angka\d", indicators.numbers(rows)) == [
        "angka1",
        "angka3",
        "angka4",
        "angka5",
        "angka6",
        "angka7",
    ]
    assert re.findall(r"angka\d", indicators.numbers_rest(rows)) == ["angka0", "angka2"]
    assert indicators.numbers_rest(rows[:6]) == ""


def test_six_reds_are_never_pushed_out_by_what_is_better() -> None:
    rows = [number(indikator="Aman dulu", status="hijau"), *[number(indikator="buruk") for _ in range(6)]]
    assert "Aman dulu" not in indicators.numbers(rows)


def test_days_to_the_vote_are_said_as_people_say_them() -> None:
    assert [words.countdown(days) for days in (23, 1, 0, -3)] == ["H-23", "H-1", "Hari H", "H+3"]


def test_a_topic_without_a_day_shows_no_empty_countdown() -> None:
    row = {"tanggal": TODAY, "nama": "Batas laporan"}
    none = BEFORE | {"sisa_hari": None, "hari_h": None, "hari_nama": None}
    assert overview.countdown(none, []) == overview.since(none) == the_day.since(none) == the_day.count(none) == ""
    assert "Batas laporan" in overview.countdown(none, [row]) and 'class="h"' not in overview.countdown(none, [row])
    assert "D-3" in overview.countdown(BEFORE | {"hari_h": "D"}, [])


@pytest.mark.parametrize("days, count, since", [
    (1, "H-1", ""), (0, "Hari H", ""), (-1, "H+1", "1 hari sesudah pemungutan suara"),
    (-44, "H+44", "44 hari sesudah pemungutan suara"),
])  # fmt: skip
def test_once_the_day_is_over_days_are_counted_since_it(days, count, since) -> None:
    facts = AFTER | {"sisa_hari": days}
    assert (the_day.count(facts), the_day.since(facts)) == (count, since)
    assert the_day.whole(facts) == (f"{count}, {since}" if since else count)
    assert (since in overview.countdown(facts, [])) and bool(overview.since(facts)) == bool(since)


def test_the_line_at_the_top_has_its_room_for_the_short_count_and_says_it_in_full_to_those_who_hear_it() -> None:
    facts = {"dibuat": None, "dibekukan": None, "dulu_tanggal": None, "dulu_rapat": None, "simulasi": False}
    assert '<b>H+44<span class="sr">, 44 hari sesudah pemungutan suara</span></b>' in status_line.strip(AFTER | facts)
    assert "<b>H-3</b>" in status_line.strip(BEFORE | facts)


def test_the_date_that_follows_is_said_with_its_year_where_that_is_another() -> None:
    assert the_day.following(AFTER) == "berikutnya 20 Feb: Pelantikan"
    assert the_day.following(AFTER | {"tanggal_acuan": dt.date(2024, 12, 31)}) == "berikutnya 20 Feb 2025: Pelantikan"
    assert the_day.following(AFTER | {"berikut_nama": None, "berikut_tanggal": None}) == ""
    assert the_day.following(AFTER | {"sisa_hari": 0}) == the_day.following(BEFORE) == ""
    assert "<b>H+44</b>, 44 hari sesudah pemungutan suara; berikutnya 20 Feb: Pelantikan." in overview.since(AFTER)


def test_an_agency_without_data_is_not_called_fresh() -> None:
    row = {
        "nama": "BPKPD",
        "status": "belum_dilaporkan",
        "tanggal_data": None,
        "umur_hari": None,
        "baris": 0,
        "terhitung": 0,
        "ditahan": 0,
        "temuan": 0,
    }
    assert "belum ada data" in overview.freshness([row], row) and "hari ini" not in overview.freshness([row], row)


@pytest.mark.parametrize(
    "changed, standing",
    [
        ({}, "Sementara ini dipakai angka yang dibaca 4 Nov 2024, 09.12 WIB."),
        (
            {"berlainan": True},
            "Sementara ini dipakai angka terakhir tiap lembar; yang tertua dibaca 4 Nov 2024, 09.12 WIB.",
        ),
        (
            {"belum_pernah": ["BPKPD"]},
            "Sementara ini dipakai angka yang dibaca 4 Nov 2024, 09.12 WIB. Angka BPKPD belum pernah dibaca.",
        ),
        ({"tertua": None, "belum_pernah": ["KPU", "BPKPD"]}, "Angkanya belum pernah dibaca."),
    ],
)
def test_agencies_of_one_cause_share_a_line_with_the_oldest_of_their_times(changed: dict, standing: str) -> None:
    shown = re.sub("<[^>]+>", "", overview.troubles([trouble(**changed)]))
    assert shown == f"Lembar KPU dan BPKPD belum dapat dibaca. Kunci ditolak. {standing}"


def test_sides_that_agree_are_gathered_and_a_silent_side_is_not_a_difference() -> None:
    row = {
        "kiri": "KPU",
        "nilai_kiri": 551,
        "kanan": "acuan",
        "nilai_kanan": 551,
        "selisih": 0,
        "status": "hijau",
        "kalimat": "",
        "satuan": "TPS",
        "kunci": "jumlah TPS",
    }
    silent = row | {"nilai_kanan": None, "selisih": None, "status": "belum_dilaporkan"}
    agreed = reconciliation.disagreements([row])
    assert "Cocok di kedua pihak: 1 perbandingan" in agreed and "<li>jumlah TPS 551 TPS</li>" in agreed
    unsure = reconciliation.disagreements([row | {"status": "kuning"}])
    assert "<li>jumlah TPS 551 TPS, datanya belum lengkap</li>" in unsure and "beda-baris" not in unsure
    early = reconciliation.disagreements([row | {"status": "belum_waktunya", "kalimat": "Mulai 16 Nov."}])
    assert "Belum waktunya" in early and "<li>Mulai 16 Nov.</li>" in early and "beda-baris" not in early
    page = reconciliation.disagreements([silent])
    assert "belum diketahui" in page and "dibandingkan" in page and "selisih" not in page


def test_the_head_of_the_flow_counts_only_lanes_that_passed() -> None:
    page = reconciliation.flow(
        [
            case("selesai", "tunggu", "nihil"),
            case("selesai", "selesai", "tunggu"),
            case("luar", "nihil", "nihil"),
        ],
        "kasus",
    )
    assert re.findall(r'class="tahap"><b>(\d)', page) == ["2", "1", "0"]


def test_an_outline_runs_where_the_kecamatan_changes_and_nowhere_else() -> None:
    rows = [tile("A1", "A", 1, 1), tile("A2", "A", 2, 1), tile("B1", "B", 1, 2)]
    page = tile_map.tile_map(rows, {0: "tidak ada yang tercatat"}, "peta")
    edges = dict(
        re.findall(
            r'class="petak([^"]*)" data-n="0" style="[^"]*">(?:<span class="kec[^>]*>\w</span>)?<span>(\w+)',
            page,
        )
    )
    assert {name: sides.split() for sides, name in edges.items()} == {
        "A1": ["t", "b", "l"],
        "A2": ["t", "r", "b"],
        "B1": ["t", "r", "b", "l"],
    }
    assert "--kolom:2;--lajur:2" in page


def test_a_kecamatan_is_named_once_at_the_rim_where_it_has_one() -> None:
    districts = {tile_map.Spot(1, 1): "Atas", tile_map.Spot(1, 2): "Tengah", tile_map.Spot(1, 3): "Bawah"}
    assert tile_map.name_edges(districts) == {
        tile_map.Spot(1, 1): "t",
        tile_map.Spot(1, 2): "t",
        tile_map.Spot(1, 3): "b",
    }


def test_a_place_of_which_nothing_is_known_is_hollow_and_stands_in_the_legend() -> None:
    legend = {0: "tidak ada yang tercatat", None: "belum dilaporkan"}
    assert "belum dilaporkan" not in tile_map.tile_map([tile("A", "A", 1, 1)], legend, "peta")
    page = tile_map.tile_map([tile("A", "A", 1, 1, tingkat=None, jumlah=None)], legend, "peta")
    assert 'data-n="kosong"' in page and "belum dilaporkan" in page


def test_the_legend_of_a_map_holds_what_some_place_has_and_nothing_else() -> None:
    legend = {2: "belum ada rencana", 1: "baru ada rencana", 0: "sudah ada kegiatan", None: "belum diketahui"}
    rows = [tile("A", "A", 1, 1, tingkat=0), tile("B", "A", 2, 1, tingkat=1)]
    for page in (tile_map.tile_map(rows, legend, "peta"), tile_map.legend_below(rows, legend)):
        assert re.findall(r'<i data-n="(\w+)"></i>', page) == ["1", "0"]
        assert "baru ada rencana" in page and "belum ada rencana" not in page and "belum diketahui" not in page


def test_counts_on_a_map_differ_in_shade_and_size_up_to_four() -> None:
    rows = [tile(f"K{count}", "A", count + 1, 1, jumlah=count, label=str(count)) for count in (0, 1, 2, 3, 4, 9)]
    chips = re.findall(r'<span class="jml" data-j="(\d)">(\d)', tile_map.tile_map(rows, {0: "sudah"}, "peta"))
    assert chips == [("0", "0"), ("1", "1"), ("2", "2"), ("3", "3"), ("4", "4"), ("4", "9")]


def test_the_signs_of_an_agenda_point_name_their_numbers_outside_of_its_link() -> None:
    point = {"nomor": 2, "judul": "Risiko", "status": "kuning", "kalimat": "Baik.", "tautan": "/risiko"}
    figures = [number(indikator="Kasus aktif", status="kuning", nilai=3, satuan="kasus"),
               number(indikator="Laporan", status="hijau", nilai=0, satuan="laporan")]  # fmt: skip
    page = overview.agenda_rows([point | {"angka": figures}])
    link, signs, names = re.fullmatch(
        r".*(<a .*</a>)<details.*?<summary>(.*)</summary>(<ul>.*</ul>)</details>.*", page
    ).groups()
    assert "Kasus aktif" not in link and re.findall(r'data-s="(\w+)"', signs) == ["kuning", "hijau"]
    assert re.findall(r"<span>([^<]+)</span><b>([^<]+)", names) == [
        ("Kasus aktif", "3 kasus"),
        ("Laporan", "0 laporan"),
    ]
    assert "<details" not in overview.agenda_rows([point]), "a room looks at signs that nobody presses"


def test_a_page_leads_to_the_point_that_follows_it_and_the_last_one_nowhere() -> None:
    numbers = {"ringkasan": None, "logistik": 1, "tindak_lanjut": None}
    points = [{"halaman": name, "judul": name.capitalize(), "nomor": numbers[name]} for name in numbers]
    shown = agenda_course.onward(points, "ringkasan")
    assert 'href="/logistik"' in shown and "Agenda berikutnya" in shown and "<b>1</b> Logistik" in shown
    shown = agenda_course.onward(points, "logistik")
    assert "Agenda" not in shown and "Berikutnya" in shown and 'href="/tindak_lanjut"' in shown
    assert [agenda_course.onward(points, here) for here in ("tindak_lanjut", "bahan")] == ["", ""]
    assert agenda_course.onward([], "logistik") == ""


def test_a_short_value_to_write_is_framed_and_a_request_is_a_sentence() -> None:
    row = {"sel": "E7", "tertulis": None, "alasan": "Belum diisi.", "akibat": "", "bobot": "tolak"}
    assert 'benar">15<' in findings.findings([row | {"saran": "tulis 15"}], 3)
    page = findings.findings([row | {"saran": "buat tab bernama Hibah"}], 3)
    assert "buat tab bernama Hibah" in page and "benar" not in page and "kosong" in page
    for asked in ("tulis ulang isinya tanpa data pribadi", "isi ID, contohnya KBP-001"):
        page = findings.findings([row | {"saran": asked}], 3)
        assert asked in page and "benar" not in page


@pytest.mark.parametrize(
    ("saran", "framed", "behind"),
    [
        ("1102 tanpa koma, bila yang dimaksud ribuan", ["1102"], " tanpa koma, bila yang dimaksud ribuan"),
        ("15 atau 16, yang benar di antara keduanya", ["15", "16"], ", yang benar di antara keduanya"),
        ("1.234.567 atau 1.234.568 sebagai angka bulat", ["1.234.567", "1.234.568"], " sebagai angka bulat"),
        ("Rabu, 24 Januari 2024 bila tanggalnya benar, atau tanggal lain", ["Rabu, 24 Januari 2024"],
         " bila tanggalnya benar, atau tanggal lain"),
    ],
)  # fmt: skip
def test_what_was_typed_stands_beside_the_values_that_it_may_become(saran, framed, behind) -> None:
    row = {"sel": "H15", "tertulis": "1,102", "alasan": "a", "akibat": "", "bobot": "tolak", "saran": f"tulis {saran}"}
    page = findings.findings([row], 3)
    assert re.findall('benar">([^<]+)<', page) == framed and f"</span>{behind}</span>" in page


def test_findings_of_a_meeting_say_that_what_is_mended_counts_after_it() -> None:
    row = {"instansi": "kpu", "tab": "hibah", "kolom": "nilai", "sel": "E7", "baris": 7, "alasan": "a",
           "akibat": "Sel ini belum dihitung.", "bobot": "tolak"}  # fmt: skip
    assert findings.FROZEN not in findings.findings([row], 3)
    two = [row, row | {"sel": "E8", "baris": 8}]
    frozen = findings.findings(two, 3, {findings.place(row)}, frozen=True)
    assert findings.FROZEN in frozen and frozen.count("berlaku sesudah rapat") == 2, "one of them above all"
    assert frozen.count("belum dihitung") == 1
    older = findings.findings(two, 3, {findings.place(row)})
    assert findings.FROZEN not in older and older.count("tekan Tampilkan untuk memakainya") == 1
    assert findings.unmended([row], {findings.place(row)}) == [] and findings.unmended([row], ()) == [row]


def test_what_was_mended_today_has_its_time_and_what_was_mended_before_its_date() -> None:
    page = findings.mended([mended(), mended(selesai=dt.datetime(2024, 11, 2, 14, 32), terbuka_jam=72.0)], TODAY)
    assert re.findall(r"diperbaiki ([^<]+)<", page) == ["14.32 WIB", "2 Nov"]
    assert re.findall(r"setelah ([^<]+)<", page) == ["5 jam", "3 hari"]
    assert page.count('<s class="mono">15 (enam belas)</s>') == 2


def test_a_mended_cell_that_held_nothing_says_what_was_amiss_and_strikes_nothing_through() -> None:
    page = findings.mended([mended(tertulis=None, alasan="Jumlah belum diisi.")], TODAY)
    assert "Jumlah belum diisi." in page and "<s " not in page and "kosong" not in page


def test_where_nothing_was_mended_there_is_no_such_part() -> None:
    assert findings.mended([], TODAY) == ""


def test_the_six_newest_mended_are_shown_and_those_of_this_reading_are_counted() -> None:
    rows = [mended(sel=f"A{place}") for place in range(1, 9)]
    page = findings.mended(rows, TODAY, latest=8)
    assert re.findall(r'class="sel">(\w+)<', page) == ["A1", "A2", "A3", "A4", "A5", "A6"]
    assert "8 sejak pembacaan sebelumnya" in page and "pembacaan" not in findings.mended(rows, TODAY)


def test_of_more_than_six_mended_the_number_of_those_not_shown_is_told() -> None:
    rows = [mended(sel=f"A{place}") for place in range(1, 21)]
    assert re.findall(r"dan (\d+) lainnya", findings.mended(rows, TODAY)) == ["14"]
    assert "lainnya" not in findings.mended(rows[:6], TODAY)


def ages(**changed: object) -> list[str]:
    row = {"nama": "KPU", "status": "hijau", "umur_hari": 0, "baris": 2, "terhitung": 2, "ditahan": 0, "temuan": 5}
    page = findings.agency_table([row | changed], "21 Okt")
    cells = re.findall(r'data-judul="(?:Temuan tertua|Diperbaiki sejak 21 Okt)"><span>([^<]*)<', page)
    assert len(cells) == 2
    return cells


def test_every_agency_says_its_oldest_finding_and_its_mended_ones_in_one_form() -> None:
    assert ages(tertua_hari=3, diperbaiki=7, biasanya_jam=5.0) == ["3 hari", "7, biasanya 5 jam"]
    assert ages(tertua_hari=0, diperbaiki=1, biasanya_jam=0.2) == ["hari ini", "1, biasanya kurang dari 1 jam"]
    assert ages(temuan=0, tertua_hari=None, diperbaiki=0, biasanya_jam=None) == ["tidak ada", "0"]
    assert ages(temuan=0, diperbaiki=None, biasanya_jam=5.0) == ["tidak ada", "–"], "no meeting before"
    assert ages(tertua_hari=None, diperbaiki=0) == ["belum diketahui", "0"], "a snapshot that followed none yet"


def goods(**changed: object) -> dict:
    row = {
        "label": "Formulir",
        "kurang": 397,
        "kebutuhan": 1102,
        "satuan_barang": "set",
        "siap_persen": 64.0,
        "janji": dt.date(2024, 11, 1),
        "lewat_hari": 3,
        "keterangan": None,
    }
    return row | changed


def said(figure) -> list[str]:
    return [note.text for note in figure.layout.annotations]


def test_the_bar_past_its_promise_is_the_one_that_is_highlighted() -> None:
    figure = bar_charts.supplies([goods(label="A", lewat_hari=None), goods(label="B")], LIGHT, unit="satuan_barang")
    colours = [bar.marker.color for bar in figure.data if bar.marker.color != LIGHT.panel]
    assert colours == [LIGHT.edge, LIGHT.accent]
    assert "<b>janji 1 Nov, lewat 3 hari</b>" in said(figure)


def test_goods_that_are_not_reported_have_a_frame_and_no_bar() -> None:
    figure = bar_charts.supplies(
        [goods(siap_persen=None, kurang=None, keterangan="belum dilaporkan, sel E9", janji=None)], LIGHT
    )
    assert len(figure.data) == 0 and figure.layout.shapes[0].line.dash
    assert "belum dilaporkan, sel E9" in said(figure)[0]


def test_nothing_typed_is_markup_in_a_figure() -> None:
    rows = [{"penerima": "<b>x</b>", "tanggal": dt.date(2024, 2, 5), "persen": 40}]
    for figure in (
        bar_charts.supplies([goods(label="<a href='x'>y</a>")], LIGHT, unit="satuan_barang"),
        time_charts.shares(rows, LIGHT, TODAY, of="penerima"),
    ):
        assert not any("<a" in note or "<b>x</b>" in note for note in said(figure))


def test_the_grant_that_lags_is_highlighted_and_its_delay_is_said() -> None:
    rows = [
        {"penerima": name, "tanggal": dt.date(2024, 2, 5), "persen": share}
        for name, share in (("KPU", 100), ("Bawaslu", 40))
    ]
    figure = time_charts.shares(rows, LIGHT, TODAY, dt.date(2024, 6, 27), of="penerima")
    assert figure.data[-1].line.color == LIGHT.accent and "<b>Bawaslu<br>40,0%</b>" in said(figure)
    assert "130 hari lewat batas" in said(figure)
    assert (
        time_charts.alt_shares("Hibah yang sudah cair", rows, TODAY, of="penerima")
        == "Hibah yang sudah cair: KPU 100% sejak 5 Feb 2024 dan Bawaslu 40,0% sejak 5 Feb 2024."
    )


def test_what_lies_after_today_is_planned_and_not_paid() -> None:
    rows = [{"penerima": "KPU", "tanggal": dt.date(2024, 12, 1), "persen": 100}]
    assert said(time_charts.shares(rows, LIGHT, TODAY, of="penerima")) == ["Belum ada data."]
    figure = time_charts.waktu([{"tanggal": dt.date(2024, 11, 9), "nilai": 2}], LIGHT, TODAY)
    assert figure.data[0].marker.color == bar_charts.CLEAR
    assert (
        time_charts.alt_waktu("Kejadian", [{"tanggal": dt.date(2024, 11, 9), "nilai": 2}], TODAY)
        == "Kejadian: belum ada angka."
    )


def test_the_part_of_a_day_that_is_highlighted_stands_within_its_bar() -> None:
    days = [{"tanggal": TODAY, "nilai": 2, "tinggi": 1}, {"tanggal": dt.date(2024, 11, 1), "nilai": 3, "tinggi": 0}]
    figure = time_charts.waktu(days, LIGHT, TODAY, part="tinggi")
    bars = [(bar.y[0], bar.marker.color) for bar in figure.data]
    assert bars == [(2, LIGHT.edge), (1, LIGHT.accent), (3, LIGHT.edge)] and figure.layout.barmode == "overlay"


def test_days_that_were_end_with_today() -> None:
    days = [{"tanggal": TODAY - dt.timedelta(days=back), "nilai": 1} for back in range(28)]
    last = time_charts.waktu(days, LIGHT, TODAY).layout.xaxis.range[1]
    assert dt.datetime.combine(TODAY, dt.time(12)) <= last < dt.datetime.combine(TODAY, dt.time.max)
    planned = [*days, {"tanggal": TODAY + dt.timedelta(days=5), "nilai": 1}]
    assert time_charts.waktu(planned, LIGHT, TODAY).layout.xaxis.range[1].date() == TODAY + dt.timedelta(days=5)


@pytest.mark.parametrize("count", [0, 1, 11])
def test_the_height_of_a_figure_is_known_before_it_is_drawn(count: int) -> None:
    rows = [goods() for _ in range(count)]
    assert bar_charts.supplies(rows, LIGHT, large=True, unit="satuan_barang").layout.height == bar_charts.bars_height(
        rows, large=True
    )


def test_a_sign_that_was_not_reported_is_said_so() -> None:
    chip = tile_map.chips([("TPS rawan", "belum_dilaporkan")])
    assert 'class="belum_dilaporkan"' in chip and "belum dilaporkan: " in chip


def test_what_was_typed_within_our_own_bold_keeps_its_stars_and_sets_nothing_bold_itself() -> None:
    typed = "**tebal** *miring*".replace("*", "*\N{WORD JOINER}")  # as a cell of text is read
    shown = elements.emphasis(f"Laksanakan **{typed}**: **berat**").replace("\N{WORD JOINER}", "")
    assert shown == "Laksanakan <b>**tebal** *miring*</b>: <b>berat</b>"


COLUMNS = [("nama", "Nama", "teks"), ("jumlah", "Jumlah", "bil")]


@pytest.mark.parametrize(
    ("draw", "drawn", "sign"),
    [
        (lambda n: elements.table(COLUMNS, [{"nama": "a", "jumlah": 1}] * n), 20, "<tr><td"),
        (
            lambda n: decisions.decisions([{"status": "merah", "uraian": "a", "pemilik": "KPU"}] * n),
            12,
            "<li data-uraian",
        ),
        (lambda n: reconciliation.hints([{"status": "kuning", "kalimat": "a"}] * n), 12, "<li>"),
        (lambda n: reconciliation.flow([case("selesai", "tunggu", "nihil")] * n, "kasus"), 12, 'class="kode"'),
    ],
)
def test_of_a_long_list_the_first_lines_are_drawn_and_the_others_counted(draw, drawn: int, sign: str) -> None:
    assert draw(drawn).count(sign) == drawn and "lainnya" not in draw(drawn)
    long = draw(5_000)
    assert long.count(sign) == drawn
    assert re.findall(r"dan ([\d.]+) [\w ]+ lainnya; .* Semua tabel", long) == [words.number(5_000 - drawn)]
    assert 'href="/bahan"' in long


def test_of_many_findings_the_first_are_drawn_and_the_others_come_once_these_are_mended() -> None:
    def draw(n: int) -> str:
        return findings.findings([{"alasan": "a", "baris": 3, "tertulis": "x"}] * n, 1)

    assert draw(50).count('class="temuan"') == draw(60).count('class="temuan"') == 50 and "lainnya" not in draw(50)
    assert "dan 10 temuan lainnya; tampil di sini sesudah yang di atas dibenahi" in draw(60)


def test_a_remark_at_the_end_of_a_long_table_stays_and_one_from_the_contracts_is_never_cut() -> None:
    rows = [{"nama": f"n{place}", "jumlah": 1} for place in range(40)] + [{"nama": "Dua terbatas", "jumlah": None}]
    page = elements.table(COLUMNS, rows, what="kejadian")
    assert "n19<" in page and "n20<" not in page and "Dua terbatas" in page and "dan 20 kejadian lainnya" in page
    whole = elements.table(COLUMNS, rows, most=None)
    assert "n39<" in whole and "lainnya" not in whole


@pytest.mark.parametrize(
    ("name", "unit", "said"),
    [("Stok beras", "hari", "16,2 → 14,1 hari"), ("Hari stok beras", "hari", "16,2 → 14,1"), ("Barang kurang", "jenis", "16,2 → 14,1"),
     ("Selesai", "persen", "16,2% → 14,1%")],
)  # fmt: skip
def test_days_are_called_so_where_what_changed_does_not_say_it(name: str, unit: str, said: str) -> None:
    row = {
        "indikator": name,
        "satuan": unit,
        "dulu_nilai": 16.2,
        "nilai": 14.1,
        "dulu_status": "kuning",
        "status": "merah",
    }
    drawn = re.sub("<svg.*?</svg>|<[^>]+>", "", str(overview.changes([row]))).replace("\xa0", " ")
    assert f": {said.split(' →')[0]}" in drawn and drawn.endswith(said.split("→ ")[1])
    same = str(overview.changes([row | {"nilai": 16.2}]))
    assert "tetap <b>16,2" in same
