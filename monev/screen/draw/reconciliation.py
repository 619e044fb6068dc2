"""What several agencies say about one thing, as HTML: two numbers, three counts, the way of a case."""

from __future__ import annotations

from collections.abc import Sequence

from monev.screen.draw.elements import (
    MOST_LINES,
    Row,
    block,
    emphasis,
    empty_state,
    expandable,
    mark,
    rest,
    text,
    unbroken,
)
from monev.words import words

#: Lines that are drawn of what is folded away.
MOST_FOLDED = 40
#: Words for the states of a step, for those who do not see the signs.
_STATES = {
    "selesai": "selesai",
    "tunggu": "menunggu",
    "berhenti": "berhenti",
    "luar": "belum tercatat di sini",
    "nihil": "",
}


def disagreements(rows: Sequence[Row], empty: str = "Belum ada angka yang dapat dibandingkan.") -> str:
    """Numbers of two agencies about one thing; both sides equally large, no colour on either.

    Keys: kiri, nilai_kiri, kanan, nilai_kanan, selisih, status, kalimat, satuan; kunci (what is compared) and
    keterangan_kiri, keterangan_kanan optional. Rows that agree (hijau, or kuning where a sheet is not complete) and
    those not due yet are folded away.
    """
    if not rows:
        return empty_state(empty)
    agreed = [row["status"] == "hijau" or (row["status"] == "kuning" and row["selisih"] == 0) for row in rows]
    apart = [row for row, same in zip(rows, agreed, strict=True) if not same and row["status"] != "belum_waktunya"]
    equal = [_equal(row) for row, same in zip(rows, agreed, strict=True) if same]
    early = [emphasis(row["kalimat"]) for row in rows if row["status"] == "belum_waktunya"]
    shown = (
        "".join(map(_apart, apart[:MOST_LINES]))
        or '<p class="redup">Tidak ada angka yang berbeda dalam data yang terhitung.</p>'
    )
    return (
        block(shown, "beda-daftar")
        + rest(len(apart), MOST_LINES, "perbedaan")
        + _folded(f"Cocok di kedua pihak: {words.number(len(equal))} perbandingan", equal)
        + _folded(f"Belum waktunya dibandingkan: {words.number(len(early))}", early)
    )


def under_way(rows: Sequence[Row]) -> str:
    """How far something has come on its way from one to the other; nobody is wrong. Keys as for `disagreements`.

    What has arrived, and what is not due yet, is folded away.
    """
    done = [row for row in rows if row["status"] == "hijau"]
    early = [emphasis(row["kalimat"]) for row in rows if row["status"] == "belum_waktunya"]
    left = [row for row in rows if row["status"] not in ("hijau", "belum_waktunya")]
    lines = "".join(
        f"<li>{mark(row['status'])}<span>{emphasis(row['kalimat'])}</span></li>" for row in left[:MOST_LINES]
    )
    shown = block(lines, "petunjuk", "ul") if left else block("Semuanya sudah sampai.", "redup", "p")
    return (
        shown
        + rest(len(left), MOST_LINES, "hal")
        + _folded(f"Sudah sampai: {words.number(len(done))}", [emphasis(row["kalimat"]) for row in done])
        + _folded(f"Belum waktunya: {words.number(len(early))}", early)
    )


def hints(rows: Sequence[Row]) -> str:
    """What two agencies' sheets tell together without anyone being wrong.

    Keys: status, kalimat, agenda; semua: how many there are, if more than these rows.
    """
    if not rows:
        return ""
    lines = [f"<li>{mark(row['status'])}<span>{emphasis(row['kalimat'])}</span></li>" for row in rows[:MOST_LINES]]
    total = rows[0].get("semua", len(rows))
    return block("".join(lines), "petunjuk", "ul") + rest(total, MOST_LINES, "petunjuk")


def _folded(summary: str, items: Sequence[str]) -> str:
    lines = "".join(f"<li>{item}</li>" for item in items[:MOST_FOLDED])
    more = rest(len(items), MOST_FOLDED, "perbandingan")
    return expandable(summary, f'<ul class="kecil">{lines}</ul>{more}') if items else ""


def _equal(row: Row) -> str:
    unsure = "" if row["status"] == "hijau" else ", datanya belum lengkap"
    amount = unbroken(words.value_text(row["nilai_kiri"], row["satuan"]))
    return f"{text(row.get('kunci') or row['kiri'])} {amount}{unsure}"


