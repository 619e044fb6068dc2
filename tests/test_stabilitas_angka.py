"""Dinamika sosial dan stabilitas: given sheets, expect incidents, potential, FKDM and the Desk report."""

import datetime as dt

import pytest

from tests.city import PLACES
from tests.given import given, indicator, numbers_of, rows

#: All numbers of the page, where more than one of them or what it asks to be decided is looked at.
PAGE = numbers_of("stabilitas")
KEJADIAN_HEAD = (
    "id_kejadian | tanggal_kejadian | tanggal_lapor | kecamatan | kelurahan | tahap | jenis_isu | aktor |"
    " perkiraan_massa | tingkat | tindak_lanjut | penanggung_jawab | status | tanggal_selesai | klasifikasi"
)
POTENSI_HEAD = (
    "kecamatan | kelurahan | tingkat_potensi | kampanye_terdekat | fkdm_aktif | personel_linmas | rencana_pencegahan"
)
DESK_HEAD = "bulan | tanggal_kirim"
HIDDEN_DEED = "pos ronda tiga"


def kejadian(
    number: int = 1,
    date: str = "1 Nov 2024",
    level: str = "sedang",
    status: str = "ditangani | ",
    secrecy: str = "biasa",
    place: str = "Cikole | Selabatu",
    handler: str = "polres",
    deed: str = "mediasi warga",
    crowd: str = "",
) -> str:
    return (
        f"KBP-{number} | {date} | {date} | {place} | kampanye | konflik_ormas | ormas | {crowd} | {level} |"
        f" {deed} | {handler} | {status} | {secrecy}"
    )


def incidents(*lines: str) -> dict[str, str]:
    return {"kesbangpol/kejadian": "\n".join([KEJADIAN_HEAD, *lines])}


def potensi(
    levels: dict[str, str] | None = None,
    fkdm: dict[str, str] | None = None,
    campaign: str = "",
    plan: str = "patroli malam",
) -> dict[str, str]:
    """All 33 kelurahan, rendah and FKDM active unless named; `campaign` and `plan` where it is not rendah."""
    lines = []
    for kec, kel in PLACES:
        level = (levels or {}).get(kel, "rendah")
        active = (fkdm or {}).get(kel, "ya")
        date, said = (campaign, plan) if level != "rendah" else ("", "")
        lines.append(f"{kec} | {kel} | {level} | {date} | {active} | 20 | {said}")
    return {"kesbangpol/potensi_konflik": "\n".join([POTENSI_HEAD, *lines])}


def desk(*lines: str) -> dict[str, str]:
    return {"sekretariat/laporan_desk": "\n".join([DESK_HEAD, *lines])}


@pytest.mark.parametrize(("count", "status"), [(0, "hijau"), (3, "hijau"), (4, "kuning"), (7, "kuning"), (8, "merah")])
def test_incidents_of_fourteen_days_are_judged_by_their_number(tmp_path, count, status):
    snapshot = given(
        tmp_path,
        "2024-11-04",
        incidents(
            *[kejadian(n, deed=f"mediasi {n}") for n in range(count)],
            kejadian(90, "1 Sep 2024", status="selesai | 2 Sep 2024"),
        ),
    )
    row = indicator(snapshot, "kejadian_14_hari")
    assert (row["nilai"], row["status"], row["terhitung"]) == (count, status, count + 1)


def test_both_ends_of_the_fourteen_days_count_and_later_dates_never(tmp_path):
    snapshot = given(
        tmp_path,
        "2024-11-04",
        incidents(
            kejadian(1, "20 Okt 2024", "tinggi"),
            kejadian(2, "21 Okt 2024"),
            kejadian(3, "4 Nov 2024", "tinggi", secrecy="terbatas"),
            kejadian(4, "5 Nov 2024", "tinggi"),
        ),
    )
    row = indicator(snapshot, "kejadian_14_hari")
    assert row["nilai"] == 2
    assert row["kalimat"] == ("Dua kejadian dalam 14 hari terakhir, satu tingkat tinggi; 1 baris perlu diperiksa.")
    assert indicator(snapshot, "kejadian_tinggi_terbuka")["nilai"] == 2


