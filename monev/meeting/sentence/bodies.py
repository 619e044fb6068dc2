"""Who is to do what a spoken sentence says: the bodies it names, and which of them it charges with the task."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from monev.meeting.sentence import conditions
from monev.words import vocabulary
from monev.words.vocabulary import either


@dataclass(frozen=True)
class Body:
    """A body that stands in a sentence from sign `start` to before sign `end`; `code` is its choice in the contract."""

    start: int
    end: int
    code: str


@dataclass(frozen=True)
class Bodies:
    """Those that the sentence charges, in its order, and those that it only names, each once."""

    charged: tuple[Body, ...] = ()
    named: tuple[Body, ...] = ()

    @property
    def owners(self) -> tuple[str, ...]:
        """Codes of those who are charged."""
        return tuple(dict.fromkeys(one.code for one in self.charged))

    @property
    def others(self) -> tuple[str, ...]:
        """Codes of those who are only named."""
        return tuple(dict.fromkeys(one.code for one in self.named if one.code not in self.owners))


#: Bodies beyond the list of the contract are told by how they are called; they are entered as this choice.
BEYOND = "lainnya"
_KINDS_OF = (
    "dinas|badan|kantor|kementerian|kejaksaan|pengadilan|polda|polsek|koramil|lapas|rsud|puskesmas|(?<!\\d )kelurahan"
    "|lurah|babinsa|kabag|kabid|kadis"
)
_HEADS = r"(?:wakil )?wali ?kota|wawali"
#: Who leads the city: what he says others are to do is no task of his.
_LEADS = re.compile(rf"sekda|sekretaris daerah|{_HEADS}")
_NO_NAME = r"(?!(?:dan|serta|segera|agar|untuk|paling|di|ke|harus|wajib)\b)"
_AFTER_NAME = r"(?= (?:dan|serta|me\w+|ber\w+|harus|wajib|agar|akan|segera|paling|untuk|kirim|siap\w*)\b|[,:;.]|$)"
_BEYOND = (
    rf"(?:{_KINDS_OF})(?: {_NO_NAME}[a-z]+){{0,3}}?{_AFTER_NAME}"
    rf"|{_HEADS}"
    r"|dis(?:duk(?:capil)?|hub|dik(?:bud)?|kominfo|nakertrans|naker|perindag|pora|budpar|porabudpar|arpusip|perkim|sos)"
    r"|bag(?:ian|\.)? (?:hukum|prokopim|protokol|organisasi|kesra|pemerintahan|perekonomian|ekbang|pbj)"
    r"|dlhk?|d?pupr|dpmptsp|din(?:kes|sos)|kominfo|bpbd|damkar|pln|pdam|telkom|bps|bpk|bpn|kemenag|kemendagri|kejari|kejaksaan|polda|polsek"
    rf"|koramil|tni|polri|fkub|mui|pmi|pramuka|{either('lembaga')}|linmas|satlinmas|dprd|bapenda|bappeda|rsud"
)
_OTHERS = re.compile(rf"(?<![\w/])(?:{_BEYOND})(?!\w)", re.IGNORECASE)
#: Between two bodies that do a thing together.
_JOINED = r"\s*(?:,?\s*\b(?:dan|serta|sarta|sareng|jeung|sama|sm|beserta|bersama(?:-sama)?(?: dengan)?)\b|,|/|&)\s*"
#: Before a body that is charged in so many words.
_CHARGES = re.compile(
    r"(?:\boleh|\bpenanggung ?jawab(?:nya)?(?:[^:,;]*:)?|\bmelainkan|\btetapi|\btapi|\bcukup"
    r"|\b(?:meng|di)ingatkan|\bmendorong|\bmendesak|\bmenegur|\bmemerintahkan|\bmenginstruksikan|\bmenyarankan"
    r"|\btugaskeun|\bpj|\bpic|\bditugaskan (?:ke|kepada|pada)|\bdiserahkan (?:ke|kepada)"
    r"|\btugas(?:nya|kan)?(?: (?:ke|kepada|untuk))?|\bmenugaskan|\b(?:di)?minta(?: (?:ke|kepada))?"
    r"|\bmohon(?: (?:ke|kepada))?|\bmeminta|\bagar|\bsupaya|\bbiar(?:kan)?|\btolong|\bwewenang|\btanggung jawab"
    r"|\bdikoordinasi(?:kan)?(?: oleh)?|\bdipimpin|\bsiapa)\s*[:=]?\s*(?:pihak |tim )?$"
)
#: Before a body that is not charged: something goes to it, comes from it, or is its own.
_APART = re.compile(
    r"\b(?:ke|kepada|dari|dr|untuk|bagi|milik|terhadap|tentang|soal|mengenai|di|pada|antara|atas|dengan|dgn|tanpa|selain"
    rf"|kecuali|melalui|lewat|via|tembusan|{either('dana', 'surat', 'milik')}"
    r"|data|catatan|lembar|laporan|dana|kantor|anggaran|gudang|rekening|ketua"
    r"|petugas|usulan|usul|permintaan|surat|rekomendasi|jawaban|tanggapan|belanja|sp2d|kebutuhan|kasus|selisih|angka"
    r"|pagu|sisa|wewenang dari)\s+(?:para |pihak |tim |semua )?$"
)
#: Before and behind a body that is said not to do it.
_NOT = re.compile(
    r"\b(?:bukan(?:nya)?|bkn|(?:tidak|tdk|tak) (?:perlu|usah|harus)(?: lagi)?|jangan|selain|kecuali)\s+"
    r"(?:lagi )?(?:oleh |dari |pihak )*$"
)
_STAYS = re.compile(
    r"\s+(?:tetap\b(?! (?:me|ber|harus))|(?:tidak|tdk|tak|gak|ga|nggak|belum|blm) (?:perlu|usah)\b"
    r"|jangan\b[^,;]*\bdulu\b)"
)
#: Behind whoever leads the city: that he says what others are to do.
_SPEAKS = re.compile(
    r"\s+(?:(?:akan|sudah|juga) )?(?:me(?:minta|negaskan|nekankan|ngingatkan|mutuskan|ngarahkan|nugaskan|merintahkan"
    r"|nginstruksikan|mohon|nyampaikan|nyetujui)|minta|berharap|bilang|arahkan|setuju)\b"
)
#: Who asks somebody else for something, and where it is asked for: which of them has to act is for people to say.
_ASKS = re.compile(r"\s+(?:akan |harus |segera )?(?:me)?minta\b[^,;:]*?\b(?:ke|kepada|dari|pada)\s+$")
#: When or whether something else happens, up to the comma behind it: who acts there has no task here.
_CONDITION = re.compile(rf"{conditions.BEGINS}[^,;]*[,;]")
#: A part of a body goes by the name of its own: "Sekretariat DPRD" is the DPRD's.
_PART = "sekretariat"
#: Names that are another choice beside certain words: that choice, and these words.
_MEANT = {
    name: (one.choice, re.compile(rf"\b(?:{vocabulary.any_of(one.where)})\b"))
    for name, one in vocabulary.meant().items()
}
#: A new part of the sentence, with somebody of its own.
_NEXT = re.compile(r"(?:[,;]\s*(?:nanti)?|\b(?:lalu|kemudian|trus|terus|sedangkan|sementara|dan|serta))\s*$")
#: Behind a body: that it answers for it.
_ANSWERS = re.compile(r"\s*(?:sebagai |selaku |jadi |menjadi )?(?:penanggung ?jawab|pj|pic|koordinator)(?:nya)?\b")
#: A passive verb, whose doer follows it: "dikirim Dishub".
_DONE_BY = re.compile(r"\bdi(?!nas|sduk|skominfo|shub|sdik|nkes|nsos)[a-z]{4,}\s+(?:oleh\s+)?(?:tim |pihak )?$")
#: Behind a body of which something is said before somebody else does a thing to it: "Dishub yang menunggak ditegur …".
_TOLD_APART = re.compile(r"\s+(?:yang|yg)\s[^,;]*?\bdi(?!nas|sduk|skominfo|shub|sdik|nkes|nsos)[a-z]{4,}\s")
#: What a body that is charged is followed by.
_DOES = re.compile(
    r"\s*(?:\([^)]*\)\s*)?(?:mah |teh )?(?::|-"
    r"|(?:(?:sudah|sdh|udah|telah|bisa|dapat|juga|tetap) )?(?:harus|wajib|kudu|akan"
    r"|agar|supaya|segera|perlu|diminta|dimohon|ditugaskan|siap|tolong"
    r"|mohon|sudah harus|kirim|cek|buat|lengkapi|selesaikan|pastikan|tindak|cocokkan|sampaikan|me[a-z]{3,}|ber[a-z]{3,}"
    r"|buka|tutup|surati|jawab|panggil|susun|kelar|beres|turun|bawa|setor|lapor|transfer|bayar|bikin|urus|jamin|angkut|pasang|rekon|hadir|ng[a-z]{4,}|ny[a-z]{4,}"
    r"|(?!di|bukan|rekan|pekan)[a-z]{3,}kan)\b)"
)
#: Words with which a sentence may begin before it comes to who does it.
_BEGINS = re.compile(
    r"^\s*(?:untuk itu|maka|selanjutnya|keputusan|jadi|baik|oke|ok|nah|lalu|kemudian|lagi)?[\s,:.-]*"
    r"(?:pihak |tim |para |semua )?$"
)


def bodies(sentence: str, called: Mapping[str, Sequence[str]]) -> Bodies:
    """Which bodies a sentence names; `called` gives for each choice of the contract all that it is called.

    Charged are those of whom it says so ("oleh Dishub", "dikirim Dishub", "Dishub mengirim"), with all joined to
    them; the surest way of saying it counts alone.
    """
    found = _found(sentence, called)
    small = sentence.lower()
    groups = [group for group in _grouped(found, small) if not _denied(small, group)]
    if any(_ASKS.fullmatch(small, one[-1].end, other[0].start) for one, other in pairwise(groups)):
        return Bodies((), tuple(found))
    groups = [group for group in groups if not _conditional(small, group)]
    for surely in (_said_so, _begins_with, _does_it, _done_by):
        charged = [one for group in groups if surely(small, group) for one in group]
        if charged:
            if surely is _begins_with:  # "Dishub melengkapi data, lalu BPS memeriksanya": both have something to do
                charged += [one for group in groups if _next_does_it(small, group) for one in group]
            return Bodies(tuple(charged), tuple(one for one in found if one not in charged))
    return Bodies((), tuple(found))


def _found(sentence: str, called: Mapping[str, Sequence[str]]) -> list[Body]:
    names = sorted(((name, code) for code, names in called.items() for name in names), key=lambda one: -len(one[0]))
    found: list[Body] = []
    for pattern, code in [*((_pattern(name), code) for name, code in names), (_OTHERS, BEYOND)]:
        for hit in pattern.finditer(sentence):
            if all(hit.end() <= one.start or one.end <= hit.start() for one in found):
                found.append(Body(hit.start(), hit.end(), code))
    found.sort(key=lambda one: one.start)
    return [_whole(one, found, sentence.lower(), called) for one in found if not _is_part(one, found, sentence.lower())]


def _is_part(one: Body, found: Sequence[Body], small: str) -> bool:
    """Whether a body is but the part of the one whose name follows it."""
    return small[one.start : one.end] == _PART and any(
        other.start > one.end and not small[one.end : other.start].strip() for other in found
    )


def _whole(one: Body, found: Sequence[Body], small: str, called: Mapping[str, Sequence[str]]) -> Body:
    """The body with its part before it, and the choice that is meant."""
    choice, beside = _MEANT.get(small[one.start : one.end], (None, None))
    if choice in called and beside.search(small):
        return replace(one, code=choice)
    part = next((other for other in found if other.end < one.start and not small[other.end : one.start].strip()), None)
    return replace(one, start=part.start) if part and _is_part(part, found, small) else one


def _pattern(name: str) -> re.Pattern:
    words = r"[\s-]+".join(map(re.escape, name.split()))
    return re.compile(rf"(?<![\w.@])(?:para |semua |seluruh )?{words}(?![\w@])", re.IGNORECASE)


def joined(between: str) -> bool:
    """Whether these words between two bodies join them."""
    return bool(re.fullmatch(_JOINED, between.lower()))


def _grouped(found: Sequence[Body], small: str) -> list[list[Body]]:
    """Bodies that stand beside each other and do a thing together."""
    groups: list[list[Body]] = []
    for one in found:
        between = small[groups[-1][-1].end : one.start] if groups else ""
        # After "sesuai permintaan BPS," somebody else begins.
        apart = between.strip() == "," and bool(_APART.search(small[: groups[-1][0].start]))
        if joined(between) and not apart:
            groups[-1].append(one)
        else:
            groups.append([one])
    return groups


def _denied(small: str, group: Sequence[Body]) -> bool:
    leads = _LEADS.fullmatch(small[group[-1].start : group[-1].end])
    return bool(
        _NOT.search(small[: group[0].start])
        or _STAYS.match(small, group[-1].end)
        or (leads and _SPEAKS.match(small, group[-1].end))
    )


def _conditional(small: str, group: Sequence[Body]) -> bool:
    return conditions.inside(_CONDITION, small, group[0].start, group[-1].end)


def _next_does_it(small: str, group: Sequence[Body]) -> bool:
    return bool(_NEXT.search(small[: group[0].start])) and _does_it(small, group)


def _said_so(small: str, group: Sequence[Body]) -> bool:
    ahead, behind = small[: group[0].start], small[group[-1].end :]
    return (
        bool(_CHARGES.search(ahead) or _ANSWERS.match(small, group[-1].end))
        or (ahead.endswith("(") and behind.startswith(")") and not behind[1:].strip(" ."))
        or (ahead.strip() in ("", "(") and behind.lstrip().startswith((":", ")")))
    )


def _begins_with(small: str, group: Sequence[Body]) -> bool:
    if _TOLD_APART.match(small, group[-1].end):
        return False
    return bool(_BEGINS.search(small[: group[0].start])) and not _APART.search(small[: group[0].start])


def _does_it(small: str, group: Sequence[Body]) -> bool:
    ahead = small[: group[0].start]
    return not _APART.search(ahead) and bool(_DOES.match(small, group[-1].end))


def _done_by(small: str, group: Sequence[Body]) -> bool:
    return bool(_DONE_BY.search(small[: group[0].start]))
