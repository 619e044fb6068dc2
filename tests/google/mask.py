"""Field masks as Google's APIs take them: `sheets(properties.title,data/rowData)`, `files(id,name)`, `*`."""

import re

#: Name → what is asked below it; an empty mask asks for everything.
Mask = dict[str, "Mask"]

_TOKEN = re.compile(r"\s*(\*|\w+|[.,/()])\s*")


class BadMask(ValueError):
    """The text is no field mask."""


def parse(text: str) -> Mask:
    """The tree of a field mask. Raises BadMask."""
    tokens, at = [], 0
    while at < len(text):
        hit = _TOKEN.match(text, at)
        if not hit:
            raise BadMask(text)
        tokens.append(hit[1])
        at = hit.end()
    found = _list(tokens, text)
    if tokens or not found:
        raise BadMask(text)
    return found


def asks(wanted: Mask, *path: str) -> bool:
    """Whether a mask asks for `path` or for something below it."""
    for name in path:
        if not wanted or "*" in wanted:
            return True
        if name not in wanted:
            return False
        wanted = wanted[name]
    return True


def cut(value, wanted: Mask):
    """What a mask leaves of an answer; the answer itself is not changed."""
    if not wanted or "*" in wanted:
        return value
    if isinstance(value, list):
        return [cut(one, wanted) for one in value]
    if isinstance(value, dict):
        return {name: cut(one, wanted[name]) for name, one in value.items() if name in wanted}
    return value


def overlay(target: dict, source: dict, wanted: Mask) -> None:
    """Write into `target` what a mask names of `source`; what is named and not there is taken away.

    What lies below a name is shared afterwards, perhaps by many cells: it is replaced, and never changed in place.
    """
    for name, deeper in ({name: {} for name in set(target) | set(source)} if "*" in wanted else wanted).items():
        if name not in source:
            target.pop(name, None)
        elif deeper and isinstance(source[name], dict):
            target[name] = dict(target.get(name, {}))
            overlay(target[name], source[name], deeper)
        else:
            target[name] = source[name]


def _list(tokens, text):
    found: Mask = {}
    while True:
        _item(tokens, text, found)
        if not tokens or tokens[0] != ",":
            return found
        tokens.pop(0)


def _item(tokens, text, into):
    name = tokens.pop(0) if tokens else ""
    if not re.fullmatch(r"\*|\w+", name):
        raise BadMask(text)
    known, deeper = into.get(name), {}
    if tokens and tokens[0] in "./":
        tokens.pop(0)
        _item(tokens, text, deeper)
    elif tokens and tokens[0] == "(":
        tokens.pop(0)
        deeper = _list(tokens, text)
        if not tokens or tokens.pop(0) != ")":
            raise BadMask(text)
    into[name] = {} if known == {} or not deeper else _merged(known or {}, deeper)


def _merged(one, other):
    both = dict(one)
    for name, deeper in other.items():
        both[name] = _merged(both[name], deeper) if both.get(name) and deeper else {} if name in both else deeper
    return both
