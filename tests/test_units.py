"""The systemd units of deploy/: they start what there is, as a user of their own, and can write to one place alone."""

import re
import shutil
import subprocess

import pytest

from monev.settings import HOME
from tests import absent

UNITS = sorted((HOME / "deploy").glob("*.service"))
#: Where the units expect the project.
PLACE = "/opt/monev"


def told(unit):
    """The lines of a unit: key -> values, in order."""
    found = {}
    for line in unit.read_text("utf-8").splitlines():
        if "=" in line and not line.startswith("#"):
            key, _, value = line.partition("=")
            found.setdefault(key, []).append(value)
    return found


def test_there_is_one_for_the_server_and_one_for_the_sheets():
    assert [unit.name for unit in UNITS] == ["monev-sync.service", "monev@.service"]


@pytest.mark.parametrize("unit", UNITS, ids=lambda unit: unit.name)
def test_a_unit_starts_a_program_of_the_project_and_writes_to_one_place(unit):
    lines = told(unit)
    [start], [home], [user] = lines["ExecStart"], lines["WorkingDirectory"], lines["User"]
    program, *arguments = start.split()
    assert home == PLACE and user != "root" and program.startswith(f"{PLACE}/.venv/bin/")
    assert (HOME / ".venv" / "bin" / program.rsplit("/", 1)[1]).exists()
    assert not [name for name in arguments if name.endswith(".py") and not (HOME / name).exists()]
    assert (
        lines["StateDirectory"] == ["monev"] and lines["ProtectSystem"] == ["strict"] and "ReadWritePaths" not in lines
    )
    assert "MONEV_POTRET=/var/lib/monev/potret" in lines["Environment"]
    assert lines["NoNewPrivileges"] == ["yes"] and lines["PrivateTmp"] == ["yes"] and lines["UMask"] == ["0077"]
    assert lines["Restart"] == ["on-failure"] and re.fullmatch(r"\d+[MG]", lines["MemoryMax"][0])


@pytest.mark.parametrize("unit", UNITS, ids=lambda unit: unit.name)
def test_every_setting_of_ours_that_a_unit_makes_is_one_that_the_readme_knows(unit):
    readme = (HOME / "README.md").read_text("utf-8")
    names = re.findall(r"\bMONEV_\w+", unit.read_text("utf-8"))
    assert names and not [name for name in names if f"`{name}`" not in readme]


def test_each_server_of_the_example_before_them_has_a_port_that_its_unit_takes_from_its_name():
    [start] = told(HOME / "deploy" / "monev@.service")["ExecStart"]
    assert start.endswith("app.py --server.port %i")
    named = set(re.findall(r"127\.0\.0\.1:(\d+)", (HOME / "deploy" / "nginx.conf").read_text("utf-8")))
    guide = (HOME / "docs" / "memasang.md").read_text("utf-8")
    [enabled] = re.findall(r"systemctl enable .*", guide)
    assert named == set(re.findall(r"monev@(\d+)", enabled)) == {"8501", "8502"}


def test_only_one_of_the_two_reads_the_sheets():
    by_name = {unit.name: told(unit)["Environment"] for unit in UNITS}
    assert "MONEV_SINKRON=terpisah" in by_name["monev@.service"]
    assert not [one for one in by_name["monev-sync.service"] if "SINKRON" in one]


@absent.needs(shutil.which("systemd-analyze"), "systemd-analyze is not on this machine")
def test_systemd_has_no_complaint(tmp_path):
    for unit in UNITS:
        there = unit.read_text("utf-8").replace(PLACE, str(HOME))
        # A template is looked at as the first of the servers that docs/memasang.md starts from it.
        (tmp_path / unit.name.replace("@.", "@8501.")).write_text(there, "utf-8")
    done = subprocess.run(
        ["systemd-analyze", "verify", "--man=no", *tmp_path.glob("*.service")],
        capture_output=True,
        text=True,
        timeout=60,
    )
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
