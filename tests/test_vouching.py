"""“Data ini benar”: said by an agency of what it saw, taken back by a change of its sheet, kept with the meeting."""

import dataclasses
import datetime as dt
import json
import shutil
from pathlib import Path

import pytest

from monev.meeting import delivery, meeting, vouching
from monev.screen.draw import overview, vouched as drawn
from monev.settings import SAMPLES, Settings
from monev.snapshot import frozen, lines, schema, store
from monev.sync import sync
from monev.words import clock, vouched
from tests.desk import record

pytestmark = pytest.mark.panjang

CODES = ["kpu", "bawaslu", "kesbangpol", "bpkpd", "sekretariat"]


@pytest.fixture
def city(tmp_path, samples_shot):
    """The samples and their two snapshots; that of the meeting before is frozen."""
    place = Settings("folder", tmp_path / "lembar", tmp_path / "potret", None)
    shutil.copytree(SAMPLES, place.folder)
    shutil.copytree(samples_shot, place.snapshots)
    return place


def said(place, snapshot=None):
    """What every agency said as a page of this snapshot tells it, by its code."""
    snapshot = snapshot or store.latest(place.snapshots)
    before = meeting.compared_with(place.snapshots, snapshot)
    with store.Snapshot(place.snapshots, snapshot, before, schema.today()) as opened:
        return {row["instansi"]: row for row in opened.rows(vouching.QUESTION)}


def states(place, snapshot=None):
    return {code: row["keadaan"] for code, row in said(place, snapshot).items()}


def vouch(place, agency="kpu", **more):
    return vouching.vouch(place.snapshots, said(place)[agency] | more, agency, clock.now())


def typed(place, agency, tab, old, new):
    path = place.folder / agency / f"{tab}.csv"
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), "utf-8")
    sync.sync(dataclasses.replace(place, reference_date=dt.date(2024, 11, 4)), bounded=False)


def some_tab(place, agency):
    return next(path.stem for path in sorted((place.folder / agency).glob("*.csv")))


def change(place, agency):
    """One cell of one tab is typed otherwise."""
    path = place.folder / agency / f"{some_tab(place, agency)}.csv"
    path.write_text(path.read_text("utf-8").rstrip("\n") + "\n" + "Catatan baru di bawah tabel\n", "utf-8")
    sync.sync(dataclasses.replace(place, reference_date=dt.date(2024, 11, 4)), bounded=False)


def test_before_anybody_says_so_no_data_are_confirmed_and_that_is_said(city):
    assert states(city) == dict.fromkeys(CODES, "belum")
    assert vouched.whole([*said(city).values()]) == (
        "Data belum dikonfirmasi: KPU, Bawaslu, Kesbangpol, BPKPD, dan Sekretariat."
    )


def test_an_agency_confirms_its_own_data_with_the_findings_that_were_open(city):
    vouch(city)
    row = said(city)["kpu"]
    assert (row["keadaan"], row["peran"], row["temuan"]) == ("benar", "kpu", row["temuan_kini"])
    assert row["temuan"] > 0
    assert states(city) == dict.fromkeys(CODES, "belum") | {"kpu": "benar"}
    assert vouched.said(row).startswith("dikonfirmasi ") and "5 temuan terbuka" in vouched.said(row)


def test_a_later_change_of_the_sheet_takes_it_back_and_that_of_another_does_not(city):
    vouch(city, "kpu")
    vouch(city, "bawaslu")
    change(city, "kpu")
    assert states(city)["kpu"] == "berubah" and states(city)["bawaslu"] == "benar"
    assert vouched.said(said(city)["kpu"]).startswith("berubah sesudah dikonfirmasi ")
    vouch(city, "kpu")
    assert states(city)["kpu"] == "benar", "and it can be said anew"


def test_a_snapshot_of_before_does_not_know_what_was_said_of_a_later_one(city):
    first = store.latest(city.snapshots)
    change(city, "kpu")
    vouch(city)
    assert states(city, first)["kpu"] == "belum" and states(city)["kpu"] == "benar"


def test_what_the_dashboard_itself_writes_takes_nothing_back(city):
    vouch(city, "sekretariat")
    [id] = record(city, "Kirim segel")
    assert delivery.send(city).sent == (id,)
    sync.sync(dataclasses.replace(city, reference_date=dt.date(2024, 11, 4)), bounded=False)
    with store.Snapshot(city.snapshots, store.latest(city.snapshots)) as opened:
        assert id in set(opened.select("from sekretariat__tindak_lanjut")["id"])
    assert states(city)["sekretariat"] == "benar"


def test_a_sheet_that_was_never_read_cannot_be_confirmed(city):
    with pytest.raises(ValueError, match="belum terbaca"):
        vouch(city, isi=None)
    assert lines.rows(city.snapshots, lines.VOUCHED) == []


def test_the_freeze_keeps_who_confirmed_whatever_is_said_later(city):
    vouch(city, "kpu")
    vouch(city, "bawaslu")
    change(city, "bawaslu")
    found = meeting.pin(city.snapshots, store.latest(city.snapshots), clock.now())
    then = dict.fromkeys(CODES, "belum") | {"kpu": "benar", "bawaslu": "berubah"}
    assert states(city, found.snapshot) == then
    vouch(city, "bpkpd")
    assert states(city, found.snapshot) == then and states(city)["bpkpd"] == "benar"


def test_a_frozen_meeting_names_a_role_and_no_account(city):
    vouch(city)
    found = meeting.pin(city.snapshots, store.latest(city.snapshots), clock.now())
    rows = frozen.rows(city.snapshots, found.name, "data_benar_rapat")
    assert set(rows[0]) == set(frozen.DATA_BENAR)
    assert {row["peran"] for row in rows} == {"kpu", None}


