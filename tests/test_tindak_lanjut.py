"""What became of the promises of meetings: when each was seen, whether it was kept in time, and how it is told."""

import datetime as dt
import re
import shutil
import time

import duckdb
import pytest

from monev.screen.draw import promises as drawn
from monev.snapshot import outbox, schema, store, tables
from monev.sync import promise_history
from monev.words import clock
from tests.given import given, once, read, rows
from tests.screen import one_line

HEAD = ("id", "tanggal_rapat", "agenda", "uraian", "penanggung_jawab", "tenggat", "status", "tenggat_baru", "kabar",
        "indikator", "nilai_saat_dicatat", "tanggal_data")  # fmt: skip
SHEET = "sekretariat/tindak_lanjut"
#: The due date of a promise unless a test says otherwise, and days around it.
EARLY, DUE, AFTER, LATE = "2024-10-28", "2024-10-31", "2024-11-01", "2024-11-04"
#: Another agency's sheet, so that there is something to read where the secretariat's cannot be.
GRANT = """
    tahap_pencairan | tanggal_masuk | nilai_diterima | belanja_kumulatif
    Tahap 1         | 5 Feb 2024    | 10.000.000.000 | 4.000.000.000
"""
#: The number that promises of these tests are about: a report that was due five days before LATE, and not sent.
THE_NUMBER = "laporan_desk_terlambat_hari"
NUMBER_SHEET = {"sekretariat/laporan_desk": "bulan | tanggal_kirim\n2024-10 |"}


def promise(**cells):
    """One row of the sheet as typed; `tanggal_data` is the meeting's day, as when it was recorded."""
    row = {"id": "TL-1", "tanggal_rapat": "21 Okt 2024", "agenda": "Logistik", "uraian": "Pengganti tiba",
           "penanggung_jawab": "KPU", "tenggat": "31 Okt 2024", "status": "Berjalan", "tanggal_data": "21 Okt 2024"}  # fmt: skip
    return row | cells


def sheet(*promised):
    lines = [" | ".join(row.get(name, "") for name in HEAD) for row in promised]
    return "\n".join([" | ".join(HEAD), *lines])


@pytest.fixture(scope="module", autouse=True)
def same_sheets(tmp_path_factory):
    """Many cases begin from the same sheets."""
    with once(tmp_path_factory.mktemp("sama")):
        yield


class Together:
    """Cases that are seen together: (day, row) or (day, rows) each, as `seen` takes them. Those of the same days stand
    in one sheet, with ids of their own, and are synced and asked once; a case in which nothing is promised on some day
    has a sheet of its own."""

    def __init__(self, folder, cases):
        self._of, alike = {}, {}
        for nth, days in enumerate(cases):
            days = [(day, [rows] if isinstance(rows, dict) else rows) for day, rows in days]
            alone = nth if not all(rows for _, rows in days) else None
            alike.setdefault((alone, *(day for day, _ in days)), {})[nth] = days
        for together in alike.values():
            place = folder / str(min(together))
            for day, sheets in self._sheets(place, together):
                snapshot = given(place, day, sheets, numbers=[THE_NUMBER])
            self._of |= dict.fromkeys(together, snapshot)

    def _sheets(self, place, together):
        """What is typed on each day; a sheet of None is taken away."""
        for turn, (day, promised) in enumerate(next(iter(together.values()))):
            sheets = {"kpu/hibah": GRANT}
            if promised is None:
                shutil.rmtree(place / "lembar" / "sekretariat")
            else:
                both = [row | {"id": f"{nth}-{row['id']}"} for nth, days in together.items() for row in days[turn][1]]
                sheets |= NUMBER_SHEET | {SHEET: sheet(*both)}
            yield day, sheets

    def rows(self, nth, question):
        """The rows of the answer that are about this case, with its ids as they were typed."""
        mine = [row for row in rows(self._of[nth], question) if row["id"].startswith(f"{nth}-")]
        return [row | {"id": row["id"].removeprefix(f"{nth}-")} for row in mine]

    def one(self, nth):
        [row] = self.rows(nth, "tindak_lanjut/daftar")
        return row


def together(cases):
    """A fixture of cases (days, …) that are seen together."""

    @pytest.fixture(scope="module")
    def seen_together(tmp_path_factory, same_sheets):
        return Together(tmp_path_factory.mktemp("bersama"), [days for days, *_ in cases])

    return seen_together


def each(cases, *names):
    """A parametrization by these cases (days, …): the place of each, and what else it has under these names."""
    values = [(nth, *case[1:]) for nth, case in enumerate(cases)]
    return pytest.mark.parametrize(
        ("nth", *names), values, ids=["-".join([f"days{nth}", *map(str, more)]) for nth, *more in values]
    )


@pytest.fixture
def seen(tmp_path):
    """A function that has the sheet read on some days, (day, row) or (day, rows) each, and opens the last snapshot; a
    row of None takes the sheet away, so that it cannot be read.
    """
    opened = []

    def on(*days):
        for snapshot in opened:
            snapshot.close()
        for nth, (day, promised) in enumerate(days, 1):
            promised = [promised] if isinstance(promised, dict) else promised
            sheets = {"kpu/hibah": GRANT}
            if promised is None:
                shutil.rmtree(tmp_path / "lembar" / "sekretariat")
            else:
                sheets |= NUMBER_SHEET | {SHEET: sheet(*promised)}
            if nth < len(days):
                read(tmp_path, day, sheets)
        opened.append(given(tmp_path, day, sheets, numbers=[THE_NUMBER]))
        return opened[-1]

    yield on
    for snapshot in opened:
        snapshot.close()


def the_one(snapshot, **wanted):
    [row] = rows(snapshot, "tindak_lanjut/daftar", **wanted)
    return row


def kept(snapshot):
    return the_one(snapshot)["ketepatan"]


def done(as_of, **cells):
    return promise(status="Selesai", tanggal_data=as_of, **cells)


# --- kept in time or not ---