@pytest.mark.parametrize(
    ("lines", "value", "status"),
    [
        ([kejadian(1, level="sedang")], 0, "hijau"),
        ([kejadian(1, level="tinggi", status="selesai | 2 Nov 2024")], 0, "hijau"),
        ([kejadian(1, level="tinggi", status="terpantau | ")], 1, "kuning"),
        ([kejadian(1, level="tinggi", status="eskalasi | "), kejadian(2, level="tinggi")], 2, "merah"),
        ([kejadian(n, level="tinggi", secrecy="terbatas") for n in (1, 2)], 2, "merah"),
    ],
)
def test_high_incidents_are_open_until_they_are_finished(tmp_path, lines, value, status):
    snapshot = given(tmp_path, "2024-11-04", incidents(*lines), numbers=PAGE)
    row = indicator(snapshot, "kejadian_tinggi_terbuka")
    assert (row["nilai"], row["status"]) == (value, status)
    asked = rows(snapshot, "stabilitas/perlu_diputuskan")
    assert {row["status"] for row in asked} == ({status} if value else set())


def test_the_sentence_names_places_only_where_all_of_them_may_be_told(tmp_path):
    def sentence(folder, *lines):
        return indicator(given(tmp_path / folder, "2024-11-04", incidents(*lines)), "kejadian_tinggi_terbuka")[
            "kalimat"
        ]

    here, there = kejadian(1, level="tinggi"), kejadian(2, level="tinggi", place="Baros | ")
    secret = kejadian(3, level="tinggi", secrecy="terbatas", place="Citamiang | Tipar")
    assert sentence("a", here) == "Satu kejadian tinggi belum selesai, di Selabatu; sedang ditangani."
    assert sentence("b", here, there) == (
        "Dua kejadian tinggi belum selesai, di Kec. Baros dan Selabatu; semua sedang ditangani."
    )
    assert sentence("c", here, secret) == "Dua kejadian tinggi belum selesai; semua sedang ditangani."
    grown = kejadian(4, level="tinggi", status="eskalasi | ")
    assert sentence("d", grown) == "Satu kejadian tinggi belum selesai, di Selabatu; satu meningkat."


def test_an_unread_cell_holds_an_incident_out_of_its_own_indicators_only(tmp_path):
    snapshot = given(
        tmp_path,
        "2024-11-04",
        incidents(
            kejadian(1, level="???"),
            kejadian(2, "entah"),
            kejadian(3, crowd="banyak"),
            kejadian(4, status="??? | "),
        ),
    )
    recent = indicator(snapshot, "kejadian_14_hari")
    assert (recent["nilai"], recent["status"], recent["dikecualikan"]) == (3, "kuning", 1)
    high = indicator(snapshot, "kejadian_tinggi_terbuka")
    assert (high["nilai"], high["status"], high["dikecualikan"]) == (0, "kuning", 2)
    assert "2 baris belum ikut dihitung" in high["kalimat"]


def test_nihil_is_none_while_an_empty_or_missing_tab_is_not_reported(tmp_path):
    nihil = given(tmp_path / "a", "2024-11-04", incidents("nihil"))
    empty = given(tmp_path / "b", "2024-11-04", incidents())
    missing = given(tmp_path / "c", "2024-11-04", potensi())
    for code in ("kejadian_14_hari", "kejadian_tinggi_terbuka"):
        row = indicator(nihil, code)
        assert (row["nilai"], row["status"]) == (0, "hijau")
        for snapshot in (empty, missing):
            row = indicator(snapshot, code)
            assert (row["nilai"], row["status"]) == (None, "belum_dilaporkan")
    assert {row["nilai"] for row in rows(nihil, "stabilitas/harian")} == {0}
    assert {row["nilai"] for row in rows(missing, "stabilitas/harian")} == {None}
    for code in ("kelurahan_potensi_tinggi", "kelurahan_tanpa_fkdm_persen"):
        row = indicator(nihil, code)
        assert (row["nilai"], row["status"]) == (None, "belum_dilaporkan")


