"""Archives, and office files, which are some: the same content gives the same bytes, whenever and wherever made."""

from __future__ import annotations

import datetime as dt
import io
import re
import zipfile
from collections.abc import Mapping

from monev.words import clock

_CORE, _WORKBOOK = "docProps/core.xml", ".xlsx"
_DATES = re.compile(rb"(<dcterms:(created|modified)\b[^>]*>)[^<]*(</dcterms:\2>)")


def steady(content: bytes, moment: dt.datetime) -> bytes:
    """The same office file as if made at `moment`: its parts, the workbooks behind its charts, its properties."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as given, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as out:
        for name in given.namelist():
            out.writestr(_entry(name, moment), _part(name, given.read(name), moment))
    return made.getvalue()


def packed(files: Mapping[str, bytes], moment: dt.datetime) -> bytes:
    """These files, by their names, as an archive that seems made at `moment`."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as out:
        for name, content in files.items():
            out.writestr(_entry(name, moment), content)
    return made.getvalue()


def _entry(name: str, moment: dt.datetime) -> zipfile.ZipInfo:
    entry = zipfile.ZipInfo(name, moment.timetuple()[:6])
    entry.compress_type, entry.create_system, entry.external_attr = zipfile.ZIP_DEFLATED, 3, 0o600 << 16
    return entry


def _part(name: str, content: bytes, moment: dt.datetime) -> bytes:
    if name.endswith(_WORKBOOK):
        return steady(content, moment)
    if name == _CORE:
        when = clock.aware(moment).astimezone(dt.UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
        return _DATES.sub(rb"\g<1>" + when.encode() + rb"\g<3>", content)
    return content
