"""Kills who records, who corrects and who sends decisions at random moments, and looks each time at what is left.

    python -m tests.killing_decisions FOLDER TIMES [SEED]

As in `killing`, this process only forks, and the time within which it kills follows how fast the machine is.
"""

import contextlib
import json
import os
import random
import signal
import sys
import time
from pathlib import Path

from monev.meeting import decision, delivery
from monev.settings import Settings
from monev.snapshot import outbox
from tests import desk
from tests.killing import LATER, SOONER

#: Decisions that a child records, one after the other.
EACH = 4


def recorded(place: Settings, told: int, turn: int) -> None:
    """Record some, and tell each one's id once it is said to be safe."""
    for number in range(EACH):
        one = desk.decided(f"Tugas {turn}-{number}, “segera”", turn * EACH + number)
        decision.record(place.snapshots, one)
        os.write(told, f"{one.id}\n".encode())


def corrected(place: Settings, told: int, turn: int) -> None:
    """Put some right and withdraw every third, and tell the id of each change once it is said to be safe."""
    chance = random.Random(turn)  # noqa: S311
    open_ones = [row["id"] for row in outbox.current(place.snapshots) if not row["ditarik"]]
    chosen = chance.sample(open_ones, min(EACH, len(open_ones)))
    for number, one in enumerate(chosen):
        if number % 3 == 2:
            desk.withdraw(place, one, 7)
        else:
            desk.correct(place, one, 6, uraian=f"Tugas {turn}-{number} diubah, “segera”")
    mine = [row["id"] for row in outbox.rows(place.snapshots) if row["mengubah"] in chosen]
    os.write(told, "".join(f"{one}\n" for one in mine).encode())


def sent(place: Settings, *_: int) -> None:
    delivery.send(place)


WORKS = (recorded, corrected, sent)


def child(work, *given) -> int:
    found = os.fork()
    if not found:
        status = 1
        try:
            work(*given)
            status = 0
        except BaseException as error:
            print(f"{work.__name__}: {type(error).__name__}: {error}", file=sys.stderr, flush=True)
        os._exit(status)
    return found


def ended(pid: int) -> int:
    return os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])


def looked_at(place: Settings, safe: set[str]) -> None:
    """Fails unless every decision that was said to be safe lies whole in the outbox, and each stands once at most."""
    names = [path.name for path in (place.snapshots / outbox.OUTBOX).glob("TL-*.json")]
    assert safe <= {name.removesuffix(".json") for name in names}, "lost"
    for name in names:
        row = json.loads((place.snapshots / outbox.OUTBOX / name).read_text("utf-8"))
        assert set(row) == set(outbox.TYPES) and row["uraian"].endswith("“segera”"), "torn"
    rows = desk.in_folder(place)
    ids = desk.column(rows, "ID")
    assert rows[0] == desk.typed(desk.HEAD)[0] and ids[0] == "TL-2024-10-21-01" and len(ids) == len(set(ids))
    assert all(len(row) == 13 and row[-1] == "4 November 2024" for row in rows[1:]), "torn"
    noted = {name for name, row in desk.standing(place).items() if row["di_lembar"]}
    assert noted <= set(ids), "noted as sent but not there"


def main(folder: Path, times: int, seed: int) -> None:
    chance = random.Random(seed)  # noqa: S311
    place = desk.folder(folder)
    reading, writing = os.pipe()
    within = {}
    for work in WORKS:
        began = time.monotonic()
        assert ended(child(work, place, writing, 0)) == 0
        within[work] = time.monotonic() - began
    safe = set(os.read(reading, 100_000).decode().split())
    killed = dict.fromkeys(WORKS, 0)
    turn = 0
    while min(killed.values()) < times:
        turn += 1
        assert turn <= 10 * times, "too many were done before they could be killed"
        works = [(chance.uniform(0, within[work]), work, child(work, place, writing, turn)) for work in WORKS]
        began = time.monotonic()
        for moment, work, pid in sorted(works, key=lambda one: one[0]):
            time.sleep(max(0.0, began + moment - time.monotonic()))
            os.kill(pid, signal.SIGKILL)
            midway = ended(pid) == -signal.SIGKILL
            killed[work] += midway
            within[work] *= LATER if midway else SOONER
        os.set_blocking(reading, False)
        with contextlib.suppress(BlockingIOError):
            safe |= set(os.read(reading, 100_000).decode().split())
        looked_at(place, safe)
    assert ended(child(sent, place)) == 0
    looked_at(place, safe)
    kept, rows = desk.standing(place), desk.in_folder(place)
    there = dict(zip(desk.column(rows, "ID"), zip(*(desk.column(rows, one) for one in ("Uraian", "Status")), strict=True),
                     strict=True))  # fmt: skip
    for name, row in kept.items():
        if row["ditarik"]:
            assert there.pop(name, ("", "Ditarik"))[1] == "Ditarik", "withdrawn and not marked"
        else:
            assert there.pop(name) == (row["uraian"], "Belum"), "stands there otherwise than it was said last"
    assert list(there) == ["TL-2024-10-21-01"] and all(row["terkirim"] for row in kept.values())
    left = [path.name for path in desk.tab_path(place).parent.iterdir()]
    assert left == [desk.tab_path(place).name], left
    print(f"{turn} turns, {min(killed.values())} of each killed midway, {len(kept)} decisions, none lost or doubled")


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]) if len(sys.argv) > 3 else 1)
