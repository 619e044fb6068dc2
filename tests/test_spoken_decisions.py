"""What is understood of a decision that is spoken in one sentence: no day and no body is taken wrongly in silence."""

import datetime as dt
from pathlib import Path

import pytest

from monev.contract import contracts, reference
from monev.meeting import sentence
from monev.meeting.sentence import Days, differ_in_day, differ_in_owners, understand, with_day, with_owners
from monev.settings import CONTRACTS, REFERENCE

TODAY, VOTE = dt.date(2024, 11, 4), dt.date(2024, 11, 27)
NAMED = {"masa tenang": dt.date(2024, 11, 24), "pemungutan suara": VOTE, "pencoblosan": VOTE}
DAYS = Days(TODAY, VOTE, NAMED, frozenset([VOTE]))
LINES = [
    tuple(part.strip() for part in line.rsplit("|", 3))
    for line in Path(__file__).with_name("spoken_decisions.txt").read_text("utf-8").splitlines()
    if line and not line.startswith("#")
]


@pytest.fixture(scope="module")
def called():
    return contracts.called(CONTRACTS, "penanggung_jawab_rapat")


@pytest.fixture(scope="module")
def numbers():
    return reference.sayings(REFERENCE)


def test_there_are_enough_of_them_and_none_twice():
    assert len(LINES) >= 90 and len({said for said, *_ in LINES}) == len(LINES)


@pytest.mark.parametrize("said, until, who, number", LINES, ids=[line[0] for line in LINES])
def test_a_spoken_decision_is_understood_as_it_was_meant(called, numbers, said, until, who, number):
    found = understand(said, DAYS, called, numbers)
    day = "-" if found.due is None else "?" if found.due.trouble else f"{found.due.day}{'?' if found.due.other else ''}"
    assert (day, " ".join(found.bodies.owners) or "-") == (until, who)
    assert (found.about[0] if found.about else "-") == number


@pytest.mark.parametrize("said, until, who, number", LINES, ids=[line[0] for line in LINES])
def test_no_other_day_and_no_other_body_is_kept_in_silence(called, numbers, said, until, who, number):
    """Whatever is entered beside the sentence: what it says itself, or nothing, or there is a word about it."""
    found, wrong = understand(said, DAYS, called, numbers), TODAY + dt.timedelta(days=17)
    if until != "-":
        assert differ_in_day(found, wrong)
    if who != "-":
        assert differ_in_owners(found, ["fkdm"], {}) and differ_in_owners(found, [*who.split(), "fkdm"], {})
        assert differ_in_owners(found, who.split()[::-1], {}) is None
    if until[:4] == "2024":
        assert differ_in_day(found, dt.date.fromisoformat(until[:10])) is None


@pytest.mark.parametrize(
    "today, said, day",
    [
        ("2024-11-08", "paling lambat Jumat", "2024-11-15"), ("2024-11-08", "Jumat ini", "2024-11-08"),
        ("2024-11-08", "minggu ini", "2024-11-08"), ("2024-11-09", "minggu ini", "2024-11-10"),
        ("2024-12-30", "5 Januari", "2025-01-05"), ("2024-12-30", "tanggal 2", "2025-01-02"),
        ("2024-11-30", "sebulan lagi", "2024-12-30"), ("2025-01-31", "sebulan lagi", "2025-02-28"),
        ("2024-11-26", "dalam 1 hari kerja", "2024-11-28"), ("2024-11-22", "dalam 1 hari kerja", "2024-11-25"),
        ("2024-11-04", "48 jam lagi", "2024-11-06"), ("2024-11-04", "dalam 25 jam", "2024-11-06"),
    ],
)  # fmt: skip
def test_days_are_counted_from_the_day_of_the_meeting(today, said, day):
    days = Days(dt.date.fromisoformat(today), VOTE, NAMED, frozenset([VOTE]))
    assert understand(said, days, {}, {}).day == dt.date.fromisoformat(day)


@pytest.mark.parametrize(
    "said",
    [
        "Rp6.11 miliar",
        "kirim 3.000 lembar",
        "pukul 10.30",
        "TPS 8",
        "1/2 bagian",
        "pasal 6 ayat 11",
        "6-8 orang",
        "12 APK",
    ],
)
def test_other_numbers_are_no_days(said):
    assert understand(said, DAYS, {}, {}).due is None


def test_a_day_that_is_over_is_named_and_never_until_when(called):
    found = understand("Formulir yang dijanjikan 1 November dikirim KPU", DAYS, called, {})
    assert found.due is None and found.also == (dt.date(2024, 11, 1),)


def test_a_sentence_goes_along_with_what_is_chosen_in_its_place(called):
    found = understand("BPKPD dan KPU mencocokkan SP2D paling lambat 6 November.", DAYS, called, {})
    assert with_day(found, dt.date(2024, 11, 8)) == "BPKPD dan KPU mencocokkan SP2D paling lambat 8 November."
    assert with_owners(found, ["Bawaslu"]) == "Bawaslu mencocokkan SP2D paling lambat 6 November."
    found = understand("Besok KPU melapor", DAYS, called, {})
    assert with_day(found, dt.date(2024, 11, 6)) == "Paling lambat 6 November KPU melapor"


def test_bodies_that_stand_apart_keep_their_own_parts_of_the_sentence(called):
    found = understand("KPU melengkapi data, lalu Bawaslu memeriksanya besok", DAYS, called, {})
    assert found.bodies.owners == ("kpu", "bawaslu")
    put = with_owners(found, ["KPU", "Polres"])
    assert put == "KPU dan Polres: KPU melengkapi data, lalu Bawaslu memeriksanya besok"
    assert understand(put, DAYS, called, {}).bodies.owners == ("kpu", "polres")


def test_who_is_named_by_the_sentence_may_be_charged_beside_those_whom_it_charges(called):
    found = understand("Kesbangpol melapor ke Bawaslu besok", DAYS, called, {})
    assert found.bodies.owners == ("kesbangpol",)
    assert differ_in_owners(found, ["kesbangpol", "bawaslu"], {}) is None
    assert differ_in_owners(found, ["bawaslu"], {}) and differ_in_owners(found, ["kesbangpol", "kpu"], {})


def test_every_number_has_words_and_none_belongs_to_two(numbers):
    codes = {row["kode"] for row in reference.load(REFERENCE).tables["ambang"].rows}
    assert set(numbers) == codes
    every = [word.casefold() for own in numbers.values() for word in own]
    assert len(set(every)) == len(every)


def test_reading_a_sentence_of_the_longest_kind_takes_no_time(called, numbers):
    import time

    begun = time.perf_counter()
    for text in (
        "a" * 500,
        "6 " * 250,
        "dan " * 125,
        "KPU dan " * 60,
        "sampai " * 70,
        "dinas " * 80,
        "paling lambat " * 35,
        "setelah " * 70,
        "5 hari setelah " * 30,
        "KPU yang ditegur " * 30,
    ):
        understand(text, DAYS, called, numbers)
    assert time.perf_counter() - begun < 2
    assert sentence.understand("", DAYS, called, numbers).due is None