def test_incidents_of_one_key_that_differ_are_held_out(tmp_path):
    snapshot = given(
        tmp_path,
        "2024-11-04",
        incidents(kejadian(1, level="tinggi"), kejadian(1, level="sedang"), kejadian(2)),
    )
    row = indicator(snapshot, "kejadian_tinggi_terbuka")
    assert (row["nilai"], row["status"], row["terhitung"], row["dikecualikan"]) == (0, "kuning", 1, 2)


def test_nothing_of_a_restricted_incident_reaches_any_page(tmp_path):
    hidden = {"level": "tinggi", "place": "Citamiang | Tipar", "handler": "kodim", "deed": HIDDEN_DEED}
    lines = [kejadian(1, secrecy="terbatas", **hidden), kejadian(2, secrecy="???", **hidden)]
    snapshot = given(tmp_path, "2024-11-04", incidents(*lines) | potensi())
    for page in ("risiko", "stabilitas"):
        for question in ("perlu_diputuskan", "angka_pokok", "sumber", "rekonsiliasi"):
            told = str(rows(snapshot, f"{page}/{question}"))
            for word in (HIDDEN_DEED, "Tipar", "KBP-1", "KBP-2", "Kodim"):
                assert word not in told, (page, question, word)
    open_ones = rows(snapshot, "stabilitas/kejadian_terbuka")
    [row] = open_ones
    assert row["terbatas"] and row["jumlah"] == 2 and row["tingkat"] is None and row["baris"] is None
    assert rows(snapshot, "stabilitas/peta", kelurahan="Tipar")[0]["jumlah"] == 0
    assert rows(snapshot, "risiko/peta", kelurahan="Tipar")[0]["tingkat"] == 0
    kept = {"terbatas", "tanggal_kejadian", "tingkat", "status", "klasifikasi", "terbuka", "kolom_rusak"}
    for row in snapshot.select("from kejadian").to_dict("records"):
        assert {name for name, value in row.items() if value is not None} <= kept


def test_restricted_incidents_count_and_ask_for_a_decision_by_number_only(tmp_path):
    snapshot = given(
        tmp_path,
        "2024-11-04",
        incidents(kejadian(1, level="tinggi"), kejadian(2, level="tinggi", secrecy="terbatas")),
        numbers=PAGE,
    )
    assert indicator(snapshot, "kejadian_14_hari")["nilai"] == 2
    told = {
        row["uraian"]: (row["pemilik"], row["tenggat"], row["tempat"])
        for row in rows(snapshot, "stabilitas/perlu_diputuskan")
    }
    assert told == {
        "**Konflik ormas** di Selabatu 1 Nov (KBP-1): mediasi warga.": (
            "Polres",
            "usul tenggat 6 Nov",
            "Kejadian, baris 2",
        ),
        "**Satu kejadian terbatas** tingkat tinggi belum selesai; dibahas tersendiri.": (
            "Kesbangpol",
            None,
            None,
        ),
    }


def test_open_incidents_list_medium_and_high_ones_worst_and_newest_first(tmp_path):
    snapshot = given(
        tmp_path,
        "2024-11-04",
        incidents(
            kejadian(1, "20 Okt 2024", "tinggi"),
            kejadian(2, "1 Nov 2024", "sedang", place="Baros | ", handler="tim_terpadu"),
            kejadian(3, "2 Nov 2024", "rendah"),
            kejadian(4, "3 Nov 2024", "tinggi", status="selesai | 3 Nov 2024"),
            kejadian(5, "3 Nov 2024", "tinggi", status="eskalasi | "),
            kejadian(6, "3 Nov 2024", "sedang", secrecy="terbatas"),
        ),
    )
    listed = rows(snapshot, "stabilitas/kejadian_terbuka")
    assert [row["id_kejadian"] for row in listed] == ["KBP-5", "KBP-1", "KBP-2", None]
    assert listed[2]["tempat_kejadian"] == "Kec. Baros" and listed[2]["penangan"] == "Tim terpadu"
    assert (listed[1]["umur_hari"], listed[1]["keadaan"], listed[1]["tindak_lanjut"]) == (
        15,
        "Ditangani",
        "mediasi warga",
    )
    assert listed[3]["uraian"] == "1 kejadian terbatas belum selesai; dihitung, tidak ditampilkan"


