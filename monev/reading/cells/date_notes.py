"""What people write around a date: words that change nothing are taken off, others are told apart."""

from __future__ import annotations

import re

from monev.contract.parts import Column
from monev.reading.cells.cell import Reading, refused
from monev.reading.cells.month_names import WEEKDAYS, month_of
from monev.reading.cells.places import Places
from monev.words.vocabulary import either

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
_STATE = "(?:data|keadaan|kondisi|posisi|situasi|status|update|updated)"
_AS_OF = r"(?:per|pada|s\.? ?/? ?d\b\.?|sampai(?: dengan)?|hingga|tertanggal)"
#: TMT is when something takes effect, and that is its date.
_BEFORE = re.compile(
    rf"(?:{_STATE} ?:? ?{_AS_OF}|(?:terhitung )?{_AS_OF}|{_STATE}|t\.? ?m\.? ?t\b\.?|terhitung mulai)[. :]+(?=[a-z\d])"
)
_CALLED = re.compile(r"(?:hari ?[/,&-] ?)?(?:tanggal|tgl)\b[. :]*")
_DAYTIME = "(?:dini hari|pagi|siang|sore|petang|malam)"
#: The evening of malam Rabu is a Tuesday's, and that of Rabu malam is not.
_DAY = rf"(?:hari )?(?:(?P<eve>malam) )?(?P<day>{_ANY_DAY})(?: {_DAYTIME}(?! (?:{_ANY_DAY})\b))?"
_WEEKDAY = re.compile(rf"{_DAY}\.?(?=[ ,(/\d-]) ?[,/-]? ?")
_WEEKDAY_BEHIND = re.compile(rf"(?<=\d),? ?[/-]? ?\(?{_DAY}\)?$")
_ZONE = "(?: ?(?:wib|wita|wit))?"
#: Of three parts only with colons, since 4.11.24 is a date.
_TIME = (
    r"(?:,? ?|t)\(?(?:(?:pukul|jam|pkl)[. :]*)?(?<!\d)\d{1,2}(?:[.:]\d{2}|:\d{2}:\d{2}(?:[.]\d+)?)" + _ZONE
    + r"(?: ?(?:-|s\.?/?d\.?|sampai) ?(?:selesai|\d{1,2}[.:]\d{2}" + _ZONE + r"))?\)?$"
)  # fmt: skip
_CLOCK, _ONLY_CLOCK = re.compile(r"(?<=[\w)])" + _TIME), re.compile(_TIME)
_HOUR = re.compile(r"(?<=\d),? \(?(?:pukul|jam|pkl)[. :]*\d{1,2}" + _ZONE + r"\)?$")
_IN_FIGURES = re.compile(r"(?<!\d)(\d{1,2}) (?:bulan|bln)\.? (\d{1,2})(?: (?:tahun|thn|th)\.? (\d{2,4}))?(?![\d])")
_SPELLED_OUT = re.compile(r"(?<=[\da-z]) (?:bulan|tahun|thn) (?=[a-z\d])")
_SESSION = rf"sesi (?:ke[ -]?)?(?:\d|[ivx]{{1,4}}|pertama|kedua|ketiga|keempat|satu|dua|tiga|empat|{_DAYTIME})"
_PART_OF_DAY = re.compile(rf"(?<=\d),? ?\(?(?:{_DAYTIME}(?: hari)?|{_SESSION})\)?$")
#: A document beside a date is where it stands; which one, nobody needs to know here.
_DOCUMENT = re.compile(
    r"(?:(?:sesuai|berdasarkan|lihat|cf|vide) )?(?:surat|sk|s\.k|kepwal|keputusan|perwal|nota dinas|nodin|nd|st|spt"
    rf"|sprin|ba|bap|bast|berita acara|sp2d|spm|{either('surat')}|memo|disposisi|radiogram)\b[^()]*"
)
#: A document of this kind may say that the date no longer holds, or is none of its own.
_OTHERWISE = re.compile(
    r"pembatalan|pencabutan|cabut|perubahan|diubah|ralat|penundaan|pengganti|diganti|undangan|permohonan|pengunduran"
)
#: Until when something lasts that begins on the date.
_OPEN_END = re.compile(r"(?<=\d),? ?\(?(?:-|s\.? ?/? ?d\b\.?|sampai(?: dengan)?|hingga) ?selesai\)?$")
#: How many days from the day counted to: the date itself stands beside it.
_FROM_THE_DAY = re.compile(r"^h ?[-+] ?\d{1,3}, (?=[a-z\d])|(?<=\d)(?: ?\(h ?[-+] ?\d{1,3}\)|, h ?[-+] ?\d{1,3})$")
_LATEST = re.compile(
    r"^(?:(?:paling|selambat)[ -]*(?:lambat|lama)(?:nya)?|selambatnya|maksimal|maks\b\.?)[ :]*(?:pada )?(?=[a-z\d])"
)
_BRACKETED = re.compile(r"(?<=\d),? ?\(([^()]*)\)$|(?<=\d), ([a-z][a-z. ]*)$")
#: A date anywhere in a text: enough to tell that there is one, not to take it.
_DATE = re.compile(
    r"(?<!\d)(?:\d{1,2} ?(?P<mark>[/.-]) ?\d{1,2} ?(?P=mark) ?(?:20)?\d{2}"
    r"|20\d{2} ?(?P<sign>[/.-]) ?\d{1,2} ?(?P=sign) ?\d{1,2}"
    r"|\d{1,2}[ ./-]{0,3}(?P<month>[a-z]{3,9})[ .,/-]{0,3}(?:20)?\d{2}"
    r"|\d{1,2} ?[ /-] ?[ivx]{1,4} ?[ /-] ?20\d{2}|20\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01]))(?!\d)"
    r"|\b(?P<first>[a-z]{3,9}) \d{1,2}(?:st|nd|rd|th)?,? 20\d{2}(?!\d)",
    re.ASCII,
)
_NUMBERED = re.compile(r"\b(?:no|nomor|nmr|nr)\b[. :]*\S+")
#: Such a date has not happened, or will not.
UNSURE = re.compile(
    r"\b(?:rencana\w*|direncanakan|perkiraan|diperkirakan|estimasi|tentatif|tentative|batal|dibatalkan|tunda|ditunda"
    r"|tertunda|diundur|mundur|dimajukan|reschedule\w*|belum|blm|tidak|tdk|bukan|sekitar|kira|target|jadwal"
    r"|dijadwalkan|akan|sebelum|sblm|sesudah|setelah|mulai|sejak|paling|maksimal|maks|selambat\w*|tbc|usulan|revisi)\b|[?~±]"
)


