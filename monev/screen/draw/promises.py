"""What was promised in meetings and what became of it, as HTML: the list, each agency's share, the newest records."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from monev.screen.draw.decision_form import arrived
from monev.screen.draw.decisions import decisions
from monev.screen.draw.elements import Row, block, emphasis, empty_state, expandable, link, mark, rest, table, text
from monev.screen.draw.overview import plain
from monev.words import words

#: Promises that are drawn of those still open, of those that are done, and of those that vanished.
MOST_OPEN, MOST_DONE, MOST_GONE = 15, 6, 20
#: What is said of a promise of which the state cannot be read.
_NOT_READ = "Belum jelas"
#: What is said of when a promise was kept; of one that is overdue its days tell.
_IN_TIME = {
    "tepat": "tepat waktu",
    "terlambat": "selesai sesudah tenggat",
    "belum_tahu": "ketepatan belum dapat dipastikan",
}
#: The sign of a record on its way into the sheet.
_SIGNS = {"terkirim": "hijau", "hilang": "kuning", "menunggu": "belum_waktunya", "terkendala": "kuning"}


def summary(counts: Row, late: Sequence[Row] = ()) -> str:
    """How the promises of the last meeting stand.

    Keys of counts: selesai, dalam_tenggat, lewat_tenggat, belum_terbaca (left out where it is 0). `late` are those past
    their date, with the keys of `decisions`.
    """
    titles = {"selesai": "selesai", "dalam_tenggat": "dalam tenggat", "lewat_tenggat": "lewat tenggat"}
    titles |= {"belum_terbaca": "belum jelas"} if counts["belum_terbaca"] else {}
    items = "".join(
        f'<div><b>{text(words.number(counts[key]))}</b><span class="kecil">{title}</span></div>'
        for key, title in titles.items()
    )
    return block(items, "janji") + (decisions(late) if late else "")


def listed(rows: Sequence[Row], before: dt.date | None = None) -> str:
    """Promises in the given order, the first of them; those that are done on request, at the end. `before` is the day
    compared with.

    Keys: id, uraian, pemilik, status, keadaan, keadaan_kata, lewat, lewat_hari, tenggat, tenggat_awal, tenggat_baru,
    minta_undur, ketepatan, dulu_keadaan, dulu_keadaan_kata, kabar, tautan; of the number it is about, or None:
    indikator_nama, satuan, halaman, kini_nilai, kini_status, nilai_saat_dicatat (as typed), dicatat_nilai (as read).
    """
    if not rows:
        return empty_state("Tidak ada janji yang terhitung.")
    done = [row for row in rows if row["keadaan"] == "selesai"]
    withdrawn = [row for row in rows if row["keadaan"] == "ditarik"]
    left = [row for row in rows if row["keadaan"] not in ("selesai", "ditarik")]
    shown = _lines(left, before, MOST_OPEN) if left else empty_state("Tidak ada janji yang terbuka.")
    kept = expandable(f"{words.number(len(done))} janji selesai", _lines(done, before, MOST_DONE)) if done else ""
    back = f"{words.number(len(withdrawn))} keputusan ditarik"
    return shown + kept + (expandable(back, _lines(withdrawn, before, MOST_DONE)) if withdrawn else "")


def gone(rows: Sequence[Row]) -> str:
    """Promises that are in the sheet no more although they were not done when they were last seen; empty where none
    is. Keys: id, terakhir_terlihat.
    """
    if not rows:
        return ""
    shown = rows[:MOST_GONE]
    days = dict.fromkeys(row["terakhir_terlihat"] for row in shown)
    said = "; ".join(
        f"{_codes([row['id'] for row in shown if row['terakhir_terlihat'] == day])} ({words.date_short(day)})"
        for day in days
    )
    said += f"; dan {words.number(len(rows) - MOST_GONE)} lainnya" if len(rows) > MOST_GONE else ""
    return block(f"Tidak ada lagi di lembar, terakhir terlihat belum selesai: {said}.", "kecil redup hilang", "p")


def _codes(ids: Sequence[str]) -> str:
    return words.listing([f'<span class="kode">{text(id)}</span>' for id in ids])


def _lines(rows: Sequence[Row], before: dt.date | None, most: int) -> str:
    shown = "".join(f"<li>{_line(row, before)}</li>" for row in rows[:most])
    return block(shown, "janji-daftar", "ul") + rest(len(rows), most, "janji")


def _line(row: Row, before: dt.date | None) -> str:
    state = "Lewat tenggat" if row["lewat"] else row["keadaan_kata"] or _NOT_READ
    code = link(row["tautan"], f'<span class="kode">{text(row["id"])}</span>')
    facts = [f"<b>{text(row['pemilik'] or 'penanggung jawab belum jelas')}</b>", text(_due(row))]
    if row["minta_undur"]:
        facts.append(f"<b>minta diundur ke {words.date_short(row['tenggat_baru'])}</b>")
    if row["ketepatan"] and not row["lewat"]:
        facts.append(_IN_TIME[row["ketepatan"]])
    if before and row["dulu_keadaan"] and row["dulu_keadaan"] != row["keadaan"]:
        facts.append(f"{words.date_short(before)}: {text(row['dulu_keadaan_kata'].lower())}")
    said = "".join(f"<span>{fact}</span>" for fact in facts)
    news = f'<p class="kecil">{text(row["kabar"])}</p>' if row["kabar"] else ""
    return (
        f'<div class="keadaan">{mark(row["status"])}<b>{text(state)}</b></div>'
        f'<div><div>{emphasis(row["uraian"])}</div><div class="siapa">{said}<span>{code}</span></div>'
        f"{news}{_number(row)}</div>"
    )


def _due(row: Row) -> str:
    """Until when: "tenggat 1 Nov, lewat 3 hari", "tenggat 8 Nov, semula 1 Nov"."""
    if row["tenggat"] is None:
        return "tenggat belum jelas"
    parts = [f"tenggat {words.date_short(row['tenggat'])}"]
    if row["lewat"]:
        parts.append(f"lewat {words.number(row['lewat_hari'])} hari")
    if row["tenggat_awal"]:
        parts.append(f"semula {words.date_short(row['tenggat_awal'])}")
    return ", ".join(parts)


def _number(row: Row) -> str:
    """The number that the promise is about: "Barang kurang: 7 saat dicatat, kini 3"."""
    if not row["indikator_nama"]:
        return ""
    unit, status, page = row["satuan"], row["kini_status"], row["halaman"]
    now = plain(None if status == "belum_waktunya" else row["kini_nilai"], unit, status, page)
    then = row["nilai_saat_dicatat"]
    if row["dicatat_nilai"] is not None:
        then = plain(row["dicatat_nilai"], unit, status, page)
    said = f"{text(then)} saat dicatat, kini {text(now)}" if then else f"kini {text(now)}"
    return f'<p class="kecil redup">{link(f"/{page}", text(row["indikator_nama"]))}: {said}</p>'


def recorded(rows: Sequence[Row], waiting: Row, today: dt.date) -> str:
    """What was recorded for a meeting, the newest first. `today` is the day on the clock.

    Keys of rows: id, uraian, pemilik, tenggat, dicatat, diubah, ditarik, kiriman, di_lembar, baris, pesan, keadaan_kata
    (None: not in the sheet as it was read), tautan. Of what waits, the row of `unsent`.
    """
    shown = block("".join(f"<li>{_record(row, waiting, today)}</li>" for row in rows), "putus", "ul")
    return shown if rows else empty_state("Belum ada keputusan yang dicatat.")


def _record(row: Row, waiting: Row, today: dt.date) -> str:
    facts = [
        f"<b>{text(row['pemilik'])}</b>",
        f"tenggat {words.date_short(row['tenggat'])}",
        f"dicatat {words.since(row['dicatat'], today)}",
        *(
            [f"{'<b>ditarik</b>' if row['ditarik'] else 'diubah'} {words.since(row['diubah'], today)}"]
            if row["diubah"]
            else []
        ),
        text(_sent(row)),
        link(row["tautan"], f'<span class="kode">{text(row["id"])}</span>'),
    ]
    said = "".join(f"<span>{fact}</span>" for fact in facts)
    # The trouble that all share stands once, above the list.
    own = row["pesan"] if row["pesan"] != waiting["pesan"] else None
    why = f'<p class="kecil">{text(own)}</p>' if own else ""
    what = f"<s>{emphasis(row['uraian'])}</s>" if row["ditarik"] else emphasis(row["uraian"])
    sign = mark("belum_waktunya" if row["ditarik"] and not own else _SIGNS[row["kiriman"]])
    return f'{sign}<div><div>{what}</div><div class="siapa">{said}</div>{why}</div>'


def _sent(row: Row) -> str:
    if row["keadaan_kata"] and not row["diubah"]:
        return f"tertulis di lembar, keadaannya “{row['keadaan_kata'].lower()}”"
    return arrived(row)


def unsent(row: Row, today: dt.date) -> str:
    """How many records wait to reach the sheet, and why; empty where none does. Keys: menunggu, sejak, pesan."""
    if not row["menunggu"]:
        return ""
    count, since = words.number(row["menunggu"]), words.since(row["sejak"], today)
    why = f" {row['pesan']}" if row["pesan"] else ""
    said = f"{count} keputusan belum sampai ke lembar Sekretariat, sejak {since}; tersimpan, dan dikirim sendiri.{why}"
    return block(text(said), "kecil", "p")


def on_time(rows: Sequence[Row]) -> str:
    """How many promises each agency kept in time, all in one form and in the same order.

    Keys: pemilik, terbuka, lewat, selesai, tepat, terlambat, belum_tahu, tepat_persen.
    """
    columns = [
        ("pemilik", "Lembaga", "teks"),
        ("terbuka", "Terbuka", "teks"),
        ("selesai", "Selesai", "bil"),
        ("tepat", "Tepat waktu", "teks"),
    ]
    return table(columns, [dict(row) | {"terbuka": _open(row), "tepat": _share(row)} for row in rows])


def _open(row: Row) -> str:
    """ "3, 1 lewat": those that are overdue are among the open ones."""
    return words.number(row["terbuka"]) + (
        f",\N{NO-BREAK SPACE}{words.number(row['lewat'])}\N{NO-BREAK SPACE}lewat" if row["lewat"] else ""
    )


def _share(row: Row) -> str:
    """A share with its ground: "80,0%: 4 dari 5; 1 belum dapat dipastikan"."""
    known = row["tepat"] + row["terlambat"]
    parts = [f"{words.percent(row['tepat_persen'])}: {words.number(row['tepat'])} dari {words.number(known)}"]
    unsure = [f"{words.number(row['belum_tahu'])} belum dapat dipastikan"] if row["belum_tahu"] else []
    return "; ".join((parts if known else []) + unsure) or "belum ada yang jatuh tempo"