def test_the_days_are_all_there_with_their_incidents_by_level(tmp_path):
    snapshot = given(
        tmp_path,
        "2024-11-04",
        incidents(
            kejadian(1, "7 Okt 2024", "tinggi"),
            kejadian(2, "6 Okt 2024"),
            kejadian(3, "4 Nov 2024", "sedang"),
            kejadian(4, "4 Nov 2024", "rendah", secrecy="terbatas"),
            kejadian(5, "5 Nov 2024"),
        ),
    )
    days = rows(snapshot, "stabilitas/harian")
    assert [row["tanggal"] for row in days] == [dt.date(2024, 10, 7) + dt.timedelta(days=n) for n in range(29)]
    assert (days[0]["nilai"], days[0]["tinggi"]) == (1, 1)
    assert (days[-1]["nilai"], days[-1]["sedang"], days[-1]["rendah"], days[-1]["tinggi"]) == (2, 1, 1, 0)
    assert sum(row["nilai"] for row in days) == 3


@pytest.mark.parametrize(("count", "status"), [(0, "hijau"), (1, "kuning"), (3, "kuning"), (4, "merah")])
def test_kelurahan_of_high_potential(tmp_path, count, status):
    chosen = [kel for _, kel in PLACES[:count]]
    snapshot = given(
        tmp_path, "2024-11-04", potensi(dict.fromkeys(chosen, "tinggi") | {"Tipar": "sedang"}), numbers=PAGE
    )
    row = indicator(snapshot, "kelurahan_potensi_tinggi")
    assert (row["nilai"], row["status"], row["terhitung"]) == (count, status, 33)
    tiles = {row["kelurahan"]: row["tingkat"] for row in rows(snapshot, "stabilitas/peta")}
    assert len(tiles) == 33 and tiles["Tipar"] == 1 and tiles["Baros"] == 0
    assert sorted(name for name, level in tiles.items() if level == 2) == sorted(chosen)
    assert [row["status"] for row in rows(snapshot, "stabilitas/perlu_diputuskan")] == [status] * count


@pytest.mark.parametrize(("count", "status"), [(0, "hijau"), (3, "kuning"), (4, "merah")])
def test_kelurahan_without_an_active_fkdm(tmp_path, count, status):
    off = [kel for _, kel in PLACES[:count]]
    snapshot = given(tmp_path, "2024-11-04", potensi(fkdm=dict.fromkeys(off, "tidak")), numbers=PAGE)
    row = indicator(snapshot, "kelurahan_tanpa_fkdm_persen")
    assert row["nilai"] == pytest.approx(100 * count / 33)
    assert row["status"] == status
    asked = rows(snapshot, "stabilitas/perlu_diputuskan")
    assert [(row["status"], row["tempat"]) for row in asked] == [(status, "Potensi Konflik, baris 2")] * bool(count)


def test_a_tenth_without_fkdm_is_still_yellow_and_counted_over_those_reported(tmp_path):
    lines = potensi(fkdm={PLACES[0][1]: "tidak"})["kesbangpol/potensi_konflik"].splitlines()[:11]
    snapshot = given(tmp_path, "2024-11-04", {"kesbangpol/potensi_konflik": "\n".join(lines)})
    row = indicator(snapshot, "kelurahan_tanpa_fkdm_persen")
    assert (row["nilai"], row["status"]) == (10, "kuning")


