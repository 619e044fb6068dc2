"""The ministry over 545 invented regions: what they sent for two meetings, gathered, the first of them frozen."""

from dataclasses import dataclass
from pathlib import Path

from tests import ministry
from tests.conftest import monev

#: The pages of the ministry's project, by their paths.
PAGES = (
    "", "logistik", "risiko", "partisipasi", "netralitas", "stabilitas", "hibah", "pelaporan", "tindak_lanjut",
    "perubahan", "rapat", "bahan", "mutu_data",
)  # fmt: skip
REGIONS = 545


@dataclass(frozen=True)
class Nation:
    """The folder of its snapshots, and the settings with which the engine serves it."""

    potret: Path
    settings: dict


def made(folder: Path, count: int = REGIONS) -> Nation:
    """Fill a store below `folder` with two meetings, and gather both as they came; raises where a command fails."""
    store, secrets, potret = folder / "simpanan", folder / "secrets.toml", folder / "potret"
    generator = ministry.generator()
    generator.fill(store, generator.meetings(2), count)
    secrets.write_text(f'[rekap]\nsumber = "{store.as_posix()}"\n', encoding="utf-8")
    settings = {"PROYEK": ministry.PROJECT, "RAHASIA": secrets}
    for day, command in (
        (ministry.BEFORE, ("sync",)),
        (ministry.BEFORE, ("pin",)),
        (ministry.BEFORE, ("pin", "--selesai")),
        (ministry.MET, ("sync",)),
    ):
        done = monev(*command, POTRET=potret, TANGGAL=day, **settings)
        assert done.returncode == 0, done.stderr + done.stdout
    return Nation(potret, settings)
