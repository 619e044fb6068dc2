"""The report of a meeting to whom it reports to, on one page: what was asked, what was decided, what he is to sign."""

from __future__ import annotations

from collections.abc import Iterator

from monev.handouts import letter
from monev.handouts.handout import Tell
from monev.handouts.paper import BLANK, Column, Facts, Heading, Paper, Part, Signatures, Table, Text, Title
from monev.handouts.source import Row, Source
from monev.words import letters, project, words
from monev.words.spoken import plain, shortened

TITLE = "Nota Dinas"
#: What this letter is called in surat.toml.
LETTER = "nota_dinas"
#: Rows of each table, so that it stays one page; what is more is counted and stands in the minutes.
ASKED, DECIDED, SIGNED = 4, 4, 2
#: Signs of a row, of who is charged with it, and of a line above: about two lines each.
SIGNS, OWNER, ABOVE = 95, 34, 110
_NOTHING = "–"


def compose(source: Source, tell: Tell) -> Paper:
    """The whole report."""
    tell(0.2, "Menulis nota dinas")
    parts = [letter.head(), Title(TITLE.upper(), "", centred=True), *_opening(source)]
    asked = sorted(source.ask("bersama/perlu_diputuskan"), key=lambda row: words.STATUSES.index(row["status"]))
    signs = letters.signs(LETTER)
    parts += _asked(asked)
    parts += _decided(source.decided)
    parts += _to_sign([row for row in [*source.decided, *asked] if _for(row, signs)])
    parts.append(Text("Demikian dilaporkan, mohon arahan lebih lanjut."))
    parts.append(Signatures([letter.signer(letters.told(LETTER, "dari") or f"Jabatan: {BLANK}", field="Yang melapor")]))
    return Paper(f"{TITLE} laporan {project.meeting()[:1].lower()}{project.meeting()[1:]}", parts, dense=True)


def _opening(source: Source) -> Iterator[Part]:
    facts = source.facts
    called = shortened(facts["rapat_judul"] or project.meeting(), ABOVE)
    yield Facts([
        ("Kepada", f"Yth. {letters.told(LETTER, 'kepada') or BLANK}"),
        ("Dari", letters.told(LETTER, "dari") or BLANK),
        ("Tembusan", shortened(words.listing(list(letters.copies(LETTER))), ABOVE) or BLANK),
        ("Nomor, tanggal", f"{BLANK}, tanggal {BLANK}"),
        ("Sifat, lampiran", f"{letters.told(LETTER, 'sifat') or BLANK}, lampiran notula rapat"),
        ("Hal", f"laporan {called}, {words.date_long(source.met)}"),
    ], 3.0)  # fmt: skip
    [said] = source.ask("ringkasan/kalimat")
    simulated = "**Data simulasi, bukan dasar keputusan.** " if facts["simulasi"] else ""
    yield Text(f"{simulated}{said['kalimat']}")


def _asked(rows: list[Row]) -> Iterator[Part]:
    yield Heading(f"1. Yang dimintakan keputusan{_count(rows, 'hal', ASKED, 'paling mendesak')}", 2)
    if not rows:
        yield Text("Tidak ada yang menunggu keputusan menurut data yang terhitung.")
        return
    yield Table(
        [Column("Hal", 7.7), Column("Agenda", 2.2), Column("Penanggung jawab", 3.4), Column("Tenggat", 3.2)],
        [[_short(row["uraian"]), row["judul_pendek"], shortened(row["pemilik"] or _NOTHING, OWNER),
          row["tenggat"] or _NOTHING] for row in rows[:ASKED]],
    )  # fmt: skip


def _decided(rows: list[Row]) -> Iterator[Part]:
    yield Heading(f"2. Yang diputuskan{_count(rows, 'keputusan', DECIDED, 'pertama')}", 2)
    if not rows:
        yield Text("Belum ada keputusan yang dicatat di layar. Tuliskan di bawah ini bila ada.", leads=True)
    yield Table(
        [Column("Keputusan", 9.9), Column("Penanggung jawab", 3.4), Column("Tenggat", 3.2)],
        [[_short(row["uraian"]), shortened(row["pemilik"], OWNER), words.date_medium(row["tenggat"])]
         for row in rows[:DECIDED]] or [[""] * 3] * SIGNED,
        high=0 if rows else 0.7,
    )  # fmt: skip


def _to_sign(rows: list[Row]) -> Iterator[Part]:
    """What is charged to whom the report goes to, and a row to write in: what else he signs nobody knows here."""
    yield Heading(f"3. Yang memerlukan tanda tangan Bapak/Ibu{_count(rows, 'hal', SIGNED, 'pertama')}", 2)
    known = [[_short(row["uraian"]), _due(row)] for row in rows[:SIGNED]]
    yield Table([Column("Naskah atau hal", 13.3), Column("Paling lambat", 3.2)], [*known, ["", ""]], high=0.6)


def _for(row: Row, names: tuple[str, ...]) -> bool:
    return any(name in (row["pemilik"] or "") for name in names)


def _due(row: Row) -> str:
    return row["tenggat"] if isinstance(row["tenggat"], str) else words.date_medium(row["tenggat"])


def _short(text: str) -> str:
    return shortened(plain(text), SIGNS)


def _count(rows: list[Row], what: str, most: int, which: str) -> str:
    """How many there are, and which of them have room here; nothing where nobody knows."""
    more = f"; {words.number(most)} {which}, selebihnya dalam notula" if len(rows) > most else ""
    return f": {words.number(len(rows))} {what}{more}" if rows else ""
