"""What was promised in meetings and what became of it, as HTML: the list, each agency's share, the newest records."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from monev.screen.draw.decision_form import arrived
from monev.screen.draw.decisions import decisions
from monev.screen.draw.elements import Row, block, emphasis, empty_state, expandable, link, mark, rest, table
from monev.screen.draw.html import Html, every, html
from monev.screen.draw.overview import plain
from monev.words import project, words

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
_SIGNS = {"terkirim": "hijau", "hilang": "kuning", "menunggu": "belum_waktunya", "terkendala": "kuning",
          "di_sini": "hijau"}  # fmt: skip


def summary(counts: Row, late: Sequence[Row] = ()) -> Html:
    """How the promises of the last meeting stand.

    Keys of counts: selesai, dalam_tenggat, lewat_tenggat, belum_terbaca (left out where it is 0). `late` are those past
    their date, with the keys of `decisions`.
    """
    titles = {"selesai": "selesai", "dalam_tenggat": "dalam tenggat", "lewat_tenggat": "lewat tenggat"}
    titles |= {"belum_terbaca": "belum jelas"} if counts["belum_terbaca"] else {}
    items = every(
        '<div><b>{}</b><span class="kecil">{}</span></div>',
        ((words.number(counts[key]), title) for key, title in titles.items()),
    )
    return block(items, "janji") + (decisions(late) if late else html(""))


def listed(rows: Sequence[Row], before: dt.date | None = None) -> Html:
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
    kept = expandable(f"{words.number(len(done))} janji selesai", _lines(done, before, MOST_DONE)) if done else html("")
    back = f"{words.number(len(withdrawn))} keputusan ditarik"
    return shown + kept + (expandable(back, _lines(withdrawn, before, MOST_DONE)) if withdrawn else html(""))


def gone(rows: Sequence[Row]) -> Html:
    """Promises that are in the sheet no more although they were not done when they were last seen; empty where none
    is. Keys: id, terakhir_terlihat.
    """
    if not rows:
        return html("")
    shown = rows[:MOST_GONE]
    days = dict.fromkeys(row["terakhir_terlihat"] for row in shown)
    said = [
        html("{} ({})", _codes([row for row in shown if row["terakhir_terlihat"] == day]), words.date_short(day))
        for day in days
    ]
    said += [f"dan {words.number(len(rows) - MOST_GONE)} lainnya"] if len(rows) > MOST_GONE else []
    listed = html("Tidak ada lagi di lembar, terakhir terlihat belum selesai: {}.", html("; ").join(said))
    return block(listed, "kecil redup hilang", "p")


def _codes(rows: Sequence[Row]) -> Html:
    """The codes as `words.listing` has them spoken."""
    *ahead, last = map(_code, rows)
    return html("{}{}{}", html(", ").join(ahead), ("", " dan ", ", dan ")[min(len(ahead), 2)], last)


def _code(row: Row) -> Html:
    return html('<span class="kode">{}</span>', row["id"])


def _lines(rows: Sequence[Row], before: dt.date | None, most: int) -> Html:
    shown = every('<li data-cari="{}">{}</li>', ((row["id"], _line(row, before)) for row in rows[:most]))
    return block(shown, "janji-daftar", "ul") + rest(len(rows), most, "janji")


def _line(row: Row, before: dt.date | None) -> Html:
    state = "Lewat tenggat" if row["lewat"] else row["keadaan_kata"] or _NOT_READ
    facts = [html("<b>{}</b>", row["pemilik"] or "penanggung jawab belum jelas"), _due(row)]
    if row["minta_undur"]:
        facts.append(html("<b>minta diundur ke {}</b>", words.date_short(row["tenggat_baru"])))
    if row["ketepatan"] and not row["lewat"]:
        facts.append(_IN_TIME[row["ketepatan"]])
    if before and row["dulu_keadaan"] and row["dulu_keadaan"] != row["keadaan"]:
        facts.append(f"{words.date_short(before)}: {row['dulu_keadaan_kata'].lower()}")
    facts.append(link(row["tautan"], _code(row)))
    news = html('<p class="kecil">{}</p>', row["kabar"]) if row["kabar"] else ""
    return html(
        '<div class="keadaan">{}<b>{}</b></div><div><div>{}</div><div class="siapa">{}</div>{}{}</div>',
        mark(row["status"]), state, emphasis(row["uraian"]), _each(facts), news, _number(row),
    )  # fmt: skip


def _each(facts: Sequence[object]) -> Html:
    return every("<span>{}</span>", ([fact] for fact in facts))


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


def _number(row: Row) -> Html:
    """The number that the promise is about: "Vaksin kurang: 7 saat dicatat, kini 3"."""
    if not row["indikator_nama"]:
        return html("")
    unit, status, page = row["satuan"], row["kini_status"], row["halaman"]
    now = plain(None if status == "belum_waktunya" else row["kini_nilai"], unit, status, page)
    then = row["nilai_saat_dicatat"]
    if row["dicatat_nilai"] is not None:
        then = plain(row["dicatat_nilai"], unit, status, page)
    said = f"{then} saat dicatat, kini {now}" if then else f"kini {now}"
    return html('<p class="kecil redup">{}: {}</p>', link(f"/{page}", row["indikator_nama"]), said)


def recorded(rows: Sequence[Row], waiting: Row, today: dt.date) -> Html:
    """What was recorded for a meeting, the newest first. `today` is the day on the clock.

    Keys of rows: id, uraian, pemilik, tenggat, dicatat, diubah, ditarik, kiriman, di_lembar, baris, pesan, keadaan_kata
    (None: not in the sheet as it was read), tautan. Of what waits, the row of `unsent`.
    """
    shown = block(every("<li>{}</li>", ([_record(row, waiting, today)] for row in rows)), "putus", "ul")
    return shown if rows else empty_state("Belum ada keputusan yang dicatat.")


def _record(row: Row, waiting: Row, today: dt.date) -> Html:
    facts = [
        html("<b>{}</b>", row["pemilik"]),
        f"tenggat {words.date_short(row['tenggat'])}",
        f"dicatat {words.since(row['dicatat'], today)}",
    ]
    if row["diubah"]:
        what = html("<b>ditarik</b>") if row["ditarik"] else "diubah"
        facts.append(html("{} {}", what, words.since(row["diubah"], today)))
    facts += [_sent(row), link(row["tautan"], _code(row))]
    # The trouble that all share stands once, above the list.
    own = row["pesan"] if row["pesan"] != waiting["pesan"] else None
    why = html('<p class="kecil">{}</p>', own) if own else ""
    said = emphasis(row["uraian"])
    sign = mark("belum_waktunya" if row["ditarik"] and not own else _SIGNS[row["kiriman"]])
    return html(
        '{}<div><div>{}</div><div class="siapa">{}</div>{}</div>',
        sign, html("<s>{}</s>", said) if row["ditarik"] else said, _each(facts), why,
    )  # fmt: skip


def _sent(row: Row) -> str:
    if row["keadaan_kata"] and not row["diubah"]:
        return f"tertulis di lembar, keadaannya “{row['keadaan_kata'].lower()}”"
    return arrived(row)


def unsent(row: Row, today: dt.date) -> Html:
    """How many records wait to reach the sheet, and why; empty where none does. Keys: menunggu, sejak, pesan."""
    if not row["menunggu"]:
        return html("")
    count, since = words.number(row["menunggu"]), words.since(row["sejak"], today)
    why = f" {row['pesan']}" if row["pesan"] else ""
    said = f"{count} keputusan belum sampai ke {project.decisions_sheet()}, sejak {since}; "
    said += f"tersimpan, dan dikirim sendiri.{why}"
    return block(said, "kecil", "p")


def on_time(rows: Sequence[Row]) -> Html:
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
