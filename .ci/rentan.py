"""Look up every pin in the database of known vulnerabilities, and never call pins safe that were not looked up.

Exit status 0: all were looked up and none is known to be vulnerable; 1: some are; 2: some, or all, were not looked up.
Arguments are passed on to pip-audit.
"""

import json
import re
import subprocess
import sys
import tempfile
from collections import Counter
from pathlib import Path

PINS = Path(__file__).parent.parent / "requirements-dev.txt"
SAFE, VULNERABLE, NOT_LOOKED_UP = 0, 1, 2
#: Seconds for one round of questions to the database, one question a pin.
PATIENCE = 280


def pins(text: str) -> list[str]:
    """All "name==version" of a file of pins, also those for other systems and Pythons."""
    return re.findall(r"^[\w.-]+==[^\s;\\]+", text, re.MULTILINE)


def rounds(wanted: list[str]) -> list[list[str]]:
    """The pins in groups that name nothing twice, as pip-audit wants them: some have one version for each Python."""
    so_far: Counter[str] = Counter()
    groups: list[list[str]] = []
    for pin in wanted:
        name = pin.split("==")[0]
        groups += [[]] if so_far[name] == len(groups) else []
        groups[so_far[name]].append(pin)
        so_far[name] += 1
    return groups


def looked_up(wanted: list[str], more: list[str]) -> list[dict]:
    """What the database knows of these pins: name, version and vulns of each; nothing where it could not be asked."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "pins.txt"
        file.write_text("\n".join(wanted) + "\n", "utf-8")
        command = [sys.executable, "-m", "pip_audit", "--vulnerability-service=osv", *more, "--requirement", str(file),
                   "--no-deps", "--disable-pip", "--format=json", "--progress-spinner=off"]  # fmt: skip
        done = None
        try:
            done = subprocess.run(command, capture_output=True, text=True, timeout=PATIENCE, check=False)  # noqa: S603
            return [one for one in json.loads(done.stdout)["dependencies"] if "vulns" in one]
        except (subprocess.TimeoutExpired, ValueError):
            why = done.stderr.strip().splitlines() if done else []
            print(f"pip-audit: {why[-1] if why else 'tidak selesai pada waktunya'}", file=sys.stderr)
            return []


def judged(wanted: list[str], known: list[dict]) -> tuple[int, str]:
    """Exit status and what to say, in Indonesian."""
    there = {(_plain(one["name"]), one["version"]) for one in known}
    missing = [pin for pin in wanted if (_plain(pin.split("==")[0]), pin.split("==")[1]) not in there]
    bad = [_told(one, hole) for one in known for hole in one["vulns"]]
    if missing:
        if len(missing) == len(wanted):
            bad.append(
                "Basis data kerentanan tidak terjangkau dari sini. Jalankan lagi di tempat yang terhubung ke internet."
            )
        bad.append(f"TIDAK DIPERIKSA: {len(missing)} dari {len(wanted)} pin, antara lain {', '.join(missing[:3])}.")
        return NOT_LOOKED_UP, "\n".join(bad)
    if bad:
        return VULNERABLE, "\n".join(bad)
    return SAFE, f"{len(wanted)} pin diperiksa; tidak satu pun diketahui rentan."


def _plain(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def _told(one: dict, hole: dict) -> str:
    mended = f"diperbaiki di {', '.join(hole['fix_versions'])}" if hole["fix_versions"] else "belum ada perbaikan"
    return f"RENTAN: {one['name']} {one['version']}: {hole['id']}, {mended}."


def main() -> int:
    wanted = pins(PINS.read_text("utf-8"))
    known = [one for group in rounds(wanted) for one in looked_up(group, sys.argv[1:])]
    status, told = judged(wanted, known)
    print(told)
    return status


if __name__ == "__main__":
    sys.exit(main())