IN_TIME = [
    # While it is open, until its day is over.
    ([(EARLY, promise())], None),
    ([(DUE, promise())], None),
    ([(AFTER, promise())], "terlambat"),
    # Seen done: by the day of the reading, whatever the row says of its data.
    ([(DUE, done("21 Okt 2024"))], "tepat"),
    ([(AFTER, done("1 Nov 2024"))], "belum_tahu"),
    ([(EARLY, promise()), (DUE, done("21 Okt 2024"))], "tepat"),
    # Seen done only later: the row's own date tells, if it was moved on since it said that it was open.
    ([(LATE, done("31 Okt 2024"))], "tepat"),
    ([(LATE, done("1 Nov 2024"))], "belum_tahu"),
    ([(LATE, done("21 Okt 2024"))], "belum_tahu"),
    ([(LATE, done("kira-kira"))], "belum_tahu"),
    ([(EARLY, promise(tanggal_data="28 Okt 2024")), (LATE, done("29 Okt 2024"))], "tepat"),
    ([(EARLY, promise(tanggal_data="28 Okt 2024")), (LATE, done("28 Okt 2024"))], "belum_tahu"),
    ([(DUE, promise(tanggal_data="28 Okt 2024")), (LATE, done("31 Okt 2024"))], "tepat"),
    ([(DUE, promise(tanggal_data="31 Okt 2024")), (LATE, done("31 Okt 2024"))], "belum_tahu"),
    ([(DUE, promise(tanggal_data="31 Okt 2024")), (AFTER, done("1 Nov 2024"))], "belum_tahu"),
    # A date that is still to come tells nothing.
    ([(EARLY, promise(tanggal_data="28 Okt 2025")), (LATE, done("30 Okt 2024"))], "tepat"),
    # Seen open after its day: late, unless the row now says otherwise by a date of its own.
    ([(AFTER, promise()), (LATE, done("4 Nov 2024"))], "terlambat"),
    ([(AFTER, promise()), (LATE, done("21 Okt 2024"))], "terlambat"),
    ([(AFTER, promise()), (LATE, done("31 Okt 2024"))], "belum_tahu"),
    # Opened again: what was seen before counts no more.
    ([(EARLY, done("28 Okt 2024")), (AFTER, promise(tanggal_data="1 Nov 2024"))], "terlambat"),
    ([(EARLY, done("28 Okt 2024")), (AFTER, promise(tanggal_data="1 Nov 2024")), (LATE, done("4 Nov 2024"))],
     "terlambat"),
    ([(EARLY, done("28 Okt 2024")), ("2024-10-29", promise(tanggal_data="29 Okt 2024")),
      (LATE, done("30 Okt 2024"))], "tepat"),
    # Once seen done, it stays so on later days.
    ([(DUE, done("21 Okt 2024")), (LATE, done("4 Nov 2024"))], "tepat"),
]  # fmt: skip
in_time = together(IN_TIME)


@each(IN_TIME, "told")
def test_a_promise_was_kept_in_time_only_where_that_is_sure(in_time, nth, told):
    assert in_time.one(nth)["ketepatan"] == told


NOT_READ = [
    ({"tenggat": "secepatnya"}, None),
    ({"tenggat": "secepatnya", "status": "Selesai"}, "belum_tahu"),
    ({"status": "hampir"}, "belum_tahu"),
    ({"status": "hampir", "tenggat": "8 Nov 2024"}, None),
    ({"status": ""}, "belum_tahu"),
    ({"tanggal_rapat": "Senin", "status": "Selesai", "tanggal_data": "30 Okt 2024"}, "belum_tahu"),
]
not_read = together([([(LATE, promise(**cells))],) for cells, _ in NOT_READ])


@pytest.mark.parametrize(("nth", "cells", "told"), [(nth, *case) for nth, case in enumerate(NOT_READ)])
def test_what_cannot_be_read_is_neither_overdue_nor_in_time(not_read, nth, cells, told):
    row = not_read.one(nth)
    assert row["ketepatan"] == told and row["lewat"] is False and row["lewat_hari"] is None
    if "tanggal_rapat" not in cells:
        assert row["status"] == "belum_dilaporkan"


def test_a_status_that_cannot_be_read_for_a_while_changes_nothing_of_what_was_seen(seen):
    snapshot = seen((AFTER, promise()), ("2024-11-02", promise(status="hampir")), (LATE, done("4 Nov 2024")))
    assert kept(snapshot) == "terlambat"
    [known] = snapshot.select("from riwayat_janji").to_dict("records")
    assert known["belum_pada"] == dt.date(2024, 11, 1) and known["selesai_pada"] == dt.date(2024, 11, 4)


def test_a_sheet_that_was_not_read_tells_nothing_of_its_day(seen):
    snapshot = seen((EARLY, promise()), (AFTER, None), (LATE, done("31 Okt 2024")))
    assert kept(snapshot) == "tepat", "on 1 November nobody saw it"
    [known] = snapshot.select("from riwayat_janji").to_dict("records")
    assert known["belum_pada"] == dt.date(2024, 10, 28)


def test_while_the_sheet_cannot_be_read_a_promise_is_still_overdue_by_what_was_read_last(seen):
    assert kept(seen((EARLY, promise()), (AFTER, None))) == "terlambat"


def test_an_id_typed_in_another_way_is_the_same_promise(seen):
    snapshot = seen((AFTER, promise(id="TL-1 a")), (LATE, done("4 Nov 2024", id="tl-1  A")))
    assert kept(snapshot) == "terlambat" and the_one(snapshot)["dulu_keadaan"] == "berjalan"


def test_a_row_that_was_away_for_a_while_is_the_same_promise(seen):
    assert kept(seen((AFTER, promise()), ("2024-11-02", []), (LATE, done("4 Nov 2024")))) == "terlambat"


def test_a_day_set_back_forgets_what_was_seen_later(seen):
    snapshot = seen((LATE, promise(tanggal_data="4 Nov 2024")), (DUE, done("31 Okt 2024")))
    assert kept(snapshot) == "tepat"
    snapshot = seen((LATE, done("31 Okt 2024", id="TL-2")), (EARLY, promise(id="TL-2")), (AFTER, promise(id="TL-2")))
    assert kept(snapshot) == "terlambat"


def test_a_snapshot_of_an_earlier_version_is_sure_only_by_what_the_row_says(seen, tmp_path):
    with seen((LATE, [done("31 Okt 2024"), done("1 Nov 2024", id="TL-2"), promise(id="TL-3")])) as snapshot:
        name = snapshot.id
    path = tmp_path / "potret" / f"{name}.duckdb"
    path.chmod(0o644)
    with duckdb.connect(str(path)) as file:
        file.execute("drop table riwayat_janji")
    with store.Snapshot(path.parent, name, shapes=schema.today()) as snapshot:
        told = {row["id"]: row["ketepatan"] for row in rows(snapshot, "tindak_lanjut/daftar")}
    assert told == {"TL-1": "tepat", "TL-2": "belum_tahu", "TL-3": "terlambat"}


# --- the history itself ---

D = dt.date(2024, 11, 1)


def row(**changed):
    return {"id": "TL-1", "status": "berjalan", "tenggat": D, "tanggal_data": None} | changed


def test_nothing_seen_leaves_the_history_as_it_was():
    [known] = promise_history.continued([], [row()], D)
    assert known == {"id": "tl-1", "tenggat_awal": D, "belum_pada": D, "belum_menurut": None, "selesai_pada": None}
    assert known.keys() == tables.PROMISE_HISTORY.keys()
    assert promise_history.continued([known], [], D + dt.timedelta(3)) == [known]


