"""Query files of a project whose answers do not fit: each is one line that names file and column, never a traceback."""

import pytest

from monev.snapshot import shapes
from tests.conftest import monev
from tests.test_new_project import check, follow, project  # noqa: F401

pytestmark = pytest.mark.panjang

#: Of which SQL makes a column that the place of its file does not take.
CHECK = (
    "select 'dinas' as instansi, 'layanan' as tab, baris, 'masuk' as kolom, 'Periksa.' as alasan, 'periksa' as saran"
)
BLOCK = """/* indikator
nama = "{code}"
urutan = {turn}
satuan = "kali"
arah = "turun"
hijau = 1
basis = "P"
dasar = "Usulan"
memakai = {{ "dinas/layanan" = ["masuk"] }}
*/
-- Berapa?
-- Satu baris.
"""
COMPARED = """/* rekonsiliasi
judul = "Masuk"
kiri = "Dinas"
kanan = "Bappeda"
satuan = "kali"
memakai = { "dinas/layanan" = ["masuk"] }
*/
-- Samakah?
-- Satu baris.
"""


def write(project, files):  # noqa: F811
    for name, sql in files.items():
        path = project / "queries" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        block = COMPARED if "/rekonsiliasi/" in name else "" if "/indikator/" in name else "-- Apa?\n-- Satu baris.\n"
        path.write_text(f"{block}{sql}\n", "utf-8")


def number(turn, sql):
    return BLOCK.format(code=f"Angka {turn}", turn=turn) + sql


#: File -> its SQL, and what is told of it.
SHAPES = {
    "periksa/kurang.sql": (CHECK.replace("'dinas' as instansi, ", "") + " from dinas__layanan",
        "kolom instansi tidak ada; yang harus ada: instansi, tab, baris, kolom, alasan, saran."),
    "periksa/lebih.sql": (CHECK + ", 1 as warna from dinas__layanan",
        "kolom warna tidak dikenal; yang boleh: instansi, tab, baris, kolom, alasan, saran, bobot, akibat, pasti, di_samping."),
    "periksa/jenis.sql": (CHECK.replace("baris", "bulan as baris") + " from dinas__layanan",
        "baris bukan bilangan bulat melainkan teks."),
    "layanan/perlu_diputuskan.sql": ("select 'merah' as status, 'Tambah loket' as uraian, 'Dinas' as pemilik, hari_ini() as tenggat from dinas__layanan",
        "tenggat bukan teks melainkan tanggal."),
    "antrean/perlu_diputuskan.sql": ("select 'merah' as status, 'Tambah loket' as uraian from dinas__layanan",
        "kolom pemilik tidak ada; yang harus ada: status, uraian, pemilik."),
    "layanan/rekonsiliasi/P1.sql": ("select 'Masuk' as kunci, 1 as nilai_kiri, 2 as nilai_kanan, 'Beda.' as kalimat, 'ya' as cocok, sum(masuk) > 0 as berjalan from dinas__layanan",
        "cocok bukan benar atau salah melainkan teks."),
    "layanan/rekonsiliasi/P2.sql": ("select 'Masuk' as kunci, 1 as nilai_kiri, 'Beda.' as kalimat from dinas__layanan group by all",
        "kolom nilai_kanan tidak ada; yang harus ada: kunci, nilai_kiri, nilai_kanan, kalimat."),
    "layanan/indikator/a.sql": (number(3, "select sum(masuk) as nilai, max(masuk) as kalimat from dinas__layanan"),
        "kalimat bukan teks melainkan bilangan."),
    "layanan/indikator/b.sql": (number(4, "select sum(masuk) as jumlah from dinas__layanan"),
        "kolom nilai tidak ada; yang harus ada: nilai."),
    "layanan/indikator/c.sql": (number(5, "select '3' as nilai, max(masuk) > 1 as belum_waktunya from dinas__layanan"),
        "nilai bukan bilangan melainkan teks."),
    "rincian/a.sql": ("select 'Loket' as hal, 'kurang' as keterangan, 'ya' as memberatkan, 1 as jumlah from dinas__layanan",
        "memberatkan bukan benar atau salah melainkan teks."),
    "rincian/b.sql": ("select 'Loket' as hal, 'kurang' as keterangan, true as memberatkan from dinas__layanan",
        "kolom jumlah tidak ada; yang harus ada: hal, keterangan, memberatkan, jumlah."),
    "lembar/hari_bernama.sql": ("select 'Peluncuran' as nama, max(tanggal_data) as hari from dinas__layanan",
        "kolom tanggal tidak ada; yang harus ada: nama, tanggal."),
}  # fmt: skip


