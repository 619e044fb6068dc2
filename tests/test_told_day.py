"""A day with findings told in the sheet: how often Google is asked, and how long it takes from a slip to the thanks."""

import contextlib
import os
import re
import subprocess
import sys
import time
from collections import Counter

import pytest

from monev.run.commands import main as command
from monev.settings import HOME
from monev.sync import sync
from monev.sync.told import text
from tests import cloud
from tests.clerk import AGENCY, BAD, TAB, Clerk, row
from tests.conftest import surroundings
from tests.google import comments

#: What Google allows a service account in a minute, of readings and of writings.
QUOTA = 60


@pytest.fixture
def at(standin, tmp_path):
    return lambda *rows, **given: Clerk(standin, tmp_path, *rows, **given)


def asked(clerk):
    """How often each endpoint was asked since the last look; Sheets by reading and writing."""
    found = Counter()
    for one in clerk.google.requests:
        kind = one.endpoint if one.endpoint != "sheets" else ("tulis" if one.method == "POST" else "baca")
        found[kind] += 1
    clerk.google.clear_requests()
    return found


def test_what_a_round_costs_is_what_the_documentation_says(at):
    """docs/temuan-di-lembar.md: two readings to see the change, four and a writing to tell of it, two more to see that
    the telling moved nothing; nothing at all where nothing changed."""
    clerk = at(row(), row("Dinas B"))
    clerk.round()
    sync.sync(clerk.place)
    asked(clerk)
    sync.sync(clerk.place)
    clerk.tell()
    assert asked(clerk) == {"token": 1, "drive": 1}, "nothing changed"
    most, total = Counter(), Counter()
    for change in range(20):
        clerk.type("C3" if change % 4 < 2 else "B2", BAD if change % 2 == 0 else "31")
        sync.sync(clerk.place)
        clerk.tell()
        told = asked(clerk)
        sync.sync(clerk.place)
        clerk.tell()
        after = asked(clerk)
        assert told == {"token": 2, "drive": 1, "baca": 6, "tulis": 1}, change
        assert after == {"token": 1, "drive": 1, "baca": 2}, "our own comment moves the sheet's time, and nothing else"
        total += told + after
        most |= told
    assert (total["baca"], total["tulis"]) == (160, 20)
    assert 5 * most["baca"] <= QUOTA and 5 * most["tulis"] <= QUOTA, "also where all five change in the same minute"


@contextlib.contextmanager
def server(clerk, tmp_path, every=15):
    """`monev sync --watch` with KPU's wish, as it runs beside the pages."""
    secrets, log = tmp_path / "secrets.toml", tmp_path / "penjaga.log"
    secrets.write_text(
        cloud.secrets(clerk.google, clerk.files, every=every) + f'[temuan_di_lembar]\n{AGENCY} = "komentar"\n', "utf-8"
    )
    around = surroundings(RAHASIA=secrets, POTRET=clerk.place.snapshots) | clerk.google.environment
    with log.open("w") as out:
        process = subprocess.Popen([sys.executable, "-m", "monev", "sync", "--watch"], cwd=HOME,
                                   env=os.environ | around, stdout=out, stderr=out)  # fmt: skip
    try:
        yield lambda: log.read_text("utf-8")
    finally:
        process.terminate()
        process.wait()


def wait(until, what, longest=90):
    begun = time.monotonic()
    while not (found := until()):
        assert time.monotonic() - begun < longest, what
        time.sleep(0.2)
    return found


def about(clerk, state):
    return [one for one in clerk.own(state) if one["headPost"]["content"].startswith(f"{TAB}, sel D2")]


def test_from_a_wrong_date_to_the_thanks_nobody_does_anything_but_type(at, tmp_path):
    """As an officer sees it: he types a date wrong, reads the comment, types it right, and the comment says thanks."""
    clerk = at(row())
    with server(clerk, tmp_path) as log:
        wait(lambda: clerk.own("OPEN"), "the first round tells what it found")
        clerk.type("D2", "31 Februari 2024")
        begun = time.monotonic()
        [told] = wait(lambda: about(clerk, "OPEN"), "the wrong date is told at its cell")
        told_after = time.monotonic() - begun
        assert comments.place(clerk.book, told["commentId"]) == (TAB, 1, 3)
        assert "Tertulis: 31 Februari 2024" in told["headPost"]["content"] and "Contoh: " in told["headPost"]["content"]
        clerk.type("D2", "4 November 2024")
        begun = time.monotonic()
        [done] = wait(lambda: about(clerk, "RESOLVED"), "and thanked for once it is right")
        thanked_after = time.monotonic() - begun
        assert clerk.said(done)[1:] == [text.THANKS]
        assert "Traceback" not in log()
    # Two rounds of 15 seconds here; with the usual two minutes it is four minutes at most, and half of it on average.
    print(f"told after {told_after:.0f} s, thanked after {thanked_after:.0f} s")
    assert told_after < 60 and thanked_after < 60