def test_the_first_due_date_that_could_be_read_is_kept():
    known = promise_history.continued([], [row(tenggat=None)], D)
    known = promise_history.continued(known, [row(status=None, tenggat=D)], D)
    [after] = promise_history.continued(known, [row(tenggat=D + dt.timedelta(9))], D + dt.timedelta(1))
    assert after["tenggat_awal"] == D


# --- due dates ---


def test_a_due_date_moved_in_the_sheet_counts_and_the_first_one_is_told(seen):
    row = the_one(seen((EARLY, promise()), (LATE, promise(tenggat="8 Nov 2024"))))
    assert (row["tenggat"], row["tenggat_awal"]) == (dt.date(2024, 11, 8), dt.date(2024, 10, 31))
    assert row["ketepatan"] is None and row["lewat"] is False and row["status"] == "belum_waktunya"
    assert the_one(seen((EARLY, promise(id="TL-2")), (LATE, promise(id="TL-2"))))["tenggat_awal"] is None


EXTENDED = [
    ({"tenggat_baru": "1 Nov 2024"}, True),
    ({"tenggat_baru": "31 Okt 2024"}, False),
    ({"tenggat_baru": "30 Okt 2024"}, False),
    ({"tenggat_baru": "1 Nov 2024", "status": "Selesai"}, False),
    ({"tenggat_baru": "1 Nov 2024", "status": "hampir"}, False),
    ({"tenggat_baru": "1 Nov 2024", "tenggat": "segera"}, False),
    ({}, False),
]
extended = together([([(EARLY, promise(**cells))],) for cells, _ in EXTENDED])


@pytest.mark.parametrize(("nth", "asked"), [(nth, asked) for nth, (_, asked) in enumerate(EXTENDED)])
def test_an_extension_is_asked_for_by_a_later_date_while_it_is_not_done(extended, nth, asked):
    assert extended.one(nth)["minta_undur"] is asked


def test_an_extension_that_is_asked_for_moves_no_due_date(seen):
    row = the_one(seen((LATE, promise(tenggat_baru="12 Nov 2024"))))
    assert row["lewat"] is True and row["lewat_hari"] == 4 and row["ketepatan"] == "terlambat"


def test_what_it_was_on_the_day_compared_with_is_told_and_null_where_it_is_new(seen):
    snapshot = seen((EARLY, promise()), (LATE, [done("30 Okt 2024"), promise(id="TL-2")]))
    told = {
        row["id"]: (row["dulu_keadaan"], row["dulu_keadaan_kata"]) for row in rows(snapshot, "tindak_lanjut/daftar")
    }
    assert told == {"TL-1": ("berjalan", "Berjalan"), "TL-2": (None, None)}


# --- the list ---


def test_the_list_begins_with_what_is_overdue_longest_and_ends_with_what_is_done(seen):
    snapshot = seen((LATE, [
        done("30 Okt 2024", id="selesai-lama"),
        done("3 Nov 2024", id="selesai-baru"),
        promise(id="berjalan-9", tenggat="9 Nov 2024"),
        promise(id="berjalan-8", tenggat="8 Nov 2024"),
        promise(id="belum-9", status="Belum", tenggat="9 Nov 2024"),
        promise(id="tak-terbaca", status="hampir", tenggat="5 Nov 2024"),
        promise(id="terkendala", status="Terkendala", tenggat="20 Nov 2024"),
        promise(id="lewat-1", tenggat="3 Nov 2024"),
        promise(id="lewat-9", status="Terkendala", tenggat="26 Okt 2024"),
    ]))  # fmt: skip
    assert [row["id"] for row in rows(snapshot, "tindak_lanjut/daftar")] == [
        "lewat-9", "lewat-1", "terkendala", "tak-terbaca", "belum-9", "berjalan-8", "berjalan-9", "selesai-baru",
        "selesai-lama",
    ]  # fmt: skip


NOTED = [("7", 7), ("75,5", 75.5), ("200.000.000", 200_000_000), ("1.102", 1102), ("-3", -3), ("75.5", None),
         ("7 jenis", None), ("Rp0,2 miliar", None), ("", None)]  # fmt: skip
noted = together([
    ([(LATE, promise(indikator=" Laporan_Desk_terlambat_hari", nilai_saat_dicatat=typed))],) for typed, _ in NOTED
])  # fmt: skip


@pytest.mark.parametrize(("nth", "typed", "read"), [(nth, *case) for nth, case in enumerate(NOTED)])
def test_the_number_of_the_day_of_the_meeting_stands_beside_that_of_now(noted, nth, typed, read):
    row = noted.one(nth)
    assert (row["indikator_nama"], row["kini_nilai"], row["halaman"]) == ("Laporan Desk terlambat", 6, "stabilitas")
    assert row["dicatat_nilai"] == read and row["nilai_saat_dicatat"] == (typed or None)


def test_a_number_that_does_not_exist_is_left_out(seen):
    assert the_one(seen((EARLY, promise(indikator="entah"))))["indikator_nama"] is None


# --- each agency ---


def test_each_agency_has_its_counts_and_a_share_of_what_is_sure(seen):
    snapshot = seen(
        (EARLY, [promise(id=name) for name in ("a", "b")]),
        (AFTER, [promise(id=name) for name in ("a", "b")]),
        (LATE, [
            done("4 Nov 2024", id="a"),
            done("31 Okt 2024", id="b"),
            done("30 Okt 2024", id="c"),
            done("29 Okt 2024", id="d"),
            promise(id="e"),
            promise(id="f", tenggat="8 Nov 2024"),
            done("3 Nov 2024", id="g", penanggung_jawab="BPKPD"),
            promise(id="h", tenggat="8 Nov 2024", penanggung_jawab="Bawaslu"),
            promise(id="i", tenggat="8 Nov 2024", penanggung_jawab="Lainnya"),
            promise(id="j", tenggat="8 Nov 2024", penanggung_jawab="entah"),
        ]),
    )  # fmt: skip
    columns = ("pemilik", "terbuka", "lewat", "selesai", "tepat", "terlambat", "belum_tahu", "tepat_persen")
    assert [tuple(row[name] for name in columns) for row in rows(snapshot, "tindak_lanjut/lembaga")] == [
        ("KPU", 2, 1, 4, 2, 2, 1, 50.0),
        ("Bawaslu", 1, 0, 0, 0, 0, 0, None),
        ("Kesbangpol", 0, 0, 0, 0, 0, 0, None),
        ("BPKPD", 0, 0, 1, 0, 0, 1, None),
        ("Sekretariat", 0, 0, 0, 0, 0, 0, None),
        ("Lainnya", 1, 0, 0, 0, 0, 0, None),
        ("Belum jelas", 1, 0, 0, 0, 0, 0, None),
    ]


