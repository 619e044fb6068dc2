"""What the sheets need, as HTML: findings cell by cell, the agencies side by side, the message that asks."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Collection, Sequence

from monev.screen.draw.elements import Row, block, empty_state, expandable, link, mark, section, table
from monev.screen.draw.html import Html, every, html
from monev.screen.draw.overview import age
from monev.words import place as called, project, to_mend, words

_INSTEAD = html('<i class="ikon ke" role="img" aria-label="ganti dengan"></i>')

#: Letters of what can still be read as a value to type rather than as a sentence.
_LONGEST_VALUE = 34
#: What was typed, mended: one value or two of which the reader chooses; behind it, when that is right.
_MENDED = re.compile(
    r"(?P<values>(?:\d[\d.]*(?: [A-Z][a-z]+ \d{4})?|[A-Z][a-z]+, \d{1,2} [A-Z][a-z]+ \d{4})"
    r"(?: atau \d[\d.]*(?: [A-Z][a-z]+ \d{4})?)?)(?=,? (?:tanpa|bila|yang|sebagai|satu|lengkap|dengan)\b)"
)
#: How an advice goes on that asks for other words, not for a value.
_AGAIN = "ulang "
#: Said above the findings of a meeting's numbers, and of one that was mended since these were frozen, or were read.
FROZEN = "Angka rapat ini dibekukan; sel yang diperbaiki sekarang berlaku sesudah rapat."
MENDED_SINCE = {
    True: "sudah diperbaiki, berlaku sesudah rapat",
    False: "sudah diperbaiki; tekan Tampilkan untuk memakainya",
}
#: Findings of one agency that are drawn; the others are counted.
MOST_FINDINGS = 50
#: The latest mended findings that are shown of one agency.
MOST_MENDED = 6


def findings(rows: Sequence[Row], counted: int, mended: Collection[tuple] = (), frozen: bool = False) -> Html:
    """Cells that need a hand, in the given order; `counted` rows of the sheet are counted, none: nothing was read.

    Keys: tab, sel, baris, tertulis, alasan, saran, contoh, akibat, bobot, judul_tab, judul_kolom, tautan, pernyataan
    (whether it can be said to be right), sel_semua (addresses of all its cells); all but alasan may be None. `saran` is
    a request such as "tulis 1102"; a short value to write is framed like what was typed. Those whose `place` is among
    `mended` were mended since these numbers were read, or, where they are `frozen`, were frozen for a meeting.
    """
    if not rows:
        return empty_state("Tidak ada temuan seperti ini." if counted else "Belum ada baris yang dapat dibaca.")
    shown = html("").join(_finding(row, place(row) in mended, frozen) for row in rows[:MOST_FINDINGS])
    before = block(FROZEN, "kecil redup", "p") if frozen else html("")
    more = len(rows) - MOST_FINDINGS
    said = f"dan {words.number(more)} temuan lainnya; tampil di sini sesudah yang di atas dibenahi"
    return before + block(shown, "temuan-daftar") + (block(said, "kecil redup", "p") if more > 0 else html(""))


def place(row: Row) -> tuple:
    """By what a finding of one snapshot is known in another."""
    return tuple(row.get(key) for key in ("instansi", "tab", "kolom", "sel", "baris"))


def unmended(rows: Sequence[Row], mended: Collection[tuple]) -> list[Row]:
    """Without what was mended since: nobody is asked for what he has done."""
    return [row for row in rows if place(row) not in mended]


def _finding(row: Row, mended: bool, frozen: bool) -> Html:
    typed = row["tertulis"] if row.get("tertulis") not in (None, "") else "kosong"
    shown = row.get("sel") and to_mend.HIDDEN not in row["alasan"]
    parts = [html('<span>tertulis <span class="mono salah">{}</span></span>', typed)] if shown else []
    if row.get("saran"):
        asked = _advice(to_mend.whole(str(row["saran"]), row.get("contoh")))
        parts += [_INSTEAD, asked] if parts else [asked]
    if mended:
        parts.append(_done(MENDED_SINCE[frozen]))
    elif row.get("akibat"):
        parts.append(_beside(row["akibat"]))
    if row.get("pernyataan"):
        parts.append(_beside(row["pernyataan"]))
    if row.get("bobot") in ("periksa", "dikonfirmasi", "info"):
        parts.append(html('<span class="bobot">{}</span>', words.weight_word(row["bobot"])))
    if row.get("tautan"):
        parts.append(link(row["tautan"], "Buka sel" if row.get("sel") else f"Buka {_whole(row)}", "kecil"))
    whole = '<div class="temuan" data-cari="{}">{}<div><div>{}</div><div class="ganti">{}</div>{}</div></div>'
    sought = f"{row['tab']}!{row.get('sel') or row.get('baris')}" if row.get("tab") else ""
    return html(whole, sought, _place(row), row["alasan"], html("").join(parts), _all_cells(row))


def _done(said: str) -> Html:
    return html('<span class="beres"><i class="ikon cek" aria-hidden="true"></i> {}</span>', said)


def _beside(said: str) -> Html:
    return html('<span class="redup kecil">{}</span>', said)


def _all_cells(row: Row) -> Html:
    """The addresses behind a finding about many cells, folded."""
    cells = [cell for cell in row.get("sel_semua") or () if cell]
    if len(cells) < 2:
        return html("")
    listed = html('<span class="mono kecil">{}</span>', ", ".join(cells))
    return expandable(f"Semua {words.number(len(cells))} sel", listed)


def _place(row: Row) -> Html:
    cell = row.get("sel") or (f"baris {row['baris']}" if row.get("baris") else _whole(row))
    where = ", ".join(str(part) for part in (row.get("judul_tab"), row.get("judul_kolom")) if part)
    return html('<div><div class="sel">{}</div><div class="di">{}</div></div>', cell, where)


def _whole(row: Row) -> str:
    """What a finding without a cell is about: a tab, or the file where its link leads to no tab; or what was sent."""
    if project.sends_without_sheet(row.get("instansi")):
        return "kiriman"
    return "berkas" if not row.get("tab") and "#gid=" not in (row.get("tautan") or "#gid=") else "tab"


def mended(rows: Sequence[Row], today: dt.date, latest: int = 0) -> Html:
    """The newest mended findings of one agency under their title, of rows from the newest on; nothing without any.

    Keys: tab, sel, baris, tertulis, alasan, judul_tab, judul_kolom (all but alasan may be None), selesai (datetime),
    terbuka_jam (hours). What was mended on `today` has its time of day, the rest its date; `latest` of them were
    mended since the sync before.
    """
    if not rows:
        return html("")
    aside = f"{words.number(latest)} sejak pembacaan sebelumnya" if latest else ""
    shown = html("").join(_mended(row, today) for row in rows[:MOST_MENDED])
    if len(rows) > MOST_MENDED:
        rest = '<div class="temuan"><div></div><div class="redup kecil">dan {} lainnya</div></div>'
        shown += html(rest, words.number(len(rows) - MOST_MENDED))
    return section("Sudah diperbaiki", aside) + block(shown, "beres-daftar")


def _mended(row: Row, today: dt.date) -> Html:
    typed = row.get("tertulis")
    if typed in (None, ""):
        was = html('<span class="redup">{}</span>', row["alasan"])
    else:
        was = html('<s class="mono">{}</s>', typed)
    done = _done(f"diperbaiki {words.since(row['selesai'], today)}")
    took = _beside(f"setelah {words.duration(row['terbuka_jam'])}")
    what = html('<div><span class="sr">semula </span>{}</div><div class="ganti">{}{}</div>', was, done, took)
    return html('<div class="temuan">{}<div>{}</div></div>', _place(row), what)


def _advice(advice: str) -> Html:
    value = advice.removeprefix("tulis ")
    if ", contohnya " in value:  # an invented example must not look like the value to type
        return html("<span>{}</span>", advice)
    mended = _MENDED.match(value)
    if value != advice and mended:
        framed = html(" atau ").join(map(_right, mended["values"].split(" atau ")))
        return html("<span>tulis {}{}</span>", framed, value[mended.end() :])
    if value == advice or value.startswith(_AGAIN) or len(value) > _LONGEST_VALUE:
        return html("<span><b>{}</b></span>", advice)
    return html("<span>tulis {}</span>", _right(value))


def _right(value: str) -> Html:
    return html('<span class="mono benar">{}</span>', value)


def agency_table(rows: Sequence[Row], since: str = "rapat lalu", chosen: str = "") -> Html:
    """The agencies in one form. Keys: nama, status, umur_hari, terhitung, baris, ditahan, temuan, tertua_hari,
    diperbaiki, biasanya_jam.

    tertua_hari = days for which the oldest finding has been open, None without any; diperbaiki = findings mended since
    the last meeting (`since` names it), or None; biasanya_jam = hours that mending usually takes, or None. `chosen` is
    the name of the row to highlight; whoever presses another one chooses it (visit/links.py).
    """
    titles = (
        "Lembaga",
        "Data terakhir",
        "Baris terhitung",
        "Belum terhitung",
        "Temuan",
        "Temuan tertua",
        f"Diperbaiki sejak {since}",
    )
    head = every('<th scope="col">{}</th>', ([title] for title in titles))
    body = html("").join(_agency(row, titles, row["nama"] == chosen) for row in rows)
    return block(html('<table class="instansi"><thead><tr>{}</tr></thead><tbody>{}</tbody></table>', head, body))


def _agency(row: Row, titles: Sequence[str], chosen: bool) -> Html:
    # A snapshot of before findings were followed has some, but does not know since when.
    none = words.MISSING if row["temuan"] else "tidak ada"
    oldest = none if row.get("tertua_hari") is None else age(row["tertua_hari"])
    mended = "–" if row.get("diperbaiki") is None else words.number(row["diperbaiki"])
    if row.get("diperbaiki") and row.get("biasanya_jam") is not None:
        mended += f", biasanya {words.duration(row['biasanya_jam'])}"
    cells = (
        html("{} {}", mark(row["status"]), age(row["umur_hari"])),
        f"{words.number(row['terhitung'])} dari {words.number(row['baris'])}",
        words.number(row["ditahan"]),
        html("<b>{}</b>", words.number(row["temuan"])),
        oldest,
        mended,
    )
    data = every('<td data-judul="{}"><span>{}</span></td>', zip(titles[1:], cells, strict=True))
    marked, name = html(" class=pilih") if chosen else "", row["nama"]
    return html('<tr{} data-pilih="{}"><th scope="row">{}</th>{}</tr>', marked, name, name, data)


def accounting(rows: Sequence[Row]) -> Html:
    """Every row of every tab, once. Keys: nama, judul, terlihat, terhitung, ditahan, tata_letak, tanggal_data."""
    columns = [
        ("nama", "Instansi", "teks"),
        ("judul", "Tab", "teks"),
        ("terlihat", "Terlihat", "bil"),
        ("terhitung", "Terhitung", "bil"),
        ("ditahan", "Belum terhitung", "bil"),
        ("tata_letak", "Tata letak", "bil"),
        ("tanggal_data", "Data per", "tgl"),
    ]
    said = "Semua baris diperhitungkan: terlihat = terhitung + belum terhitung + tata letak"
    return expandable(said, table(columns, rows, most=None))


def dictionary(rows: Sequence[Row], agency: str) -> Html:
    """What each column of an agency means. Keys: judul, judul_tab, jenis_kata, wajib, contoh, arti, instansi."""
    rows = [row | {"jenis_kata": called.said(row["jenis_kata"] or "")} for row in rows]
    sent = bool(rows) and project.sends_without_sheet(rows[0].get("instansi"))
    columns = [
        ("judul", "Kolom", "teks"),
        ("judul_tab", "Tab", "teks"),
        ("jenis_kata", "Isi", "teks"),
        ("wajib", "Wajib", "teks"),
        ("contoh", "Contoh", "teks"),
        ("arti", "Arti", "teks"),
    ]
    return expandable(f"Arti tiap kolom {'kiriman' if sent else 'lembar'} {agency}", table(columns, rows, most=None))


def message(value: object) -> Html:
    """The message that asks an agency to mend its cells, with its line breaks."""
    return block(value, "pesan")
