"""Run as a program with MONEV_PROYEK and MONEV_POTRET set: python -m tests.ministry_handed <meeting> <folder>

Writes every hand-out of that frozen meeting into the folder, after two decisions; JSON of question -> rows on standard
output, and of hand-out -> what was wrong.
"""

import datetime as dt
import json
import sys
import time
from pathlib import Path

from monev.handouts import catalogue, handout
from monev.run.commands import choose
from tests.handed import source

ASKED = ("bahan/daerah", "bahan/hibah_nasional", "bahan/hibah_provinsi", "rekap/angka_daerah", "pelaporan/ditolak",
         "hibah/penerima", "rekap/panas", "bersama/status_agenda")  # fmt: skip
DECIDED = (("logistik", "Mendampingi provinsi dengan daerah kritis terbanyak"), ("hibah", "Menagih tanggal cair hibah"))


def decisions(day):
    """Two decisions as the screen records them."""
    return [
        {"id": f"TL-{day}-{place:02}", "tanggal_dicatat": day, "agenda": page, "pokok": page.capitalize(),
         "uraian": said, "pemilik": "Ditjen", "tenggat": day + dt.timedelta(days=4), "kiriman": "menunggu",
         "keadaan_kata": "belum", "ditarik": False, "tautan": None, "diubah": dt.datetime.combine(day, dt.time(10))}
        for place, (page, said) in enumerate(DECIDED, start=1)
    ]  # fmt: skip


def main(met, folder):
    with choose.snapshot(None, met) as shot:
        told = source(shot, decisions(dt.date.fromisoformat(met)))
        names, took = {}, {}
        for one in catalogue.offered():
            for form in one.forms:
                name = f"{one.code}.{form.suffix}"
                begun = time.process_time()
                (folder / name).write_bytes(form.write(told, lambda *_: None))
                took[name] = time.process_time() - begun
                names[name] = handout.file_name(one, told, form.suffix)
        asked = {one: json.loads(shot.ask(one).to_json(orient="records", date_format="iso")) for one in ASKED}
    print(json.dumps({"asked": asked, "names": names, "took": took,
                      "wrong": [one.trouble for one in catalogue.offered() if one.trouble]}))  # fmt: skip


main(sys.argv[1], Path(sys.argv[2]))
