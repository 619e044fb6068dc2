"""All mistakes of the contracts at once: what is wrong is set aside, tab by tab, until the rest can be taken."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from monev.contract import contracts, toml_file
from monev.contract.city import City
from monev.contract.toml_file import ContractError

#: More are not told at once.
MOST = 50


def mistakes(folder: Path, city: City | None) -> list[str]:
    """One line for each, in the order in which they are found; what follows from what was set aside is left out."""
    told = [f"{folder.name}/{path.name}: berkas ini tidak dibaca; kontrak adalah berkas .toml."
            for path in sorted(folder.iterdir()) if path.suffix != ".toml"]  # fmt: skip
    files: dict[str, Any] = {}
    aside: set[str] = set()
    for path in sorted(folder.glob("*.toml")):
        try:
            files[path.stem] = toml_file.read(path)
        except ContractError as error:
            told.append(str(error))
            aside.add(path.stem)
    shared = files.pop(contracts.SHARED, {})
    while len(told) < MOST and (files or not told):
        try:
            contracts.read_as_typed(folder.name, files, shared, city)
            break
        except ContractError as error:
            if not any(f'"{one}"' in str(error) or f'"{one}.' in str(error) for one in aside):
                told.append(str(error))
            if (found := _set_aside(files, error)) is None:
                break
            aside.add(found)
    return told


def _set_aside(files: dict[str, Any], error: ContractError) -> str | None:
    """Take the tab of a mistake away, or else its file, and say which; None where it is in neither."""
    place = error.place
    agency = Path(place.file).stem if place else None
    if agency not in files:
        return None
    tabs = files[agency].get("tabs")
    if place.tab and isinstance(tabs, dict) and len(tabs) > 1:
        files[agency] = {**files[agency], "tabs": {code: one for code, one in tabs.items() if code != place.tab}}
        return f"{agency}.{place.tab}"
    del files[agency]
    return agency
