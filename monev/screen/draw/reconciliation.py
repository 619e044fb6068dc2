"""What several agencies say about one thing, as HTML: two numbers, several counts, the way of a case."""

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
    unbroken,
)
from monev.screen.draw.html import Html, every, html
from monev.words import words
from monev.words.comparison import agrees

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


def disagreements(rows: Sequence[Row], empty: str = "Belum ada angka yang dapat dibandingkan.") -> Html:
    """Numbers of two agencies about one thing; both sides equally large, no colour on either.

    Keys: kiri, nilai_kiri, kanan, nilai_kanan, selisih, status, kalimat, satuan; kunci (what is compared) and
    keterangan_kiri, keterangan_kanan optional. Rows that agree (hijau, or kuning where a sheet is not complete) and
    those not due yet are folded away.
    """
    if not rows:
        return empty_state(empty)
    agreed = [agrees(row) for row in rows]
    apart = [row for row, same in zip(rows, agreed, strict=True) if not same and row["status"] != "belum_waktunya"]
    equal = [_equal(row) for row, same in zip(rows, agreed, strict=True) if same]
    early = [emphasis(row["kalimat"]) for row in rows if row["status"] == "belum_waktunya"]
    none = html('<p class="redup">Tidak ada angka yang berbeda dalam data yang terhitung.</p>')
    shown = html("").join(map(_apart, apart[:MOST_LINES])) or none
    return (
        block(shown, "beda-daftar")
        + rest(len(apart), MOST_LINES, "perbedaan")
        + _folded(f"Cocok di kedua pihak: {words.number(len(equal))} perbandingan", equal)
        + _folded(f"Belum waktunya dibandingkan: {words.number(len(early))}", early)
    )


def under_way(rows: Sequence[Row]) -> Html:
    """How far something has come on its way from one to the other; nobody is wrong. Keys as for `disagreements`.

    What has arrived, and what is not due yet, is folded away.
    """
    done = [row for row in rows if row["status"] == "hijau"]
    early = [emphasis(row["kalimat"]) for row in rows if row["status"] == "belum_waktunya"]
    left = [row for row in rows if row["status"] not in ("hijau", "belum_waktunya")]
    shown = _marked(left) if left else block("Semuanya sudah sampai.", "redup", "p")
    return (
        shown
        + rest(len(left), MOST_LINES, "hal")
        + _folded(f"Sudah sampai: {words.number(len(done))}", [emphasis(row["kalimat"]) for row in done])
        + _folded(f"Belum waktunya: {words.number(len(early))}", early)
    )


def hints(rows: Sequence[Row]) -> Html:
    """What two agencies' sheets tell together without anyone being wrong.

    Keys: status, kalimat, agenda; semua: how many there are, if more than these rows.
    """
    if not rows:
        return html("")
    return _marked(rows) + rest(rows[0].get("semua", len(rows)), MOST_LINES, "petunjuk")


def _marked(rows: Sequence[Row]) -> Html:
    """The first lines, each with its sign."""
    shown = ((mark(row["status"]), emphasis(row["kalimat"])) for row in rows[:MOST_LINES])
    return block(every("<li>{}<span>{}</span></li>", shown), "petunjuk", "ul")


def _folded(summary: str, items: Sequence[Html]) -> Html:
    lines = every("<li>{}</li>", ([item] for item in items[:MOST_FOLDED]))
    more = rest(len(items), MOST_FOLDED, "perbandingan")
    return expandable(summary, html('<ul class="kecil">{}</ul>{}', lines, more)) if items else html("")


def _equal(row: Row) -> Html:
    unsure = "" if row["status"] == "hijau" else ", datanya belum lengkap"
    amount = unbroken(words.value_text(row["nilai_kiri"], row["satuan"]))
    return html("{} {}{}", row.get("kunci") or row["kiri"], amount, unsure)