def test_what_an_answer_lacks_or_has_too_much_is_told_of_every_kind_of_file(project):  # noqa: F811
    follow(project)
    write(project, {name: sql for name, (sql, _) in SHAPES.items() if name != "lembar/hari_bernama.sql"})
    lines, status = check(project)
    expected = {f"queries/{name}: {why}" for name, (_, why) in SHAPES.items() if name != "lembar/hari_bernama.sql"}
    assert status == 1 and set(lines) == expected


def test_a_table_in_the_place_of_the_engines_own_needs_its_columns(project):  # noqa: F811
    name = "lembar/hari_bernama.sql"
    write(project, {name: SHAPES[name][0]})
    lines, status = check(project)
    assert status == 1 and any(line.startswith(f"queries/{name}: ") for line in lines), lines


def test_what_counts_for_a_number_that_there_is_not_is_told(project):  # noqa: F811
    write(
        project,
        {"rincian/hilang.sql": "select 'Loket' as hal, 'kurang' as keterangan, true as memberatkan, 1 as jumlah"},
    )
    lines, status = check(project)
    assert status == 1 and lines == [
        "queries/rincian/hilang.sql: tidak ada angka berkode hilang; namai berkasnya menurut kode angkanya."
    ]


ROWS = {
    "another tab": (CHECK.replace("'layanan'", "'loket'"), "dinas/loket bukan tab di contracts/."),
    "another agency": (CHECK.replace("'dinas'", "'kpu'"), "kpu/layanan bukan tab di contracts/."),
    "another column": (CHECK.replace("'masuk'", "'keluar'"), "kolom keluar tidak ada di tab dinas/layanan."),
    "no advice": (CHECK.replace("'periksa' as", "null as"), "alasan atau saran kosong; "),
    "another weight": (CHECK + ", 'merah' as bobot", "bobot “merah” tidak dikenal; tulis tolak, periksa, info."),
}  # fmt: skip


@pytest.mark.parametrize("case", ROWS)
def test_what_only_a_row_of_a_check_shows_is_told_too(project, case):  # noqa: F811
    sql, told = ROWS[case]
    write(project, {"periksa/x.sql": f"{sql} from dinas__layanan limit 1"})
    lines, status = check(project)
    assert status == 1 and len(lines) == 1 and lines[0].startswith(f"queries/periksa/x.sql: {told}")
    done = monev("sync", PROYEK=project)
    assert "Traceback" not in done.stderr and (done.returncode == 0 or f"queries/periksa/x.sql: {told}" in done.stderr)


def test_a_state_that_is_none_is_told(project):  # noqa: F811
    sql = "select 'Merah' as status, 'Tambah loket' as uraian, null as pemilik from dinas__layanan limit 1"
    write(project, {"layanan/perlu_diputuskan.sql": sql})
    assert check(project)[0] == [
        "queries/layanan/perlu_diputuskan.sql: status “Merah” tidak dikenal; tulis salah satu dari merah, kuning, "
        "belum_dilaporkan, tanpa_penilaian, hijau, belum_waktunya, selesai_dinilai."
    ]


@pytest.mark.parametrize(
    ("wanted", "kind", "why"),
    [
        ("VARCHAR", "NULL", None), ("VARCHAR", "VARCHAR", None), ("VARCHAR", "INTEGER", "x bukan teks melainkan bilangan"),
        ("DOUBLE", "DECIMAL(4,1)", None), ("DOUBLE", "HUGEINT", None), ("DOUBLE", "VARCHAR", "x bukan bilangan melainkan teks"),
        ("INTEGER", "BIGINT", None), ("INTEGER", "DOUBLE", "x bukan bilangan bulat melainkan bilangan"),
        ("DATE", "DATE", None), ("DATE", "TIMESTAMP", "x bukan tanggal melainkan tanggal dengan jam"),
        ("BOOLEAN", "BOOLEAN", None), ("BOOLEAN", "INTEGER", "x bukan benar atau salah melainkan bilangan"),
        ("VARCHAR[]", "INTEGER[]", None), ("VARCHAR[]", "VARCHAR", "x bukan daftar teks melainkan teks"),
    ],
)  # fmt: skip
def test_types_are_held_against_what_a_column_takes(wanted, kind, why):
    assert shapes.unlike({"x": kind}, (), {"x": wanted}) == why