def test_no_agency_is_left_out_where_nothing_was_promised(seen):
    listed = rows(seen((EARLY, [])), "tindak_lanjut/lembaga")
    assert [row["pemilik"] for row in listed] == ["KPU", "Bawaslu", "Kesbangpol", "BPKPD", "Sekretariat"]


# --- the sentence ---

OPEN, OTHER = promise(tenggat="8 Nov 2024"), promise(id="TL-2", tenggat="8 Nov 2024")


@pytest.mark.parametrize(
    "promised, said",
    [
        ([], "Belum ada janji rapat di lembar Sekretariat yang dapat dibaca."),
        ([{"id": "Nihil", "tanggal_data": "4 Nov 2024"}], "Belum ada janji rapat."),
        ([done("30 Okt 2024")], "Satu-satunya janji rapat sudah selesai."),
        ([done("30 Okt 2024"), done("30 Okt 2024", id="b")], "Semua dua janji rapat sudah selesai."),
        ([OPEN], "Satu janji rapat belum selesai; tidak ada yang lewat tenggat."),
        ([OPEN, OTHER], "Belum satu pun dari dua janji rapat selesai; tidak ada yang lewat tenggat."),
        ([OPEN, done("30 Okt 2024", id="b")], "Satu dari dua janji rapat belum selesai; tidak ada yang lewat tenggat."),
        ([promise()], "Satu janji rapat belum selesai; satu lewat tenggat, milik KPU."),
        ([promise(), promise(id="b"), OTHER],
         "Belum satu pun dari tiga janji rapat selesai; dua lewat tenggat, milik KPU."),
        ([promise(penanggung_jawab="BPKPD"), promise(id="b"), promise(id="c"), promise(id="d", penanggung_jawab="x")],
         "Belum satu pun dari empat janji rapat selesai; empat lewat tenggat: dua milik KPU, satu milik BPKPD, dan "
         "satu milik lembaga yang belum jelas."),
        ([promise(tenggat_baru="12 Nov 2024"), done("30 Okt 2024", id="b")],
         "Satu dari dua janji rapat belum selesai; satu lewat tenggat, milik KPU; satu minta tenggat diundur."),
        ([done("30 Okt 2024"), promise(id="b", status="hampir")],
         "Tidak ada janji yang diketahui belum selesai; satu baris belum jelas."),
        ([OPEN, promise(id="b", status="hampir")],
         "Satu dari dua janji rapat belum selesai; satu baris belum jelas."),
        ([OPEN, promise(id="TL-1", uraian="Lain")],
         "Belum ada janji rapat yang terhitung; dua baris belum jelas."),
        ([promise(id=str(n), tenggat="8 Nov 2024") for n in range(13)],
         "Belum satu pun dari 13 janji rapat selesai; tidak ada yang lewat tenggat."),
    ],
)  # fmt: skip
def test_the_sentence_says_what_is_open_overdue_and_asked_for(seen, promised, said):
    assert rows(seen((LATE, promised)), "tindak_lanjut/kalimat") == [{"kalimat": said}]


def test_without_its_tab_the_sentence_does_not_say_that_nothing_was_promised(tmp_path):
    with given(tmp_path, LATE, {"kpu/hibah": GRANT}) as snapshot:
        [said] = rows(snapshot, "tindak_lanjut/kalimat")
    assert said["kalimat"] == "Belum ada janji rapat di lembar Sekretariat yang dapat dibaca."


def test_the_overview_counts_what_cannot_be_read_apart(seen):
    snapshot = seen((LATE, [promise(), promise(id="b", status="hampir"), OTHER, done("30 Okt 2024", id="c")]))
    assert rows(snapshot, "ringkasan/janji_ringkas") == [
        {"selesai": 1, "dalam_tenggat": 1, "lewat_tenggat": 1, "belum_terbaca": 1}
    ]


# --- what is in the sheet no more ---


def gone(snapshot):
    return [row["id"] for row in rows(snapshot, "tindak_lanjut/hilang")]


MISSED = [
    ([(EARLY, [OPEN, OTHER]), (LATE, OTHER)], ["TL-1"]),
    ([(EARLY, [OPEN, OTHER]), (LATE, [])], ["TL-1", "TL-2"]),
    # Seen once is enough, also some days ago; what is typed in another way is still there.
    ([(EARLY, OPEN), (DUE, OTHER), (LATE, OTHER)], ["TL-1"]),
    ([(EARLY, OPEN), (LATE, promise(id="tl-1 "))], []),
    # Done when it was last seen, or of a state that could never be read.
    ([(EARLY, done("28 Okt 2024")), (LATE, OTHER)], []),
    ([(EARLY, OPEN), (DUE, done("30 Okt 2024")), (LATE, OTHER)], []),
    ([(EARLY, promise(status="hampir")), (LATE, OTHER)], []),
    ([(EARLY, OPEN), (DUE, promise(status="hampir")), (LATE, OTHER)], ["TL-1"]),
    # Held back, but there.
    ([(EARLY, OPEN), (LATE, [promise(), promise(uraian="Lain"), OTHER])], []),
    # Came back.
    ([(EARLY, OPEN), (DUE, OTHER), (LATE, [OPEN, OTHER])], []),
    # The sheet cannot be read today: nobody knows.
    ([(EARLY, OPEN), (DUE, OTHER), (LATE, None)], []),
    # A day set back knows nothing of the days to come.
    ([(LATE, OPEN), (EARLY, OTHER)], []),
]
missed = together(MISSED)


@each(MISSED, "told")
def test_a_promise_is_gone_where_it_was_open_and_its_row_is_in_the_sheet_no_more(missed, nth, told):
    assert [row["id"] for row in missed.rows(nth, "tindak_lanjut/hilang")] == told


@pytest.mark.parametrize(
    ("left", "said"),
    [
        ([], "Belum ada janji rapat di lembar Sekretariat yang dapat dibaca; dua janji yang belum selesai tidak ada lagi di lembar."),
        ([{"id": "Nihil", "tanggal_data": "4 Nov 2024"}],
         "Belum ada janji rapat; dua janji yang belum selesai tidak ada lagi di lembar."),
        (OTHER, "Satu janji rapat belum selesai; tidak ada yang lewat tenggat; satu janji yang belum selesai tidak ada lagi di lembar."),
    ],
)  # fmt: skip
def test_the_sentence_counts_what_is_gone(seen, left, said):
    assert rows(seen((EARLY, [OPEN, OTHER]), (LATE, left)), "tindak_lanjut/kalimat") == [{"kalimat": said}]


