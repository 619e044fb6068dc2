"""Run habits: read each in memory, sync those that need it several at a time, judge, count."""

from __future__ import annotations

import traceback
from collections import Counter
from collections.abc import Iterable
from concurrent.futures import ProcessPoolExecutor
from dataclasses import replace
from functools import lru_cache
from pathlib import Path

from monev.sync import cross_checks
from tests.habits import clean, judge, program, uses
from tests.habits.judge import VERDICTS, Case, Verdict
from tests.habits.line import Habit, of_file

CORPUS = Path(__file__).parent / "corpus"
PROCESSES = 2


def corpus(paths: Iterable[Path] = ()) -> list[Habit]:
    """Every habit of the given files, or of the whole corpus."""
    return [habit for path in (list(paths) or sorted(CORPUS.glob("*.txt"))) for habit in of_file(path)]


def both(habits: list[Habit]) -> list[tuple[Verdict, Verdict]]:
    """For each habit, in order, the verdict without a look at the indicators, which is that of the reading unless this
    left something open, and the one with all."""
    with ProcessPoolExecutor(PROCESSES) as pool:
        read = list(pool.map(_read, habits, chunksize=32))
        verdicts = {one.habit.name: (one, one) for one, _ in read}
        # Those that share the most with others first, so that the others find room beside them.
        groups = _groups([case for _, case in read if case])
        for group in pool.map(_synced, groups, [verdicts] * len(groups), chunksize=4):
            verdicts |= group
    return [verdicts[habit.name] for habit in habits]


def _read(habit: Habit) -> tuple[Verdict, Case | None]:
    """The verdict of the reading alone, and the case where a sync may change it."""
    case = Case(habit, habit.sheet())
    try:
        case.seen = program.read(case.typed, case.alone)
        read = judge.judge(case)
    except Exception:
        return _crash(habit), None
    return read, case if case.typed.file or judge.needs_sync(case, read) else None


def _synced(group: list[Case], read: dict[str, tuple[Verdict, Verdict]]) -> dict[str, tuple[Verdict, Verdict]]:
    """The verdicts of these cases after a sync of all of them together."""
    codes = frozenset().union(*(judge.touched_indicators(case) - set(case.habit.free) for case in group))
    try:
        seen = program.synced([program.together(cases) for cases in _by_agency(group)], codes)
    except Exception:
        return {case.habit.name: (_crash(case.habit),) * 2 for case in group}
    verdicts = {}
    for case in group:
        others = frozenset().union(*(_spoken_of(one) for one in group if one is not case)) - _spoken_of(case)
        found = [note for note in seen.findings if (note["instansi"], note["tab"]) not in others]
        first, _ = read[case.habit.name]
        # A sync knows all that the reading knows, in its own words and with checks of several cells.
        case.seen = replace(case.seen, findings=found)
        if case.typed.file or judge.is_open(first):
            first = judge.judge(case)
        case.status = seen.status
        verdicts[case.habit.name] = first, judge.judge(case)
    return verdicts


def _by_agency(cases: list[Case]) -> list[list[Case]]:
    found: dict[str, list[Case]] = {}
    for case in cases:
        found.setdefault(case.agency, []).append(case)
    return list(found.values())


def _crash(habit: Habit) -> Verdict:
    return Verdict(habit, {"crash": traceback.format_exc(limit=-3)})


def _groups(cases: list[Case]) -> list[list[Case]]:
    """Habits that go through one sync together: none touches an indicator that rests on the tab of another, and of one
    agency each has a tab of its own, of which no check speaks together with that of another."""
    rests = {case.habit.name: uses.of_cell(case.agency, case.habit.tab, None) for case in cases}
    touched = {case.habit.name: judge.touched_indicators(case) for case in cases}
    groups: list[list[Case]] = []
    for case in sorted(cases, key=lambda one: (len(touched[one.habit.name]), len(rests[one.habit.name])), reverse=True):
        name = case.habit.name
        for members in groups:
            names = [one.habit.name for one in members]
            if any(touched[name] & rests[one] or touched[one] & rests[name] for one in names):
                continue
            if all(one.agency != case.agency or _beside(one, case) for one in members):
                members.append(case)
                break
        else:
            groups.append([case])
    return groups


def _beside(one: Case, other: Case) -> bool:
    """Whether two habits of one agency can be typed into one spreadsheet and told apart in what comes of it."""
    if not (one.alone and other.alone) or one.typed.locale or other.typed.locale:
        return False
    if any("/" in name for case in (one, other) for name in case.habit.names):
        return False
    if (one.agency, one.habit.tab) in _spoken_of(other):
        return False
    return program.as_text(one.typed) == program.as_text(other.typed)


def _spoken_of(case: Case) -> frozenset[tuple[str, str]]:
    """The tabs (agency, tab) in which something can be found because of what was typed."""
    return _looked_at_with(case.agency, case.habit.tab)


@lru_cache(None)
def _looked_at_with(*own: str) -> frozenset[tuple[str, str]]:
    """A tab, and those that a check of more than one cell looks at together with it."""
    checks = cross_checks.sources(clean.contracts()).values()
    return frozenset({own}).union(*(tabs for tabs in checks if own in tabs))


def table(verdicts: list[Verdict]) -> str:
    """The count per file and verdict."""
    names = [name for name in VERDICTS if any(one.verdict == name for one in verdicts)]
    lines = [f"{'':16}{'lines':>7}" + "".join(f"{name:>15}" for name in names)]
    files = sorted({one.habit.file for one in verdicts})
    for file in [*files, None]:
        mine = [one for one in verdicts if file in (None, one.habit.file)]
        count = Counter(one.verdict for one in mine)
        lines.append(f"{file or 'all':16}{len(mine):>7}" + "".join(f"{count[name] or '·':>15}" for name in names))
    plain = [one for one in verdicts if one.habit.plain]
    read = sum(one.verdict == "read" for one in plain)
    return "\n".join(lines) + f"\nplain ones read: {read} of {len(plain)}"
