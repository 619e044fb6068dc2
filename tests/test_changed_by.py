"""Who changed a sheet and when: as Google tells along with what is asked anyway, for whom it concerns, kept nowhere long."""

import datetime as dt
import json

import pytest

from monev.meeting import meeting
from monev.run import backup
from monev.run.commands import main as command
from monev.screen.access.roles import LEADERS, SECRETARIAT, Person
from monev.screen.draw import changed_by as drawing
from monev.snapshot import changers, directory, store
from monev.snapshot.changers import Change
from monev.words import clock
from tests import cloud
from tests.clerk import AGENCY, TAB, Clerk, row

WHO = "budi@kesbangpol.contoh.go.id"
NOW = dt.datetime(2024, 11, 4, 14, 10)


def at(hour, minute):
    return NOW.replace(hour=hour, minute=minute)


@pytest.fixture
def clerk(standin, tmp_path):
    return Clerk(standin, tmp_path, row(), way="tidak")


def known(clerk):
    return changers.read(clerk.place.snapshots, AGENCY, clock.now())


def sync(clerk):
    """As the server does: only what may have changed."""
    from monev.sync import sync as syncing

    return syncing.sync(clerk.place)[-1]


def test_a_change_is_told_with_its_time_and_by_whom_and_no_question_more(clerk):
    sync(clerk)
    assert known(clerk) == [], "nobody was signed in"
    sync(clerk)
    looked = directory.looks(clerk.place.snapshots).checked
    clerk.google.put(clerk.file.id, TAB, "C2", "32", who=WHO)
    clerk.google.clear_requests()
    sync(clerk)
    assert [one.endpoint for one in clerk.google.requests] == ["token", "drive", "sheets", "sheets"]
    [change] = known(clerk)
    assert (change.name, change.address) == ("Budi", WHO)
    assert change.until >= looked and change.between in (looked, None)


def test_what_the_dashboard_wrote_and_what_only_was_looked_at_is_nobody_s_change(clerk):
    clerk.wished("tab")
    clerk.type("C2", "belasan")
    sync(clerk)
    clerk.tell()
    sync(clerk)
    clerk.sync()
    assert known(clerk) == []


def test_google_may_tell_nothing_or_nonsense_and_the_sync_goes_on(clerk):
    with clerk.google.changing(clerk.file.id) as book:
        book.who = {"kind": "drive#user"}
    assert sync(clerk).new and known(clerk) == []


def test_all_that_google_knows_is_asked_on_demand_and_joined_to_what_is_known(clerk, tmp_path, monkeypatch, capsys):
    for cell, who in (("C2", WHO), ("C2", None), ("B2", "sari@kesbangpol.contoh.go.id")):
        clerk.google.put(clerk.file.id, TAB, cell, "33", who=who)
    sync(clerk)
    [alone] = known(clerk)
    assert alone.name == "Sari"
    secrets = tmp_path / "secrets.toml"
    secrets.write_text(cloud.secrets(clerk.google, clerk.files), "utf-8")
    monkeypatch.setenv("MONEV_RAHASIA", str(secrets))
    monkeypatch.setenv("MONEV_POTRET", str(clerk.place.snapshots))
    for name in ("SUMBER", "FOLDER", "TANGGAL"):
        monkeypatch.delenv(f"MONEV_{name}", raising=False)
    assert command.main(["who", AGENCY]) == 0
    assert "Sari" in capsys.readouterr().out
    assert [one.name for one in known(clerk)] == ["Sari", "Budi"] or {one.name for one in known(clerk)} == {
        "Sari",
        "Budi",
    }
    clerk.google.fault("drive", "403", None)
    assert command.main(["who", AGENCY]) == 1