def test_missing_and_unread_kelurahan_keep_potential_and_fkdm_from_green(tmp_path):
    lines = potensi()["kesbangpol/potensi_konflik"].splitlines()
    missing = given(tmp_path / "a", "2024-11-04", {"kesbangpol/potensi_konflik": "\n".join(lines[:-1])})
    unread = given(tmp_path / "b", "2024-11-04", potensi({"Tipar": "???"}, {"Baros": "???"}))
    for snapshot, held in ((missing, 0), (unread, 1)):
        for code in ("kelurahan_potensi_tinggi", "kelurahan_tanpa_fkdm_persen"):
            row = indicator(snapshot, code)
            assert (row["nilai"], row["status"], row["dikecualikan"]) == (0, "kuning", held)
    assert rows(missing, "stabilitas/peta", kelurahan=PLACES[-1][1])[0]["tingkat"] is None
    [tile] = rows(unread, "stabilitas/peta", kelurahan="Tipar")
    assert (tile["tingkat"], tile["keterangan"]) == (None, "Potensi belum diketahui")


def test_a_kelurahan_of_high_potential_is_told_with_its_next_campaign_and_plan(tmp_path):
    def told(folder, **named):
        snapshot = given(tmp_path / folder, "2024-11-04", potensi({"Tipar": "tinggi"}, **named))
        [row] = rows(snapshot, "stabilitas/perlu_diputuskan")
        return row["uraian"], row["tenggat"]

    assert told("a", campaign="4 Nov 2024") == (
        "**Tipar**: potensi konflik tinggi, kampanye terdekat 4 Nov; rencana: patroli malam.",
        "usul sebelum kampanye 4 Nov",
    )
    past = ("**Tipar**: potensi konflik tinggi; rencana: patroli malam.", "usul tenggat 8 Nov")
    assert told("b", campaign="3 Nov 2024") == past
    assert told("c", plan="")[0] == "**Tipar**: potensi konflik tinggi; rencana pencegahan belum ada."


def test_open_incidents_are_chips_on_the_map_whatever_the_potential(tmp_path):
    snapshot = given(
        tmp_path,
        "2024-11-04",
        potensi({"Selabatu": "tinggi"})
        | incidents(kejadian(1), kejadian(2, level="rendah"), kejadian(3, status="selesai | 2 Nov 2024")),
    )
    [tile] = rows(snapshot, "stabilitas/peta", kelurahan="Selabatu")
    assert (tile["jumlah"], tile["label"]) == (2, "2")
    assert tile["keterangan"] == "Potensi tinggi; dua kejadian belum selesai"


@pytest.mark.parametrize(
    ("date", "line", "value", "status"),
    [
        ("2024-10-29", "2024-09 | 29 Sep 2024", 0, "hijau"),  # on the 29th itself the month before is meant
        ("2024-10-29", "2024-10 | 29 Okt 2024", 30, "merah"),
        ("2024-10-30", "2024-10 | 30 Okt 2024", 0, "hijau"),
        ("2024-10-30", "2024-09 | 29 Sep 2024", 1, "kuning"),
        ("2024-11-01", "2024-10 | ", 3, "kuning"),
        ("2024-11-02", "2024-10 | ", 4, "merah"),
        ("2024-11-02", "2024-10 | 3 Nov 2024", 4, "merah"),  # a date that has not come is not sent
        ("2024-11-02", "2024-10 | 2 Nov 2024", 0, "hijau"),
        ("2023-03-01", "2023-02 | ", 1, "kuning"),  # the last day of February
        ("2023-02-28", "2023-01 | ", 30, "merah"),
        ("2024-03-01", "2024-02 | ", 1, "kuning"),  # leap year: the 29th itself
        ("2024-01-05", "2023-12 | ", 7, "merah"),
    ],
)
def test_the_desk_report_is_late_from_the_day_after_the_twenty_ninth(tmp_path, date, line, value, status):
    snapshot = given(tmp_path, date, desk(line), numbers=PAGE)
    row = indicator(snapshot, "laporan_desk_terlambat_hari")
    assert (row["nilai"], row["status"]) == (value, status)
    asked = [row for row in rows(snapshot, "stabilitas/perlu_diputuskan") if row["pemilik"] == "Sekretariat"]
    assert [row["status"] for row in asked] == ([status] if value else [])


