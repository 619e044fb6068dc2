"""One of many places that report themselves, as HTML: what it sent, when, and the way to its own dashboard."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import groupby

from monev.screen.draw.elements import Row, block, cell, empty_state, link, mark
from monev.screen.draw.html import Html, every, html
from monev.words import clock, words


def head(row: Row, titles: Mapping[str, str]) -> Html:
    """Its name and state, and by which set they are known. Keys: daerah, provinsi, melapor, tepat_waktu, kiriman_ke,
    diterima, rapat, potret, versi, aturan_lain, dasbor, pokok (dicts with halaman, keadaan); `titles` those of the
    points."""
    name = html('<h1 class="kalimat">{} <small class="redup">{}</small></h1>', row["daerah"], row["provinsi"])
    if not row["melapor"]:
        said = "Belum melapor untuk rapat ini, jadi tidak ada angkanya di sini dan di jumlah mana pun."
        return block(name) + empty_state(said)
    points = every(
        "<li>{} <span>{}</span> <b>{}</b></li>",
        ((mark(one["keadaan"]), titles[one["halaman"]], words.status_word(one["keadaan"], one["halaman"]))
         for one in row["pokok"]),
    )  # fmt: skip
    return (
        block(name) + block(_sent(row), "redup", "p") + dashboard(row["dasbor"]) + block(points, "pokok-daerah", "ul")
    )


def _sent(row: Row) -> str:
    turn = (
        "kiriman pertama" if row["kiriman_ke"] == 1 else f"dari {words.number(row['kiriman_ke'])} kiriman, yang terbaru"
    )
    late = {True: "tepat waktu", False: "sesudah batas"}.get(row["tepat_waktu"], "waktunya belum jelas")
    rules = " Aturan atau ambangnya lain dari yang paling banyak dipakai." if row["aturan_lain"] else ""
    came = words.moment(clock.from_utc(row["diterima"]))
    return (
        f"Rapatnya {words.date_long(row['rapat'])}; diterima {came}, {late}; {turn}. "
        f"Kode data {row['potret']}, dasbor versi {row['versi']}.{rules}"
    )


def dashboard(address: str | None) -> Html:
    """The way to a place's own dashboard, where it gave an address that can be trusted to be one in the open."""
    if not address or not address.startswith("https://"):
        return html("")
    return block(link(address, "Buka dasbor daerah itu sendiri"), "", "p")


def numbers(rows: Sequence[Row], titles: Mapping[str, str]) -> Html:
    """What it sent, by point. Keys: halaman, nama, nilai, satuan, status."""
    drawn = []
    for point, group in groupby(rows, lambda row: row["halaman"]):
        lines = every(
            '<tr><td data-judul="Angka">{}</td><td class="kanan" data-judul="Nilai">{}</td>'
            '<td data-judul="Keadaan"><span>{}</span></td></tr>',
            ((row["nama"], words.value_text(row["nilai"], row["satuan"]), cell(row["status"], "status"))
             for row in group),
        )  # fmt: skip
        title = titles.get(point, point)
        drawn.append(html('<table class="tabel"><caption>{}</caption><tbody>{}</tbody></table>', title, lines))
    if not drawn:
        return empty_state("Kirimannya tidak memuat angka.")
    return block(html("").join(drawn), "angka-sendiri")
