"""What officials really type: never wrong in silence, never advised wrongly; see habits/README.md."""

from collections import Counter

import pytest
from hypothesis import HealthCheck, given, seed, settings, strategies as st

from tests.habits import change, clean, judge, program, run
from tests.habits.judge import WRONG, Case
from tests.habits.line import of_file

HABITS = run.corpus()
#: A share of the plain lines that may be asked about although a human would simply read them.
MOST_ASKED_IN_VAIN = 0.1


def held_to(verdicts):
    """Assert the aims of the corpus, with the counts and the lines that miss them; also printed (pytest -s)."""
    told = run.table(verdicts)
    print("\n" + told)
    wrong = [one for one in verdicts if one.flags.keys() & set(WRONG)]
    lines = [f"{one.verdict}  {one.habit.name}  {one.habit.text}\n    {one.flags[one.verdict][:300]}" for one in wrong]
    if wrong:
        pytest.fail("\n".join([told, *lines]), pytrace=False)
    plain = [one for one in verdicts if one.habit.plain]
    in_vain = [one for one in plain if one.verdict != "read"]
    lines = [f"{one.verdict}  {one.habit.name}  {one.habit.text}" for one in in_vain]
    if len(in_vain) > MOST_ASKED_IN_VAIN * len(plain):
        pytest.fail("\n".join([told, *lines]), pytrace=False)


@pytest.fixture(scope="module")
def verdicts():
    """For each habit the verdict by what is counted, found and advised, and the one that looks at indicators, too."""
    return run.both(HABITS)


def test_the_corpus_is_large_and_mostly_of_things_a_human_simply_reads():
    assert len(HABITS) >= 320
    assert sum(habit.plain for habit in HABITS) >= len(HABITS) / 3
    assert len({habit.text for habit in HABITS}) == len(HABITS)


def test_the_clean_city_has_no_finding_and_is_green():
    seen = program.synced([])
    assert [note for note in seen.findings if note["bobot"] != "info"] == []
    judged = {code: status for code, status in seen.status.items() if status not in ("hijau", "belum_waktunya")}
    assert judged == {"kasus_asn": "kuning", "pencairan_pengamanan_persen": "kuning"}
    assert sum(row["jumlah_tps"] for row in program.usual("kpu").rows["pemilih_tps"].values()) == 551


@pytest.mark.panjang
def test_no_habit_is_wrong_in_silence_or_advised_wrongly_and_plain_ones_are_read(verdicts):
    held_to([first for first, _ in verdicts])


@pytest.mark.panjang
def test_no_habit_leaves_an_indicator_green_that_rests_on_it(verdicts):
    held_to([last for _, last in verdicts])


#: Habits that can be typed into one spreadsheet together with others: those that change cells, titles and rows.
MIXED = [
    habit
    for habit in HABITS
    if habit.file not in ("tabs.txt", "nihil.txt")
    and not any(
        word in habit.change for word in ("locale", "shift", "alone", "drop", "tab = ", " tab", "file ", "split")
    )
]


def mixtures(most):
    """One to `most` habits of one agency, each of another tab."""

    def of_agency(agency):
        mine = [habit for habit in MIXED if habit.agency == agency]
        return st.lists(st.sampled_from(mine), min_size=1, max_size=most, unique_by=lambda habit: habit.tab)

    return st.sampled_from(sorted({habit.agency for habit in MIXED})).flatmap(of_agency)


def typed_together(habits):
    typed = change.clean_sheet(habits[0].agency)
    for habit in habits:
        change.apply(typed, habit.tab, habit.change)
    return typed


def accounted_for(typed, seen):
    """Every row in which something stands is counted, held or layout, and only one of them."""
    for grid in typed.grids:
        rows, _ = grid.rows()
        numbers = Counter(seen.accounted[grid.code])
        filled = {number for number, row in enumerate(rows, start=1) if any(cell not in (None, "") for cell in row)}
        assert filled <= set(numbers) and set(numbers) <= set(range(1, len(rows) + 1)), (
            grid.code,
            filled - set(numbers),
        )
        assert set(numbers.values()) == {1}


@pytest.mark.panjang
@seed(14)
@settings(max_examples=60, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
@given(mixtures(4))
def test_of_any_mixture_every_row_is_accounted_for_and_no_reading_worsens_in_silence(habits):
    typed = typed_together(habits)
    seen = program.read(typed)
    accounted_for(typed, seen)
    for habit in habits:
        alone = Case(habit, habit.sheet())
        alone.seen = program.read(alone.typed, alone.alone)
        mixed = Case(habit, habit.sheet(), program.Seen(
            {habit.tab: seen.rows.get(habit.tab, {})}, [note for note in seen.findings if note["tab"] in (habit.tab, None)],
            seen.accounted, seen.empty))  # fmt: skip
        by_itself, together = judge.judge(alone), judge.judge(mixed)
        assert together.flags.keys() & {"silent", "misadvised"} <= by_itself.flags.keys(), [one.text for one in habits]


@pytest.mark.panjang
@seed(14)
@settings(max_examples=60, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
@given(mixtures(4))
def test_of_any_mixture_nothing_is_wrong_in_silence_and_no_indicator_green_that_must_not(habits):
    typed = typed_together(habits)
    cases = [Case(habit, habit.sheet()) for habit in habits]
    codes = frozenset().union(*(judge.touched_indicators(case) - set(case.habit.free) for case in cases))
    seen, read = program.synced([typed], codes), program.read(typed)
    accounted_for(typed, read)
    for habit in habits:
        case = Case(habit, habit.sheet(), program.Seen(
            {habit.tab: read.rows.get(habit.tab, {})}, [note for note in seen.findings if note["tab"] in (habit.tab, None)],
            read.accounted, read.empty), seen.status)  # fmt: skip
        found = judge.judge(case)
        assert not found.flags.keys() & {"silent", "misadvised", "false_green"}, (habit.text, found.flags)


def test_one_date_in_the_future_does_not_make_an_agency_young(tmp_path):
    stale = change.clean_sheet("kpu")
    for tab in clean.tabs("kpu"):
        change.apply(stale, tab, "tanggal_data[*] = 1 November 2024")
    change.apply(stale, "hibah", "tanggal_data[1] = 3/11/2025")
    assert program.age_status(stale) == "merah"


def test_a_line_that_cannot_be_understood_is_named(tmp_path):
    path = tmp_path / "lain.txt"
    path.write_text("# a comment\nkpu/pemilih_tps | jumlah_tpss[1] = 18 | same\n", "utf-8")
    with pytest.raises(ValueError, match=r"lain\.txt, line 2"):
        of_file(path)
