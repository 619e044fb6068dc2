"""A project of its own from nothing: what `monev new` writes runs, and docs/topik-baru.md leads on from there."""

import csv
import json
import re
import shutil
from pathlib import Path

import pytest

from monev.contract import acara_csv, contracts, indicators, istilah_csv, parts, wilayah_csv
from monev.contract.reference_csv import SQL_TYPES
from monev.run.commands import new_project
from monev.settings import HOME, SettingError
from monev.snapshot import check_sql, decision_sql
from monev.words import vocabulary
from tests.conftest import monev
from tests.front import NAMES, SERIES, nginx
from tests.provider import cookie, free_port, provider, secrets
from tests.screen import Screen

pytestmark = pytest.mark.panjang

GUIDE = (HOME / "docs" / "topik-baru.md").read_text("utf-8")
#: The files that the guide has people write, in its order.
FILES = re.findall(r"^`([\w./-]+)`\n\n```\w+\n(.*?)^```$", GUIDE, re.DOTALL | re.MULTILINE)
#: The lines that it says `check` tells.
TOLD = [
    line
    for block in re.findall(r"^```text\n(.*?)^```$", GUIDE, re.DOTALL | re.MULTILINE)
    for line in block.splitlines()
]
#: What belongs to the Pilkada alone.
FOREIGN = re.compile(r"pilkada|pemungutan|\bkpu\b|bawaslu|\bH-\d|\bHari H\b|sukabumi", re.I)
PAGES = ("", "layanan", "tindak_lanjut", "perubahan", "rapat", "bahan", "mutu_data")


@pytest.fixture
def project(tmp_path):
    folder = tmp_path / "rapat-ku"
    done = monev("new", str(folder))
    assert done.returncode == 0 and "MONEV_PROYEK=" in done.stdout, done.stderr
    return folder


def check(project):
    """The lines that `check` tells, and its exit status."""
    done = monev("check", PROYEK=project)
    return [line.removeprefix("monev: ") for line in (done.stdout + done.stderr).splitlines()], done.returncode


def ask(project, question):
    done = monev("ask", question, "--format", "json", PROYEK=project)
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def follow(project, upto=None):
    """Write what the guide has people write, up to the file `upto`."""
    for name, content in FILES:
        path = project / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content, "utf-8")
        if name == upto:
            return


def test_what_is_written_runs_at_once(project):
    lines, status = check(project)
    assert status == 0 and lines == ["Kontrak 1 instansi dengan 2 tab, data rujukan, dan 107 pertanyaan: sesuai."]
    done = monev("sync", PROYEK=project)
    assert done.returncode == 0 and "Senin, 2 November 2026" in done.stdout, done.stderr
    [row] = ask(project, "layanan/angka_pokok")
    # 101 + 98 + 97 of 110 + 124 + 131, by hand.
    assert (round(row["nilai"], 6), row["status"]) == (round(100 * 296 / 365, 6), "kuning")
    [said] = ask(project, "tindak_lanjut/kalimat")
    assert said["kalimat"] == "Satu janji rapat belum selesai; satu lewat tenggat, milik Dinas Contoh."
    assert all(row["simulasi"] for row in ask(project, "bersama/bingkai"))
    assert not (HOME / "potret" / "contoh" / "000001-2026-11-02").exists() and (project / "potret").is_dir()


def test_it_is_never_written_where_anything_lies(tmp_path, monkeypatch):
    (tmp_path / "isi").mkdir()
    (tmp_path / "isi" / ".x").write_text("")
    (tmp_path / "berkas").write_text("")
    (tmp_path / "tautan").symlink_to(tmp_path / "tidak-ada")
    for name, why in (("isi", "tidak kosong"), ("berkas", "bukan folder"), ("tautan", "bukan folder")):
        with pytest.raises(SettingError, match=f"^{name} .*{why}"):
            new_project.write(tmp_path / name)
    monkeypatch.chdir(tmp_path / "isi")
    with pytest.raises(SettingError, match=r"^isi tidak kosong"):
        new_project.write(Path())
    (tmp_path / "kosong").mkdir()
    new_project.write(tmp_path / "kosong")
    assert (tmp_path / "kosong" / "README.md").is_file() and [*(tmp_path / "isi").iterdir()] == [
        tmp_path / "isi" / ".x"
    ]


def test_its_readme_fits_a_screen_and_names_what_is_there(project):
    text = (project / "README.md").read_text("utf-8")
    assert len(text.splitlines()) <= 40 and "Ganti ini, lalu ini" in text
    for name in re.findall(r"^\| \d \| (.*?) \|", text, re.MULTILINE):
        for path in re.findall(r"`([\w./*-]+)`", name):
            assert [*project.glob(path)], path


