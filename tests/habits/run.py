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


def run(habits: list[Habit], everything: bool) -> list[Verdict]:
    """The verdict on each habit, in order; without `everything` only what the reading left open goes through a sync."""
    share = [habits[start::PROCESSES] for start in range(PROCESSES)]
    with ProcessPoolExecutor(PROCESSES) as pool:
        parts = list(pool.map(_run, share, [everything] * PROCESSES))
    found = {verdict.habit.name: verdict for part in parts for verdict in part}
    return [found[habit.name] for habit in habits]


def _run(habits: list[Habit], everything: bool) -> list[Verdict]:
    verdicts, waiting = {}, []
    for habit in habits:
        case = Case(habit, habit.sheet())
        try:
            case.seen = program.read(case.typed, case.alone)
            verdicts[habit.name] = judge.judge(case)
        except Exception:
            verdicts[habit.name] = Verdict(habit, {"crash": traceback.format_exc(limit=-3)})
            continue
        if case.typed.file or judge.needs_sync(case, verdicts[habit.name], everything):
            waiting.append(case)
    for group in _groups(waiting):
        try:
            seen = program.synced([case.typed for case in group], everything)
        except Exception:
            for case in group:
                verdicts[case.habit.name] = Verdict(case.habit, {"crash": traceback.format_exc(limit=-3)})
            continue
        for case in group:
            # A sync knows all that the reading knows, in its own words and with checks of several cells.
            case.seen = replace(case.seen, findings=seen.findings)
            case.status = seen.status
            verdicts[case.habit.name] = judge.judge(case)
    return [verdicts[habit.name] for habit in habits]


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
