"""Run as a program with MONEV_PROYEK set: python -m tests.ministry_seen <folder of snapshots> <role>…

JSON of role -> question -> rows as a page of that role is given them, and of role -> what its search finds.
"""

import json
import logging
import sys
from pathlib import Path

from monev.screen import answers, search
from monev.screen.access.roles import Person
from monev.screen.page import Page
from monev.screen.visit import Held
from monev.snapshot import queries, store

logging.disable(logging.CRITICAL)  # Streamlit says at each step that no page runs


def main(folder, *roles):
    numbers = answers.Numbers(folder, store.latest(folder), None)
    [facts] = answers.ask(numbers, "bersama/bingkai")
    said = {}
    for role in roles:
        page = Page("ringkasan", Held(numbers, None, None), facts, Person("a@contoh.test", role))
        seen = {name: page.ask(name) for name in queries.load()} | {"cari": search.found(page)}
        said[role] = {name: json.dumps(rows, default=str) for name, rows in seen.items()}
    print(json.dumps(said))


main(Path(sys.argv[1]), *sys.argv[2:])
