"""Run habits: read each in memory, sync those that need it several at a time, judge, count."""

from __future__ import annotations

import traceback
from collections import Counter
from collections.abc import Iterable
from concurrent.futures import ProcessPoolExecutor
from dataclasses import replace
from pathlib import Path

from tests.habits import judge, program, uses
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
    share = [habits[start::PROCESSES] for start in range(PROCESSES)]
    with ProcessPoolExecutor(PROCESSES) as pool:
        parts = list(pool.map(_both, share))
    found = {last.habit.name: (first, last) for part in parts for first, last in part}
    return [found[habit.name] for habit in habits]


def _both(habits: list[Habit]) -> list[tuple[Verdict, Verdict]]:
    verdicts, waiting = {}, []
    for habit in habits:
        case = Case(habit, habit.sheet())
        try:
            case.seen = program.read(case.typed, case.alone)
            read = judge.judge(case)
        except Exception:
            read = _crash(habit)
        else:
            if case.typed.file or judge.needs_sync(case, read):
                waiting.append((case, case.typed.file or judge.is_open(read)))
        verdicts[habit.name] = read, read
    left_open = {case.habit.name for case, is_open in waiting if is_open}
    for group in _groups([case for case, _ in waiting]):
        codes = frozenset().union(*(judge.touched_indicators(case) - set(case.habit.free) for case in group))
        try:
            seen = program.synced([case.typed for case in group], codes)
        except Exception:
            for case in group:
                verdicts[case.habit.name] = (_crash(case.habit),) * 2
            continue
        for case in group:
            # A sync knows all that the reading knows, in its own words and with checks of several cells.
            case.seen = replace(case.seen, findings=seen.findings)
            name, (first, _) = case.habit.name, verdicts[case.habit.name]
            if name in left_open:
                first = judge.judge(case)
            case.status = seen.status
            verdicts[name] = first, judge.judge(case)
    return [verdicts[habit.name] for habit in habits]


def _crash(habit: Habit) -> Verdict:
    return Verdict(habit, {"crash": traceback.format_exc(limit=-3)})


def _groups(cases: list[Case]) -> list[list[Case]]:
    """Habits of different agencies that share no indicator go through one sync together."""
    groups: list[tuple[list[Case], set, set]] = []
    for case in cases:
        touched = uses.of_cell(case.agency, case.habit.tab, None)
        for members, agencies, codes in groups:
            if case.agency not in agencies and not codes & touched:
                members.append(case)
                agencies.add(case.agency)
                codes |= touched
                break
        else:
            groups.append(([case], {case.agency}, set(touched)))
    return [members for members, _, _ in groups]


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
