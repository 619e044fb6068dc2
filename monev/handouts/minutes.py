"""The minutes of a meeting: what the screen told of each point, what was decided, and room for what was said."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from monev.handouts import letter, minutes_point
from monev.handouts.handout import Tell
from monev.handouts.minutes_point import NOTHING
from monev.handouts.paper import (
    BLANK,
    CENTRE,
    RIGHT,
    Column,
    Facts,
    Heading,
    Lines,
    Paper,
    Part,
    Signatures,
    Table,
    Text,
    Title,
)  # fmt: skip
from monev.handouts.source import Row, Source
from monev.words import letters, project, the_day, vouched, words

#: Rows to write into: of each agency in the list of those present, at its end, and under what was decided.
SEATS, GUESTS, DECISIONS = 2, 4, 3
#: Lines for how the meeting was opened, and for what it came to.
OPENED, CONCLUDED = 2, 3
#: What this letter is called in surat.toml.
LETTER = "notula"


def compose(source: Source, tell: Tell) -> Paper:
    """The minutes, from the letterhead to the copies."""
    tell(0.0, "Menyiapkan kepala notula")
    parts = [*_opening(source)]
    points = source.agendas()
    disagreements, to_decide = source.ask("bersama/rekonsiliasi"), source.ask("bersama/perlu_diputuskan")
    for place, point in enumerate(points):
        tell((place + 1) / (len(points) + 4), f"Menulis agenda {point['nomor']}: {point['judul_pendek']}")
        of_page = [[row for row in rows if row["halaman"] == point["halaman"]] for rows in (disagreements, to_decide)]
        parts += minutes_point.parts(source, point, *of_page)
    tell((len(points) + 1) / (len(points) + 4), "Menulis keputusan dan janji rapat")
    parts += [*_proposed(source), *_decided(source), *_promised(source)]
    tell((len(points) + 2) / (len(points) + 4), "Menulis kesimpulan dan sumber data")
    parts += [*_concluded(source), *_sources(source)]
    # On one page with those present: a page of signatures alone could belong to anything.
    parts += [*_present(source)]
    parts.append(Signatures([letter.signer("Pimpinan rapat,", field="Pimpinan rapat"),
                             letter.signer("Notulis,", field="Notulis")]))  # fmt: skip
    parts += letter.copies(LETTER)
    tell((len(points) + 3) / (len(points) + 4), "Menyimpan notula")
    return Paper(project.record(), parts)


def _opening(source: Source) -> Iterator[Part]:
    frame = source.facts
    yield letter.head()
    yield Title(project.record(), f"{project.subject()} {frame['daerah']}")
    begun = words.time_of_day(frame["rapat_mulai"]) if frame["rapat_mulai"] else BLANK
    yield Facts([
        ("Rapat", frame["rapat_judul"] or BLANK),
        ("Nomor undangan", f"{BLANK}, tanggal {BLANK}"),
        ("Sifat", letters.told(LETTER, "sifat") or BLANK),
        ("Hari, tanggal", words.date_long(source.met)),
        *([("Hitungan hari", over)] if (over := _after(frame)) else []),
        ("Waktu", f"dibuka pukul {begun}, ditutup pukul {BLANK}"),
        ("Tempat", f"{project.place()} {BLANK}".lstrip()),
        ("Pimpinan rapat", BLANK),
        ("Notulis", BLANK),
        ("Peserta", f"hadir {BLANK[:4]} orang dari {BLANK[:4]} undangan, menurut daftar hadir pada halaman terakhir"),
        ("Angka", source.ground().removeprefix("Data simulasi. ").partition(", kode data")[0]),
    ])  # fmt: skip
    if frame["simulasi"]:
        yield Text("**Data simulasi.** Angka dalam notula ini contoh, bukan dasar keputusan.", note=True)
    [said] = source.ask("ringkasan/kalimat")
    yield Heading("Ringkasan")
    yield Text(said["kalimat"])
    course = source.ask("bersama/acara")
    if course:
        yield Heading("Susunan acara")
        columns = [Column("No.", 1.2, CENTRE), Column("Pokok", 8.3), Column("Pembicara", 4.4),
                   Column("Menit ke", 2.6, RIGHT)]  # fmt: skip
        rows = [[str(row["ke"]), row["judul"], row["pembicara"] or NOTHING, _minutes(row)] for row in course]
        yield Table(columns, rows)
    yield Heading("Pembukaan")
    yield Lines(OPENED)


def _after(frame: Row) -> str:
    """Once the day is over that is counted to: how long ago, and what comes next."""
    if not the_day.since(frame):
        return ""
    return "; ".join(part for part in (the_day.whole(frame), the_day.following(frame)) if part)


def _minutes(row: Row) -> str:
    return NOTHING if row["menit"] is None else f"{row['mulai_menit']}–{row['selesai_menit']}"


def _proposed(source: Source) -> Iterator[Part]:
    """What agencies wanted to be spoken of; no heading without any."""
    if not source.proposed:
        return
    yield Heading("Pokok yang diusulkan lembaga")
    columns = [Column("Pokok", 8.0), Column("Dibawakan", 3.0), Column("Usul", 2.5), Column("Keadaan", 3.0)]
    yield Table(columns, [
        [row["uraian"], row["pemilik_nama"] or row["pemilik"] or NOTHING, row["pengusul_nama"] or NOTHING, _became(row)]
        for row in source.proposed
    ])  # fmt: skip


def _became(row: Row) -> str:
    if row["dibawa"]:
        return f"dibawa ke rapat {words.date_medium(row['tanggal'])}"
    return "sudah diputuskan" if row["keadaan"] == "diputuskan" else "dibahas, belum diputuskan"


def _decided(source: Source) -> Iterator[Part]:
    yield Heading("Keputusan rapat")
    columns = [Column("Keputusan", 8.0), Column("Agenda", 2.7), Column("Penanggung jawab", 3.3), Column("Tenggat", 2.5)]
    points = {point["halaman"]: f"{point['nomor']} {point['judul_pendek']}" for point in source.agendas()}
    taken = [_decision(row, points) for row in source.decided]
    if not taken:
        yield Text("Belum ada keputusan yang dicatat di layar. Tuliskan di bawah ini bila ada.", leads=True)
    yield Table(columns, [*taken, *([[""] * 4] * DECISIONS)], high=0.8)
    withdrawn = [
        f"“{row['uraian'].rstrip('.')}” ({row['id']}, pukul {words.time_of_day(row['diubah'], zone=False)})"
        for row in source.withdrawn
    ]
    if withdrawn:
        yield Text(f"Dicatat lalu ditarik dalam rapat: {words.listing(withdrawn)}.", note=True)


def _decision(row: Row, points: Mapping[str, str]) -> list[str]:
    agenda = points.get(row["agenda"], NOTHING)
    return [f"{row['uraian']}\n{row['id']}", agenda, row["pemilik"], words.date_medium(row["tenggat"])]


def _promised(source: Source) -> Iterator[Part]:
    yield Heading("Janji rapat sebelumnya yang belum selesai")
    open_ones = [row for row in source.promised if row["keadaan"] not in ("selesai", "ditarik")]
    yield Text(_of_promises(source, open_ones), leads=bool(open_ones))
    if open_ones:
        yield Table(
            [Column("Janji", 7.2), Column("Penanggung jawab", 3.3), Column("Tenggat", 2.9), Column("Keadaan", 3.1)],
            [[_promise(row), row["pemilik"] or "belum jelas", _due(row), _state(row)] for row in open_ones],
        )
    gone = [
        f"{row['id']} (terakhir {words.date_medium(row['terakhir_terlihat'])})"
        for row in source.ask("tindak_lanjut/hilang")
    ]
    if gone:
        said = f"Tidak ada lagi di lembar, padahal terakhir terlihat belum selesai: {words.listing(gone)}."
        yield Text(said, note=True)


def _of_promises(source: Source, open_ones: list[Row]) -> str:
    """What is said of them first; the sentence of the screen counts what was decided just now, too."""
    if len(source.promised) == len(source.ask("tindak_lanjut/daftar")):
        return source.ask("tindak_lanjut/kalimat")[0]["kalimat"]
    if not open_ones:
        return "Tidak ada janji rapat sebelumnya yang belum selesai."
    late = sum(bool(row["lewat"]) for row in open_ones)
    more = f"; {words.number(late)} lewat tenggat" if late else ""
    return f"{words.number(len(open_ones))} janji rapat sebelumnya belum selesai{more}."


def _promise(row: Row) -> str:
    return "\n".join(filter(None, (row["uraian"], row["kabar"] and f"Kabar: {row['kabar']}", row["id"])))


def _due(row: Row) -> str:
    if row["tenggat"] is None:
        return "belum jelas"
    asked = f"\nminta diundur ke {words.date_medium(row['tenggat_baru'])}" if row["minta_undur"] else ""
    return words.date_medium(row["tenggat"]) + asked


def _state(row: Row) -> str:
    said = row["keadaan_kata"] or "Belum jelas"
    return f"{said}, lewat {words.number(row['lewat_hari'])} hari" if row["lewat"] else said


def _concluded(source: Source) -> Iterator[Part]:
    """What the meeting came to as far as the screen knows it, and room for the rest."""
    count = len(source.decided)
    yield Heading("Kesimpulan")
    if count:
        said = f"{words.capital(words.spelled(count))} keputusan dicatat dalam rapat"
        yield Text(f"{said}; penanggung jawab dan tenggatnya pada bagian Keputusan rapat.", leads=True)
    else:
        yield Text("Belum ada keputusan yang dicatat di layar.", leads=True)
    yield Lines(CONCLUDED)
    yield Heading("Rapat berikutnya dan penutup")
    yield Facts([("Rapat berikutnya", _next(source)),
                 ("Penutup", f"rapat ditutup oleh pimpinan rapat pukul {BLANK[:6]}")])  # fmt: skip


def _next(source: Source) -> str:
    """When the next meeting is as far as it was said, and room for the rest; one of the same day is this one."""
    row = source.planned
    if row is None or row["tanggal"] <= source.met:
        return f"hari dan tanggal {BLANK}, pukul {BLANK[:6]}, tempat {BLANK}"
    begins = words.time_of_day(row["mulai"]) if row["mulai"] else BLANK[:6]
    return f"{words.date_long(row['tanggal'])}, pukul {begins}, tempat {row['tempat'] or BLANK}"


def _sources(source: Source) -> Iterator[Part]:
    yield Heading("Sumber dan catatan data")
    [said] = source.ask("mutu_data/kalimat")
    yield Text(said["kalimat"], leads=True)
    own = {row["instansi"]: row for row in source.vouched}
    widths = (2.7, 3.2, 3.3, 2.0) if own else (4.5, 5.0, 4.0, 3.0)
    columns = [Column("Lembaga", widths[0]), Column("Keadaan data per", widths[1]),
               Column("Baris terhitung", widths[2], RIGHT), Column("Temuan", widths[3], RIGHT),
               *([Column("Dikonfirmasi lembaganya", 5.3)] if own else [])]  # fmt: skip
    yield Table(columns, [
        [row["nama"], words.date_medium(row["tanggal_data"]), _read(row), words.number(row["temuan"]),
         *([vouched.said(own[row["instansi"]])] if row["instansi"] in own else [NOTHING] if own else [])]
        for row in source.ask("ringkasan/instansi")
    ])  # fmt: skip
    yield Text("Yang belum jelas tidak dihitung dan tidak ditebak; rinciannya di halaman Mutu data.", note=True)


def _read(row: Row) -> str:
    return f"{words.number(row['terhitung'])} dari {words.number(row['baris'])}"


def _present(source: Source) -> Iterator[Part]:
    yield Heading("Daftar hadir", anew=True)
    agencies = [row["nama"] for row in source.ask("ringkasan/instansi") for _ in range(SEATS)]
    columns = [Column("No.", 1.1, CENTRE), Column("Nama", 5.2), Column("Instansi", 3.2), Column("Jabatan", 3.8),
               Column("Tanda tangan", 3.2)]  # fmt: skip
    seats = [[str(place), "", agency, "", ""] for place, agency in enumerate([*agencies, *([""] * GUESTS)], start=1)]
    yield Table(columns, seats, grid=True, high=1.0)
