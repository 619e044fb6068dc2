"""All mistakes of the contracts at once: what is wrong is set aside, by key and by tab, until the rest is right."""

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
    mended: set[tuple[object, str | None]] = set()
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
            if (error.place, error.key) not in mended and _mended(files, error):
                mended.add((error.place, error.key))
                continue
            if (found := _set_aside(files, error)) is None:
                break
            aside.add(found)
    return told


def _mended(files: dict[str, Any], error: ContractError) -> bool:
    """Whether a key of a file, in no tab of it, could be taken for what it is not, so that the others are looked at."""
    place, key = error.place, error.key
    agency = Path(place.file).stem if place and not place.tab else None
    if agency not in files or key is None or key == "tabs":
        return False
    rest = {name: value for name, value in files[agency].items() if name != key}
    taken = {one.get("order") for code, one in files.items() if code != agency}
    stands_in = {
        "name": f"instansi {agency}",
        "order": next(turn for turn in range(contracts.MOST, -1, -1) if turn not in taken),
    }
    files[agency] = rest | ({key: stands_in[key]} if key in stands_in else {})
    return True


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