def test_a_project_that_is_not_there_is_told(tmp_path):
    for command in ("check", "sync"):
        done = monev(command, PROYEK=tmp_path / "tidak-ada")
        assert done.returncode == 1 and "Traceback" not in done.stderr
        assert done.stderr == f"monev: MONEV_PROYEK berisi “{tmp_path / 'tidak-ada'}”; folder itu tidak ada.\n"
    done = monev("check", PROYEK=f"{HOME}:{tmp_path}")
    assert done.returncode == 1 and "satu proses melayani satu folder" in done.stderr
    done = monev("check", PROYEK=tmp_path)
    assert done.returncode == 1 and done.stderr.startswith("monev: ") and len(done.stderr.splitlines()) == 1


@pytest.mark.parametrize("name", ["topik.toml", "daerah.toml", "agenda.csv"])
def test_a_needed_file_that_is_missing_is_named(project, name):
    (project / "reference" / name).unlink()
    lines, status = check(project)
    assert status == 1 and f"reference/{name}: berkas tidak ada." in lines


# --- the guide ---


def test_the_guide_leads_to_a_project_without_a_mistake(project):
    assert len(FILES) == 7 and len(TOLD) == 4
    follow(project)
    lines, status = check(project)
    assert status == 0, lines
    assert monev("sync", PROYEK=project).returncode == 0
    spent = {row["kode"]: row for row in ask(project, "layanan/angka_pokok")}["anggaran_persen"]
    assert round(spent["nilai"], 4) == round(100 * 150 / 350, 4) and spent["status"] == "kuning"
    assert spent["kalimat"] == "Dari Rp0,35 miliar baru terpakai Rp0,15 miliar."
    [left] = ask(project, "antrean/angka_pokok")
    assert (left["nilai"], left["status"]) == (69, "kuning")
    [compared] = ask(project, "layanan/rekonsiliasi")
    assert (compared["nilai_kiri"], compared["nilai_kanan"], compared["status"]) == (296, 296, "hijau")


def test_what_the_guide_says_of_mistakes_is_what_check_says(project):
    follow(project)
    contract = project / "contracts" / "bappeda.toml"
    whole = contract.read_text("utf-8")
    contract.write_text(whole.replace('"Pagu", type = "rp"', '"Pagu", type = "rupiah"'), "utf-8")
    assert check(project) == ([TOLD[0]], 1)
    contract.write_text(whole, "utf-8")
    number = project / "queries" / "layanan" / "indikator" / "anggaran_persen.sql"
    text = number.read_text("utf-8")
    number.write_text(text.replace('["pagu", "realisasi"]', '["pagu_awal", "realisasi"]'), "utf-8")
    assert TOLD[1] in check(project)[0]
    number.write_text(text.replace('["pagu", "realisasi"]', '["pagu"]'), "utf-8")
    assert check(project) == ([TOLD[2]], 1)
    number.write_text(text, "utf-8")
    shutil.rmtree(project / "queries" / "antrean")
    assert check(project) == ([TOLD[3]], 1)


def test_several_mistakes_are_told_at_once(project):
    follow(project)
    number = project / "queries" / "layanan" / "indikator" / "anggaran_persen.sql"
    number.write_text(number.read_text("utf-8").replace("nullif", "nulif"), "utf-8")
    other = project / "queries" / "antrean" / "indikator" / "permohonan_tersisa.sql"
    other.write_text(other.read_text("utf-8").replace("kuning  = 100", "kuning  = 10"), "utf-8")
    (project / "queries" / "antrean" / "catatan.txt").write_text("x")
    lines, status = check(project)
    assert status == 1 and [line.split(".sql")[0].split(":")[0] for line in sorted(lines)] == sorted(
        ["queries/antrean/catatan.txt", "queries/antrean/indikator/permohonan_tersisa",
         "queries/layanan/indikator/anggaran_persen"]
    )  # fmt: skip


