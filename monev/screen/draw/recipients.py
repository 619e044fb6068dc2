"""Money by recipient over many places, as HTML: how far it is paid, how much of it, and when the rest is planned."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from monev.screen.draw.elements import Row, block, empty_state, mark
from monev.screen.draw.html import Html, every, html
from monev.words import place, words

#: Steps of what is paid: key of the count, its status where it is judged, its shade where it is not.
STEPS = (
    ("tanpa_naskah", "merah", "v0"),
    ("bawah", "merah", "v1"),
    ("tengah", "kuning", "v2"),
    ("penuh", "hijau", "v3"),
)
SILENT = "belum"


def table(rows: Sequence[Row], titles: Sequence[str], notes: Sequence[str], near: dt.date, mid: dt.date) -> Html:
    """The table of recipients, then their sum. Keys: nama (None: the sum), dinilai, a count for each of STEPS and
    SILENT, tak_jelas, nilai_rp, dibayar_rp, persen, diketahui, melapor, dekat, sedang, sesudah, tanpa_tanggal.

    `titles` are the heads of the five counts, `notes` what stands below the name of a recipient that is judged, and of
    one that is not; until `near`, and until `mid`, plans are counted apart.
    """
    if not rows:
        return empty_state("Belum ada yang dilaporkan.")
    planned = (f"sampai {words.date_short(near)}", f"sampai {words.date_short(mid)}",
               f"sesudah {words.date_short(mid)}", "tanpa tanggal")  # fmt: skip
    heads = every("<div>{}</div>", ([title] for title in titles))
    plans = every('<th scope="col" class="kanan">{}</th>', ([one] for one in planned))
    head = html(
        '<tr><td></td><th scope="colgroup">Jumlah {} menurut pencairan</th><th scope="col" class="kanan">Sudah cair'
        '</th><th scope="colgroup" colspan="4" class="kanan">Rencana cair sisanya</th></tr><tr><th scope="col">Penerima'
        '</th><td><div class="hitungan">{}</div></td><td class="kanan">hanya yang diketahui</td>{}</tr>',
        place.said("kelurahan"), heads, plans,
    )  # fmt: skip
    body = html("").join(_line(row, titles, notes, planned) for row in rows)
    return block(html('<table class="penerima-tabel"><thead>{}</thead><tbody>{}</tbody></table>', head, body))


def _line(row: Row, titles: Sequence[str], notes: Sequence[str], planned: Sequence[str]) -> Html:
    sum_of_all = row["nama"] is None
    counted = _sum(row) if sum_of_all else _counts(row, titles)
    said = "" if sum_of_all else notes[0 if row["dinilai"] else 1]
    name = html("<b>{}</b><small>{}</small>", "Jumlah" if sum_of_all else row["nama"], said)
    dates = every(
        '<td class="kanan" data-judul="{}"><b>{}</b></td>',
        zip(planned, (words.number(row[key]) for key in ("dekat", "sedang", "sesudah", "tanpa_tanggal")), strict=True),
    )
    return html(
        '<tr><th scope="row">{}</th><td>{}</td><td class="kanan rupiah">{}</td>{}</tr>',
        name,
        counted,
        _money(row),
        dates,
    )


def _counts(row: Row, titles: Sequence[str]) -> Html:
    keys = [key for key, *_ in STEPS]
    signs = [mark(status) if row["dinilai"] else html("") for _, status, _ in STEPS]
    cells = every(
        '<div data-judul="{}">{}<b>{}</b></div>',
        zip(titles, [*signs, mark("belum_dilaporkan")], (words.number(row[key]) for key in (*keys, SILENT)),
            strict=True),
    )  # fmt: skip
    bars = [(status if row["dinilai"] else shade, row[key]) for key, status, shade in STEPS]
    drawn = every(
        '<i data-s="{}" style="flex-grow:{}"></i>', (one for one in [*bars, ("belum", row[SILENT])] if one[1])
    )
    unclear = (
        html("<small>{} belum jelas seluruhnya</small>", words.number(row["tak_jelas"])) if row["tak_jelas"] else ""
    )
    return html(
        '<div class="hitungan">{}</div><div class="batang" aria-hidden="true">{}</div>{}', cells, drawn, unclear
    )


def _sum(row: Row) -> Html:
    left = None if row["nilai_rp"] is None else row["nilai_rp"] - row["dibayar_rp"]
    said = f" Sisa {words.rupiah(left)}." if left is not None else ""
    back = (
        f" Yang tidak terpakai dan belum dikembalikan {words.rupiah(row['belum_kembali_rp'])} di "
        f"{words.number(row['belum_kembali'])} dari {words.number(row['kembali_diketahui'])} yang diketahui."
        if row["kembali_diketahui"]
        else " Yang belum dikembalikan belum diketahui."
    )
    whole = "Satu {0} muncul pada setiap penerima, maka jumlah {0} tidak dijumlahkan.{1}{2}"
    return html('<span class="kecil redup">{}</span>', whole.format(place.said("kelurahan"), said, back))


def _money(row: Row) -> Html:
    if row["nilai_rp"] is None:
        return html('<small class="redup">belum diketahui</small>')
    of = f"dari {words.rupiah(row['nilai_rp'])}, {words.percent(row['persen'])}"
    return html('<b>{}</b><small class="redup">{}</small>', words.rupiah(row["dibayar_rp"]), of)
