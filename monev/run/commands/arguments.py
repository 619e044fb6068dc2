"""Every command of the command line with its arguments; `make docs` tells them."""

from __future__ import annotations

from pathlib import Path

from monev.meeting import meeting
from monev.run.commands import output
from monev.run.commands.usage import Parser
from monev.screen.access import roles
from monev.words import project


def parser() -> Parser:
    """What is typed behind python -m monev."""
    parser = Parser(prog="python -m monev", description=f"{project.name()}: dasbor rapat lintas instansi.")
    commands = parser.add_subparsers(dest="command", required=True, metavar="perintah")
    syncing = commands.add_parser("sync", help="baca lembar semua instansi dan simpan potret bila ada yang berubah")
    syncing.add_argument("--all", action="store_true", help="baca juga lembar yang menurut Google tidak berubah")
    syncing.add_argument("--watch", action="store_true", help="terus membaca lembar, sampai perintah ini dihentikan")
    syncing.add_argument(
        "--standby", action="store_true", help="seperti --watch, tetapi menunggu selama ada yang sudah membacanya"
    )
    syncing.set_defaults(semua=None)
    gathering = commands.add_parser(
        "rekap", help="kumpulkan kiriman semua daerah menurut [rekap] di secrets.toml, lalu baca semua lembar"
    )
    gathering.add_argument("what", metavar="sync", choices=("sync",), help="kumpulkan yang baru")
    gathering.add_argument(
        "--semua", action="store_true", help="lihat kiriman untuk semua rapat, tidak hanya rapat ini dan sebelumnya"
    )
    gathering.set_defaults(all=False, watch=False, standby=False)
    pinning = commands.add_parser("pin", help="bekukan angka untuk satu rapat dan mulai rapat itu")
    pinning.add_argument("--judul", default=meeting.TITLE, help="judul rapat")
    pinning.add_argument("--jam", default="", help="jam mulai menurut undangan, misalnya 09.00")
    pinning.add_argument("--tanggal", help="tanggal rapat, misalnya 2024-11-04; tanpa ini tanggal acuan potret")
    pinning.add_argument("--potret", help="id potret lama: bekukan saja, rapatnya tidak dimulai")
    pinning.add_argument("--selesai", action="store_true", help="akhiri rapat yang berlangsung")
    sending = commands.add_parser(
        "send", help="tulis keputusan yang menunggu ke lembarnya, dan temuan ke lembar instansi yang memintanya"
    )
    half = sending.add_mutually_exclusive_group()
    half.add_argument("--keputusan", action="store_true", help="hanya keputusan")
    half.add_argument("--temuan", action="store_true", help="hanya temuan")
    telling = commands.add_parser(
        "kabar", help="kirim kabar yang baru menurut [kabar] di secrets.toml, masing-masing sekali"
    )
    telling.add_argument(
        "--coba", action="store_true", help="tampilkan yang akan dikirim; tidak ada yang dikirim atau dicatat"
    )
    bringing = commands.add_parser(
        "kirim", help="kirim rapat yang dibekukan ke rekap semua daerah menurut [rekap] di secrets.toml, sekali saja"
    )
    bringing.add_argument("--rapat", help="hanya rapat ini, misalnya 2024-11-04")
    asking = commands.add_parser("ask", help="jawaban satu pertanyaan, misalnya ringkasan/kalimat")
    asking.add_argument("question", metavar="halaman/pertanyaan")
    which = asking.add_mutually_exclusive_group()
    which.add_argument("--potret", help="id potret; tanpa ini yang terbaru")
    which.add_argument("--rapat", help="angka yang dibekukan untuk satu rapat, misalnya 2024-11-04")
    exporting = commands.add_parser(
        "export",
        help="tulis data satu rapat yang dibekukan, tanpa RAPAT yang terakhir, untuk dihitung sendiri: Parquet, CSV, "
        "dan kamus kolomnya",
    )
    exporting.add_argument("meeting", nargs="?", metavar="RAPAT", help="misalnya 2024-11-04")
    exporting.add_argument("target", type=Path, metavar="KE", help="folder baru, atau berkas .zip")
    serving = commands.add_parser(
        "mcp", help="layani asisten di komputer ini lewat MCP (stdio): angka, temuan, dan janji, hanya dibaca"
    )
    serving.add_argument(
        "--peran", choices=tuple(roles.RIGHTS), default=roles.PUBLIC,
        help=f"yang boleh dilihat asisten, seperti peran di halaman: {', '.join(roles.RIGHTS)}; tanpa ini "
        f"{roles.PUBLIC}, yang tidak melihat apa pun",
    )  # fmt: skip
    finding = commands.add_parser("findings", help="temuan yang perlu dibenahi")
    finding.add_argument("--agency", choices=tuple(project.agencies()), help="hanya instansi ini")
    asking_who = commands.add_parser("who", help="siapa mengubah lembar satu instansi, menurut riwayat versi Google")
    asking_who.add_argument("agency", choices=tuple(project.with_sheet()), metavar="instansi")
    commands.add_parser("check", help="periksa kontrak, data rujukan, dan semua pertanyaan")
    examining = commands.add_parser(
        "doctor", help="periksa kunci, jaringan, dan lembar tiap instansi, beserta cara memperbaikinya"
    )
    examining.add_argument(
        "--coba-komentar", nargs="?", const="", metavar="ALAMAT",
        help="coba komentar di satu spreadsheet percobaan; tanpa ALAMAT yang ditulis sebagai uji di secrets.toml",
    )  # fmt: skip
    preparing = commands.add_parser("template", help="siapkan spreadsheet satu instansi: tab, kepala kolom, pilihan")
    preparing.add_argument("agency", choices=tuple(project.with_sheet()), metavar="instansi")
    preparing.add_argument("--xlsx", type=Path, metavar="BERKAS", help="tulis sebagai berkas Excel, tanpa Google")
    beginning = commands.add_parser("new", help="tulis proyek kecil yang langsung jalan, untuk rangkaian rapat lain")
    beginning.add_argument("folder", type=Path, metavar="FOLDER", help="folder yang belum ada, atau kosong")
    saving = commands.add_parser("backup", help="simpan semua potret, rapat, dan keputusan ke satu berkas")
    saving.add_argument("file", type=Path, metavar="BERKAS")
    restoring = commands.add_parser("restore", help="kembalikan semuanya dari berkas itu; server dihentikan dulu")
    restoring.add_argument("file", type=Path, metavar="BERKAS")
    restoring.add_argument(
        "--ganti", action="store_true", help="sisihkan yang ada sekarang; tanpa ini folder harus kosong"
    )
    for command in (asking, finding):
        command.add_argument("--format", choices=tuple(output.FORMATS), default="table")
    return parser
