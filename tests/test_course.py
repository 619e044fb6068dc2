"""The course of a number: what each meeting knew, what is read of its day now, and where nothing was known."""

import datetime as dt
import hashlib
import json
import shutil

import anyio
import duckdb
import pytest

from monev.meeting import course, meeting
from monev.run.workers import warmup
from monev.screen.draw import course_chart, course_line, one_number
from monev.settings import REFERENCE
from monev.snapshot import day_numbers, directory, rules_used
from tests.given import read

CODE, TODAY = "kejadian_14_hari", dt.date(2024, 11, 4)
HEAD = (
    "id_kejadian | tanggal_kejadian | tanggal_lapor | kecamatan | kelurahan | tahap | jenis_isu | aktor | tingkat |"
    " tindak_lanjut | penanggung_jawab | status | klasifikasi"
)


def incidents(*days):
    """The tab of incidents with one row for each day."""
    lines = [
        f"KBP-{place:03} | {day} | {day} | Cikole | Selabatu | Kampanye | Unjuk rasa | Ormas | Rendah | Mediasi |"
        " Kesbangpol | Selesai | Biasa"
        for place, day in enumerate(days, start=1)
    ]
    return "\n".join([HEAD, *lines])


@pytest.fixture(scope="module")
def five(tmp_path_factory):
    """Five meetings, a fortnight apart, and today: the folder of snapshots and the newest of them.

    At the first nothing was reported, at the second the number was none yet; after the third an incident of before it
    was typed; from the fourth on green ends later; the last sheet is the one of the meeting before.
    """
    folder = tmp_path_factory.mktemp("lima")
    other = folder / "acuan"
    shutil.copytree(REFERENCE, other)
    with (other / "ambang.csv").open("a", encoding="utf-8") as file:
        file.write(f"{CODE},4,9,\n")
    second = ["20 Sep 2024", "25 Sep 2024"]
    late = [*second, "27 Sep 2024"]
    states = [
        (
            "2024-09-02",
            {"kesbangpol/potensi_konflik": "kecamatan | kelurahan | tingkat\nCikole | Selabatu | Rendah"},
            REFERENCE,
        ),
        ("2024-09-16", {"kesbangpol/kejadian": incidents("10 Sep 2024")}, REFERENCE),
        ("2024-09-30", {"kesbangpol/kejadian": incidents(*second)}, REFERENCE),
        ("2024-10-14", {"kesbangpol/kejadian": incidents(*late, "10 Okt 2024")}, other),
        ("2024-10-28", {}, other),
        ("2024-11-04", {"kesbangpol/kejadian": incidents(*late, "10 Okt 2024", "2 Nov 2024")}, other),
    ]
    shown = meeting._as_shown
    for place, (day, sheets, reference) in enumerate(states):
        name = read(folder, day, sheets, reference)
        with pytest.MonkeyPatch.context() as patched:
            if place == 1:  # the number was thought of later
                patched.setattr(meeting, "_as_shown", lambda *of: _without(CODE, shown(*of)))
            if place < 5:
                meeting.pin(folder / "potret", name, dt.datetime.fromisoformat(f"{day}T09:00"))
    return folder / "potret", name


def _without(code, tables):
    tables["angka_rapat"].rows[:] = [row for row in tables["angka_rapat"].rows if row["kode"] != code]
    return tables


@pytest.fixture(scope="module")
def points(five):
    return course.course(*five, dt.date(2024, 11, 4))[CODE]


def test_each_meeting_tells_what_it_knew(points):
    assert [(one.date.isoformat(), one.value, one.status) for one in points] == [
        ("2024-09-02", None, "belum_dilaporkan"),
        ("2024-09-16", None, None),
        ("2024-09-30", 2, "hijau"),
        ("2024-10-14", 1, "hijau"),
        ("2024-10-28", 0, "hijau"),
    ]


def test_a_changed_threshold_is_told_at_the_meeting_from_which_on_it_holds(points):
    assert [(one.date.month, dict(one.changed)) for one in points if one.changed] == [
        (10, {"hijau": (3, 4), "kuning": (7, 9)})
    ]


def test_what_was_typed_later_is_read_for_the_day_on_which_it_happened(five, points):
    now = course.read_now(*five, CODE, [one.date for one in points])
    assert list(now.values()) == [0, 0, 3, 1, 0]


def test_a_number_whose_rows_tell_no_day_is_not_read_anew(five):
    assert course.read_now(*five, "kelurahan_potensi_tinggi", [dt.date(2024, 9, 30)]) == {}


def test_meetings_after_the_day_in_view_and_the_one_in_view_are_no_part_of_it(five):
    folder, _ = five
    before = course.course(folder, "rapat/2024-10-14", dt.date(2024, 10, 14))[CODE]
    assert [one.date.isoformat() for one in before] == ["2024-09-02", "2024-09-16", "2024-09-30"]