def test_what_was_confirmed_for_the_last_meeting_is_not_for_the_next_one(city):
    vouch(city)
    name = meeting.pin(city.snapshots, store.latest(city.snapshots), clock.now() + dt.timedelta(seconds=1)).name
    meeting.start(city.snapshots, meeting.find(city.snapshots, name), clock.now())
    meeting.end(city.snapshots, name, clock.now())
    sync.sync(dataclasses.replace(city, reference_date=dt.date(2024, 11, 11)), bounded=False)
    assert states(city)["kpu"] == "belum"


def test_a_meeting_of_before_shows_nothing_of_it(city):
    vouch(city)
    snapshot = store.latest(city.snapshots)
    row = dict.fromkeys(frozen.RAPAT) | {
        "nama": "2024-11-04", "tanggal": dt.date(2024, 11, 4), "judul": "Rapat lama", "dibekukan": clock.now(),
        "potret": snapshot, "rumus": "x",
    }  # fmt: skip
    frozen.pin(city.snapshots, "2024-11-04", snapshot, None, {"rapat": store.Table(frozen.RAPAT, [row])})
    assert said(city, f"{frozen.PINNED}/2024-11-04") == {}


def test_a_line_that_is_none_of_ours_is_left_alone(city):
    vouch(city)
    room = city.snapshots / lines.VOUCHED.room
    good = json.loads(next(room.glob("*.json")).read_text())
    for name, content in {
        "a": "kein json", "b": "[]", "c": json.dumps(good | {"id": "lain"}), "d": json.dumps(good | {"id": "d", "temuan": "5"}),
        "e": json.dumps(good | {"id": "e", "dicatat": "kemarin"}), "f": json.dumps(good | {"id": "f", "dicatat": None}),
    }.items():  # fmt: skip
        (room / f"{name}.json").write_text(content)
    assert len(lines.rows(city.snapshots, lines.VOUCHED)) == 1 and states(city)["kpu"] == "benar"


@pytest.mark.parametrize("id", ["../x", "a/b", "", "x" * 81])
def test_no_line_leaves_its_room(tmp_path, id):
    with pytest.raises(store.StoreError):
        lines.put(tmp_path, lines.VOUCHED, {"id": id})
    assert not [*Path(tmp_path).rglob("*.json")]


def rows_of(*states_):
    names = ("KPU", "Bawaslu", "Kesbangpol", "BPKPD", "Sekretariat")
    at = dt.datetime(2024, 11, 3, 14, 5)
    return [
        {"instansi": code, "nama": name, "keadaan": state, "dicatat": at, "temuan": 0, "peran": code}
        for code, name, state in zip(CODES, names, states_, strict=False)
    ]


@pytest.mark.parametrize(
    ("states_", "told"),
    [
        ((), ""),
        (("belum", "belum"), "Belum satu lembaga pun mengonfirmasi datanya."),
        (("benar", "benar"), "Semua lembaga mengonfirmasi datanya."),
        (("benar", "berubah", "belum"), "Dikonfirmasi KPU; berubah sesudah dikonfirmasi Bawaslu; 1 lembaga belum."),
        (("benar", "benar", "benar", "belum"), "Dikonfirmasi KPU, Bawaslu, dan Kesbangpol; 1 lembaga belum."),
        (("berubah", "berubah"), "Berubah sesudah dikonfirmasi KPU dan Bawaslu."),
    ],
)
def test_a_room_is_told_in_one_sentence(states_, told):
    assert vouched.in_short(rows_of(*states_)) == told


def test_with_how_many_open_findings_is_said_wherever_it_is_said_that_data_are_right():
    rows = [row | {"temuan": 15} for row in rows_of("benar", "berubah")]
    assert vouched.in_short(rows) == "Dikonfirmasi KPU (15 temuan terbuka); berubah sesudah dikonfirmasi Bawaslu."
    assert vouched.whole(rows) == "Data dikonfirmasi: KPU (15 temuan terbuka); berubah sesudah dikonfirmasi: Bawaslu."
    assert vouched.in_short(rows[:1]) == "Dikonfirmasi KPU (15 temuan terbuka)."
    assert "dikonfirmasi, 15 temuan terbuka" in drawn.beside(rows[0])
    assert drawn.beside(rows[1]).endswith("berubah sesudah dikonfirmasi</span>")


def test_what_was_said_can_be_taken_back_and_said_anew(city):
    vouch(city)
    vouching.take_back(city.snapshots, said(city)["kpu"], "kpu", clock.now() + dt.timedelta(seconds=1))
    row = said(city)["kpu"]
    assert (row["keadaan"], row["dicatat"], row["temuan"], row["peran"]) == ("belum", None, None, None)
    vouching.vouch(city.snapshots, row, "kpu", clock.now() + dt.timedelta(seconds=2))
    assert states(city)["kpu"] == "benar"


def test_a_check_stands_only_where_it_still_holds():
    good, changed, none = rows_of("benar", "berubah", "belum")
    today = dt.date(2024, 11, 4)
    assert "cek" in drawn.of_agency(good, today)
    assert "cek" not in drawn.of_agency(changed, today) + drawn.of_agency(none, today)
    assert "dikonfirmasi 3 Nov, tanpa temuan terbuka" in drawn.of_agency(good, today)


def test_the_overview_without_it_is_as_it_was():
    rows = [
        {
            "nama": "KPU",
            "instansi": "kpu",
            "status": "hijau",
            "umur_hari": 0,
            "tanggal_data": None,
            "terhitung": 1,
            "baris": 1,
        }
    ]
    total = {"terhitung": 1, "baris": 1, "ditahan": 0, "temuan": 0}
    assert "konfirmasi" not in overview.freshness(rows, total)
    assert "belum dikonfirmasi" in overview.freshness(rows, total, rows_of("belum"))
