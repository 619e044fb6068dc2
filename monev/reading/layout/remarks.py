"""What is to be told of the rows of a tab: remarks that are not read, rows above the header, sums among the rows."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from monev.contract.parts import TabContract
from monev.reading.layout import cell_kinds, header, prose
from monev.reading.layout.fill_down import DataRow
from monev.reading.layout.notes import LayoutFinding, a1
from monev.reading.layout.sparse_rows import ONE_CELL, SIGNATURE, Judged
from monev.reading.layout.sum_rows import Sum
from monev.sheets import Value, is_blank

#: Rows that one finding names; the rest are "dan lainnya".
MOST_NAMED = 8
#: Rows with one value alone that are told; more of them were filled in ahead.
MOST_BEGUN = 3


def above(rows: Sequence[Sequence[Value]], head: header.Header, data: Sequence[DataRow]) -> Iterator[LayoutFinding]:
    """What stands above the header and bears on the numbers below it."""
    early = [row.number for row in data if row.number < head.rows[0]]
    if early:
        why = f"Ada {len(early)} baris isi di atas judul kolom, mulai baris {early[0]}."
        write = f"pindahkan judul kolom dari baris {head.rows[0]} ke atas isinya"
        yield LayoutFinding(None, early[0], None, None, why, write, None, "periksa")
    why = "Keterangan di atas tabel ini menyebut ribuan, jutaan, atau sejenisnya; angkanya dibaca apa adanya."
    write = "pastikan angkanya ditulis penuh, lalu hapus keterangan itu"
    for number, row in enumerate(rows[: head.rows[0] - 1], start=1):
        for index, value in enumerate(row):
            if isinstance(value, str) and len(value) <= header.LONGEST and header.says_scale(value):
                cell, written = a1(index, number), " ".join(value.split())
                yield LayoutFinding(cell, number, None, written, why, write, None, "periksa")
                return


def provisional(
    rows: Sequence[Sequence[Value]], judged: Judged, head: header.Header, data: Sequence[DataRow]
) -> Iterator[LayoutFinding]:
    """A line above the table, or a title of it, that calls what is below provisional; it is no remark besides."""
    for number, row in enumerate(rows[: head.rows[-1]], start=1):
        index = next((i for i, v in enumerate(row) if prose.is_provisional(v)), None)
        if index is None or judged.why[number - 1] is None or not data:
            continue
        judged.remarks = [one for one in judged.remarks if one != number]
        why = "Tulisan di sini menyatakan bahwa isi tab ini masih sementara atau contoh; isinya tetap dihitung."
        write = "pastikan isinya sudah berlaku, lalu hapus tulisan itu"
        yield LayoutFinding(a1(index, number), number, None, None, why, write, None, "periksa")
        return


def without_rows(
    rows: Sequence[Sequence[Value]], judged: Judged, head: header.Header, contract: TabContract
) -> Iterator[LayoutFinding]:
    """A line that tells how things stand where the table itself is empty; it is no remark besides."""
    lines = set(judged.remarks)
    for number in range(head.rows[-1] + 1, len(rows) + 1):
        texts = rows[number - 1] if judged.why[number - 1] in (ONE_CELL, SIGNATURE) else []
        if number in lines or any(map(prose.tells_something, texts)):
            break
    else:
        return
    judged.remarks, judged.values = [], {}
    index = next((i for i, v in enumerate(rows[number - 1]) if not is_blank(v)), 0)
    why = f"Tabel ini belum berisi; di baris {number} hanya ada keterangan, jadi tab ini belum dianggap dilaporkan."
    write = "isi tabelnya"
    if not contract.all_kelurahan:
        write = "tulis nihil beserta tanggal data bila memang tidak ada yang dilaporkan, atau isi tabelnya"
    yield LayoutFinding(a1(index, number), number, None, None, why, write, None, "tolak")


def remarked(rows: Sequence[Sequence[Value]], judged: Judged, head: header.Header) -> Iterator[LayoutFinding]:
    """Lines that tell something and are not read: one finding for all of a tab, at the first."""
    lines = sorted(set(judged.remarks), key=lambda number: (number < head.rows[0], number))
    if not lines:
        return
    number, last = lines[0], max((n for n, reason in enumerate(judged.why, start=1) if reason is None), default=0)
    where = "Di atas tabel" if number < head.rows[0] else "Di bawah tabel" if number > last else "Di antara baris tabel"
    more = f" Seluruhnya ada {len(lines)} baris seperti itu." if len(lines) > 1 else ""
    why = f"{where}, di baris {number}, ada keterangan yang tidak dibaca.{more}"
    write = "tulis isinya di kolom yang sesuai pada barisnya, atau hapus bila tidak diperlukan"
    row = rows[number - 1]
    index = next((i for i, v in enumerate(row) if prose.is_prose(v, below=number > head.rows[0])), 0)
    yield LayoutFinding(a1(index, number), number, None, None, why, write, None, "periksa")


def coded(judged: Judged) -> Iterator[LayoutFinding]:
    """A row that holds the code of a key and nothing else; several of them were only numbered ahead."""
    if len(judged.codes) == 1:
        why = f"Baris {judged.codes[0]} hanya berisi kodenya, jadi belum ada isinya yang dibaca."
        write = "lengkapi barisnya, atau hapus kodenya bila belum dipakai"
        yield LayoutFinding(None, judged.codes[0], None, None, why, write, None, "periksa")


def begun(judged: Judged, contract: TabContract, places: Mapping[str, int]) -> Iterator[LayoutFinding]:
    """Rows right below the table that hold one value alone."""
    if not 0 < len(judged.values) <= MOST_BEGUN:
        return
    number, name = next(iter(judged.values.items()))
    title, place = contract.columns[name].title, contract.columns[name].type in cell_kinds.PLACES
    more = f"{len(judged.values)} baris, mulai baris {number}," if len(judged.values) > 1 else f"Baris {number}"
    second = ", atau tempat lain dari baris di atasnya" if place else ""
    why = f"{more} hanya berisi {title}, jadi tidak dibaca; mungkin baris yang belum selesai{second}."
    write = "lengkapi barisnya, atau hapus bila tidak diperlukan"
    yield LayoutFinding(a1(places[name], number), number, None, None, why, write, None, "periksa")


def summed(added: Sequence[Sum], judged: Judged) -> Iterator[LayoutFinding]:
    """Rows that hold the sum of others, and rows that may."""
    if sure := [one for one in added if one.sure]:
        first = sure[0]
        if len(sure) == 1:
            why = (
                f"Baris ini berisi jumlah baris {first.first}–{first.last}, jadi tidak dihitung sebagai baris sendiri."
            )
        else:
            why = f"{len(sure)} baris berisi jumlah baris lain, jadi tidak dihitung sendiri: {_named(sure)}."
        write = "biarkan saja bila memang baris jumlah; bila bukan, periksa angkanya"
        yield LayoutFinding(None, first.number, None, None, why, write, None, "info")
    if doubtful := [one for one in added if not one.sure]:
        first = doubtful[0]
        why = f"Angka baris ini sama dengan jumlah baris {first.first}–{first.last}; baris ini tetap dihitung."
        if len(doubtful) > 1:
            why = f"Angka {len(doubtful)} baris sama dengan jumlah baris lain, dan tetap dihitung: {_named(doubtful)}."
        write = "tulis JUMLAH sebagai ganti kuncinya bila ini baris jumlah; bila bukan, periksa angkanya"
        yield LayoutFinding(None, first.number, None, None, why, write, None, "periksa")
    if judged.cities:
        number = judged.cities[0]
        why = "Baris ini dibaca sebagai baris jumlah, tetapi angkanya tidak sama dengan jumlah baris yang lain."
        if len(judged.cities) > 1:
            listed = _listed(judged.cities)
            why = f"{len(judged.cities)} baris dibaca sebagai baris jumlah, tetapi angkanya tidak sama: baris {listed}."
        write = "periksa angkanya, atau hapus baris ini"
        yield LayoutFinding(None, number, None, None, why, write, None, "periksa")


def _named(rows: Sequence[Sum]) -> str:
    return _listed([one.number for one in rows])


def _listed(numbers: Sequence[int]) -> str:
    more = " dan lainnya" if len(numbers) > MOST_NAMED else ""
    return ", ".join(map(str, numbers[:MOST_NAMED])) + more