def test_of_two_freezes_of_one_day_the_last_counts(five, tmp_path):
    folder = tmp_path / "potret"
    shutil.copytree(five[0], folder)
    last = [name for name in sorted(path.stem for path in folder.glob("*.duckdb")) if "2024-10-28" in name][-1]
    meeting.pin(folder, last, dt.datetime(2024, 10, 28, 15), title="Diulang")
    names = [one.meeting for one in course.course(folder, five[1], dt.date(2024, 11, 4))[CODE]]
    assert names[-1] == "2024-10-28-2" and len(names) == 5
    in_view = course.course(folder, "rapat/2024-10-28", dt.date(2024, 10, 28))[CODE]
    assert [one.meeting for one in in_view][-1] == "2024-10-14", "of its own day it is the one that counts"


def test_an_altered_meeting_leaves_the_course(five, tmp_path):
    folder = tmp_path / "potret"
    shutil.copytree(five[0], folder)
    path = folder / "rapat" / "2024-09-30.sha256"
    path.chmod(0o644)
    path.write_text("0" * 64 + path.read_text("utf-8")[64:], "utf-8")
    dates = [one.date.day for one in course.course(folder, five[1], dt.date(2024, 11, 4))[CODE]]
    assert dates == [2, 16, 14, 28]


def test_a_meeting_that_holds_no_thresholds_is_a_gap(five, tmp_path):
    folder = tmp_path / "potret"
    shutil.copytree(five[0], folder)
    path = folder / "rapat" / "2024-09-30.duckdb"
    for one in (path, path.with_suffix(".sha256")):
        one.chmod(0o644)
    with duckdb.connect(str(path)) as connection:
        connection.execute("drop table ambang")
    path.with_suffix(".sha256").write_text(f"{hashlib.sha256(path.read_bytes()).hexdigest()}  {path.name}\n", "utf-8")
    [gap] = [one for one in course.course(folder, five[1], dt.date(2024, 11, 4))[CODE] if one.meeting == "2024-09-30"]
    assert (gap.value, gap.status) == (None, None)


def test_a_meeting_with_a_status_of_another_version_is_a_gap(five, tmp_path):
    folder = tmp_path / "potret"
    shutil.copytree(five[0], folder)
    path = folder / "rapat" / "2024-09-30.duckdb"
    for one in (path, path.with_suffix(".sha256")):
        one.chmod(0o644)
    with duckdb.connect(str(path)) as connection:
        connection.execute("update angka_rapat set status = 'biru'")
    path.with_suffix(".sha256").write_text(f"{hashlib.sha256(path.read_bytes()).hexdigest()}  {path.name}\n", "utf-8")
    line = course.course(folder, five[1], dt.date(2024, 11, 4))[CODE]
    assert [(one.date.day, one.value) for one in line if one.status] == [(2, None), (14, 1), (28, 0)]


def drawn(*values):
    """Points of a chart, a fortnight apart: a value, or None for a meeting that knew none."""
    first = dt.date(2024, 9, 2)
    return [
        {"rapat": str(place), "tanggal": first + dt.timedelta(days=14 * place), "nilai": value, "berubah": {},
         "status": "kuning" if value is not None else "belum_dilaporkan", "kini_dibaca": None}
        for place, value in enumerate(values)
    ]  # fmt: skip


def test_a_small_line_needs_two_values():
    assert course_line.small(drawn(None, 3), "jenis") == ""
    assert "jalur" in course_line.small(drawn(2, 3), "jenis")


def test_a_gap_is_a_ring_and_no_line_leads_past_it():
    line = course_line.small(drawn(2, 3, None, 1), "jenis")
    assert line.count("<em") == 1 and line.count("M0") == 1 and "L66" not in line
    assert "16 Sep 3 jenis; 30 Sep belum ada angka; 14 Okt 1 jenis" in line


def test_only_the_last_eight_meetings_have_room():
    assert "2 Sep" not in course_line.small(drawn(*range(9)), "jenis")
    assert "2 Sep" in course_line.small(drawn(*range(8)), "jenis")


@pytest.mark.parametrize(("then", "now", "told"), [
    (46.2, 44.0, ["waktu itu 46,2%, kini dibaca 44,0%"]),
    (46.2, 46.21, []),  # as shown, both are the same
    (None, 3, ["waktu itu belum ada angka, kini dibaca 3,0%"]),
    (46.2, None, []),
])  # fmt: skip
def test_a_correction_is_told_where_it_can_be_seen(then, now, told):
    [one] = drawn(then)
    assert [said for _, said in course_chart.corrections([one | {"kini_dibaca": now}], "persen")] == told