def test_what_is_in_the_way_is_told_to_the_log_once_and_when_it_is_gone(at, tmp_path):
    clerk = at(row(signed=BAD), role="reader")
    with server(clerk, tmp_path) as log:
        wait(lambda: "Temuan di lembar Kesbangpol: " in log(), "the log says why nothing is told")
        time.sleep(8)
        told = re.findall("Temuan di lembar Kesbangpol: (.*)", log())
        assert told == list(dict.fromkeys(told)) and all("menjadi Editor." in why for why in told)
        assert len(told) <= 2, "no comment, and then no tab either"
        clerk.google.share(clerk.file.id, "writer")
        wait(lambda: clerk.book.tabs[-1].title == "Temuan" or clerk.own(), "once it may, it is told")


# --- the doctor, and the template ---


@pytest.fixture
def operator(at, tmp_path, monkeypatch, capsys):
    """A function that runs a command as the operator, with KPU's sheet and a wish: run("doctor") -> (status, text)."""
    clerk = at(row(signed=BAD))

    def run(*arguments, way="komentar", trial=None):
        secrets = tmp_path / "secrets.toml"
        lines = [cloud.secrets(clerk.google, clerk.files), "[temuan_di_lembar]", f'{AGENCY} = "{way}"']
        secrets.write_text("\n".join([*lines, f'uji = "{trial}"' if trial else "", ""]), "utf-8")
        secrets.chmod(0o600)
        for name, value in {"RAHASIA": secrets, "POTRET": clerk.place.snapshots}.items():
            monkeypatch.setenv(f"MONEV_{name}", str(value))
        for name in ("SUMBER", "FOLDER", "TANGGAL"):
            monkeypatch.delenv(f"MONEV_{name}", raising=False)
        status = command.main([*arguments])
        said = capsys.readouterr()
        return status, said.out + said.err

    run.clerk = clerk
    return run


def test_the_doctor_says_which_way_works_and_what_to_click(operator):
    assert "✓ Kesbangpol: temuan ditulis sebagai komentar di selnya." in operator("doctor")[1]
    assert "✓ Kesbangpol: temuan ditulis di tab Temuan; komentar pun dapat dipakai." in operator("doctor", way="tab")[1]
    operator.clerk.book.comments = False
    said = operator("doctor")[1]
    assert (
        "! Kesbangpol: temuan ditulis di tab Temuan. Akun dasbor tidak boleh berkomentar" in said and "Editor" in said
    )
    operator.clerk.google.share(operator.clerk.file.id, "reader")
    said = operator("doctor")[1]
    assert "! Kesbangpol: akun dasbor hanya boleh melihat, jadi temuan belum dapat ditulis." in said
    assert "Minta pemiliknya menekan Bagikan" in said


def test_comments_are_tried_on_a_sheet_that_is_there_for_it_and_nothing_is_left_of_them(operator):
    google = operator.clerk.google
    trial = google.add("percobaan", {"Lembar1": [["a", "b"]] + [["1", "2"]] * 9}, role="writer")
    before = [list(cells) for cells in google.book(trial.id).tabs[0].rows]
    for arguments, named in ((("--coba-komentar", trial.url), None), (("--coba-komentar",), trial.url)):
        status, said = operator("doctor", *arguments, trial=named)
        assert status == 0 and "✗" not in said and said.count("✓") == 13, said
        assert "semua berjalan; pilih “komentar”" in said
    book = google.book(trial.id)
    assert book.threads == [] and [list(cells) for cells in book.tabs[0].rows][:10] == before
    assert not operator.clerk.threads


def test_a_try_says_what_does_not_work_and_spares_the_agencies_sheets(operator):
    google = operator.clerk.google
    trial = google.add("percobaan", {"Lembar1": [["a", "b"]] * 9}, role="writer")
    google.book(trial.id).comments_fail = "all"
    status, said = operator("doctor", "--coba-komentar", trial.url)
    assert status == 3 and "✗ Percobaan: komentar dapat ditulis: tidak" in said and "Pilih “tab”" in said
    google.book(trial.id).comments = False
    assert (
        "✗ Percobaan: komentar lembar ini dapat dilihat: tidak" in operator("doctor", "--coba-komentar", trial.url)[1]
    )
    status, said = operator("doctor", "--coba-komentar", operator.clerk.file.id)
    assert status == 1 and "bukan lembar instansi" in said and not operator.clerk.threads
    status, said = operator("doctor", "--coba-komentar")
    assert status == 1 and "Tulis alamat satu spreadsheet percobaan" in said


def test_a_template_carries_the_tab_of_findings_where_it_was_chosen(operator):
    assert "Temuan" not in operator("template", AGENCY, way="komentar")[1]
    status, said = operator("template", AGENCY, way="tab")
    assert status == 0 and "Menambahkan tab “Temuan” di akhir" in said
    tab = operator.clerk.book.tabs[-1]
    assert tab.title == "Temuan" and tab.rows[1][0] == "Sel" and tab.protected[0]["warningOnly"]
    assert "Temuan" not in operator("template", AGENCY, way="tab")[1], "once"
