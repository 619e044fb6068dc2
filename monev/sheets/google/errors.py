"""What to do about each way in which Google can fail, told to the people who can do it."""

from __future__ import annotations

import http.client

import requests
import urllib3
from google.auth.exceptions import RefreshError, TransportError

from monev.sheets import SourceError
from monev.sheets.google.client import Garbled, OutOfTime, Refused, TooLarge

_SHARE = "Minta pemiliknya menekan Bagikan, lalu menambahkan {account} sebagai "
#: As what the account must be added, and when it is tried again: to read, and to write.
_READER, _EDITOR = "Pelihat", "Editor"
_LATER, _SOON = "Dicoba lagi pada sinkron berikutnya", "Dicoba lagi sebentar lagi"
_NET = "Periksa sambungan internet server ini"
_UNREADABLE = f"Jawaban Google tidak dapat dibaca; mungkin terhalang halaman masuk Wi-Fi atau proksi. {_NET}."


def told(error: BaseException, account: str, seconds: float, to_write: bool = False) -> str:
    """One line for an agency whose spreadsheet could not be read, or written where `to_write`; `account` is the
    address to share it with, `seconds` what the whole sync was given. It never repeats what stands in the spreadsheet
    or in the key."""
    later = _SOON if to_write else _LATER
    if isinstance(error, SourceError):
        return str(error)
    if isinstance(error, Refused):
        return _refused(error, _SHARE.format(account=account) + (_EDITOR if to_write else _READER), later)
    if isinstance(error, RefreshError):
        return _no_token(error, later)
    if isinstance(error, TooLarge):
        return "Isinya melebihi 100 MB. Hapus tab dan baris yang tidak dipakai."
    if isinstance(error, Garbled | TypeError | KeyError | ValueError):
        return _UNREADABLE
    return _unreached(error, seconds, later)


def _refused(error: Refused, share: str, later: str) -> str:
    said = error.message.lower()
    if error.reason in ("SERVICE_DISABLED", "accessNotConfigured"):
        which = "Google Drive" if "drive" in said else "Google Sheets"
        return f"{which} API belum diaktifkan di proyek Google. Aktifkan di console.cloud.google.com, tunggu 5 menit."
    if error.reason in ("ACCESS_TOKEN_SCOPE_INSUFFICIENT", "insufficientPermissions"):
        return "Izin akun dasbor tidak mencakup permintaan ini. Buat kunci baru menurut docs/menghubungkan-google.md."
    if error.status == 429 or (error.status == 403 and error.passing):
        return f"Google membatasi jumlah permintaan untuk sementara. {later}."
    if error.status == 403:
        return f"Spreadsheet belum dibagikan ke akun dasbor. {share}."
    if error.status == 404:
        return f"Spreadsheet tidak ditemukan. Periksa alamatnya di secrets.toml; bila benar, mungkin dihapus. {share}."
    if error.status == 400 and "not supported for this document" in said:
        return (
            "Berkas ini masih berformat Excel di Google Drive. Buka, pilih File › Simpan sebagai Google Spreadsheet, "
            "lalu pakai alamat yang baru."
        )
    if error.status == 401:
        return "Google menolak akun dasbor. Periksa apakah akun layanan itu masih aktif di proyek Google."
    if error.passing:
        return f"Google sedang terganggu (galat {error.status}). {later}."
    return f"Google menolak permintaan ini (galat {error.status}). Mohon pengelola server menjalankan doctor."


def _no_token(error: RefreshError, later: str) -> str:
    said = str(error).lower()
    if "invalid_grant" in said or "invalid_client" in said:
        if "iat" in said or "exp" in said or "time" in said:
            return "Jam server ini tidak tepat, jadi Google menolak masuk. Samakan jamnya dengan waktu internet."
        return "Kunci akun layanan ditolak Google: dicabut, dihapus, atau salah salin. Buat kunci baru."
    if len(error.args) < 2:  # no JSON came
        return _UNREADABLE
    if error.retryable:
        return f"Pintu masuk Google sedang terganggu. {later}."
    return "Google tidak memberi izin masuk. Periksa apakah akun layanan dan kuncinya masih aktif di proyek Google."


def _unreached(error: BaseException, seconds: float, later: str) -> str:
    causes = list(_causes(error))
    if any(isinstance(cause, OutOfTime) for cause in causes):
        return f"Belum selesai dibaca dalam {seconds:.0f} detik. {later}."
    if any(isinstance(cause, urllib3.exceptions.NameResolutionError) for cause in causes):
        return f"Alamat Google tidak dapat ditemukan (DNS). {_NET}."
    if any(isinstance(cause, requests.exceptions.SSLError | urllib3.exceptions.SSLError) for cause in causes):
        return "Sambungan ke Google tidak aman menurut sertifikatnya. Periksa jam server dan proksi jaringan."
    if any(isinstance(cause, ConnectionResetError | http.client.RemoteDisconnected) for cause in causes):
        return f"Sambungan ke Google terputus. {_NET}. {later}."
    if any(isinstance(cause, requests.exceptions.ProxyError | urllib3.exceptions.ProxyError) for cause in causes):
        return "Proksi jaringan menolak sambungan ke Google. Periksa HTTPS_PROXY di server ini."
    if any(isinstance(cause, requests.Timeout | urllib3.exceptions.TimeoutError) for cause in causes):
        return f"Google tidak menjawab pada waktunya. {_NET}. {later}."
    if isinstance(error, requests.RequestException | TransportError):
        return f"Sambungan ke Google terputus. {_NET}. {later}."
    return f"Terjadi galat yang tidak dikenal ({type(error).__name__}). Mohon pengelola server menjalankan doctor."


def _causes(error: object) -> list[BaseException]:
    """The error with what it was raised for; requests hides that in the arguments."""
    found: list[BaseException] = []
    ahead = [error]
    while ahead:
        one = ahead.pop()
        if not isinstance(one, BaseException) or one in found:
            continue
        found.append(one)
        ahead += [one.__cause__, one.__context__, *one.args, getattr(one, "reason", None)]
    return found