def test_a_tab_that_lost_its_header_hides_no_promise_and_tells_of_none(seen, tmp_path):
    seen((EARLY, OPEN)).close()
    (tmp_path / "lembar" / "sekretariat" / "tindak_lanjut.csv").write_text("a,b\nc,d\n", "utf-8")
    with given(tmp_path, LATE, {"kpu/hibah": GRANT}) as snapshot:
        assert gone(snapshot) == []


def test_in_the_samples_the_secretariat_began_a_new_list_and_three_open_promises_are_not_in_it(asked):
    assert [row["id"] for row in asked("tindak_lanjut/hilang")] == [f"TL-2024-10-07-0{n}" for n in (2, 3, 7)]
    assert asked("tindak_lanjut/kalimat")[0]["kalimat"].endswith(
        "; tiga janji yang belum selesai tidak ada lagi di lembar."
    )


# --- withdrawn ---


def test_a_withdrawn_decision_is_no_promise_in_any_count_and_stays_in_the_list(seen):
    kept = promise(id="tetap", status="Belum", tenggat="1 Nov 2024")
    back = promise(id="tarik", status="Ditarik", tenggat="1 Nov 2024", tenggat_baru="20 Nov 2024")
    snapshot = seen((LATE, [kept, back]))
    [said] = rows(snapshot, "tindak_lanjut/kalimat")
    assert said["kalimat"].startswith("Satu janji rapat belum selesai; satu lewat tenggat, milik KPU")
    listed = {row["id"]: row for row in rows(snapshot, "tindak_lanjut/daftar")}
    assert [*listed] == ["tetap", "tarik"] and listed["tarik"]["keadaan_kata"] == "Ditarik"
    row = listed["tarik"]
    assert (row["lewat"], row["lewat_hari"], row["minta_undur"], row["ketepatan"], row["status"]) == (
        False, None, False, None, "belum_waktunya"
    )  # fmt: skip
    [kpu] = [row for row in rows(snapshot, "tindak_lanjut/lembaga") if row["penanggung_jawab"] == "kpu"]
    assert (kpu["terbuka"], kpu["lewat"], kpu["terlambat"]) == (1, 1, 1)
    assert [row["id"] for row in rows(snapshot, "ringkasan/janji")] == ["tetap"]


def test_a_sheet_of_withdrawn_decisions_alone_has_no_promise(seen):
    snapshot = seen((LATE, promise(status="Ditarik")))
    assert rows(snapshot, "tindak_lanjut/kalimat")[0]["kalimat"] == "Belum ada janji rapat."


def test_a_withdrawn_decision_that_is_deleted_later_is_missed_by_nobody(seen):
    open_one, back = promise(id="TL-1", status="Belum"), promise(id="TL-2", status="Belum")
    snapshot = seen((EARLY, [open_one, back]), (DUE, [open_one, back | {"status": "Ditarik"}]), (LATE, [open_one]))
    assert gone(snapshot) == []
    snapshot = seen((EARLY, [open_one, back]), (LATE, [open_one]))
    assert gone(snapshot) == ["TL-2"]


def test_withdrawn_ones_are_folded_away_at_the_end():
    back = LINE | {"keadaan": "ditarik", "keadaan_kata": "Ditarik", "lewat": False, "status": "belum_waktunya"}
    before, _, folded = drawn.listed([LINE, back]).partition("<details")
    assert before.count("<li") == 1 and "1 keputusan ditarik" in folded and "Ditarik" in folded


# --- what was just recorded ---


def record(folder, id, minute, **changed):
    decision = {"id": id, "dicatat": dt.datetime(2024, 11, 4, 9, minute), "tanggal_rapat": dt.date(2024, 11, 4),
                "agenda": "logistik", "uraian": "Pengganti dikirim", "penanggung_jawab": "kpu",
                "tenggat": dt.date(2024, 11, 8)}  # fmt: skip
    outbox.put(folder / "potret", decision | {name: changed[name] for name in changed if name in outbox.TYPES})


def test_what_was_recorded_stands_with_how_far_it_got_the_newest_first(seen, tmp_path):
    snapshot = seen((LATE, promise(id="tl-a ", status="Belum", tenggat="8 Nov 2024")))
    assert rows(snapshot, "tindak_lanjut/dicatat") == []
    record(tmp_path, "TL-A", 1)
    record(tmp_path, "TL-B", 2)
    record(tmp_path, "TL-C", 3)
    record(tmp_path, "TL-D", 4)
    record(tmp_path, "TL-Z", 5, tanggal_rapat=dt.date(2024, 10, 21))
    outbox.note(tmp_path / "potret", "TL-B", terkirim="2099-11-04T09:05:00", dicoba="2099-11-04T09:05:00")
    outbox.note(tmp_path / "potret", "TL-C", dicoba="2024-11-04T09:06:00", pesan="Google belum menjawab.")
    told = [tuple(row[name] for name in ("id", "kiriman", "keadaan", "pesan", "pemilik"))
            for row in rows(snapshot, "tindak_lanjut/dicatat")]  # fmt: skip
    assert told == [
        ("TL-D", "menunggu", None, None, "KPU"),
        ("TL-C", "terkendala", None, "Google belum menjawab.", "KPU"),
        ("TL-B", "terkirim", None, None, "KPU"),
        ("TL-A", "terkirim", "belum", None, "KPU"),
    ]


def change(folder, id, minute, **changed):
    """A further line about a decision of `record`."""
    [course] = [one for one in outbox.courses(folder / "potret") if one.id == id]
    line = course.newest | {"id": f"{id}-{minute}", "mengubah": id, "dicatat": dt.datetime(2024, 11, 4, 9, minute)}
    outbox.put(folder / "potret", line | dict.fromkeys(("terkirim", "dicoba", "pesan", "baris")) | changed)


