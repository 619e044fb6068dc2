"""Whether what regions send can be read: the shared store, and which objects wait there."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from monev.contract import gathered
from monev.contract.contracts import Contract
from monev.run.commands.diagnosis import BAD, GOOD, Check
from monev.settings import REGIONS, SettingError, Settings


def checks(settings: Settings, contracts: Mapping[str, Contract]) -> Iterator[Check]:
    """Nothing where no agency is made of what regions send."""
    one = gathered.of(contracts)
    if one is None:
        return
    from monev.regions import found, options
    from monev.regions.place import StoreTrouble
    from monev.regions.store import open_store

    try:
        asked = options.read(settings.regions)
    except SettingError as error:
        yield Check(one.name, BAD, str(error).rstrip("."), "perbaiki baris itu")
        return
    if not asked.source:
        yield Check(one.name, BAD, "sumber kiriman belum disetel", f"isi sumber di [{REGIONS}] pada secrets.toml")
        return
    try:
        days = found.days(open_store(asked.source, asked.access), one.tabs)
    except StoreTrouble as trouble:
        yield Check(one.name, BAD, str(trouble).rstrip("."), "perbaiki itu, lalu ulangi perintah ini")
        return
    yield Check(one.name, GOOD, f"penyimpanan kiriman dapat dibaca, {len(days)} tanggal rapat")
