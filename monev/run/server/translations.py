"""The few words that Streamlit itself puts on a page, said in Indonesian.

Streamlit has no setting for its own language. What it says is therefore replaced where it appears, also after
the server is gone. What the pages draw themselves (class "m") is never touched: a cell is shown as typed.
"""

from __future__ import annotations

import json
from pathlib import Path

from monev.words import project

#: What Streamlit says -> what is shown; whole texts and labels only.
WORDS = {
    "Skip to main content": "Langsung ke isi halaman",
    "Navigate to home page": "Ke halaman Ringkasan",
    "Logo": f"Lambang {project.name()}",
    "App pages": "Daftar halaman",
    "Sidebar": "Menu samping",
    "Expand sidebar": "Buka menu",
    "Collapse sidebar": "Tutup menu",
    "Main menu": "Menu utama",
    "Notifications": "Pemberitahuan",
    "Close": "Tutup",
    "Open": "Buka",
    "Dismiss": "Tutup",
    "Cancel": "Batal",
    "Copy": "Salin",
    "Copy to clipboard": "Salin",
    "Clear value": "Kosongkan",
    "Clear all": "Kosongkan semua",
    "Select all": "Pilih semua",
    "Selected values": "Yang dipilih",
    "No results": "Tidak ada yang cocok",
    "No data": "Belum ada data",
    "No content": "Belum ada isi",
    "Choose an option": "Pilih satu",
    "Choose options": "Pilih beberapa",
    "Shortcut K": "Tombol K",
    "Shortcut M": "Tombol M",
    "Shortcut Esc": "Tombol Esc",
    "Shortcut Escape": "Tombol Esc",
    "View less": "Ringkas",
    "Press Enter to apply": "Tekan Enter",
    "Press Enter to submit form": "Tekan Enter",
    "Running...": "Menyiapkan angka …",
    "Loading...": "Memuat …",
    "Connecting": "Menyambung …",
    "Connecting...": "Menyambung …",
    "Please wait...": "Mohon tunggu …",
    "Stop": "Hentikan",
    "Stop script": "Hentikan",
    "Rerun": "Muat ulang",
    "Fullscreen": "Layar penuh",
    "Close fullscreen": "Tutup layar penuh",
    "Page not found": "Halaman tidak ditemukan",
    "The page that you have requested does not seem to exist. Running the app's main page.": (
        "Alamat ini tidak ada; yang ditampilkan halaman Ringkasan."
    ),
    "Connection error": "Sambungan terputus",
    "Connection failed": "Sambungan terputus",
    "Streamlit server is not responding. Are you connected to the internet?": (
        "Server belum menjawab. Angka di layar tetap yang terakhir, dan halaman ini menyambung sendiri. "
        "Bila lama, periksa sambungan dan server."
    ),
    "An error has occurred, please try again.": "Belum berhasil; silakan coba lagi.",
    "Script execution error": "Halaman ini belum dapat ditampilkan.",
    "Try again": "Coba lagi",
}

#: The same for texts that hold a number: what comes before it, what comes behind it, and what is said in their place.
COUNTED = [
    ("", " options available.", " pilihan."),
    ("", " option available.", " pilihan."),
    ("", " more", " lagi"),
    ("View ", " more", " lagi"),
]

#: The same for labels that go on with a name, which is kept.
NAMED = {"Remove ": "Hapus "}

_SAID = f"const WORDS = {json.dumps(WORDS)}, COUNTED = {json.dumps(COUNTED)}, NAMED = {json.dumps(NAMED)}\n"
SCRIPT = _SAID + Path(__file__).with_suffix(".js").read_text("utf-8")
