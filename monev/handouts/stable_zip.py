"""An office file is an archive: the same content gives the same bytes, whenever and wherever it is made."""

from __future__ import annotations

import datetime as dt
import io
import re
import zipfile

from monev.words import clock

_CORE, _WORKBOOK = "docProps/core.xml", ".xlsx"
_DATES = re.compile(rb"(<dcterms:(created|modified)\b[^>]*>)[^<]*(</dcterms:\2>)")


def steady(content: bytes, moment: dt.datetime) -> bytes:
    """The same office file as if made at `moment`: its parts, the workbooks behind its charts, its properties."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as given, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as out:
        for name in given.namelist():
            entry = zipfile.ZipInfo(name, moment.timetuple()[:6])
            entry.compress_type, entry.create_system, entry.external_attr = zipfile.ZIP_DEFLATED, 3, 0o600 << 16
            out.writestr(entry, _part(name, given.read(name), moment))
    return made.getvalue()


def _part(name: str, content: bytes, moment: dt.datetime) -> bytes:
    if name.endswith(_WORKBOOK):
        return steady(content, moment)
    if name == _CORE:
        when = clock.aware(moment).astimezone(dt.UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
        return _DATES.sub(rb"\g<1>" + when.encode() + rb"\g<3>", content)
    return content
