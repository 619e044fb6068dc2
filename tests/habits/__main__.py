"""python -m tests.habits [--cepat] [file …]: the verdicts on the corpus, or on other corpus files, and what fails."""

from __future__ import annotations

import sys
import time
from pathlib import Path

from tests.habits import run

GOOD = ("read", "told")


def main(arguments: list[str]) -> None:
    began = time.perf_counter()
    files = [Path(one) for one in arguments if not one.startswith("-")]
    verdicts = [pair["--cepat" not in arguments] for pair in run.both(run.corpus(files))]
    for one in verdicts:
        if one.verdict not in GOOD:
            print(f"{one.verdict:14} {one.habit.name}  {one.habit.text}")
            for name, why in one.flags.items():
                if name not in GOOD:
                    print(f"               {name}: {why[:600]}")
    print()
    print(run.table(verdicts))
    print(f"{time.perf_counter() - began:.0f} s")


if __name__ == "__main__":
    main(sys.argv[1:])
