"""Google's own description of its Sheets and Drive APIs as strict JSON Schemas for what is asked and answered.

google-api-python-client ships the description. Strict means: an object holds no field that is not described, a
number is no text, a choice is one of those listed.

    description.request("sheets", "sheets.spreadsheets.batchUpdate", {"requests": [...]}, {})
    description.answer("sheets", "sheets.spreadsheets.values.get", {"range": "Data!A1", "majorDimension": "ROWS"})
"""

import functools
import json
import re
from collections.abc import Mapping, Sequence
from importlib import resources
from typing import Any

from jsonschema import Draft202012Validator

from tests.google import mask

DOCUMENTS = {"sheets": "sheets.v4.json", "drive": "drive.v3.json"}

#: Query parameters that are sent though the description lists them for another method only: gspread 6.2 asks for
#: items of shared drives also where it reads a single file, and Google lets that pass.
SENT_BUT_NOT_DESCRIBED = {"drive.files.get": {"includeItemsFromAllDrives"}}

#: What every real answer holds unless the field mask left it out; the description itself makes nothing obligatory.
ALWAYS_THERE = {
    "sheets.spreadsheets.get": ("spreadsheetId", "properties", "sheets", "spreadsheetUrl"),
    "sheets.spreadsheets.values.get": ("range", "majorDimension"),
    "sheets.spreadsheets.values.batchGet": ("spreadsheetId", "valueRanges"),
    "sheets.spreadsheets.batchUpdate": ("spreadsheetId", "replies"),
}

_TEXTS = {
    "int64": r"^-?\d{1,19}$",
    "uint64": r"^\d{1,20}$",
    "date": r"^\d{4}-\d\d-\d\d$",
    "date-time": r"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$",
    "google-datetime": r"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$",
    "google-fieldmask": r"^[\w.,*()/ ]+$",
}
_QUERY_TEXTS = {"boolean": r"(?i)true|false", "integer": r"-?\d+", "number": r"-?\d+(\.\d+)?"}


def answer(api: str, method: str, body: Any, fields: str | None = None) -> None:
    """Hold a successful answer to the description.

    `fields` is the field mask of the request, if it had one. Raises AssertionError naming the path that does not fit.
    """
    described = methods(api)[method].get("response")
    assert described, f"{method}: no answer is described"
    _fits(api, described["$ref"], body, f"answer of {method}")
    wanted = mask.parse(fields) if fields else {}
    missing = [name for name in ALWAYS_THERE.get(method, ()) if mask.asks(wanted, name) and name not in body]
    assert not missing, f"answer of {method}: without {', '.join(missing)}"


def request(
    api: str,
    method: str,
    body: Any,
    query: Mapping[str, str | Sequence[str]],
    path: Mapping[str, str] | None = None,
) -> None:
    """Hold a request to the description: its query, its body and, if given, the parameters in its path.

    Raises AssertionError naming the parameter or the path in the body that does not fit.
    """
    known = methods(api)[method]
    parameters = known.get("parameters", {})
    for name, value in query.items():
        if name in SENT_BUT_NOT_DESCRIBED.get(method, ()):
            continue
        listed = parameters.get(name) or document(api)["parameters"].get(name)
        assert listed and listed["location"] == "query", f"request of {method}: unknown query parameter {name!r}"
        _query_fits(method, name, listed, [value] if isinstance(value, str) else list(value))
    needed = [name for name, one in parameters.items() if one.get("required")]
    here = set(query) | {name for name in needed if path is None and parameters[name]["location"] == "path"}
    missing = [name for name in needed if name not in here and not (path or {}).get(name)]
    assert not missing, f"request of {method}: without {', '.join(missing)}"
    if "request" in known:
        _fits(api, known["request"]["$ref"], {} if body is None else given(body), f"request of {method}")
    else:
        assert body is None, f"request of {method}: takes no body"


def given(body: Any) -> Any:
    """What of a body is given: to Google a field that is null is one that is not there. In a list null stays."""
    if isinstance(body, dict):
        return {name: given(one) for name, one in body.items() if one is not None}
    return [given(one) for one in body] if isinstance(body, list) else body


