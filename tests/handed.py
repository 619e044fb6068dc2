"""What hand-outs are made from, in tests: the answers of a snapshot, and what was decided."""

import tomllib

from monev.handouts.source import Rows, Source
from monev.screen.draw import theme
from monev.settings import HOME
from monev.snapshot import queries, store

_THEME = tomllib.loads((HOME / ".streamlit" / "config.toml").read_text("utf-8"))["theme"]
COLOURS = {token: theme.colour(lambda mode, key: _THEME[mode][key], "light", token) for token in theme.KEYS}


def source(snapshot: store.Snapshot, recorded: Rows | None = None, **told: Rows) -> Source:
    """The source of hand-outs on a snapshot; `told` replaces the rows of questions ("logistik/barang" as
    logistik__barang).
    """
    answers = {name.replace("__", "/"): rows for name, rows in told.items()}
    assert answers.keys() <= queries.load().keys(), "nobody asks that"

    def ask(question: str) -> Rows:
        if question not in answers:
            answers[question] = snapshot.ask(question).to_dict("records")
        return [dict(row) for row in answers[question]]

    [facts] = ask("bersama/bingkai")
    return Source(ask, facts, ask("tindak_lanjut/dicatat") if recorded is None else recorded, COLOURS)