def test_a_record_stands_as_it_was_changed_last_and_its_change_is_on_its_way_too(seen, tmp_path):
    snapshot = seen((LATE, promise(id="TL-A", status="Belum", tenggat="8 Nov 2024")))
    for id, minute in (("TL-A", 1), ("TL-B", 2), ("TL-C", 3)):
        record(tmp_path, id, minute)
    outbox.note(tmp_path / "potret", "TL-B", terkirim="2099-11-04T09:05:00", baris=12)
    change(tmp_path, "TL-A", 10, uraian="Pengganti tiba")
    change(tmp_path, "TL-B", 11, ditarik=True)
    change(tmp_path, "TL-C", 12, ditarik=True)
    told = {row["id"]: row for row in rows(snapshot, "tindak_lanjut/dicatat")}
    assert [*told] == ["TL-C", "TL-B", "TL-A"], "in the order in which they were recorded"
    assert (told["TL-A"]["uraian"], told["TL-A"]["kiriman"], told["TL-A"]["diubah"].minute) == (
        "Pengganti tiba", "menunggu", 10
    )  # fmt: skip
    assert (told["TL-B"]["ditarik"], told["TL-B"]["keadaan_kata"], told["TL-B"]["baris"]) == (True, "Ditarik", 12)
    assert rows(snapshot, "tindak_lanjut/antre")[0]["menunggu"] == 2, "what never reached the sheet need not"
    assert rows(snapshot, "tindak_lanjut/antre")[0]["sejak"] == dt.datetime(2024, 11, 4, 9, 10)
    outbox.note(tmp_path / "potret", "TL-B-11", terkirim="2024-11-04T09:12:00", baris=12)
    outbox.note(tmp_path / "potret", "TL-A-10", pesan="Ubah dengan tangan.")
    told = {row["id"]: row for row in rows(snapshot, "tindak_lanjut/dicatat")}
    assert (told["TL-B"]["kiriman"], told["TL-B"]["di_lembar"]) == ("terkirim", True)
    assert (told["TL-A"]["kiriman"], told["TL-A"]["pesan"]) == ("terkendala", "Ubah dengan tangan.")


@pytest.mark.parametrize(
    ("before", "after", "only"),
    [
        ({}, {"uraian": "Pengganti dikirim", "tenggat": "6 Nov 2024"}, True),
        ({}, {"status": "Ditarik"}, True),
        ({}, {"kabar": "sudah dikirim"}, False),
        ({}, {"status": "Berjalan"}, False),
        ({"tanggal_rapat": "21 Okt 2024"}, {"uraian": "Pengganti dikirim"}, False),
    ],
)
def test_numbers_that_are_new_only_by_a_change_of_todays_decisions_are_told_apart(seen, tmp_path, before, after, only):
    row = promise(id="TL-9", tanggal_rapat="4 Nov 2024", tanggal_data="4 Nov 2024", status="Belum",
                  tenggat="8 Nov 2024") | before  # fmt: skip
    seen((LATE, [promise(), row])).close()
    first = store.latest(tmp_path / "potret")
    seen((LATE, [promise(), row | after])).close()
    second = store.latest(tmp_path / "potret")
    with store.Snapshot(tmp_path / "potret", second, first, schema.today()) as opened:
        assert rows(opened, "bersama/angka_baru")[0]["hanya_keputusan"] is only


def test_a_record_that_failed_before_it_was_sent_tells_of_no_trouble_any_more(seen, tmp_path):
    snapshot = seen((LATE, promise()))
    record(tmp_path, "TL-A", 1)
    outbox.note(tmp_path / "potret", "TL-A", pesan="Google belum menjawab.", terkirim="2099-11-04T09:07:00")
    assert [(row["kiriman"], row["pesan"]) for row in rows(snapshot, "tindak_lanjut/dicatat")] == [("terkirim", None)]
    assert rows(snapshot, "tindak_lanjut/antre")[0]["menunggu"] == 0


GONE = "TL-2024-11-04-gone23"
BEFORE_ALL, AFTER_ALL = "2020-01-01T09:00:00", "2099-01-01T09:00:00"


#: The rows of the sheet, when it was sent, and how far it got then.
SENT = [
    ([promise()], BEFORE_ALL, "hilang"),
    # Cells that were there before it was sent tell nothing.
    ([promise()], AFTER_ALL, "terkirim"),
    ([promise()], None, "menunggu"),
    ([promise(id=GONE)], BEFORE_ALL, "terkirim"),
    # Still in the sheet, though no number may use its row: twice the same id, cells that slipped, another look.
    ([promise(id=GONE), promise(id=f"{GONE} ", uraian="Lain")], BEFORE_ALL, "terkirim"),
    ([promise(id="x", uraian=GONE, tenggat="besok")], BEFORE_ALL, "terkirim"),
    ([promise(id=f"\u200b{GONE.lower()}", tanggal_rapat="Senin", tanggal_data="kapan")], BEFORE_ALL, "terkirim"),
    ([], BEFORE_ALL, "hilang"),
]


def sent_as(nth):
    """GONE as the id of the record of this case."""
    return f"{GONE[:-1]}{nth + 2}"


@pytest.fixture(scope="module")
def records(tmp_path_factory, same_sheets):
    """How far each record of SENT got, by its place; those of which the sheet is not empty lie in one outbox."""
    found = {}
    for alone in (False, True):
        folder = tmp_path_factory.mktemp("catatan")
        cases = {nth: case for nth, case in enumerate(SENT) if (not case[0]) == alone}
        typed = [
            {name: cell.replace(GONE[-6:], sent_as(nth)[-6:]) for name, cell in row.items()}
            | ({"id": f"lain-{nth}"} if row["id"] in ("TL-1", "x") else {})
            for nth, (rows, *_) in cases.items()
            for row in rows
        ]
        with given(folder, LATE, {"kpu/hibah": GRANT} | NUMBER_SHEET | {SHEET: sheet(*typed)}) as snapshot:
            for nth, (_, sent, _) in cases.items():
                record(folder, sent_as(nth), nth)
                outbox.note(folder / "potret", sent_as(nth), terkirim=sent, dicoba=sent)
            listed = {row["id"]: row["kiriman"] for row in rows(snapshot, "tindak_lanjut/dicatat")}
        assert len(listed) == len(cases)
        found |= {nth: listed[sent_as(nth)] for nth in cases}
    return found


@pytest.mark.parametrize(("nth", "told"), [(nth, told) for nth, (_, _, told) in enumerate(SENT)])
def test_a_record_is_gone_only_where_the_sheet_was_seen_without_it_after_it_was_sent(records, nth, told):
    assert records[nth] == told


def test_without_its_tab_nobody_knows_whether_a_record_is_gone(tmp_path):
    with given(tmp_path, LATE, {"kpu/hibah": GRANT} | NUMBER_SHEET) as snapshot:
        record(tmp_path, GONE, 1)
        outbox.note(tmp_path / "potret", GONE, terkirim=BEFORE_ALL)
        assert [row["kiriman"] for row in rows(snapshot, "tindak_lanjut/dicatat")] == ["terkirim"]