def route(api: str, verb: str, path: str) -> tuple[str, dict[str, str]] | None:
    """The method that a request means, with the parameters in its path as they were sent, still quoted.

    None if no method has this verb and path.
    """
    fitting = [
        (literal, name, hit.groupdict())
        for literal, name, known, pattern in _patterns(api)
        if known == verb and (hit := pattern.fullmatch(path))
    ]
    return max(fitting, key=lambda one: one[0])[1:] if fitting else None


def unknown_field(api: str, method: str, wanted: mask.Mask) -> str | None:
    """The first path of a field mask that an answer of `method` cannot have; None if all can be there."""
    return _unknown(document(api)["schemas"], methods(api)[method]["response"], wanted, "")


@functools.cache
def document(api: str) -> dict:
    """The description of one API ("sheets" or "drive") as shipped."""
    folder = resources.files("googleapiclient.discovery_cache") / "documents"
    return json.loads((folder / DOCUMENTS[api]).read_text("utf-8"))


@functools.cache
def methods(api: str) -> dict[str, dict]:
    """All methods of an API by their id."""

    def below(resource):
        yield from resource.get("methods", {}).values()
        for inner in resource.get("resources", {}).values():
            yield from below(inner)

    return {one["id"]: one for one in below(document(api))}


@functools.cache
def validator(api: str, schema: str) -> Draft202012Validator:
    """The strict validator of one described schema, e.g. ("sheets", "ValueRange")."""
    return Draft202012Validator({"$defs": _definitions(api), "$ref": f"#/$defs/{schema}"})


@functools.cache
def _definitions(api):
    return {name: _strict(one) for name, one in document(api)["schemas"].items()}


@functools.cache
def _patterns(api):
    found = []
    for name, one in methods(api).items():
        parts = re.split(r"\{(\w+)\}", "/" + document(api)["servicePath"] + (one.get("flatPath") or one["path"]))
        literal = "".join(parts[::2])
        pattern = "".join(f"(?P<{part}>[^/]+)" if at % 2 else re.escape(part) for at, part in enumerate(parts))
        found.append((len(literal), name, one["httpMethod"], re.compile(pattern)))
    return found


def _strict(node):
    if "$ref" in node:
        return {"$ref": f"#/$defs/{node['$ref']}"}
    match node["type"]:
        case "any":
            return {}
        case "object":
            inside = {name: _strict(one) for name, one in node.get("properties", {}).items()}
            others = _strict(node["additionalProperties"]) if "additionalProperties" in node else False
            return {"type": "object", "properties": inside, "additionalProperties": others}
        case "array":
            inside = _strict(node["items"])
            # A cell may be anything: visiting each of a million cells to find that out would take seconds.
            return {"type": "array", "items": inside} if inside else {"type": "array"}
        case "string" if "enum" in node:
            return {"enum": node["enum"]}
        case "string":
            pattern = _TEXTS.get(node.get("format", ""))
            return {"type": "string", "pattern": pattern} if pattern else {"type": "string"}
        case "integer":
            return {"type": "integer", "minimum": -(2**31), "maximum": 2**31 - 1}
        case kind:
            return {"type": kind}


def _fits(api, schema, body, what):
    error = next(validator(api, schema).iter_errors(body), None)
    if error is not None:
        raise AssertionError(f"{what}: {error.json_path}: {error.message[:300]}")


def _query_fits(method, name, listed, values):
    where = f"request of {method}: query parameter {name!r}"
    assert values and (len(values) == 1 or listed.get("repeated")), f"{where} is given {len(values)} times"
    for value in values:
        choices, pattern = listed.get("enum"), _QUERY_TEXTS.get(listed["type"])
        assert not choices or value in choices, f"{where}: {value!r} is none of {choices}"
        assert not pattern or re.fullmatch(pattern, value), f"{where}: {value!r} is no {listed['type']}"


def _unknown(schemas, node, wanted, before):
    while "$ref" in node or "items" in node:
        node = schemas[node["$ref"]] if "$ref" in node else node["items"]
    inside = node.get("properties", {})
    for name, deeper in wanted.items():
        if name == "*" or "additionalProperties" in node:
            continue
        if name not in inside:
            return before + name
        if deeper and (found := _unknown(schemas, inside[name], deeper, f"{before}{name}.")):
            return found
    return None
