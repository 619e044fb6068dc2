"""What one invented region reports for a meeting: its numbers, promises, quality of sheets, and grants.

The more care is taken (0 to 1), the better it stands. All comes from the chance that is given, so it is the same again.
"""

from __future__ import annotations

import datetime as dt
import random
from collections.abc import Sequence
from typing import Any

#: Where no care is taken: the share of numbers that are not well, of those that nobody knows; and how many of those
#: that are not well are yellow, where there is such a bound.
WORRIES, UNKNOWN, MILD = 0.16, 0.02, 0.6
RECIPIENTS = {"kpu": 24, "bawaslu": 9, "polres": 5, "kodim": 3}
#: Numbers of a region that its grants come to, and of whose.
PAID = {"pencairan_kpu_persen": ("kpu",), "pencairan_bawaslu_persen": ("bawaslu",),
        "pencairan_pengamanan_persen": ("polres", "kodim")}  # fmt: skip
AGENCIES = ("kesbangpol", "bpkpd", "kpu", "bawaslu", "sekretariat")
Row = dict[str, Any]


def tables(care: float, met: dt.date, known: Sequence[Row], chance: random.Random) -> dict[str, list[Row]]:
    """Its rows by table, without the cover; `known` are the indicators with their bounds."""
    grants = [_grant(one, share, care, met, chance) for one, share in RECIPIENTS.items()]
    return {
        "indikator": [_of_grants(_number(one, care, met, chance), one, grants) for one in known],
        "janji": [_promise(at, met, known, care, chance) for at in range(chance.randrange(2, 12))],
        "mutu": [_quality(one, care, met, chance) for one in AGENCIES],
        "hibah": grants,
    }


def _number(one: Row, care: float, met: dt.date, chance: random.Random) -> Row:
    """A number that is the better the more care is taken, judged by the bounds of its own project."""
    green, yellow, up = one["hijau"], one["kuning"], one["arah"] == "naik"
    mild = yellow is not None and abs(yellow) != float("inf") and chance.random() < MILD
    if chance.random() >= (1 - care) * WORRIES:
        value = chance.uniform(green, max(green, 100 if one["satuan"] == "persen" else 1.5 * green)) if up else green
    elif mild:
        value = chance.uniform(*sorted((yellow, green)))
    elif up:
        value = chance.uniform(0.4, 0.95) * (green if yellow is None else yellow)
    else:
        most = 2_000_000_000 if one["satuan"] == "rupiah" else 30 if one["satuan"] == "persen" else 9
        value = (green if yellow in (None, float("inf")) else yellow) + chance.randrange(1, most)
    value = round(value, 1) if one["satuan"] == "persen" else float(round(value))
    before = (one["mulai"] and met < one["mulai"]) or False
    if before or chance.random() < (1 - care) * UNKNOWN:
        value = None
    status = "belum_waktunya" if before else _status(value, green, yellow, up)
    return {"kode": one["kode"], "halaman": one["halaman"], "nama": one["indikator"], "satuan": one["satuan"],
            "arah": one["arah"], "nilai": value, "status": status}  # fmt: skip


def _of_grants(said: Row, one: Row, grants: Sequence[Row]) -> Row:
    """A number about grants says what the table of grants does; others stay as they are."""
    receivers = PAID.get(one["kode"], ())
    if not receivers:
        return said
    known = [grant for grant in grants if grant["penerima"] in receivers]
    worth, paid = (sum(grant.get(key) or 0 for grant in known) for key in ("nilai_rp", "dibayar_rp"))
    value = round(100.0 * paid / worth, 1) if worth else None
    status = "merah" if value is None else _status(value, one["hijau"], one["kuning"], one["arah"] == "naik")
    return said | {"nilai": value, "status": status}


def _status(value: float | None, green: float, yellow: float | None, up: bool) -> str:
    if value is None:
        return "belum_dilaporkan"
    if value >= green if up else value <= green:
        return "hijau"
    return "kuning" if yellow is not None and (value >= yellow if up else value <= yellow) else "merah"


def _promise(at: int, met: dt.date, known: Sequence[Row], care: float, chance: random.Random) -> Row:
    noted = met - dt.timedelta(days=14 * chance.randrange(0, 3))
    due = noted + dt.timedelta(days=chance.randrange(3, 30))
    done = chance.random() < care
    return {"kode": f"TL-{noted}-{at + 1:02}", "halaman": chance.choice(known)["halaman"],
            "penanggung_jawab": sorted(chance.sample(AGENCIES, chance.choice([1, 1, 2]))), "tenggat": due,
            "keadaan": "selesai" if done else "lewat" if due < met else "terbuka", "dicatat": noted}  # fmt: skip


def _quality(agency: str, care: float, met: dt.date, chance: random.Random) -> Row:
    counted, held = chance.randrange(20, 400), chance.randrange(0, 2 + int((1 - care) * 12))
    laid = chance.randrange(2, 9)
    return {"instansi": agency, "status": "terbaca", "terlihat": counted + held + laid, "terhitung": counted,
            "ditahan": held, "tata_letak": laid, "temuan_tolak": held, "temuan_periksa": chance.randrange(0, 5),
            "diubah": met - dt.timedelta(days=chance.randrange(0, 6)),
            "data_benar": chance.choice(["benar", "benar", "belum", "berubah"])}  # fmt: skip


def _grant(receiver: str, share: int, care: float, met: dt.date, chance: random.Random) -> Row:
    worth = share * chance.randrange(700_000, 1_400_000) * 1_000
    state = (
        "penuh"
        if chance.random() < care
        else chance.choice(["tahap_1"] * 6 + ["sebagian", "belum_cair", "belum_naskah"])
    )
    row: Row = {"penerima": receiver, "golongan": state}
    if state == "belum_naskah":
        return row
    part = {"penuh": 1.0, "tahap_1": 0.4, "sebagian": round(chance.uniform(0.05, 0.35), 2), "belum_cair": 0.0}[state]
    paid = int(worth * part)
    planned = None if state == "penuh" or chance.random() < 0.3 else met + dt.timedelta(days=chance.randrange(-9, 20))
    return row | {"tanggal_nphd": dt.date(2023, 11, 1) + dt.timedelta(days=chance.randrange(0, 60)), "nilai_rp": worth,
                  "dibayar_rp": paid, "sisa_rp": worth - paid, "persen_cair": 100.0 * paid / worth, "rencana": planned,
                  "belum_kembali_rp": None}  # fmt: skip
