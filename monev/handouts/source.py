"""What every hand-out is made from: the answers of one snapshot, and what was decided on it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field
from typing import Any

from monev.words import words

Row = dict[str, Any]
Rows = list[Row]

#: Statuses of what two agencies' numbers leave nothing to say of.
SETTLED = ("hijau", "belum_waktunya", "selesai_dinilai")
#: So many sheets that stand in are named in one line; of more only the number is told.
_NAMED = 2


@dataclass(frozen=True)
class Data:
    """What only the data for analysts need: whether whoever takes them may have the `details` of an agency (code),
    what makes rows with these DuckDB types a Parquet file, and the hash of the frozen snapshot (SHA-256).
    """

    details: Callable[[str], bool]
    parquet: Callable[[Mapping[str, str], Rows], bytes]
    sha256: str


@dataclass(frozen=True)
class Source:
    """`ask` gives the rows of queries/<question>.sql, by the whole name; `facts` is the row of
    bersama/bingkai; `recorded` are the rows of tindak_lanjut/dicatat, which change while the
    snapshot does not, as those of bersama/data_benar (`vouched`) and bersama/usulan (`points`), and
    as the next meeting (`planned`, a row of bersama/rapat_berikutnya). `courses` has for each number (by code) what
    the meetings before knew, the earliest first (tanggal, nilai, status).
    `colours` are those of the light theme by the names that the pages use ("ink" -> "#RRGGBB").
    `data` is there for a frozen meeting alone.
    """

    ask: Callable[[str], Rows]
    facts: dict[str, Any]
    recorded: Rows
    colours: Mapping[str, str] = field(default_factory=dict)
    vouched: Rows = field(default_factory=list)
    points: Rows = field(default_factory=list)
    planned: Mapping[str, Any] | None = None
    courses: Mapping[str, Rows] = field(default_factory=dict)
    data: Data | None = None

    @property
    def today(self) -> dt.date:
        """The reference date: "today" for every number."""
        return self.facts["tanggal_acuan"]

    @property
    def met(self) -> dt.date:
        """The day of the meeting; without one the day of the numbers."""
        return self.facts["rapat_tanggal"] or self.today

    @property
    def decided(self) -> Rows:
        """What was recorded and stands, in the order in which it was decided."""
        return [row for row in reversed(self.recorded) if not row["ditarik"]]

    def compares(self, page: str | None = None) -> bool:
        """Whether the project holds numbers of two agencies against each other at all, or on that page."""
        return any(page in (None, row["halaman"]) for row in self.ask("rekonsiliasi/pembandingan"))

    @property
    def proposed(self) -> Rows:
        """The points that agencies had proposed and that were taken for the meeting in view."""
        return [row for row in self.points if row["rapat_ini"]]

    @property
    def withdrawn(self) -> Rows:
        """What was recorded and taken back, in the order in which it was decided."""
        return [row for row in reversed(self.recorded) if row["ditarik"]]

    @property
    def promised(self) -> Rows:
        """The promises of the sheet; what was decided in this very meeting stands among `decided`, and not here."""
        now = {str(row["id"]).strip().casefold() for row in self.recorded}
        return [row for row in self.ask("tindak_lanjut/daftar") if str(row["id"]).strip().casefold() not in now]

    def agendas(self) -> Rows:
        """The agenda points in their order, each with its status and its sentence."""
        return self.ask("bersama/status_agenda")

    def numbers(self, page: str) -> Rows:
        """The indicators of an agenda point in their fixed order, with what they were at the meeting before; without
        those that are judged one day and of which nothing is known yet."""
        before = {row["kode"]: row for row in self.ask("bersama/pembanding")}
        rows = [row for row in self.of_page("angka_pokok", page) if not row.get("nanti")]
        return [row | before.get(row["kode"], {}) for row in rows]

    def of_page(self, question: str, page: str) -> Rows:
        """The rows about an agenda point of bersama/<question>, which all of them share."""
        return [row for row in self.ask(f"bersama/{question}") if row["halaman"] == page]

    def ground(self) -> str:
        """Which numbers these are, in one line for the foot of a page."""
        frozen = self.facts["dibekukan"]
        when = f"dibekukan {words.moment(frozen)}" if frozen else f"dibaca {words.moment(self.facts['dibuat'])}"
        simulated = "Data simulasi. " if self.facts["simulasi"] else ""
        whole = f"{simulated}Keadaan {words.date_long(self.today)}, {when}, kode data {self.facts['id']}."
        return f"{whole} {self.stale()}".rstrip()

    def stale(self, agencies: Collection[str] = ()) -> str:
        """Whose sheet stands in from an earlier day, in one sentence; of all agencies, or of those codes alone. Empty
        where every sheet was read.
        """
        old = [row for row in self.ask("ringkasan/instansi")
               if row["bertahan_sejak"] is not None and (not agencies or row["instansi"] in agencies)]  # fmt: skip
        if len(old) > _NAMED:
            return f"{words.number(len(old))} lembar memakai isi hari sebelumnya."
        named = [f"{row['nama']} terakhir dibaca {words.date_medium(row['bertahan_sejak'])}" for row in old]
        return f"Lembar {words.listing(named)}." if named else ""
