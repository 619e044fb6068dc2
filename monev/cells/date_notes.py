"""What people write around a date: words that change nothing are taken off, others are told apart."""

from __future__ import annotations

import re

from monev.cells.months import WEEKDAYS
from monev.cells.places import Places
from monev.cells.typed import Column, Reading, refused

_ANY_DAY = "|".join(sorted(WEEKDAYS, key=len, reverse=True))
#: A letter is often dated with a place that is no part of this region.
_ELSEWHERE = frozenset(
    [
        "ambon", "banda aceh", "bandar lampung", "bandung", "banjarmasin", "bekasi", "bengkulu", "bogor", "cianjur",
        "cimahi", "cirebon", "denpasar", "depok", "gorontalo", "jakarta", "jambi", "jayapura", "kendari", "kupang",
        "makassar", "mamuju", "manado", "mataram", "medan", "padang", "palangka raya", "palembang", "palu",
        "pangkalpinang", "pekanbaru", "pontianak", "samarinda", "semarang", "serang", "surabaya", "surakarta",
        "tangerang", "tanjungpinang", "yogyakarta",
    ]
)  # fmt: skip
_BEFORE = re.compile(
    r"(?:(?:data |keadaan |kondisi |posisi |update |status |terhitung )?(?:per|pada|posisi|update|updated)"
    r"|s\.? ?/? ?d\b\.?|sampai(?: dengan)?|hingga|tertanggal)(?:[. :]+(?=[a-z\d]))"
)
_CALLED = re.compile(r"(?:hari ?[/,&-] ?)?(?:tanggal|tgl)\b[. :]*")
_WEEKDAY = re.compile(rf"(?:hari )?({_ANY_DAY})\.?(?=[ ,(/\d-]) ?[,/-]? ?")
_WEEKDAY_BEHIND = re.compile(rf"(?<=\d),? ?\(?(?:hari )?({_ANY_DAY})\)?$")
_ZONE = "(?: ?(?:wib|wita|wit))?"
_CLOCK = re.compile(
    r"(?:,? ?|t)\(?(?:(?:pukul|jam|pkl)[. :]*)?(?<!\d)\d{1,2}[.:]\d{2}(?:[.:]\d{2})?(?:[.]\d+)?" + _ZONE
    + r"(?: ?(?:-|s\.?/?d\.?|sampai) ?(?:selesai|\d{1,2}[.:]\d{2}" + _ZONE + r"))?\)?$"
)  # fmt: skip
_HOUR = re.compile(r"(?<=\d),? \(?(?:pukul|jam|pkl)[. :]*\d{1,2}" + _ZONE + r"\)?$")
_SPELLED_OUT = re.compile(r"(?<=[\da-z]) (?:bulan|tahun|thn) (?=[a-z\d])")
_PART_OF_DAY = re.compile(r"(?<=\d),? ?\(?(?:pagi|siang|sore|malam|dini hari)(?: hari)?\)?$")
_BRACKETED = re.compile(r"(?<=\d),? ?\(([^()]*)\)$|(?<=\d), ([a-z][a-z. ]*)$")
#: Such a date has not happened, or will not.
UNSURE = re.compile(
    r"\b(?:rencana\w*|direncanakan|perkiraan|diperkirakan|estimasi|tentatif|tentative|batal|dibatalkan|tunda|ditunda"
    r"|tertunda|diundur|mundur|dimajukan|reschedule\w*|belum|blm|tidak|tdk|bukan|sekitar|kira|target|jadwal"
    r"|dijadwalkan|akan|sebelum|sblm|sesudah|setelah|mulai|sejak|paling|maksimal|selambat\w*|tbc|usulan|revisi)\b|[?~±]"
)


def without_notes(text: str, places: Places | None) -> tuple[str, int | None]:
    """The text without what changes nothing about its date, and the weekday that it names."""
    text, weekday = text.strip('"“”•*_ ').rstrip(" ;,.:*-"), None
    text = _SPELLED_OUT.sub(" ", text)
    for _ in range(3):
        before = text
        if found := _BEFORE.match(text):
            text = text[found.end() :]
        if found := _WEEKDAY.match(text):
            weekday, text = WEEKDAYS[found[1]], text[found.end() :]
        text = _CALLED.sub("", text, count=1) if _CALLED.match(text) else text
        place, comma, rest = text.partition(",")
        if comma and not any(sign.isdigit() for sign in place) and _is_place(place, places):
            text = rest.strip()
        text = _PART_OF_DAY.sub("", _HOUR.sub("", _CLOCK.sub("", text))).rstrip(" ;,.:*-")
        if found := _WEEKDAY_BEHIND.search(text):
            weekday, text = WEEKDAYS[found[1]], text[: found.start()]
        if found := _BRACKETED.search(text):
            note = (found[1] or found[2] or "").strip()
            text = text[: found.start()] if not note or _is_place(note, places) or _CLOCK.fullmatch(note) else text
        if text.startswith("(") and text.endswith(")"):
            text = text[1:-1].strip()
        if text == before:
            break
    return text, weekday


def _is_place(text: str, places: Places | None) -> bool:
    name = re.sub(r"^(?:kota|kabupaten|kab\.?|di) ", "", text.strip())
    if name in _ELSEWHERE:
        return True
    return places is not None and places.names(text)


def with_words(text: str, column: Column) -> Reading:
    """A date is there, and beside it what may change it: the words decide, and nobody here knows them."""
    if UNSURE.search(text):
        why = "Di samping tanggal ada catatan yang mengubah artinya, seperti rencana atau batal."
        return refused(why, "tanggal yang sudah pasti, dan catatannya di kolom lain")
    why = "Di samping tanggal ada tulisan lain yang belum dikenal."
    return refused(why, "tanggalnya saja, dan tulisan lainnya di kolom Keterangan")