def test_a_sheet_that_cannot_be_read_now_does_not_make_a_record_gone(seen, tmp_path):
    """Its cells are from before the record was sent; the day is the same."""
    seen((LATE, promise())).close()
    record(tmp_path, GONE, 1)
    outbox.note(tmp_path / "potret", GONE, terkirim=clock.now().isoformat())
    time.sleep(1.1)  # the moment of a snapshot is told in whole seconds
    shutil.rmtree(tmp_path / "lembar" / "sekretariat")
    with given(tmp_path, LATE, {"kpu/hibah": GRANT.replace("4.000", "5.000")}) as snapshot:
        assert [row["kiriman"] for row in rows(snapshot, "tindak_lanjut/dicatat")] == ["terkirim"]


def test_what_waits_is_counted_over_all_meetings_with_its_last_trouble(seen, tmp_path):
    snapshot = seen((LATE, promise(id="TL-A")))
    nothing = {"menunggu": 0, "sejak": None, "pesan": None, "dicoba": None}
    assert rows(snapshot, "tindak_lanjut/antre") == [nothing]
    record(tmp_path, "TL-A", 1)
    assert rows(snapshot, "tindak_lanjut/antre") == [nothing], "it is in the sheet already"
    for id, minute, day in (("TL-B", 2, 4), ("TL-C", 3, 4), ("TL-Y", 0, 1)):
        record(tmp_path, id, minute, dicatat=dt.datetime(2024, 11, day, 9, minute))
    outbox.note(tmp_path / "potret", "TL-C", dicoba="2024-11-04T09:06:00", pesan="Google belum menjawab.")
    outbox.note(tmp_path / "potret", "TL-B", dicoba="2024-11-04T09:05:00", pesan="Kunci ditolak.")
    assert rows(snapshot, "tindak_lanjut/antre") == [{
        "menunggu": 3, "sejak": dt.datetime(2024, 11, 1, 9, 0), "pesan": "Google belum menjawab.",
        "dicoba": dt.datetime(2024, 11, 4, 9, 6),
    }]  # fmt: skip


# --- as it is drawn ---

TODAY = dt.date(2024, 11, 4)
LINE = {
    "id": "TL-1", "uraian": "Pengganti <tiba>", "pemilik": "KPU", "status": "merah", "keadaan": "terkendala",
    "keadaan_kata": "Terkendala", "lewat": True, "lewat_hari": 3, "tenggat": dt.date(2024, 11, 1), "tenggat_awal": None,
    "tenggat_baru": None, "minta_undur": False, "ketepatan": "terlambat", "dulu_keadaan": None,
    "dulu_keadaan_kata": None, "kabar": None, "tautan": None, "indikator_nama": None, "satuan": None, "halaman": None,
    "kini_nilai": None, "kini_status": None, "nilai_saat_dicatat": None, "dicatat_nilai": None,
}  # fmt: skip
NUMBER = {"indikator_nama": "Barang kurang", "satuan": "jenis", "halaman": "logistik", "kini_nilai": 3,
          "kini_status": "merah", "nilai_saat_dicatat": "7", "dicatat_nilai": 7.0}  # fmt: skip


def said(html):
    """What a reader sees, tags away."""
    text = "".join(part.partition(">")[2] + " " for part in f">{html}".split("<"))
    return one_line(text)


@pytest.mark.parametrize(
    "changed, told",
    [
        ({}, "Lewat tenggat"),
        ({}, "tenggat 1 Nov, lewat 3 hari"),
        ({"lewat": False, "lewat_hari": None}, "Terkendala"),
        ({"keadaan": None, "keadaan_kata": None, "lewat": False}, "Belum jelas"),
        ({"tenggat": None, "lewat": False}, "tenggat belum jelas"),
        ({"lewat": False, "tenggat_awal": dt.date(2024, 10, 25)}, "tenggat 1 Nov, semula 25 Okt"),
        ({"minta_undur": True, "tenggat_baru": dt.date(2024, 11, 12)}, "minta diundur ke 12 Nov"),
        ({"pemilik": None}, "penanggung jawab belum jelas"),
        ({"kabar": "Menunggu <penyedia>"}, "Menunggu &lt;penyedia&gt;"),
        ({"dulu_keadaan": "belum", "dulu_keadaan_kata": "Belum"}, "21 Okt: belum"),
        ({"ketepatan": "belum_tahu", "lewat": False}, "ketepatan belum dapat dipastikan"),
        ({"ketepatan": "terlambat", "lewat": False}, "selesai sesudah tenggat"),
        ({"ketepatan": "tepat", "lewat": False}, "tepat waktu"),
        (NUMBER, "Barang kurang : 7 saat dicatat, kini 3"),
        (NUMBER | {"kini_nilai": None, "kini_status": "belum_dilaporkan"}, "7 saat dicatat, kini belum dilaporkan"),
        (NUMBER | {"kini_status": "belum_waktunya"}, "7 saat dicatat, kini belum waktunya"),
        (NUMBER | {"nilai_saat_dicatat": "7 <x>", "dicatat_nilai": None}, "7 &lt;x&gt; saat dicatat, kini 3"),
        (NUMBER | {"nilai_saat_dicatat": None, "dicatat_nilai": None}, "Barang kurang : kini 3"),
        (NUMBER | {"satuan": "persen", "dicatat_nilai": 75.0, "kini_nilai": 86.6}, "75,0% saat dicatat, kini 86,6%"),
        (NUMBER | {"satuan": "rp", "dicatat_nilai": 2e8, "kini_nilai": 0}, "Rp0,2 miliar saat dicatat, kini Rp0"),
    ],
)
def test_a_line_says_how_it_stands(changed, told):
    line = drawn.listed([LINE | changed], dt.date(2024, 10, 21))
    assert told in said(line) and "Pengganti &lt;tiba&gt;" in line and "TL-1" in line


def test_a_line_leads_to_its_row_and_to_the_page_of_its_number():
    line = drawn.listed([LINE | NUMBER | {"tautan": "https://docs.google.com/x#gid=1&range=A3"}])
    assert 'href="https://docs.google.com/x#gid=1&amp;range=A3"' in line and 'href="/logistik"' in line
    assert "href" not in drawn.listed([LINE])


def test_what_is_gone_is_named_with_the_day_on_which_it_was_last_seen():
    days = [("TL-3", dt.date(2024, 11, 3)), ("TL-<1>", dt.date(2024, 10, 21)), ("TL-2", dt.date(2024, 10, 21))]
    line = drawn.gone([{"id": id, "terakhir_terlihat": day} for id, day in days])
    told = "Tidak ada lagi di lembar, terakhir terlihat belum selesai: TL-3 (3 Nov); TL-&lt;1&gt; dan TL-2 (21 Okt)."
    assert one_line(re.sub("<[^>]+>", "", line)) == told
    assert drawn.gone([]) == ""


