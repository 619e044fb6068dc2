"""The four tools: each asks the questions that the pages ask, and shows no more than they would to its role."""

from __future__ import annotations

from itertools import groupby
from pathlib import Path
from typing import Annotated

from mcp.server.mcpserver.exceptions import ToolError
from pydantic import Field

from monev.handouts.source import Row, Rows
from monev.handouts.workbook_sheets import RECORDED, unit_word
from monev.run.assistant import answer
from monev.run.assistant.asked import NOW, Asked, day, let_in, numbers, text, unknown
from monev.screen.access.roles import Person
from monev.words import project, words

#: Entries of one answer, unless asked for otherwise, and at most.
USUAL, MOST = 50, 200
#: What is said where only the agency itself, the leaders and the secretariat see more.
OTHERS = "Rincian sel lembaga lain hanya untuk lembaga itu sendiri, pimpinan, dan sekretariat."
_STATES = {(True, True): "dihitung", (True, False): "terbaca, tidak dipakai rumusnya"}
_HELD_OUT = "belum ikut dihitung"

Meeting = Annotated[
    str, Field(description=f"Nama rapat yang dibekukan, misalnya 2024-11-04; {NOW} atau kosong: angka terbaru.")
]
Most = Annotated[int, Field(ge=1, le=MOST, description=f"Paling banyak berapa yang ditampilkan, 1 sampai {MOST}.")]


class Tools:
    """The tools over one folder of snapshots, for one role."""

    def __init__(self, folder: Path, person: Person) -> None:
        self._folder, self._person = folder, person

    def daftar_angka(self, rapat: Meeting = NOW) -> answer.DaftarAngka:
        """Semua angka pokok satu rapat, atau yang terbaru: kode, nilai dengan satuannya, keadaan, dan kalimatnya. Nilai
        null berarti tidak diketahui, bukan nol; sebabnya disebut."""
        asked = self._asked(rapat)
        rows = asked.rows("bahan/angka")
        return answer.DaftarAngka(asked.origin, len(rows), [*map(_number, rows[:MOST])], max(len(rows) - MOST, 0))

    def satu_angka(
        self, kode: Annotated[str, Field(description="Kode angka dari daftar_angka.")], rapat: Meeting = NOW
    ) -> answer.SatuAngka:
        """Satu angka pada satu rapat, atau yang terbaru: nilainya, aturan dan ambangnya, sumbernya, dan baris lembar
        yang dihitung dan yang belum ikut. Baris terbatas hanya dihitung, tidak pernah ditampilkan."""
        asked = self._asked(rapat)
        rows = asked.rows("bahan/angka")
        row = next((one for one in rows if one["kode"] == kode.strip().lower()), None)
        if row is None:
            raise ToolError(unknown("Angka", kode, [one["kode"] for one in rows]))
        found = [one for one in asked.rows("angka/baris") if one["kode"] == row["kode"]]
        seen = [one for one in found if self._person.details(one["instansi"])]
        now, before = (row["nilai_dibekukan"], row["status_dibekukan"]), (row["dulu_nilai"], row["dulu_status"])
        return answer.SatuAngka(
            asked.origin, _number(row), text(row["sebab"]), text(row["landasan"]), text(row["dasar"]) or "",
            answer.Ambang(row["arah"], row["batas_hijau"], row["batas_kuning"], unit_word(row["satuan"])),
            text(row["sumber"]), f"queries/{row['halaman']}/indikator/{row['kode']}.sql",
            row["terhitung"] or 0, row["dikecualikan"] or 0,
            answer.Dulu(*now, asked.origin.tanggal_rapat) if now[1] else None,
            answer.Dulu(*before, day(row["dulu_tanggal"])) if before[1] else None,
            row["gerak"], _groups(seen, asked.rows("mutu_data/temuan")),
            OTHERS if len(seen) < len(found) else None,
        )  # fmt: skip

    def temuan_instansi(
        self,
        instansi: Annotated[str, Field(description="Kode lembaga, misalnya sekretariat.")],
        rapat: Meeting = NOW,
        paling_banyak: Most = USUAL,
    ) -> answer.TemuanInstansi:
        """Temuan di lembar satu lembaga: sel mana yang perlu dibenahi, mengapa, dan apa yang ditulis sebagai gantinya;
        yang menahan angka lebih dulu."""
        asked, code = self._asked(rapat), instansi.strip().lower()
        if code not in project.agencies():
            raise ToolError(unknown("Lembaga", instansi, [*project.agencies()]))
        rows = [row for row in asked.rows("mutu_data/temuan") if row["instansi"] == code]
        shown = rows[:paling_banyak] if self._person.details(code) else []
        return answer.TemuanInstansi(
            asked.origin, code, words.agency(code), len(rows), sum(bool(row["terbuka"]) for row in rows),
            [*map(_finding, shown)], len(rows) - len(shown), None if self._person.details(code) else OTHERS,
        )  # fmt: skip

    def janji_rapat(
        self,
        rapat: Meeting = NOW,
        instansi: Annotated[str, Field(description="Kode penanggung jawab; kosong: semua.")] = "",
        paling_banyak: Most = USUAL,
    ) -> answer.JanjiRapat:
        """Janji rapat menurut lembarnya dengan tenggat dan keadaannya, yang lewat tenggat lebih dulu, dan keputusan
        yang dicatat dalam rapat ini."""
        asked, code = self._asked(rapat), instansi.strip().lower()
        promised, recorded = asked.rows("tindak_lanjut/daftar"), asked.rows_now(RECORDED)
        charged = {one for row in (*promised, *recorded) for one in row["penanggung_jawab"] or ()}
        if code and code not in (known := [*dict.fromkeys([*project.agencies(), *sorted(charged)])]):
            raise ToolError(unknown("Penanggung jawab", instansi, known))
        promised, recorded = (
            [row for row in rows if not code or code in (row["penanggung_jawab"] or ())]
            for rows in (promised, recorded)
        )
        return answer.JanjiRapat(
            asked.origin, len(promised), [*map(_promise, promised[:paling_banyak])],
            max(len(promised) - paling_banyak, 0), [*map(_decision, recorded[:paling_banyak])],
            max(len(recorded) - paling_banyak, 0),
        )  # fmt: skip

    def _asked(self, meeting: str) -> Asked:
        let_in(self._person)
        return numbers(self._folder, meeting)