def test_all_mistakes_of_contracts_and_reference_data_are_told_together(project):
    follow(project)
    bappeda, dinas = (project / "contracts" / f"{one}.toml" for one in ("bappeda", "dinas"))
    bappeda.write_text(bappeda.read_text("utf-8").replace('"Pagu", type = "rp"', '"Pagu", type = "rupiah"'), "utf-8")
    dinas.write_text(dinas.read_text("utf-8").replace('key     = ["bulan"]', 'key     = ["tahun"]'), "utf-8")
    (project / "contracts" / "catatan.txt").write_text("x")
    topic = project / "reference" / "topik.toml"
    topic.write_text(topic.read_text("utf-8").replace("rapat = ", "rapatnya = "), "utf-8")
    (project / "reference" / "harga.csv").write_text("a,b\n1,2\n")
    (project / "reference" / "aturan.csv").write_text("kode,nilai\n")
    lines, status = check(project)
    assert status == 1 and sorted(lines) == sorted([
        TOLD[0],
        'contracts/dinas.toml, tab "layanan", kunci "key": kolom "tahun" tidak ada di tab ini.',
        "contracts/catatan.txt: berkas ini tidak dibaca; kontrak adalah berkas .toml.",
        'reference/topik.toml, kunci "rapatnya": tidak dikenal.',
        "reference/harga.csv: tidak ada yang membaca berkas ini; sebut jenis kolomnya di tabel.toml.",
        "reference/aturan.csv, baris 1: kepala harus kode,nilai,satuan,arti,dasar.",
    ])  # fmt: skip


def test_a_figure_with_a_fraction_goes_from_the_sheet_to_the_number(project):
    contract = project / "contracts" / "dinas.toml"
    rate = 'nilai   = { title = "Nilai Layanan", type = "des", usual = "0..5", example = "3,82", meaning = "Rata-rata nilai." }'
    contract.write_text(contract.read_text("utf-8") + rate + "\n", "utf-8")
    number = project / "queries" / "layanan" / "indikator" / "layanan_selesai_persen.sql"
    text = number.read_text("utf-8").replace('"persen"', '"poin"').replace('["masuk", "selesai"]', '["nilai"]')
    number.write_text(re.sub(r"select .* as nilai", "select avg(nilai) as nilai", text), "utf-8")
    sheet = project / "samples" / "dinas" / "Layanan.csv"
    for cells, expected, told in (
        (("3,82", "3,9", "4,12"), (3.82 + 3.9 + 4.12) / 3, []),
        (("3,82", "3.9", "4,12"), (3.82 + 4.12) / 2, ["Pecahan ditulis dengan koma, bukan titik."]),
        (("3,82", "41", "4,12"), (3.82 + 41 + 4.12) / 3, ["Nilai Layanan 41 di luar yang lazim, 0 sampai 5."]),
    ):
        rows = list(csv.reader(sheet.read_text("utf-8").splitlines()))
        table = [
            [*rows[0][:6], "Nilai Layanan"],
            *([*row[:6], cell] for row, cell in zip(rows[1:], cells, strict=True)),
        ]
        with sheet.open("w", encoding="utf-8", newline="") as file:
            csv.writer(file).writerows(table)
        assert check(project)[1] == 0 and monev("sync", PROYEK=project).returncode == 0
        [row] = ask(project, "layanan/angka_pokok")
        assert abs(row["nilai"] - expected) < 1e-9
        done = monev("findings", "--format", "json", PROYEK=project)
        assert [one["alasan"] for one in json.loads(done.stdout)] == told


MORE = {
    "two agencies with one name": ("contracts/bappeda.toml", '"Bappeda"', '"Dinas Contoh"',
                                   'contracts/bappeda.toml, kunci "name": "Dinas Contoh" juga nama instansi "dinas".'),
    "one turn twice": ("queries/layanan/indikator/anggaran_persen.sql", "urutan  = 2", "urutan  = 1",
                       'kunci "urutan": harus 2; 1 sudah dipakai anggaran_persen.'),
    "one underscore": ("queries/layanan/indikator/anggaran_persen.sql", "bappeda__kegiatan", "bappeda_kegiatan",
                       "tabel bappeda_kegiatan tidak ada; tabel tab itu bernama bappeda__kegiatan"),
    "no SELECT": ("queries/layanan/indikator/anggaran_persen.sql", "select\n", "update x set\n",
                  "queries/layanan/indikator/anggaran_persen.sql: harus satu SELECT yang sah; DuckDB: "),
    "two rows": ("queries/antrean/indikator/permohonan_tersisa.sql", "sum(masuk) - sum(selesai)", "masuk",
                 "queries/antrean/indikator/permohonan_tersisa.sql: memberi 2 baris, harus satu."),
    "a quote that is none": ("reference/topik.toml", '"Monev Layanan"', "“Monev Layanan”",
                             "reference/topik.toml, baris 3: bukan TOML yang sah; tulis nama = "),
    "an example that cannot be read": ("contracts/bappeda.toml", '"150.000.000"', '"0,32"',
                                       'kolom "pagu", kunci "example": "0,32" tidak akan terbaca. '),
    "a label in place of its code": ("queries/layanan/indikator/anggaran_persen.sql", "where utuh(", "where realisasi < 0 and utuh(",
                                     "tanpa nilai pada samples/, padahal 2 baris terhitung; periksa syaratnya"),
    "a condition on what is not there": (
        "queries/layanan/indikator/anggaran_persen.sql", '["pagu", "realisasi"] }', '{ kolom = ["pagu", "realisasi"], hanya = "t.pago > 0" } }',
        'kunci "memakai.bappeda/kegiatan.hanya": tidak ada kolom "pago" di tab itu.'),
    "simulasi misspelt": ("samples/sumber.toml", "simulasi", "simulsi", "samples/: "),
}  # fmt: skip


