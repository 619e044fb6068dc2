"""The two endpoints of the Drive API that tell which files there are and when they changed."""

import re
from collections.abc import Callable, Iterable
from typing import Any

from tests.google import book, mask
from tests.google.book import Book
from tests.google.refusal import not_found, of_drive

_LIST = "kind,incompleteSearch,nextPageToken,files(kind,id,name,mimeType)"
_GET = "kind,id,name,mimeType"
_CLAUSE = re.compile(r"""\s*(\w+)\s*(<=|>=|!=|=|<|>|contains|in)\s*('(?:[^'\\]|\\.)*'|"[^"]*"|true|false)\s*""")


def get(one: Book, query: dict[str, str]) -> dict[str, Any]:
    """files.get. Raises Refusal, also for what is there but not shared."""
    if one.role is None:
        raise not_found("drive", one.id)
    return mask.cut(_file(one), mask.parse(query.get("fields") or _GET))


def list_files(books: Iterable[Book], query: dict[str, str]) -> dict[str, Any]:
    """files.list: what is shared with the account itself, page by page.

    Raises Refusal, and AssertionError for a search that the stand-in does not know.
    """
    fits = _search(query.get("q", ""))
    found = [file for one in books if one.role and one.listed and fits(file := _file(one))]
    for part in reversed((query.get("orderBy") or "modifiedTime desc").split(",")):
        name, _, direction = part.strip().partition(" ")
        assert name in {"name", "name_natural", "createdTime", "modifiedTime"}, f"orderBy={part!r} is not offered here"
        found.sort(key=lambda file, name=name: file[name.removesuffix("_natural")], reverse=direction == "desc")
    size, start = int(query.get("pageSize") or 100), query.get("pageToken") or "0"
    if not 1 <= size <= 1000:
        raise _bad("pageSize")
    if not start.isdigit() or int(start) > len(found):
        raise _bad("pageToken")
    end = int(start) + size
    answer = {"kind": "drive#fileList", "incompleteSearch": False, "files": found[int(start) : end]}
    if end < len(found):
        answer["nextPageToken"] = str(end)
    return mask.cut(answer, mask.parse(query.get("fields") or _LIST))


def revisions(one: Book, query: dict[str, str]) -> dict[str, Any]:
    """revisions.list, page by page, the oldest first. Raises Refusal, also for what is there but not shared."""
    if one.role is None:
        raise not_found("drive", one.id)
    size, start = int(query.get("pageSize") or 200), int(query.get("pageToken") or 0)
    if size < 1:
        raise _bad("pageSize")
    shown = one.revisions[start : start + min(size, 1000)]
    answer = {
        "kind": "drive#revisionList",
        "revisions": [{"kind": "drive#revision", "mimeType": book.SPREADSHEET} | each for each in shown],
    }
    if start + len(shown) < len(one.revisions):
        answer["nextPageToken"] = str(start + len(shown))
    return mask.cut(
        answer, mask.parse(query.get("fields") or "kind,nextPageToken,revisions(id,kind,mimeType,modifiedTime)")
    )


def bad_field(name: str) -> Exception:
    """The refusal of a field mask with a field that files do not have."""
    return of_drive(
        400, f"Invalid field selection {name}", "invalidParameter", locationType="parameter", location="fields"
    )


def _bad(parameter):
    return of_drive(400, "Invalid Value", "invalid", locationType="parameter", location=parameter)


def _file(one):
    kind = book.WORKBOOK if one.office else book.SPREADSHEET
    may_write = one.role == "writer"
    return {
        "kind": "drive#file",
        "id": one.id,
        "name": one.properties["title"] + (".xlsx" if one.office else ""),
        "mimeType": kind,
        "trashed": one.trashed,
        "explicitlyTrashed": one.trashed,
        "starred": False,
        "version": str(one.version),
        "webViewLink": one.url + "?usp=drivesdk",
        "createdTime": book.rfc3339(one.created),
        "modifiedTime": book.rfc3339(one.modified),
        "ownedByMe": False,
        **({"lastModifyingUser": one.who} if one.who else {}),
        "shared": True,
        "writersCanShare": True,
        "capabilities": {
            "canEdit": may_write,
            "canModifyContent": may_write,
            "canDownload": True,
            "canCopy": True,
            "canShare": False,
            "canTrash": False,
        },
    } | ({"fileExtension": "xlsx", "size": "48213"} if one.office else {})


def _search(text: str) -> Callable[[dict[str, Any]], bool]:
    if not text.strip():
        return lambda file: True
    clauses, at = [], 0
    while True:
        if hit := re.compile(r"\s*(sharedWithMe)(?:\s*=\s*true)?\s*").match(text, at):
            pass
        elif hit := _CLAUSE.match(text, at):
            clauses.append(hit.groups())
        else:
            raise AssertionError(f"the search {text!r} is not offered here")
        at = hit.end()
        if at == len(text):
            return lambda file: all(_holds(file, *clause) for clause in clauses)
        joined = re.compile(r"and\b").match(text, at)
        assert joined, f"the search {text!r} is not offered here"
        at = joined.end()


def _holds(file, name, sign, given):
    assert name in {"name", "mimeType", "trashed", "modifiedTime"}, f"no search by {name!r} is offered here"
    value = given == "true" if given in {"true", "false"} else re.sub(r"\\(.)", r"\1", given[1:-1])
    here = file[name]
    if name == "modifiedTime":
        # Both are RFC 3339 in UTC; without its fraction and zone the given one still compares as text.
        value = value.removesuffix("Z").removesuffix("+00:00")
        here = here.removesuffix("Z")[: len(value)] if sign in {"=", "!="} else here.removesuffix("Z")
    return {
        "=": here == value, "!=": here != value, "<": here < value, "<=": here <= value, ">": here > value,
        ">=": here >= value, "contains": isinstance(here, str) and str(value).casefold() in here.casefold(),
    }[sign]  # fmt: skip
