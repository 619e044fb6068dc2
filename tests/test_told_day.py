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
from monev.sync.told import text
from tests import cloud
from tests.clerk import AGENCY, BAD, TAB, Clerk, declared_once, row
from tests.conftest import surroundings
from tests.google import comments

#: What Google allows a service account in a minute, of readings and of writings.
QUOTA = 60


@pytest.fixture
def at(standin, tmp_path, monkeypatch):
    declared_once(monkeypatch)
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
    cloud.synced(clerk.place)
    asked(clerk)
    cloud.synced(clerk.place)
    clerk.tell()
    assert asked(clerk) == {"token": 1, "drive": 1}, "nothing changed"
    most, total = Counter(), Counter()
    for change in range(20):
        clerk.type("C3" if change % 4 < 2 else "B2", BAD if change % 2 == 0 else "31")
        cloud.synced(clerk.place)
        clerk.tell()
        told = asked(clerk)
        cloud.synced(clerk.place)
        clerk.tell()
        after = asked(clerk)
        assert told == {"token": 2, "drive": 1, "baca": 6, "tulis": 1}, change
        assert after == {"token": 1, "drive": 1, "baca": 2}, "our own comment moves the sheet's time, and nothing else"
        total += told + after
        most |= told
    assert (total["baca"], total["tulis"]) == (160, 20)
    assert 5 * most["baca"] <= QUOTA and 5 * most["tulis"] <= QUOTA, "also where all five change in the same minute"


#: What runs beside the pages as `monev sync --watch` does, with a round as often as is said, also more than it may be.
WATCH = """
import dataclasses
from monev import settings
from monev.run.workers import sync
sync.stand(dataclasses.replace(settings.load(), rhythm=settings.Rhythm(every={every})))
"""


@contextlib.contextmanager
def server(clerk, tmp_path, every=15):
    """A watcher with KPU's wish, and its log as a function."""
    secrets, log = tmp_path / "secrets.toml", tmp_path / "penjaga.log"
    secrets.write_text(
        cloud.secrets(clerk.google, clerk.files) + f'[temuan_di_lembar]\n{AGENCY} = "komentar"\n', "utf-8"
    )
    around = surroundings(RAHASIA=secrets, POTRET=clerk.place.snapshots) | clerk.google.environment
    with log.open("w") as out:
        process = subprocess.Popen([sys.executable, "-c", WATCH.format(every=every)], cwd=HOME, env=os.environ | around, stdout=out,
                                   stderr=out)  # fmt: skip
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
    with server(clerk, tmp_path, every=3) as log:
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
    # Two rounds of 3 seconds here; with the usual two minutes it is four minutes at most, and half of it on average.
    print(f"told after {told_after:.0f} s, thanked after {thanked_after:.0f} s")
    assert told_after < 60 and thanked_after < 60


def test_what_is_in_the_way_is_told_to_the_log_once_and_when_it_is_gone(at, tmp_path):
    clerk = at(row(signed=BAD), role="reader")
    with server(clerk, tmp_path) as log:
        wait(lambda: "Temuan di lembar Kesbangpol: " in log(), "the log says why nothing is told")
        wait(lambda: clerk.record().failed >= 2, "and it is tried again")
        time.sleep(1)
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


def fallen_back(clerk):
    """A sheet that is told in the tab because comments were refused, which they are no more."""
    clerk.sync()
    clerk.book.comments = False
    assert [clerk.tell().way for _ in range(2)] == ["komentar", "tab"]
    clerk.book.comments = True
    assert clerk.tell().way == "tab" and not clerk.own()


def test_comments_that_work_again_for_the_doctor_are_written_with_the_next_sending(operator):
    fallen_back(operator.clerk)
    said = operator("doctor")[1]
    assert "jadi dipakai tab Temuan" in said and "Kini komentar jalan lagi, jadi dicoba lagi" in said
    assert "✓ Kesbangpol: temuan" not in said, "it does not contradict itself"
    assert "tertulis sebagai komentar" in operator("send", "--temuan")[1] and operator.clerk.own()
    assert "Temuan kini ditulis sebagai komentar" in operator.clerk.book.tab("Temuan").rows[0][0]
    assert "✓ Kesbangpol: temuan ditulis sebagai komentar di selnya." in operator("doctor")[1]


def test_comments_that_work_on_a_sheet_for_trial_are_tried_again_where_they_were_refused(operator):
    fallen_back(operator.clerk)
    trial = operator.clerk.google.add("percobaan", {"Lembar1": [["1", "2"]] * 9}, role="writer")
    operator.clerk.google.book(trial.id).comments = False
    operator("doctor", "--coba-komentar", trial.url)
    assert operator.clerk.record().fallen
    operator.clerk.google.book(trial.id).comments = True
    status, said = operator("doctor", "--coba-komentar", trial.url)
    assert status == 0 and "komentar dicoba lagi pada pengiriman berikutnya di lembar Kesbangpol" in said
    assert "tertulis sebagai komentar" in operator("send", "--temuan")[1] and operator.clerk.own()