def test_a_month_without_a_row_is_not_sent_even_in_an_empty_tab(tmp_path):
    snapshot = given(tmp_path, "2024-11-04", desk(), numbers=PAGE)
    row = indicator(snapshot, "laporan_desk_terlambat_hari")
    assert (row["nilai"], row["status"]) == (6, "merah")
    assert row["kalimat"] == "Laporan Desk 29 Oktober belum dikirim, lewat 6 hari."
    [asked] = rows(snapshot, "stabilitas/perlu_diputuskan")
    assert (asked["tenggat"], asked["tempat"]) == ("batas 29 Okt, lewat 6 hari", "Laporan Desk")


def test_a_missing_tab_of_desk_reports_is_not_reported(tmp_path):
    snapshot = given(tmp_path, "2024-11-04", potensi())
    row = indicator(snapshot, "laporan_desk_terlambat_hari")
    assert (row["nilai"], row["status"]) == (None, "belum_dilaporkan")
    assert {row["status"] for row in rows(snapshot, "stabilitas/laporan_desk")} == {"belum_dilaporkan"}
    assert rows(snapshot, "stabilitas/perlu_diputuskan") == []


def test_an_unread_date_of_sending_is_neither_late_nor_sent(tmp_path):
    snapshot = given(tmp_path, "2024-11-04", desk("2024-09 | 29 Sep 2024", "2024-10 | sudah ya"))
    row = indicator(snapshot, "laporan_desk_terlambat_hari")
    assert (row["nilai"], row["status"], row["dikecualikan"]) == (None, "belum_dilaporkan", 1)
    newest, earlier = rows(snapshot, "stabilitas/laporan_desk")
    assert [newest["bulan_kata"], earlier["bulan_kata"]] == ["Oktober 2024", "September 2024"]
    assert (newest["bulan"], newest["status"], newest["keterangan"]) == (
        "2024-10",
        "belum_dilaporkan",
        "tanggal kirim belum jelas",
    )
    assert (earlier["bulan"], earlier["status"], earlier["keterangan"]) == (
        "2024-09",
        "hijau",
        "terkirim 29 Sep",
    )


def test_the_months_of_the_desk_report_are_listed_without_a_gap(tmp_path):
    snapshot = given(tmp_path, "2024-11-04", desk("2024-07 | 29 Jul 2024", "2024-10 | 29 Okt 2024"))
    months = {row["bulan"]: row["keterangan"] for row in rows(snapshot, "stabilitas/laporan_desk")}
    assert months == {
        "2024-10": "terkirim 29 Okt",
        "2024-09": "belum dikirim, lewat 36 hari",
        "2024-08": "belum dikirim, lewat 67 hari",
        "2024-07": "terkirim 29 Jul",
    }


def test_a_sheet_that_stopped_before_the_window_knows_nothing_of_it(tmp_path):
    """Of the last 14 days a sheet of 31 October cannot say on 24 November that nothing happened."""
    head = "id_kejadian | tanggal_kejadian | tanggal_lapor | kecamatan | tahap | jenis_isu | aktor | tingkat | tindak_lanjut"
    head += " | penanggung_jawab | status | tanggal_selesai | klasifikasi | tanggal_data"
    row = (
        "KBP-001 | 1 Okt 2024 | 1 Okt 2024 | Baros | kampanye | hoaks_ujaran_kebencian | masyarakat | rendah | dipantau"
    )
    row += " | kesbangpol | selesai | 2 Okt 2024 | biasa | {}"
    for as_of, status in (("31 Okt 2024", "kuning"), ("10 Nov 2024", "hijau")):
        sheets = {"kesbangpol/kejadian": f"{head}\n{row.format(as_of)}"}
        found = indicator(given(tmp_path / as_of, "2024-11-24", sheets), "kejadian_14_hari")
        assert (found["nilai"], found["status"]) == (0, status)