def _apart(row: Row) -> Html:
    if row["selisih"] is None:
        gap = html("belum bisa <br>dibandingkan")
    else:
        gap = html("selisih <br>{}", unbroken(words.value_text(abs(row["selisih"]), row["satuan"])))
    said = html('<p class="kecil">{}</p>', emphasis(row["kalimat"])) if row.get("kalimat") else ""
    return html(
        '<div class="beda-baris">{}<div class="tengah">{} {}</div>{}</div>{}',
        _side(row, "kiri"), mark(row["status"]), gap, _side(row, "kanan"), said,
    )  # fmt: skip


def _side(row: Row, side: str) -> Html:
    amount = row[f"nilai_{side}"]
    shown = "belum diketahui" if amount is None else words.value_text(amount, row["satuan"])
    note = row.get(f"keterangan_{side}")
    under = html('<div class="kecil redup">{}</div>', unbroken(note)) if note else ""
    kind = "n kosong" if amount is None else "n"
    drawn = '<div><div class="pem">{}</div><div class="{}">{}</div>{}</div>'
    return html(drawn, row[side], kind, unbroken(shown), under)


def counts(rows: Sequence[Row]) -> Html:
    """Counts of the same thing by different agencies, side by side. Keys: pemilik, nilai, satuan,
    keterangan.
    """
    cells = every(
        '<div><div class="pem">{}</div><div class="n">{}</div><div class="kecil">{}</div></div>',
        ((row["pemilik"], _count(row), row.get("keterangan")) for row in rows),
    )
    return block(cells, "tiga", style=f"--n:{len(rows)}")


def _count(row: Row) -> Html:
    if row["nilai"] is None:
        return html("<small>{}</small>", words.NOT_REPORTED)
    return html("{}<small>{}</small>", *words.value(row["nilai"], row["satuan"]))


def flow(rows: Sequence[Row], what: str) -> Html:
    """One lane per case through the same steps, for the first of them; the head counts all that have passed a step.
    `what` names one of them.

    Keys: kode, keterangan, langkah: list of (label, keadaan, teks), the same labels in every row. A label
    "Dinkes: menangani" names the agency and what it does. keadaan: selesai, tunggu, berhenti, luar (unknown
    there), nihil.
    """
    if not rows:
        return empty_state(f"Belum ada {what}.")
    lanes = [[_step(step) for step in row["langkah"]] for row in rows]
    passed = [sum(lane[place][1] == "selesai" for lane in lanes) for place in range(len(lanes[0]))]
    head = html('<div class="tahap awal">Satu baris satu {}</div>', what) + every(
        '<div class="tahap"><b>{}</b>{}</div>',
        ((words.number(count), _label(label)) for count, (label, _, _) in zip(passed, lanes[0], strict=True)),
    )
    body = every(
        '<div class="kode"><b>{}</b><br><span class="kecil redup">{}</span></div>{}',
        (
            (row["kode"], row.get("keterangan"), _lane(lane))
            for row, lane in list(zip(rows, lanes, strict=True))[:MOST_LINES]
        ),
    )
    return block(head + body, "alur", style=f"--n:{len(lanes[0])}") + rest(len(rows), MOST_LINES, what)


def _step(step: object) -> tuple[str, str, object]:
    """A step as DuckDB gives it: a struct (dict) or a plain triple."""
    label, state, said = step.values() if isinstance(step, dict) else step
    return label, state, said


def _label(label: str) -> Html:
    owner, _, does = label.partition(": ")
    return html('<span>{}</span><br><span class="kecil">{}</span>', owner, does)


def _lane(lane: list[tuple[str, str, object]]) -> Html:
    cells = []
    for place, (label, state, said) in enumerate(lane):
        following = lane[place + 1][1] if place + 1 < len(lane) else "nihil"
        line = "" if state != "selesai" or following in ("nihil", "luar") else " sambung"
        line += " putus" if line and following == "tunggu" else ""
        owner, _, does = label.partition(": ")
        cells.append((state, line, f"{owner} {does}".strip(), _STATES.get(state, ""), emphasis(said)))
    return every('<div class="titik {}{}"><span class="nama">{}</span><span class="sr">{} </span>{}</div>', cells)
