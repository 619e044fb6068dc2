"""Files beside an agency's own that are named after it: bps (1).xlsx, bps - Copy.xlsx, BPS final.xlsx."""

from __future__ import annotations

import re
from pathlib import Path

from monev.sheets.kept_rows import whole

_KINDS = frozenset({".xlsx", ".xls", ".ods", ".csv"})


def named_after(folder: Path, agency: str) -> tuple[Path, ...]:
    """Files and folders whose name begins with the agency, or says that it is a copy of it, without being it."""
    form = re.compile(rf"(?:(?:salinan(?:\s+dari)?|copy\s+of)\s+)*{re.escape(agency)}(?![^\W_]).*", re.I)
    found = []
    for path in sorted(folder.iterdir()):
        name = path.name if path.is_dir() else path.stem
        ours = path.is_dir() or path.suffix.lower() in _KINDS
        if (
            ours
            and not path.name.startswith((".", "~$"))
            and form.fullmatch(name)
            and name.casefold() != agency.casefold()
        ):
            found.append(path)
    return tuple(found)


def newer_beside(source: Path, agency: str) -> tuple[str, ...]:
    """The names of such files that were changed after `source`, the folder or file that is read."""
    changed = _changed(source)
    return tuple(whole(path.name) for path in named_after(source.parent, agency) if _changed(path) > changed)


def _changed(path: Path) -> float:
    try:
        if not path.is_dir():
            return path.stat().st_mtime
        return max((one.stat().st_mtime for one in path.iterdir() if one.is_file()), default=0.0)
    except OSError:  # gone since, or not ours to look into
        return 0.0