def test_the_chart_says_in_words_what_it_shows():
    chart = course_chart.chart(
        drawn(5, None, 7), "jenis", 0, [{"tanggal": dt.date(2024, 9, 20), "peristiwa": "Gudang pindah"}]
    )
    said = chart.split('aria-label="')[1].split('"')[0]
    assert "2 Sep 5 jenis; 16 Sep belum ada angka; 30 Sep 7 jenis" in said
    assert "Batas hijau 0 jenis" in said and "20 Sep Gudang pindah" in said


def test_one_point_is_no_course():
    assert "setelah ada rapat" in course_chart.chart(drawn(5), "jenis", 0)
    assert "belum diketahui pada satu rapat pun" in course_chart.chart(drawn(None, None), "jenis", 0)


# --- days between meetings ---


def kept(folder, snapshot, value, status="hijau", hijau=4, days=14):
    day_numbers.keep(
        folder,
        snapshot,
        [{"kode": CODE, "nilai": value, "status": status}],
        [{"kode": CODE, "arah": "turun", "hijau": hijau, "kuning": 9}],
        [{"kode": "hari_kejadian", "nilai": days}],
    )


@pytest.fixture
def folder(five, tmp_path):
    copied = tmp_path / "potret"
    shutil.copytree(five[0], copied)
    return copied


def whole(folder, snapshot, until=TODAY):
    return [(one.date.isoformat()[5:], one.meeting is not None, one.value) for one in course.day_by_day(
        folder, snapshot, until, CODE
    )]  # fmt: skip


def put_in(*place):
    """The file of a day with something else in one place."""

    def damaged(said):
        *way, last, other = place
        part = said
        for one in way:
            part = part[one]
        part[last] = other
        return json.dumps(said)

    return damaged


@pytest.mark.parametrize("damage", [
    lambda said: "",
    lambda said: "[" * 200_000,
    lambda said: json.dumps(said).replace('"nilai": 5', '"nilai": 1' + "0" * 400),
    put_in("angka", CODE, 5),
    put_in("angka", CODE, "nilai", "5 kejadian"),
    put_in("angka", CODE, "nilai", float("nan")),
    put_in("angka", CODE, "nilai", True),
    put_in("angka", CODE, "status", "biru"),
    put_in("ambang", CODE, None),
    put_in("ambang", CODE, "hijau", "empat"),
    put_in("aturan", "hari_kejadian", "empat belas"),
    put_in("aturan", []),
])  # fmt: skip
def test_a_day_whose_file_is_damaged_or_of_another_version_is_left_out(five, folder, damage):
    kept(folder, "000092-2024-10-20-00000000", 5)
    before = whole(folder, five[1])
    path = folder / day_numbers.ROOM / "2024-10-20.json"
    path.write_text(damage(json.loads(path.read_text("utf-8"))), "utf-8")
    assert whole(folder, five[1]) == [one for one in before if one[0] != "10-20"]
    kept(folder, "000092-2024-10-20-00000000", 5)
    assert whole(folder, five[1]) == before, "what is shown then is written down again"


def test_days_between_meetings_show_what_they_showed_last(five, folder):
    for snapshot, value in [
        ("000090-2024-08-20-00000000", 9),  # before the first meeting
        ("000091-2024-10-14-00000000", 9),  # the day of a meeting: that one counts
        ("000092-2024-10-20-00000000", 5),
        ("000094-2024-10-20-00000000", 6),  # later the same day
        ("000093-2024-10-20-00000000", 7),  # by a server that came late
        ("000095-2024-10-30-00000000", None),
        ("000096-2024-11-04-00000000", 9),  # today is what the page shows now
        ("000097-2024-11-05-00000000", 9),
    ]:
        kept(folder, snapshot, value, "hijau" if value is not None else "belum_dilaporkan")
    assert whole(folder, five[1])[3:] == [
        ("10-14", True, 1), ("10-20", False, 6), ("10-28", True, 0), ("10-30", False, None),
    ]  # fmt: skip
    assert whole(folder, "rapat/2024-10-28", dt.date(2024, 10, 28))[-1] == ("10-20", False, 6)


@pytest.mark.parametrize("content", ["", "[]", "{", '{"potret": "x", "angka": [], "ambang": {}, "aturan": {}}', "null"])
def test_a_day_that_cannot_be_read_is_left_out_and_written_anew(five, folder, content):
    kept(folder, "000092-2024-10-20-00000000", 5)
    (folder / "angka" / "2024-10-20.json").write_text(content)
    (folder / "angka" / "catatan.json").write_text("{}")
    assert [day for day, met, _ in whole(folder, five[1]) if not met] == []
    kept(folder, "000092-2024-10-20-00000000", 5)
    assert ("10-20", False, 5) in whole(folder, five[1])


