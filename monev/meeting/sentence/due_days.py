"""Which days a spoken sentence names, and which of them is the day until when: "paling lambat 6 November".

The words before a named day say what it is for. Where the same words may mean two days, both are told; which was meant
is for people to say.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import zip_longest

from monev.meeting.sentence import conditions
from monev.meeting.sentence.day_meanings import ALONE, DUE, ELSE, OPEN, Days, Meaning, has_name
from monev.meeting.sentence.day_patterns import FORMS
from monev.words import words
from monev.words.vocabulary import any_of, either


@dataclass(frozen=True)
class Moment:
    """A day that a sentence names from sign `start` to before sign `end`, with the words that lead to it.

    `day` is None where the words name none ("secepatnya"); `dated`: it is called by its date, `named`: by
    what happens on it; `lasts`: it is said as so many days, counted from somewhere, 0 where these are no plain days;
    `before`: as so many days from the day counted to; `first` is the first day of what they name; `other` another
    day that they may mean as well; `trouble` why they cannot be right, in words for whoever typed.
    """

    start: int
    end: int
    day: dt.date | None
    role: str = OPEN
    first: dt.date | None = None
    other: dt.date | None = None
    trouble: str | None = None
    dated: bool = False
    named: bool = False
    lasts: int | None = None
    before: int | None = None


_FORMS = [(re.compile(form), meaning) for form, meaning in FORMS]


@lru_cache(maxsize=16)
def _forms(names: tuple[str, ...]) -> list[tuple[re.Pattern, Meaning]]:
    """All ways to say a day where these days have a name."""
    return [*_FORMS, (re.compile(rf"\b(?:hari )?(?P<name>{any_of(names)})\b"), has_name)]


def moments(sentence: str, days: Days) -> list[Moment]:
    """All days that a sentence names, in its order."""
    text = _level(sentence)
    found = [one for form, meaning in _forms(tuple(days.named)) for one in _read(form, meaning, text, days)]
    kept: list[Moment] = []
    # The longest words say most; of two as long the form that stands first.
    for one in sorted(found, key=lambda one: one.start - one.end):
        if all(one.end <= other.start or other.end <= one.start for other in kept):
            kept.append(one)
    found = sorted((_placed(one, text) for one in kept), key=lambda one: one.start)
    found = _anchored(found, text, days.today)
    if _TOLD_LATER.search(text):
        found = [replace(one, role=ELSE) if one.role == OPEN else one for one in found]
    # "hari terakhir pendaftaran 24 November": the date says when that is.
    return [
        one
        for one, behind in zip_longest(found, found[1:])
        if not (one.named and behind and behind.dated and not text[one.end : behind.start].strip(" ,("))
    ]


def due(found: Collection[Moment]) -> Moment | None:
    """Until when, by the days that a sentence names: the one that is said to be it, else the only one that can be.

    A Moment with trouble where there is more than one.
    """
    said = [one for one in found if one.role == DUE and (one.day or one.trouble)]
    able = said or [one for one in found if one.role == OPEN and (one.day or one.trouble)]
    if not able:
        return None
    first = able[0]
    days = {one.day for one in able}
    if len(days) == 1:
        return first
    other = next(one.day for one in able if one.day != first.day)
    both = words.listing([words.date_spoken(day) for day in days if day])
    return replace(first, other=other, trouble=f"Kalimat menyebut lebih dari satu tanggal: {both}.")


def _level(sentence: str) -> str:
    """Small letters and plain strokes, sign for sign as many as before."""
    small = "".join(sign.lower() if len(sign.lower()) == 1 else sign for sign in sentence)
    return re.sub(r"\s", " ", small).translate({ord("–"): "-", ord("—"): "-", ord("−"): "-", ord("×"): "x"})


def _read(form: re.Pattern, meaning: Meaning, text: str, days: Days) -> Iterator[Moment]:
    for hit in form.finditer(text):
        if (said := meaning(hit, days)) is not None:
            day, more = said
            yield Moment(hit.start(), hit.end(), day, **more)


# --- what leads to a day ---

_BETWEEN = r"(?: ?(?:pada|di|tanggal|tgl\.?|hari|waktu|akhir|adalah|yaitu|ini|:|,))*\s*$"
_LEADS_TO_DUE = re.compile(
    r"(?:\bpaling (?:lambat|telat|lama)(?:nya)?|\b(?:se)?lambat(?:-?lambat)?nya|\bsampai(?: dengan)?|\bs\.? ?/?d\.?"
    r"|\bs/d|\bhingga|\b(?:tidak|tdk|jangan) (?:boleh )?lewat(?: dari)?|\bdlm|\btenggat(?:nya)?"
    r"|\bdeadline(?:nya)?|\bbatas(?: (?:waktu|akhir))?(?:nya)?|\bmaks(?:imal|imum)?\.?"
    r"|\bjatuh tempo|\btarget(?:nya)?|\bdalam(?: waktu)?"
    r"|\b(?:harus |wajib |sudah )?(?:selesai|rampung|tuntas|beres|masuk|siap|tiba|diterima|terkirim)|\bpaling akhir)"
    + _BETWEEN
)
_LEADS_BEFORE = re.compile(
    r"\b(?:sebelum(?:nya)?|sblm|sbelum|seblm|saacan)"
    rf"(?: (?:{either('acara', 'masa')}|apel|debat|rapat|acara|kegiatan|simulasi|bimtek|pleno)"
    r"(?: (?:umum|akbar|terbuka|koordinasi|monev|berikutnya))?)?" + _BETWEEN
)
_LEADS_ELSEWHERE = re.compile(
    r"\b(?:setelah|sesudah|stlh|ssdh|semula|tadinya|awalnya|sejak|mulai|terhitung|usai|pasca|dari|selama|antara|(?:se)?tiap|saban)"
    + _BETWEEN
)
#: Before a date of the calendar: whose date it is.
_LEADS_TO_ITS_OWN = re.compile(
    r"\b(?:per|tertanggal|edisi"
    r"|(?:rapat|laporan|data|janji(?:nya)?|surat|nota|berita acara|keadaan|posisi|kejadian|rekomendasi|putusan"
    rf"|sp2d|{either('surat')}|catatan|kegiatan|acara|berlaku|untuk|jadwal|apel|simulasi|bimtek|debat|{either('acara')}|hasil"
    r"|minutes|notula)"
    rf"(?: (?:monev|koordinasi|kerja|bulanan|mingguan|desk|{either('topik')}|terakhir|terdekat"
    r"|pertama|berikut(?:nya)?))?)" + _BETWEEN
)
#: Behind a day: that it is over, or that something begins there.
_FOLLOWS_OVER = re.compile(r" ?(?:(?:yang|yg) )?(?:sudah )?(?:lewat|lalu|kemarin|terlampaui|terlewat)\b")


#: Around a day: that nobody works on it.
_OFF_AHEAD = re.compile(r"\blibur[^,;.]*$")
_FOLLOWS_OFF = re.compile(r" ?(?:kan |itu |adalah |merupakan )?(?:hari )?libur\b")
#: Before what looks like a date: a street.
_STREET = re.compile(r"\b(?:jl|jln|jalan)\.? ?$")
#: Before the name of what happens: that it is meant as a time. Without it, it is what is spoken about.
_AS_A_TIME = re.compile(r"(?:^|\b(?:pada|saat|selama|memasuki|menjelang|jelang|di|masuk|awal|hari|waktu))\s*$")
#: A part of a sentence that says when or whether something else happens, up to a word that says until when.
_CONDITION = re.compile(
    rf"{conditions.BEGINS}"
    r"(?! (?:hari ini|sekarang))(?:(?![,;]|\bpaling (?:lambat|telat)|\bselambat|\btenggat|\bdeadline|\bbatas).)*"
)
#: Before today or tomorrow: what is not done then.
_NOT_DONE = re.compile(r"\b(?:tidak|tdk|tak|batal)(?: (?:lagi|perlu|jadi|akan|dapat|bisa))* (?:di|me|ber)[a-z]+[^,;]*$")
#: Before a day: that it is not the one.
_DENIED = re.compile(r"\b(?:bukan(?:nya)?|bkn|batal)" + _BETWEEN)
#: Before a day: that something is moved there.
_SHIFTED = re.compile(r"\b(?:di)?(?:geser|mundur|undur|pindah|tunda)(?:kan)?\b[^,;]*$")
#: That the day is still to be told.
_TOLD_LATER = re.compile(
    r"\b(?:hari|tanggal|tgl|waktu|jadwal)(?:nya)? (?:(?:me)?nyusul|belakangan"
    r"|(?:akan )?di(?:kabari|kabarkan|tentukan|beritahu)|belum (?:pasti|tahu|ditentukan|ada|fix))\b"
)
_NEAR = re.compile(r"hari ini|besok|bsk|lusa|(?:pagi|siang|sore|malam) ini")
#: Behind so many days: from where they are counted.
_COUNTED_FROM = re.compile(
    r" ?(?:(?P<back>sebelum|sblm)|setelah|stlh|sesudah|ssdh|sejak|usai|pasca|dari|terhitung)(?:nya)?\b(?P<what>[^,;.]*)"
)
#: Behind so many days from an event: which one, where it is not the day counted to.
_OTHER_EVENT = re.compile(r" (?:rapat|pleno|acara|debat|kegiatan|pelaksanaan|deklarasi|rakor|bimtek)\b")
_OF_THE_DAY = re.compile(rf"\b(?:hari[ -]h|{either('hari_h', 'tanda_hari_h')})\b")


def _anchored(found: list[Moment], text: str, today: dt.date) -> list[Moment]:
    """The moments with those that are counted from another day than today or the topic's counted from there; where that
    day is not known, nothing in the sentence but a day said to be it can be until when."""
    conditional = [hit.span() for hit in _CONDITION.finditer(text)]
    events = [one for one in found if (one.dated or one.named) and one.day]
    told, unknown = [], False
    for one in found:
        lost = False
        if one.lasts is not None and (hit := _COUNTED_FROM.match(text, one.end)):
            there = [other for other in events if hit.start("what") - 9 <= other.start < hit.end()]
            if there and one.lasts:
                # "sebelum tanggal 12" was read as the day before it.
                at = there[0].day + dt.timedelta(days=1 if there[0].role == DUE and hit["back"] else 0)
                day = at + dt.timedelta(days=-one.lasts if hit["back"] else one.lasts)
                told.append(replace(one, role=DUE, day=day, end=there[0].end, other=None))
                events.remove(there[0])
                continue
            lost = True
        elif one.lasts is not None and any(end <= one.start or one.end <= start for start, end in conditional):
            lost = one.role in (DUE, OPEN)
        elif one.before and (
            _OTHER_EVENT.match(text, one.end)
            or (any(other.dated and other.day >= today for other in events) and not _OF_THE_DAY.search(text))
        ):
            lost = True
        if lost:
            unknown = unknown or one.role in (DUE, OPEN, ALONE)
            one = replace(one, role=ELSE, day=None)
        told.append(one)
    spans = [(one.start, one.end) for one in told if one.lasts]
    told = [one for one in told if one.lasts or not any(start <= one.start < end for start, end in spans)]
    return [replace(one, role=ELSE) if unknown and one.role == OPEN else one for one in told]


def _shifted(ahead: str) -> bool:
    """Whether it is the day to which something moves in a case that may not come."""
    return bool((moved := _SHIFTED.search(ahead)) and _CONDITION.search(ahead[: moved.start()]))


def _conditional(one: Moment, text: str) -> bool:
    return conditions.inside(_CONDITION, text, one.start, one.end)


def _placed(one: Moment, text: str) -> Moment:
    """The moment with its role, by the words before and behind it, which then belong to it."""
    ahead = text[: one.start]
    if _STREET.search(ahead):
        return replace(one, role=ELSE, day=None)
    if one.lasts is not None and _FOLLOWS_OVER.match(text, one.end):  # "130 hari lewat batas" is no day to come
        return replace(one, role=ELSE, day=None)
    if _FOLLOWS_OVER.match(text, one.end) or _FOLLOWS_OFF.match(text, one.end) or _conditional(one, text):
        return replace(one, role=ELSE)
    if _DENIED.search(ahead) or _shifted(ahead):
        return replace(one, role=ELSE)
    if _NEAR.match(text, one.start) and _NOT_DONE.search(ahead):
        return replace(one, role=ELSE)
    if lead := _LEADS_BEFORE.search(ahead):
        begins = one.first or one.day
        sooner = begins - dt.timedelta(days=1) if begins else None
        return replace(one, role=DUE, start=lead.start(), day=sooner, other=None)
    if lead := _LEADS_TO_DUE.search(ahead):
        over = one.role == ELSE and one.day and not one.trouble
        why = f"Tenggat {words.date_long(one.day).partition(', ')[2]} sudah lewat." if over else one.trouble
        return replace(one, role=DUE, start=lead.start(), trouble=why)
    if _OFF_AHEAD.search(ahead) or (one.named and not _AS_A_TIME.search(ahead)):
        return replace(one, role=ELSE)
    if _LEADS_ELSEWHERE.search(ahead) or (one.dated and _LEADS_TO_ITS_OWN.search(ahead)):
        return replace(one, role=ELSE)
    return one