def _number(row: Row) -> answer.Angka:
    known = row["nilai"] is not None
    return answer.Angka(
        row["kode"], row["nomor"], row["judul_pendek"], row["indikator"], row["nilai"], unit_word(row["satuan"]),
        words.value_text(row["nilai"], row["satuan"]) if known else None, None if known else text(row["kalimat"]),
        row["status"], words.status_word(row["status"], row["halaman"]), text(row["kalimat"]) or "",
    )  # fmt: skip


def _groups(found: Rows, findings: Rows) -> list[answer.Kelompok]:
    made = []
    for _, rows in groupby(found, lambda one: (one["instansi"], one["tab"], one["terhitung"], one["dipakai"])):
        group = [*rows]
        first, shown = group[0], [one for one in group if not one["terbatas"]]
        state = _STATES.get((first["terhitung"], first["dipakai"]), _HELD_OUT)
        left = first["sekeadaan"] - first["terbatas_semua"] - len(shown)
        made.append(answer.Kelompok(
            first["nama"], first["judul_tab"], state, first["sekeadaan"], first["terbatas_semua"],
            [_line(one, findings) for one in shown], left,
        ))  # fmt: skip
    return made


def _line(one: Row, findings: Rows) -> answer.Baris:
    cells = [
        answer.Sel(cell["judul"], text(cell["sel"]) or "", text(cell["tertulis"])) for cell in one["sel_dipakai"] or ()
    ]
    place = (one["instansi"], one["tab"], one["baris"])
    own = [row for row in findings if not one["terhitung"] and (row["instansi"], row["tab"], row["baris"]) == place]
    mend = [answer.Perbaikan(text(row["sel"]), text(row["alasan"]), text(row["saran"])) for row in own]
    why = None if one["terhitung"] else text(one["alasan"])
    return answer.Baris(one["nomor"], text(one["sebutan"]), cells, why, mend)


def _finding(row: Row) -> answer.Temuan:
    return answer.Temuan(
        text(row["judul_tab"]), text(row["judul_kolom"]), text(row["sel"]), row["baris"], text(row["tertulis"]),
        text(row["alasan"]), text(row["saran"]), words.weight_word(row["bobot"]), text(row["akibat"]),
        bool(row["terbuka"]),
    )  # fmt: skip


def _promise(row: Row) -> answer.Janji:
    return answer.Janji(
        text(row["id"]), day(row["tanggal_rapat"]), row["agenda"], text(row["uraian"]), text(row["pemilik"]),
        day(row["tenggat"]), row["keadaan_kata"] or "belum jelas", row["lewat"], row["lewat_hari"],
        text(row["kabar"]), text(row["indikator"]),
    )  # fmt: skip


def _decision(row: Row) -> answer.Keputusan:
    return answer.Keputusan(row["id"], text(row["uraian"]), text(row["pokok"]), text(row["pemilik"]),
                            day(row["tenggat"]), bool(row["ditarik"]), row["keadaan_kata"])  # fmt: skip