def test_what_is_done_opens_on_request_at_the_end():
    closed = LINE | {"keadaan": "selesai", "keadaan_kata": "Selesai", "lewat": False, "status": "hijau"}
    before, _, folded = drawn.listed([LINE, closed, closed]).partition("<details")
    assert (before.count("<li"), folded.count("<li")) == (1, 2) and "2 janji selesai" in folded
    assert "<details" not in drawn.listed([LINE])
    assert "Tidak ada janji yang terbuka." in drawn.listed([closed])
    assert said(drawn.listed([])) == "Tidak ada janji yang terhitung."


RECORD = {"id": "TL-9", "uraian": "Kirim <ini>", "pemilik": "KPU", "tenggat": dt.date(2024, 11, 8), "kiriman": "menunggu",
          "dicatat": dt.datetime(2024, 11, 4, 9, 12), "terkirim": None, "pesan": None, "keadaan_kata": None,
          "tautan": None, "diubah": None, "ditarik": False, "di_lembar": False, "baris": None}  # fmt: skip
CHANGED = {"diubah": dt.datetime(2024, 11, 4, 9, 14)}
BACK = CHANGED | {"ditarik": True, "keadaan_kata": "Ditarik"}
IDLE = {"menunggu": 0, "sejak": None, "pesan": None}


@pytest.mark.parametrize(
    "changed, told",
    [
        ({}, "KPU tenggat 8 Nov dicatat 09.12 WIB sedang dikirim ke lembar Sekretariat TL-9"),
        ({"kiriman": "terkirim", "baris": 15}, "tertulis di lembar, baris 15 TL-9"),
        ({"kiriman": "terkirim"}, "tertulis di lembar TL-9"),
        (CHANGED, "diubah 09.14 WIB sedang dikirim"),
        (CHANGED | {"keadaan_kata": "Belum"}, "diubah 09.14 WIB sedang dikirim"),
        (CHANGED | {"kiriman": "terkirim", "baris": 15}, "diperbarui di lembar, baris 15"),
        (BACK | {"kiriman": "terkirim"}, "ditarik 09.14 WIB tidak sampai ke lembar"),
        (BACK | {"kiriman": "terkirim", "di_lembar": True, "baris": 15}, "ditandai Ditarik di lembar, baris 15"),
        ({"kiriman": "terkirim", "keadaan_kata": "Berjalan"}, "tertulis di lembar, keadaannya “berjalan”"),
        ({"kiriman": "hilang", "terkirim": dt.datetime(2024, 11, 4, 9, 13)}, "tidak ada lagi di lembar TL-9"),
        ({"kiriman": "terkendala", "pesan": "Kunci <ditolak>."}, "menunggu dikirim TL-9 Kunci &lt;ditolak&gt;."),
    ],
)
def test_a_record_says_how_far_it_got(changed, told):
    line = drawn.recorded([RECORD | changed], IDLE, TODAY)
    assert told in said(line) and "Kirim &lt;ini&gt;" in line and "belum sampai" not in line


def test_what_waits_is_told_once_with_its_trouble():
    waiting = {"menunggu": 2, "sejak": dt.datetime(2024, 11, 4, 9, 2), "pesan": "Google <belum> menjawab."}
    rows = [RECORD | {"kiriman": "terkendala", "pesan": waiting["pesan"]}] * 2
    told = said(drawn.unsent(waiting, TODAY) + drawn.recorded(rows, waiting, TODAY))
    assert told.count("Google &lt;belum&gt; menjawab.") == 1
    assert told.startswith("2 keputusan belum sampai ke lembar Sekretariat, sejak 09.02 WIB")
    assert said(drawn.recorded([], waiting, TODAY)) == "Belum ada keputusan yang dicatat."
    assert drawn.unsent(IDLE, TODAY) == ""


@pytest.mark.parametrize(
    "counts, told",
    [
        ((4, 1, 1, 80.0), "80,0%: 4 dari 5; 1 belum dapat dipastikan"),
        ((3, 0, 0, 100.0), "100%: 3 dari 3"),
        ((0, 2, 0, 0.0), "0%: 0 dari 2"),
        ((0, 0, 2, None), "2 belum dapat dipastikan"),
        ((0, 0, 0, None), "belum ada yang jatuh tempo"),
    ],
)
def test_a_share_stands_with_its_ground(counts, told):
    row = {"pemilik": "KPU", "terbuka": 7, "lewat": 6, "selesai": 8}
    row |= dict(zip(("tepat", "terlambat", "belum_tahu", "tepat_persen"), counts, strict=True))
    assert said(drawn.on_time([row])).endswith(f"KPU 7, 6 lewat 8 {told}")


# --- on the page ---


@pytest.mark.panjang
def test_the_page_shows_the_promises_of_ask_and_folds_away_what_is_done(screen, address, asked):
    listed = asked("tindak_lanjut/daftar")
    tab = screen().open(address, "tindak_lanjut")
    lines = tab.tab.locator(".janji-daftar li")
    left = [row for row in listed if row["keadaan"] != "selesai"]
    assert 0 < len(left) < len(listed) == lines.count()
    for place, one in enumerate(listed):
        assert lines.nth(place).is_visible() == (one in left)
    tab.tab.get_by_text(f"{len(listed) - len(left)} janji selesai").click()
    for place, one in enumerate(listed):
        assert one["uraian"] in lines.nth(place).inner_text() and one["id"] in lines.nth(place).inner_text()
    assert lines.first.bounding_box()["y"] < 720


@pytest.mark.panjang
def test_the_page_shows_one_agency_by_the_address_and_the_overview_leads_there(screen, address, asked):
    tab = screen().open(address, "/tindak_lanjut?lembaga=KPU")
    own = [row for row in asked("tindak_lanjut/daftar") if "kpu" in (row["penanggung_jawab"] or [])]
    assert tab.tab.locator(".janji-daftar li").count() == len(own) > 0
    overview = screen().open(address, "ringkasan")
    overview.tab.get_by_role("link", name=f"{len(asked('ringkasan/janji'))} janji").click()
    overview.tab.wait_for_url("**/tindak_lanjut")
    assert asked("tindak_lanjut/kalimat")[0]["kalimat"] in overview.settle().read()["text"]


@pytest.mark.panjang
def test_what_is_recorded_comes_onto_an_open_page_by_itself(screen, start, samples_shot, tmp_path):
    folder = shutil.copytree(samples_shot, tmp_path / "potret")
    with start(folder) as (own, _):
        tab = screen().open(own, "tindak_lanjut")
        assert "Belum ada keputusan yang dicatat." in tab.read()["text"]
        record(tmp_path, "TL-BARU", 1, uraian="Kendaraan pengganti disiapkan")
        tab.tab.get_by_text("Kendaraan pengganti disiapkan").wait_for()
        assert "1 keputusan belum sampai ke lembar Sekretariat" in tab.read()["text"]
