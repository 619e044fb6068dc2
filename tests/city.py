"""The whole city as KPU would type it, with the TPS and the DPT of reference/: what sums are held against."""

import csv

from monev.settings import REFERENCE


def reference(name: str) -> list[dict[str, str]]:
    """The rows of reference/<name>.csv as text."""
    with (REFERENCE / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


#: (kecamatan, kelurahan) in the order of reference/wilayah.csv; pemilih_tps has them in rows 2, 3, …
PLACES = [(row["kecamatan"], row["kelurahan"]) for row in reference("wilayah")]
TPS = {row["kecamatan"]: int(row["tps_acuan"]) for row in reference("tps_kecamatan")}
#: The first kelurahan of each kecamatan.
FIRST = dict(reversed(PLACES))


def voters(**columns: dict[str, object]) -> str:
    """The tab pemilih_tps with 551 TPS and 259.961 voters.

    Each kelurahan has one TPS and 471 voters, the first one of a kecamatan all the rest. `columns` replaces
    cells: jumlah_tps={"Cikole": 100}; another column that is named there is blank where it has no value.
    """
    names = ["jumlah_tps", "dpt_laki_laki", "dpt_perempuan"]
    names += [name for name in columns if name not in names]
    lines = [" | ".join(["kecamatan", "kelurahan", *names])]
    for number, (kecamatan, kelurahan) in enumerate(PLACES):
        others = sum(place[0] == kecamatan for place in PLACES) - 1
        tps = TPS[kecamatan] - others if FIRST[kecamatan] == kelurahan else 1
        men = 271 * tps + (440 if number == 0 else 0)  # 551 x 471 + 440 = 259.961
        cells = {"jumlah_tps": tps, "dpt_laki_laki": men, "dpt_perempuan": 200 * tps}
        typed = [str(columns.get(name, {}).get(kelurahan, cells.get(name, ""))) for name in names]
        lines.append(" | ".join([kecamatan, kelurahan, *typed]))
    return "\n".join(lines)


def row_of(kelurahan: str) -> int:
    """The sheet row of a kelurahan in what `voters` typed."""
    return [name for _, name in PLACES].index(kelurahan) + 2


def all_paid(sheets):
    """In a copy of the samples the army's grant is paid, too: then no more than five numbers of Logistik are worse than one
    of which nothing is known, and that one is among the first six."""
    path = sheets / "bpkpd" / "pencairan.csv"
    text = path.read_text("utf-8")
    waits, paid = "Kodim;tahap_2;;;750 jt;proses", "Kodim;tahap_2;SIM/SP2D/1734/2024;24/10/2024;750 jt;cair"
    assert waits in text or paid in text
    path.write_text(text.replace(waits, paid), "utf-8")