def test_a_wish_is_there_until_it_is_served(tmp_path):
    assert changers.wished(tmp_path) == []
    changers.wish(tmp_path, "kpu")
    changers.wish(tmp_path, "kpu")
    assert changers.wished(tmp_path) == ["kpu"]
    changers.grant(tmp_path, "kpu")
    changers.grant(tmp_path, "kpu")
    assert changers.wished(tmp_path) == []


def test_an_address_stands_in_no_snapshot_no_meeting_and_no_backup(clerk, tmp_path):
    clerk.google.put(clerk.file.id, TAB, "C2", "32", who=WHO)
    name = sync(clerk).snapshot
    meeting.pin(clerk.place.snapshots, name, clock.now())
    file = tmp_path / "cadangan.tar.gz"
    backup.write(clerk.place.snapshots, file)
    assert WHO in (clerk.place.snapshots / changers.FILE).read_text("utf-8")
    for path in clerk.place.snapshots.rglob("*"):
        if path.is_file() and path.name != changers.FILE:
            assert WHO.encode() not in path.read_bytes(), path.name
    with store.Snapshot(clerk.place.snapshots, f"rapat/{clock.now().date()}") as snapshot:
        assert set(snapshot.select("from sinkron")) == set(store.SYNC_TYPES)
    assert changers.FILE not in backup.contents.read(file).sums


def test_each_change_is_kept_once_for_a_few_days_and_not_more_than_so_many(tmp_path):
    one = Change(at(14, 5), at(14, 2), "Budi", WHO)
    changers.note(tmp_path, {"kpu": [one, one, Change(at(14, 5), None, "Budi", WHO)]}, NOW)
    changers.note(tmp_path, {"kpu": [one], "bawaslu": []}, NOW)
    assert changers.read(tmp_path, "kpu", NOW) == [one] and changers.read(tmp_path, "bawaslu", NOW) == []
    for days, there in ((3, True), (4, False)):
        assert bool(changers.read(tmp_path, "kpu", at(14, 5) + dt.timedelta(days=days))) == there
    many = [Change(NOW - dt.timedelta(minutes=minute), None, "Budi", WHO) for minute in range(60)]
    changers.note(tmp_path, {"kpu": many}, NOW)
    assert len(changers.read(tmp_path, "kpu", NOW)) == changers.MOST
    changers.note(tmp_path, {"kpu": [Change(NOW + dt.timedelta(days=5), None, "Sari")]}, NOW + dt.timedelta(days=5))
    assert len(json.loads((tmp_path / changers.FILE).read_text("utf-8"))["kpu"]) == 1


@pytest.mark.parametrize("content", ["", "[]", "{", '{"kpu": 1}', '{"kpu": [{}]}', '{"kpu": [{"sampai": "kemarin"}]}'])
def test_a_damaged_file_is_none(tmp_path, content):
    (tmp_path / changers.FILE).write_text(content, "utf-8")
    assert changers.read(tmp_path, "kpu", NOW) == []


def test_it_is_said_between_which_times_and_by_whom():
    rows = [
        (at(14, 5), at(14, 2), "Budi", WHO),
        (at(13, 0), None, "", WHO),
        (at(9, 0) - dt.timedelta(days=1), None, "Sari", ""),
    ]
    said = str(drawing.changed_by("Kesbangpol", rows, NOW.date()))
    assert f"antara 14.02 dan 14.05 WIB, oleh Budi ({WHO})" in said and f"13.00 WIB, oleh {WHO}" in said
    assert "3 Nov, 09.00 WIB, oleh Sari" in said
    assert str(drawing.changed_by("Kesbangpol", [], NOW.date())) == ""
    assert "<b>" not in str(drawing.changed_by("Kesbangpol", [(at(9, 0), None, "<b>x</b>", "")], NOW.date()))


def test_it_is_for_the_agency_itself_the_secretariat_and_leaders():
    for role, sees in ((AGENCY, True), (SECRETARIAT, True), (LEADERS, True), ("kpu", False)):
        assert Person("x@contoh.go.id", role).details(AGENCY) == sees
