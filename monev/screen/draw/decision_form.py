"""What is said while a decision is recorded, as HTML and as plain words."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from monev.screen.draw.elements import Row, block, link, mark
from monev.screen.draw.html import html
from monev.words import project, words


def subject(row: Row, page: str) -> str:
    """What a decision can be about, as plain text: "Vaksin kurang"; with its agenda point on another page.

    Without the value, which may change while somebody types. Keys: halaman, judul_pendek, kode, indikator.
    """
    point = "" if row["halaman"] == page else f"{row['judul_pendek']}: "
    if row["kode"] is None:
        return f"{point}tanpa angka tertentu" if point else "Tanpa angka tertentu"
    return f"{point}{row['indikator']}"


def value_then(row: Row) -> str | None:
    """The value on screen as the sheet keeps it, without its counting word ("5", "61,5%", "Rp0,2 miliar"), or the word
    for its status; None where it is about no number.
    """
    if row["kode"] is None:
        return None
    if row["nilai"] is None:
        return words.status_word(row["status"], row["halaman"])
    if row["satuan"] == "rp":
        return words.value_text(row["nilai"], row["satuan"])
    return words.value(row["nilai"], row["satuan"])[0]


def label(title: str, origin: str) -> str:
    """What a field is called, and where its content comes from."""
    return block(html("<b>{}</b><span>{}</span>", title, origin), "asal-isian")


def day(value: dt.date) -> str:
    """A day as it is written into a field and into a sentence."""
    return words.date_spoken(value)


def names(owners: Sequence[str]) -> str:
    """Those who are to do it, as they are spoken of."""
    return words.listing(list(owners))


def about_to(
    owners: Sequence[str], until: dt.date, row: Row, value: str | None, named: Sequence[str], other: dt.date | None,
    also: Sequence[dt.date], said: str, corrected: str = "",
) -> str:  # fmt: skip
    """What Enter will keep. `row` is what it is about, with its `value` on screen; `named` are bodies that the sentence
    only names; `other` is the day that its words `said` may mean as well, `also` are other days that it names;
    `corrected` is the id of the decision that is put right, if one is."""
    what = f"Keputusan {corrected} menjadi" if corrected else "Akan dicatat"
    head = html("{} untuk <b>{}</b>, paling lambat <b>{}</b>.", what, names(owners), words.date_long(until))
    facts = [f"Ikut dicatat: {row['indikator']} {value}." if value else "Tanpa angka tertentu."]
    if other:
        facts.append(f"“{said}” dapat juga berarti {words.date_long(other)}; bila itu yang dimaksud, ganti tenggatnya.")
    if named:
        facts.append(f"Disebut, tetapi tidak ditugasi: {names(named)}.")
    if also:
        facts.append(f"Kalimat juga menyebut {names([day(one) for one in also])}.")
    return block(
        html('<span role="status">{} <span class="redup">{}</span></span>', head, " ".join(facts)), "akan-dicatat"
    )


def differing(title: str, why: str) -> str:
    """That sentence and field say different things, before the buttons that choose between them."""
    return block(
        html('<span role="alert"><b>{}.</b> {} Pilih satu; kalimat ikut menyesuaikan.</span>', title, why), "beda"
    )


def kept(row: Row) -> str:
    """That a decision (a row of tindak_lanjut/dicatat) is on disk, and how far it is on its way to the sheet."""
    what = "Ditarik" if row["ditarik"] else "Diperbarui" if row["diubah"] else "Tercatat"
    facts = "" if row["ditarik"] else f"{row['pemilik']} · sampai {words.date_short(row['tenggat'])} · "
    where = link("/tindak_lanjut", arrived(row))
    # What is on its way stays on screen until it is there.
    held = "" if row["kiriman"] in ("terkirim", "hilang", "di_sini") else " dikirim"
    return block(
        html(
            '<span role="status">{} <b>{}:</b> <span class="uraian">{}</span> <span class="fakta">· {}{}</span></span>',
            mark("hijau"),
            what,
            row["uraian"],
            facts,
            where,
        ),
        f"tercatat{held}",
    )


def arrived(row: Row) -> str:
    """How far a decision is on its way to the sheet: "tertulis di lembar, baris 15". Keys: kiriman, ditarik, diubah,
    di_lembar, baris."""
    place = f", baris {words.number(row['baris'])}" if row["baris"] else ""
    if row["kiriman"] == "hilang":
        return "tidak ada lagi di lembar"
    if row["kiriman"] == "terkirim" and row["ditarik"]:
        return f"ditandai Ditarik di lembar{place}" if row["di_lembar"] else "tidak sampai ke lembar"
    if row["kiriman"] == "terkirim":
        return f"{'diperbarui' if row['diubah'] else 'tertulis'} di lembar{place}"
    if row["kiriman"] == "di_sini":
        return "tersimpan di dasbor"
    return "menunggu dikirim" if row["kiriman"] == "terkendala" else f"sedang dikirim ke {project.decisions_sheet()}"


def ask_withdrawal() -> str:
    """Whether a decision is really to be withdrawn, and what becomes of its row."""
    return block(
        html(
            '<span role="alert"><b>Tarik keputusan ini?</b> Barisnya di lembar tetap ada dan ditandai Ditarik.</span>',
        ),
        "tanya-tarik",
    )


def refused(why: object) -> str:
    """Why a decision was not kept."""
    return block(html('<span role="alert">{} {}</span>', mark("kuning"), why), "ditolak")
