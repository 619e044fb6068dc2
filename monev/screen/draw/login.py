"""What stands where somebody is not let in, and who is signed in, as HTML."""

from __future__ import annotations

import string
from pathlib import Path

from monev.screen.draw.elements import block, title
from monev.screen.draw.html import html, safe
from monev.words import project

#: Why somebody is not let in (name of the reason) -> what is said, with {account}, and what he can do.
_SAID = {
    "SIGNED_OUT": ("Silakan masuk untuk melihat dasbor monev.",
                   "Pakai akun yang didaftarkan sekretariat. Sesudah masuk, halaman yang Anda tuju terbuka sendiri."),
    "EXPIRED": ("Waktu masuk Anda sudah habis; silakan masuk lagi.",
                "Sekali masuk berlaku dua belas jam. Sesudah masuk, halaman yang Anda tuju terbuka sendiri."),
    "UNKNOWN": ("Akun ini belum terdaftar untuk dasbor monev.",
                "Anda masuk sebagai {account}. Mohon minta sekretariat mendaftarkannya, atau masuk dengan akun lain."),
    "NOTHING": ("Akun ini terdaftar tanpa hak melihat dasbor monev.",
                "Anda masuk sebagai {account}. Mohon hubungi sekretariat bila seharusnya lain."),
    "NO_ADDRESS": ("Akun ini tidak menyebut alamat surelnya.",
                   "Tanpa alamat surel, dasbor tidak dapat mengenali peran Anda. Silakan masuk dengan akun lain."),
    "UNVERIFIED": ("Alamat surel akun ini belum dipastikan.",
                   "Mohon pastikan dahulu alamat {account} pada penyedia akun, atau masuk dengan akun lain."),
    "NO_PROVIDER": ("Layanan akun untuk masuk sedang tidak menjawab.",
                    "Bukan akun Anda yang salah. Tunggu beberapa menit, lalu tekan tombol di bawah sekali lagi. Bila "
                    "setelah 15 menit masih begini, mohon beri tahu sekretariat. Yang sudah masuk tetap dapat memakai "
                    "dasbor, dan angka di lembar tidak terganggu."),
}  # fmt: skip
_CLOSED = "Dasbor ini belum dapat dibuka."
_MEANWHILE = " Mohon beri tahu sekretariat; angka di lembar tidak terganggu."
#: Told by CSS that there is no menu here.
_NO_MENU = html('<i class="gerbang"></i>')


_PAGE = string.Template(Path(__file__).with_name("pintu.html").read_text("utf-8"))
#: What the way on is called, by whether only another account helps.
_WAYS = {False: "Masuk dengan akun instansi", True: "Ganti akun"}


def page(reason: str, account: str, way: str, other: bool, colours: str) -> str:
    """A whole document for whoever is not let in: why, and one way on, whose address is `way`; `other`: only another
    account helps. `colours` are the rules that name them."""
    said, advice = _SAID[reason]
    link = html('<a href="{}">{}</a>', way, _WAYS[other])
    return _document(colours, said, advice.format(account=account), link)


def page_closed(why: str, colours: str) -> str:
    """A whole document that says that nobody can be let in, and why."""
    return _document(colours, _CLOSED, why + _MEANWHILE)


def _document(colours: str, said: str, advice: str, way: str = "") -> str:
    name = safe(project.name())
    return _PAGE.substitute(warna=colours, nama=name, kalimat=safe(said), saran=safe(advice), jalan=way)


def outside(reason: str, account: str) -> str:
    """Why somebody is not let in, and what he can do; `reason` is the name of a visitor.Reason."""
    said, advice = _SAID[reason]
    return _NO_MENU + title(said) + block(advice.format(account=account), "ambang-pintu", "p")


def closed(why: str) -> str:
    """That nobody can be let in, and why."""
    return _NO_MENU + title(_CLOSED) + block(why + _MEANWHILE, "ambang-pintu", "p")


def denied(what: str) -> str:
    """That something was not done because the account may not do it."""
    return block(html("<b>Tidak dilakukan.</b> Akun Anda tidak berhak {}; tidak ada yang diubah.", what), "kecil", "p")


def foot(above: str, said: str) -> str:
    """What stands below every page, and `said` of who is there at the very bottom."""
    return html('<div class="kaki"><div>{}</div><div class="siapa-di-sini">{}</div></div>', above, said)


def signed_in(account: str, role_name: str) -> str:
    """Who is signed in with which role; without an account, that this is local mode."""
    if not account:
        return block("Mode lokal: tanpa akun, hanya dilayani di komputer ini.", "akun", "p")
    return block(html("Masuk sebagai <b>{}</b>, {}.", account, role_name), "akun", "p")