def test_the_doctor_tells_of_findings_beside_the_sheet_that_they_are_about(operator):
    names = [line.split()[1].rstrip(":") for line in operator("doctor")[1].splitlines() if line[:1] in "✓!✗"]
    first = names.index("Kesbangpol")
    assert names[first : first + names.count("Kesbangpol")] == ["Kesbangpol"] * names.count("Kesbangpol")


def test_the_doctor_says_so_where_a_sheet_is_not_told_because_it_is_another_ones(operator):
    clerk = operator.clerk
    clerk.round()
    clerk.google.rename_tab(clerk.file.id, TAB, "Pencairan")
    clerk.google.add_tab(clerk.file.id, "NPHD", [["penerima"]])
    said = operator("doctor")[1]
    assert "✗ Kesbangpol: tabnya cocok dengan lembar BPKPD" in said
    assert "! Kesbangpol: temuan tidak ditulis di lembar ini" in said and "✓ Kesbangpol: temuan" not in said
    assert "Yang sudah tertulis di sana (komentar dari akun dasbor) dibiarkan" in said


def test_the_doctor_tells_of_comments_that_another_folder_of_snapshots_wrote(operator):
    clerk = operator.clerk
    clerk.round()
    assert "folder potret lain" not in operator("doctor")[1]
    with clerk.google.changing(clerk.file.id) as book:
        comments.insert(book, {"coordinate": {"rowIndex": 1}, "content": f"Sebab.\n[monev {'a' * 10}]"})
    said = operator("doctor")[1]
    assert "! Kesbangpol: 1 komentar terbuka di lembarnya ditulis dari folder potret lain" in said
    assert "Beri satu lembar satu folder potret saja" in said


@pytest.mark.parametrize("way", ["komentar", "tab"])
def test_what_was_left_in_a_sheet_before_is_told_until_it_is_gone(operator, way):
    clerk = operator.clerk
    clerk.wished(way)
    clerk.round()
    old, book = clerk.file, clerk.book
    rows = [list(cells) for cells in clerk.book.tab(TAB).rows]
    clerk.file = clerk.files[AGENCY] = clerk.google.add("baru", {TAB: rows}, title="Monev kesbangpol", role="writer")
    operator("sync")
    what = "tab Temuan" if way == "tab" else "komentar di selnya"
    said = f"di lembar sebelumnya ({old.url}) masih ada {what} dari dasbor"
    assert said in operator("send", "--temuan", way=way)[1] and said not in operator("send", "--temuan", way=way)[1]
    assert f"! Kesbangpol: alamatnya berganti; {said}" in operator("doctor", way=way)[1]
    for one in list(book.threads):
        comments.delete(book, {"commentId": one["commentId"]})
    if way == "tab":
        clerk.google.delete_tab(old.id, "Temuan")
    assert said not in operator("doctor", way=way)[1]


def test_sending_without_a_snapshot_or_without_anybody_says_so(operator):
    status, said = operator("send", "--temuan")
    assert status == 3 and "belum ada potret yang utuh. Jalankan dulu: python -m monev sync" in said
    status, said = operator("send", "--temuan", way="tidak")
    assert status == 0 and "Tidak ada lembar yang diberi tahu temuannya" in said


def test_an_address_for_trial_that_is_none_is_told_where_it_was_typed(operator):
    example = "https://docs.google.com/spreadsheets/d/…/edit"
    status, said = operator("doctor", "--coba-komentar", "lembar saya")
    assert status == 1 and "sesudah --coba-komentar bukan alamat spreadsheet Google: “lembar saya”" in said
    status, said = operator("doctor", "--coba-komentar", trial=example)
    assert status == 1 and "Isi [temuan_di_lembar] uji di secrets.toml bukan alamat" in said
    assert "! Temuan: [temuan_di_lembar] uji bukan alamat spreadsheet Google." in operator("doctor", trial=example)[1]
    said = operator("doctor", trial=operator.clerk.file.url)[1]
    assert "! Temuan: [temuan_di_lembar] uji memuat alamat lembar instansi." in said


def test_a_wish_that_cannot_be_does_not_keep_the_doctor_from_the_rest(operator):
    said = operator("doctor", way="ya")[1]
    assert "✗ Temuan: [temuan_di_lembar] kesbangpol harus" in said and "✓ Kesbangpol: “Monev kesbangpol”" in said


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
