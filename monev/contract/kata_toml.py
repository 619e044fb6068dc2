"""The topic's own words, held against what they may be: kata.toml, which `monev.words.vocabulary` reads."""

from pathlib import Path

from monev.contract import toml_file
from monev.contract.reference_csv import ReferenceDataError
from monev.words import vocabulary

FILE = vocabulary.FILE


def check(folder: Path) -> None:
    """ReferenceDataError at a mistake in the file of `folder`, which may have none."""
    if not (folder / FILE).exists():
        return
    if found := vocabulary.wrong(toml_file.read(folder / FILE, ReferenceDataError)):
        key, why = found
        raise ReferenceDataError(f'{folder.name}/{FILE}, kunci "{key}": {why}.')