def _apart(row: Row) -> str:
    if row["selisih"] is None:
        gap = "belum bisa <br>dibandingkan"
    else:
        gap = f"selisih <br>{unbroken(words.value_text(abs(row['selisih']), row['satuan']))}"
    said = f'<p class="kecil">{emphasis(row["kalimat"])}</p>' if row.get("kalimat") else ""
    return (
        f'<div class="beda-baris">{_side(row, "kiri")}<div class="tengah">{mark(row["status"])} {gap}</div>'
        f"{_side(row, 'kanan')}</div>{said}"
    )


def _side(row: Row, side: str) -> str:
    amount = row[f"nilai_{side}"]
    shown = "belum diketahui" if amount is None else words.value_text(amount, row["satuan"])
    note = row.get(f"keterangan_{side}")
    under = f'<div class="kecil redup">{unbroken(note)}</div>' if note else ""
    kind = "n kosong" if amount is None else "n"
    return f'<div><div class="pem">{text(row[side])}</div><div class="{kind}">{unbroken(shown)}</div>{under}</div>'


def three_counts(rows: Sequence[Row]) -> str:
    """Counts of the same thing by different agencies, side by side. Keys: pemilik, nilai, satuan,
    keterangan.
    """
    cells = "".join(
        f'<div><div class="pem">{text(row["pemilik"])}</div><div class="n">{_count(row)}</div>'
        f'<div class="kecil">{text(row.get("keterangan"))}</div></div>'
        for row in rows
    )
    return block(cells, "tiga", style=f"--n:{len(rows)}")


def _count(row: Row) -> str:
    if row["nilai"] is None:
        return "<small>belum dilaporkan</small>"
    figure, unit = words.value(row["nilai"], row["satuan"])
    return f"{text(figure)}<small>{text(unit)}</small>"


def case_flow(rows: Sequence[Row], title: str = "Satu baris satu kasus", empty: str = "Belum ada kasus.") -> str:
    """One lane per case through the same steps, for the first cases; the head counts all that have passed a step.

    Keys: kode, keterangan, langkah: list of (label, keadaan, teks), the same labels in every row. A label
    "Bawaslu: menangani" names the agency and what it does. keadaan: selesai, tunggu, berhenti, luar (unknown
    there), nihil.
    """
    if not rows:
        return empty_state(empty)
    lanes = [[_step(step) for step in row["langkah"]] for row in rows]
    passed = [sum(lane[place][1] == "selesai" for lane in lanes) for place in range(len(lanes[0]))]
    head = f'<div class="tahap awal">{text(title)}</div>' + "".join(
        f'<div class="tahap"><b>{words.number(passed[place])}</b>{_label(label)}</div>'
        for place, (label, _, _) in enumerate(lanes[0])
    )
    body = "".join(
        f'<div class="kode"><b>{text(row["kode"])}</b><br>'
        f'<span class="kecil redup">{text(row.get("keterangan"))}</span></div>{_lane(lane)}'
        for row, lane in list(zip(rows, lanes, strict=True))[:MOST_LINES]
    )
    return block(head + body, "alur", style=f"--n:{len(lanes[0])}") + rest(len(rows), MOST_LINES, "kasus")


def _step(step: object) -> tuple[str, str, object]:
    """A step as DuckDB gives it: a struct (dict) or a plain triple."""
    label, state, said = step.values() if isinstance(step, dict) else step
    return label, state, said


def _label(label: str) -> str:
    owner, _, does = label.partition(": ")
    return f'<span>{text(owner)}</span><br><span class="kecil">{text(does)}</span>'


def _lane(lane: list[tuple[str, str, object]]) -> str:
    cells = []
    for place, (label, state, said) in enumerate(lane):
        following = lane[place + 1][1] if place + 1 < len(lane) else "nihil"
        line = "" if state != "selesai" or following in ("nihil", "luar") else " sambung"
        line += " putus" if line and following == "tunggu" else ""
        owner, _, does = label.partition(": ")
        cells.append(
            f'<div class="titik {text(state)}{line}">'
            f'<span class="nama">{text(f"{owner} {does}".strip())}</span>'
            f'<span class="sr">{_STATES.get(state, "")} </span>{emphasis(said)}</div>'
        )
    return "".join(cells)