def without_limit(text: str, column: Column) -> str:
    """The date of a limit or a plan without that it is the latest; of what has happened that says something else."""
    return text if column.past or column.type != "tgl" else _LATEST.sub("", text, count=1)


def ends_open(text: str, column: Column) -> str:
    """The day on which something begins that lasts `s.d. selesai`; not where the column asks for its end."""
    return text if "selesai" in column.title.casefold() else _OPEN_END.sub("", text.rstrip(" ;,.*"))


def without_notes(text: str, places: Places | None) -> tuple[str, frozenset[int] | None]:
    """The text without what changes nothing about its date, and the days of the week on which it may then lie."""
    text, days = text.strip('"“”•*_ ').rstrip(" ;,.:*-"), None
    text = _IN_FIGURES.sub(lambda found: "/".join(part for part in found.groups() if part), text)
    text = _SPELLED_OUT.sub(" ", text)
    for _ in range(4):
        before = text
        if found := _BEFORE.match(text):
            text = text[found.end() :]
        if found := _WEEKDAY.match(text):
            days, text = _narrowed(days, found), text[found.end() :]
        text = _CALLED.sub("", text, count=1) if _CALLED.match(text) else text
        place, comma, rest = text.partition(",")
        if comma and not any(sign.isdigit() for sign in place) and _is_place(place, places):
            text = rest.strip()
        text = _FROM_THE_DAY.sub("", text)
        text = _PART_OF_DAY.sub("", _HOUR.sub("", _CLOCK.sub("", text))).rstrip(" ;,.:*-")
        if found := _WEEKDAY_BEHIND.search(text):
            days, text = _narrowed(days, found), text[: found.start()]
        if found := _BRACKETED.search(text):
            note = (found[1] or found[2] or "").strip()
            text = text[: found.start()] if _changes_nothing(note, places) else text
        if text.startswith("(") and text.endswith(")"):
            text = text[1:-1].strip()
        if text == before:
            break
    return text, days


def _narrowed(days: frozenset[int] | None, found: re.Match[str]) -> frozenset[int]:
    """The days that are left when this one is named too; malam Rabu is the evening before, or the day itself."""
    named = WEEKDAYS[found["day"]]
    meant = frozenset({named, (named - 1) % 7} if found["eve"] else {named})
    return meant if days is None else days & meant


def _changes_nothing(note: str, places: Places | None) -> bool:
    if not note or _is_place(note, places) or _ONLY_CLOCK.fullmatch(note):
        return True
    if not _DOCUMENT.fullmatch(note) or UNSURE.search(note) or _OTHERWISE.search(note):
        return False
    return not whole_dates(_NUMBERED.sub("", note))


def whole_dates(text: str) -> int:
    """How many whole dates stand in the text, whatever else does."""
    count = place = 0
    while found := _DATE.search(text, place):
        name = found["month"] or found["first"]
        known = not name or month_of(name) is not None
        count, place = count + known, found.end() if known else found.start() + 1
    return count


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