def test_a_changed_rule_is_told_on_the_day_from_which_on_it_holds(five, folder):
    kept(folder, "000092-2024-10-20-00000000", 5, days=14)
    kept(folder, "000093-2024-10-22-00000000", 5, days=10)
    changed = {one.date.day: dict(one.changed) for one in course.day_by_day(folder, five[1], TODAY, CODE)}
    assert changed[20] == {} and changed[22] == {"hari_kejadian": (14, 10)}
    assert changed[28] == {"hari_kejadian": (10, 14)}, "the meeting of before knew the old rule"


@pytest.mark.parametrize(
    "sql, quoted",
    [
        ("select aturan('hari_kasus')", {"hari_kasus"}),
        ("select aturan(nama := 'hari_kasus')", {"hari_kasus"}),
        ("select nilai from aturan where kode = 'hari_kasus'", {"hari_kasus"}),
        ("select usul('hari_kasus', 3) -- not aturan('hari_laporan'), it's older", {"hari_kasus"}),
        ("select /* aturan('hari_laporan')\n */ aturan('hari_kasus')", {"hari_kasus"}),
        ("select '--', aturan('hari_kasus'), 'it''s', \"a 'name'\"", {"--", "hari_kasus", "it''s"}),
    ],
)
def test_a_rule_is_found_however_sql_asks_for_it_and_never_in_a_remark(sql, quoted):
    assert rules_used._text(sql, ()).quoted == quoted


def test_only_rules_by_which_a_number_is_worked_out_are_its_own():
    rules = {row.split(",")[0] for row in (REFERENCE / "aturan.csv").read_text("utf-8").splitlines()}
    assert rules_used.of_number(CODE) & rules == {"hari_kejadian"}
    assert "hari_kasus" in rules_used.of_number("kasus_aktif"), "by way of other questions"
    assert "batas_barang_h" in rules_used.of_number("tps_terlayani_persen"), "by way of words"
    assert rules_used.of_number("tidak_ada") == frozenset()


def test_a_day_is_a_dot_without_date_or_sign_and_is_not_read_aloud():
    points = drawn(2, 3, 1)
    points[1] |= {"rapat": None}
    chart = course_chart.chart(points, "jenis", 0)
    assert chart.count('class="harian"') == 1 and "2 Sep 2 jenis; 30 Sep 1 jenis" in chart
    assert "16 Sep" not in chart and "M0" in chart
    unknown = drawn(2, None, 1)
    unknown[1] |= {"rapat": None}
    assert "harian" not in course_chart.chart(unknown, "jenis", 0), "and nothing where nothing was known"


def test_what_it_was_judged_by_before_is_told_in_words():
    points = drawn(2, 3)
    points[1] |= {"berubah": {"hijau": (3.0, 4.0), "hari_kejadian": (14.0, 10.0), "lama": (1.0, 2.0)}}
    rules = {"hari_kejadian": {"arti": "Hari yang dihitung; sampai hari ini", "satuan": "hari"}}
    said = one_number.changed(points, "kejadian", rules)
    assert "16 September" in said and "batas hijau 4 kejadian, semula 3 kejadian" in said
    assert "hari yang dihitung 10 hari, semula 14 hari" in said and "aturan lama 2, semula 1" in said
    assert "ambang berubah" in course_chart.chart(points, "kejadian", 0)
    points[1] |= {"berubah": {"hari_kejadian": (14.0, 10.0)}}
    assert "aturan berubah" in course_chart.chart(points, "kejadian", 0)


def test_the_server_keeps_what_is_shown_and_goes_on_where_it_cannot(five, folder, caplog):
    newest = five[1]
    anyio.run(warmup.once, folder)
    said = day_numbers.of(folder, directory.reference_date(newest))
    assert said["potret"] == newest and said["angka"][CODE] == {"nilai": 1, "status": "hijau"}
    assert said["ambang"][CODE]["hijau"] == 4 and said["aturan"]["hari_kejadian"] == 14
    shutil.rmtree(folder / "angka")
    (folder / "angka").write_text("no folder")
    assert anyio.run(warmup.once, folder) == newest
    assert "Angka hari ini belum dapat dicatat" in caplog.text


def test_a_value_gives_way_to_its_correction():
    """A value stands above its sign and words below their ring, unless the corrected one stands there."""
    points = drawn(5, None, 7)
    points[0] |= {"kini_dibaca": 9}  # higher up
    points[1] |= {"kini_dibaca": 1}  # further down
    points[2] |= {"kini_dibaca": 3}
    chart = course_chart.chart(points, "jenis", None)
    kinds = [part.split('"')[0] for part in chart.split('<span class="titik')[1:]]
    assert [("balik" in kind) for kind in kinds] == [True, True, False] and chart.count("koreksi ") == 3
