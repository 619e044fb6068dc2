"""Run as a program with MONEV_PROYEK set: python -m tests.ministry_told <folder of snapshots> <question>…

JSON of question -> rows of the newest snapshot.
"""

import json
import sys
from pathlib import Path

from monev.snapshot import store


def main(folder, *questions):
    with store.Snapshot(folder, store.latest(folder)) as shot:
        asked = {one: json.loads(shot.ask(one).to_json(orient="records", date_format="iso")) for one in questions}
    print(json.dumps(asked))


main(Path(sys.argv[1]), *sys.argv[2:])