@pytest.mark.parametrize("case", MORE)
def test_a_mistake_that_a_newcomer_makes_is_one_line_with_what_to_do(project, case):
    name, stands, instead, told = MORE[case]
    follow(project)
    path = project / name
    text = path.read_text("utf-8")
    assert stands in text
    path.write_text(
        text.replace(stands, instead, 1) if case != "one underscore" else instead.join(text.rsplit(stands, 1)), "utf-8"
    )
    lines, status = check(project)
    assert status == 1 and any(told in line for line in lines), lines
    assert "Traceback" not in "".join(lines)


def test_a_page_that_is_no_point_and_a_table_with_a_taken_name_are_told(project):
    (project / "pages").mkdir()
    (project / "pages" / "lain.py").write_text("")
    (project / "queries" / "Antrean" / "indikator").mkdir(parents=True)
    shutil.copy(project / "queries" / "layanan" / "indikator" / "layanan_selesai_persen.sql",
                project / "queries" / "Antrean" / "indikator" / "b.sql")  # fmt: skip
    lines, _ = check(project)
    assert "pages/lain.py: halaman ini tidak ada di reference/agenda.csv." in lines
    assert "queries/Antrean/: halaman ini tidak ada di reference/agenda.csv." in lines
    for name in ("meta", "ambang"):
        (project / "reference" / "tabel.toml").write_text(f'[{name}]\nkode = "teks"\n', "utf-8")
        (project / "reference" / f"{name}.csv").write_text("kode\nx\n", "utf-8")
        assert f"reference/tabel.toml, tabel {name}: nama itu dipakai dasbor sendiri." in check(project)[0]
        (project / "reference" / f"{name}.csv").unlink()


# --- decisions that no agency keeps ---


def test_where_no_agency_keeps_decisions_they_stay_here_and_nothing_waits(project):
    contract = project / "contracts" / "dinas.toml"
    contract.write_text(contract.read_text("utf-8").replace("decisions = true", "# decisions"), "utf-8")
    lines, status = check(project)
    assert status == 1 and [line.split(":")[0] for line in lines] == ["samples/dinas/, tab “Tindak Lanjut”"]
    (project / "samples" / "dinas" / "Tindak Lanjut.csv").unlink()
    assert check(project)[1] == 0 and monev("sync", PROYEK=project).returncode == 0
    box = project / "potret" / "contoh" / "kotak-keluar"
    box.mkdir(parents=True, exist_ok=True)
    row = {"id": "TL-2026-11-02-01", "dicatat": "2026-11-02T09:12:00", "tanggal_rapat": "2026-11-02", "agenda": "layanan",
           "uraian": "Menambah loket", "penanggung_jawab": ["dinas"], "tenggat": "2026-11-20"}  # fmt: skip
    (box / "TL-2026-11-02-01.json").write_text(json.dumps(row), "utf-8")
    [kept] = ask(project, "tindak_lanjut/dicatat")
    assert (kept["kiriman"], kept["pemilik"]) == ("di_sini", "Dinas Contoh")
    assert ask(project, "tindak_lanjut/antre")[0]["menunggu"] == 0
    assert ask(project, "tindak_lanjut/kalimat") == [{"kalimat": "Belum ada janji rapat."}]
    done = monev("send", PROYEK=project)
    assert (done.returncode, done.stdout) == (0, "Tidak ada keputusan yang menunggu.\n")


# --- in a browser ---


@pytest.mark.parametrize("width", [1280, 390])
def test_every_page_of_a_new_project_speaks_its_own_words(project, start, chromium, width):
    assert monev("sync", PROYEK=project).returncode == 0
    shots = project / "potret" / "contoh"
    with (
        start(shots, PROYEK=project, FOLDER=project / "samples") as (address, _),
        Screen(chromium, width, 800) as shown,
    ):
        for page in PAGES:
            said = shown.open(address, f"/{page}").read()
            assert said["exceptions"] == [] and shown.troubles == [], page
            assert not FOREIGN.search(said["text"]), page
        shown.open(address, "/layanan?layar=ya")
        assert "81,1%" in shown.read()["text"] and not FOREIGN.search(shown.read()["text"])
        mark = shown.tab.locator("[data-testid=stHeaderLogo], [data-testid=stLogo]").first.get_attribute("src")
        assert "Kota Contoh" in shown.tab.request.get(mark).text()


def test_two_series_on_one_server_have_addresses_numbers_and_roles_of_their_own(
    project, start, samples_shot, chromium, tmp_path, monkeypatch
):
    assert monev("sync", PROYEK=project).returncode == 0
    monkeypatch.setenv("STREAMLIT_SERVER_ALLOWED_HOSTS", " ".join((*NAMES, "localhost", "127.0.0.1")))
    ports, (here, there) = (free_port(), free_port()), NAMES
    guest = '[akses]\npimpinan = ["tamu@contoh.test"]\n'
    (tmp_path / "gerbang").mkdir()
    with nginx(tmp_path / "gerbang", *ports, SERIES) as front, provider() as issuer:
        kept = [
            secrets(
                tmp_path / f"{name}.toml",
                port,
                issuer,
                redirect_uri=f"https://{name}:{front.port}/oauth2callback",
                **more,
            )
            for name, port, more in ((here, ports[0], {}), (there, ports[1], {"access": guest}))
        ]
        with (
            start(samples_shot, port=ports[0], RAHASIA=kept[0], FOLDER="samples"),
            start(project / "potret" / "contoh", port=ports[1], RAHASIA=kept[1], PROYEK=project, FOLDER="samples"),
            Screen(chromium, 1280, 720, ignore_https_errors=True) as shown,
        ):
            for name, account, words, foreign in (
                (here, "pimpinan@contoh.test", "dan logistik", "Layanan yang"),
                (there, "tamu@contoh.test", "Layanan yang", "dan logistik"),
            ):
                address = f"https://{name}:{front.port}"
                shown.tab.context.clear_cookies()
                shown.tab.context.add_cookies([cookie(address, account) | {"secure": True}])
                said = shown.open(address, "/").read()["text"]
                assert words in said and foreign not in said and f"Masuk sebagai {account}" in said
            for name, account, let_in in (
                (here, "tamu@contoh.test", False), (there, "pimpinan@contoh.test", False), (here, "pimpinan@contoh.test", True),
            ):  # fmt: skip
                one = cookie(f"https://{name}:{front.port}", account)
                body = front.get(
                    "/", Host=f"{name}:{front.port}", Accept="text/html", Cookie=f"{one['name']}={one['value']}"
                )[2]
                assert (b"stream" in body or b"static/js" in body) is let_in, (name, account)


def test_the_samples_of_a_new_project_are_marked_and_name_nobody():
    folder = Path(new_project.__file__).with_name("proyek_baru")
    assert "simulasi = true" in (folder / "samples" / "sumber.toml").read_text("utf-8")
    for path in folder.rglob("*.csv"):
        with path.open(encoding="utf-8", newline="") as file:
            assert len({len(row) for row in csv.reader(file)}) == 1, path


# --- what the guide says of formats ---


def test_the_guide_names_every_key_and_every_header_as_they_are_read():
    for key in (*vocabulary.LISTS, vocabulary.OFFICES, vocabulary.MEANT):
        assert re.search(rf"^\| .*`{key}`", GUIDE, re.MULTILINE), key
    heads = {
        "acara": acara_csv.FIELDS,
        "ambang": indicators.BOUNDS,
        "istilah": istilah_csv.FIELDS,
        "wilayah": wilayah_csv.FIELDS,
    }
    for name, fields in heads.items():
        assert f"| `{name}.csv` | `{','.join(fields)}` |" in GUIDE, name
    for answer in (check_sql.ANSWER, decision_sql.ANSWER):
        for column in answer:
            assert re.search(rf"^\| .*`{column}`", GUIDE, re.MULTILINE), column
    for kind in (*parts.KINDS, *(one for one in SQL_TYPES if one != "pola")):
        assert f"`{kind}`" in GUIDE, kind
    tab = contracts.read_as_typed("contracts", {"dinas": {"name": "D", "order": 1, "decisions": True}}, {}, None)[
        "dinas"
    ].tabs
    assert ", ".join(one.title for one in list(tab["tindak_lanjut"].columns.values())[:4]) in GUIDE.replace("\n", " ")
    assert all(one.title in GUIDE for one in tab["tindak_lanjut"].columns.values())
