"""What `check` sees in the samples of a project: what is not read, and conditions that leave out the wrong rows."""

import shutil

import pytest

from tests.conftest import monev
from tests.test_new_project import ask, check, project  # noqa: F401

pytestmark = pytest.mark.panjang

STOCK = "queries/layanan/indikator/stok_ton.sql"
#: A number of one choice of a list, with a cell that cannot be read in a row that it uses.
FILES = {
    "contracts/bersama.toml": """
        [options.komoditas]
        beras = { label = "Beras medium", alias = ["beras"] }
        cabai = "Cabai rawit"
        gula  = "Gula pasir"
    """,
    "contracts/dkp.toml": """
        name  = "DKP"
        order = 2
        [tabs.stok]
        title   = "Stok"
        meaning = "Stok; satu baris untuk setiap gudang dan komoditas."
        key     = ["gudang"]
        [tabs.stok.columns]
        gudang    = { title = "Gudang", type = "teks", required = true, example = "Utara", meaning = "Nama gudang." }
        komoditas = { title = "Komoditas", type = "pilihan", options = "komoditas", required = true, example = "Beras medium", meaning = "Yang disimpan." }
        bulan     = { title = "Bulan", type = "bulan", example = "2026-10", meaning = "Bulannya." }
        ton       = { title = "Ton", type = "bil", required = true, example = "12", meaning = "Banyaknya." }
    """,
    "samples/dkp/Stok.csv": """
        Gudang,Komoditas,Bulan,Ton,Tanggal Data
        Utara,Beras medium,2026-10,sekitar 200,31 Oktober 2026
        Selatan,Beras medium,2026-10,30,31 Oktober 2026
        Barat,Cabai rawit,2026-10,7,31 Oktober 2026
    """,
    STOCK: """
        /* indikator
        nama    = "Stok beras"
        urutan  = 2
        satuan  = "ton"
        arah    = "naik"
        hijau   = 20
        basis   = "P"
        dasar   = "Usulan"
        memakai = { "dkp/stok" = { kolom = ["ton"], penentu = ["komoditas", "bulan"], hanya = "t.komoditas = 'beras'" } }
        */
        -- Berapa ton beras?
        -- Satu baris.
        select sum(ton) as nilai
        from dkp__stok
        where komoditas = 'beras'
    """,
}


@pytest.fixture
def stock(project):  # noqa: F811
    for name, text in FILES.items():
        path = project / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("\n".join(line.strip() for line in text.strip().splitlines()) + "\n", "utf-8")
    return project


def change(project, name, old, new):  # noqa: F811
    text = (project / name).read_text("utf-8")
    assert old in text
    (project / name).write_text(text.replace(old, new), "utf-8")


def number(project, code):  # noqa: F811
    done = monev("sync", PROYEK=project)
    assert done.returncode == 0, done.stderr
    [row] = [one for one in ask(project, "layanan/angka_pokok") if one["kode"] == code]
    return row


KEY = f'{STOCK}, kunci "memakai.dkp/stok.hanya": '
CONDITIONS = {
    "t.komoditas = 'Beras medium'": "“Beras medium” adalah sebutan di kolom dkp/stok.komoditas; di SQL tulis kodenya, 'beras'.",
    "t.komoditas in ('beras', 'Beras medium')": "“Beras medium” adalah sebutan di kolom",
    "'Beras medium' = komoditas": "“Beras medium” adalah sebutan di kolom",
    "coalesce(t.komoditas, '') = 'bras'": "“bras” bukan pilihan kolom dkp/stok.komoditas; kodenya: beras, cabai, gula.",
    "t.komoditas like 'Beras%'": "“Beras%” bukan pilihan kolom dkp/stok.komoditas; kodenya: beras, cabai, gula.",
    "t.komoditas = 'beras' and t.bulan = 'Oktober 2026'": "“Oktober 2026” tidak pernah ada di kolom dkp/stok.bulan; bulan di SQL ditulis seperti 2026-10.",
    "t.ton > aturan('paling_sedikit')": "aturan('paling_sedikit') menyebut yang tidak ada di reference/aturan.csv.",
    "t.komoditas = 'gula'": "tidak cocok dengan satu pun dari 3 baris di samples/.",
    "t.komoditas = 'cabai'": "angkanya berubah bila baris yang tidak cocok dianggap belum terbaca, jadi baris itu ikut dihitung; samakan syaratnya dengan where.",
    "t.ton > 50": None,
    "t.komoditas = 'beras'": None,
    "t.komoditas in ('beras', 'cabai')": None,
    "t.komoditas like 'ber%' and t.bulan = '2026-10'": None,
    "t.komoditas <> ''": None,
}  # fmt: skip


@pytest.mark.parametrize("condition", CONDITIONS)
def test_a_condition_that_would_hide_a_broken_cell_is_told(stock, condition):
    change(stock, STOCK, "t.komoditas = 'beras'", condition)
    if condition == "t.ton > 50":  # no row is read to be so; that the unread one may be is not known
        assert check(stock) == ([f"{KEY}tidak cocok dengan satu pun dari 3 baris di samples/."], 1)
        return
    told = CONDITIONS[condition]
    lines, status = check(stock)
    assert status == (1 if told else 0)
    assert not told or any(line.startswith(KEY + told) for line in lines), lines


@pytest.mark.parametrize(
    "condition", ["t.komoditas = 'Beras medium'", "t.komoditas in ('Beras medium')", "t.komoditas = 'beras'"]
)
def test_a_label_in_a_condition_never_makes_a_number_green(stock, condition):
    """Also where nobody ran `check`: such a condition is not followed, so every row counts as used."""
    change(stock, STOCK, "t.komoditas = 'beras'", condition)
    row = number(stock, "stok_ton")
    assert (row["nilai"], row["status"], row["dikecualikan"]) == (30, "kuning", 1)
    # What is said below the number is about the rows that its formula uses, where it does not use all.
    followed = condition == "t.komoditas = 'beras'"
    assert row["landasan"] == ("1 dari 2 baris yang dipakai terhitung" if followed else None)


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("where komoditas = 'beras'", "where komoditas = 'Beras medium'", "“Beras medium” adalah sebutan di kolom dkp/stok.komoditas; di SQL tulis kodenya, 'beras'."),
        ("sum(ton)", "sum(ton) filter (where case komoditas when 'Cabai rawit' then true end)", "“Cabai rawit” adalah sebutan"),
        ("where komoditas", "where 'gula' <> sebutan('komoditi', komoditas) and komoditas", "sebutan('komoditi') menyebut yang tidak ada di [options] contracts/bersama.toml."),
    ],
)  # fmt: skip
def test_a_label_in_the_sql_itself_is_told_too(stock, old, new, told):
    change(stock, STOCK, old, new)
    assert any(line.startswith(f"{STOCK}: {told}") for line in check(stock)[0])


def test_a_label_is_told_in_every_kind_of_file(stock):
    asked = {
        "queries/lembar/stok_beras.sql": "select gudang, ton from dkp__stok where komoditas = 'Beras medium'",
        "queries/layanan/stok.sql": "select s.gudang from dkp__stok as s where list_contains(['Gula pasir'], s.komoditas) or s.komoditas = 'Gula pasir'",
        "queries/layanan/perlu_diputuskan.sql": "select 'merah' as status, 'Isi stok' as uraian, 'DKP' as pemilik from dkp__stok where komoditas = 'Cabai rawit'",
    }  # fmt: skip
    for name, sql in asked.items():
        (stock / name).parent.mkdir(exist_ok=True)
        (stock / name).write_text(f"-- Apa?\n-- Satu baris.\n{sql}\n", "utf-8")
    lines, _ = check(stock)
    for name in asked:
        assert sum(line.startswith(f"{name}: “") for line in lines) == 1, lines


# --- what of the samples is not read ---

UNREAD = {
    "a header": ("samples/dkp/Stok.csv", "Gudang,Komoditas,Bulan,Ton", "Gudang,Komoditas,Bulan,Jumlah",
                 "samples/dkp/, tab “Stok”: Kolom Ton tidak ditemukan"),
    "the header of a column that may be missing": ("samples/dkp/Stok.csv", "Komoditas,Bulan,Ton", "Komoditas,Periode,Ton",
                                                   "samples/dkp/, tab “Stok”, C1 “Periode”: "),
}  # fmt: skip


@pytest.mark.parametrize("case", UNREAD)
def test_a_column_of_the_samples_that_is_not_read_is_told(stock, case):
    name, old, new, told = UNREAD[case]
    change(stock, name, old, new)
    lines, status = check(stock)
    assert status == 1 and any(line.startswith(told) for line in lines), lines


def test_a_column_more_is_no_mistake(stock):
    text = (stock / "samples/dkp/Stok.csv").read_text("utf-8").replace("Gudang,", "No.,Gudang,", 1)
    for turn, name in enumerate(("Utara", "Selatan", "Barat"), 1):
        text = text.replace(name, f"{turn},{name}")
    (stock / "samples/dkp/Stok.csv").write_text(text, "utf-8")
    assert check(stock)[1] == 0


def test_a_file_and_a_folder_of_the_samples_that_are_not_read_are_told(stock):
    tab = stock / "samples" / "dkp" / "Stok.csv"
    tab.rename(tab.with_name("Persediaan.csv"))
    assert any(line.startswith("samples/dkp/, tab “Stok”: Tab “Stok” tidak ditemukan") for line in check(stock)[0])
    tab.with_name("Persediaan.csv").rename(tab)
    shutil.copy(stock / "samples" / "dinas" / "Layanan.csv", tab.with_name("Catatan.csv"))
    assert any(line.startswith("samples/dkp/, tab “Catatan”: ") for line in check(stock)[0])
    tab.with_name("Catatan.csv").unlink()
    assert check(stock)[1] == 0
    (stock / "samples" / "dkp").rename(stock / "samples" / "ketahanan_pangan")
    lines, status = check(stock)
    assert status == 1 and any(line.startswith("samples/dkp/: Belum ada folder “dkp”") for line in lines)
    assert "samples/ketahanan_pangan: tidak dibaca; namanya bukan kode instansi di contracts/ (dinas, dkp)." in lines


# --- the state of the meeting before ---


def before(project, *facts):  # noqa: F811
    folder = project / "samples" / "lalu"
    shutil.copytree(project / "samples" / "dinas", folder / "dinas", dirs_exist_ok=True)
    (project / "samples" / "sumber.toml").write_text(
        'tanggal_acuan = 2026-11-02\nsimulasi = true\nsebelumnya = "lalu"\n'
    )
    if facts:
        (folder / "sumber.toml").write_text("\n".join(facts) + "\n")
    return folder


@pytest.mark.parametrize(
    ("facts", "told"),
    [
        ((), "Berkas “lalu/sumber.toml” tidak ada; tulis tanggal_acuan = tanggal rapat sebelumnya dan simulasi = true di sana."),
        (("simulasi = true",), "Berkas “lalu/sumber.toml” belum memuat tanggal_acuan; tulis tanggal rapat sebelumnya."),
        (("tanggal_acuan = 2026-10-05",), "Isi simulasi di “lalu/sumber.toml” harus true, sama dengan di “sumber.toml”."),
        (("tanggal_acuan = 2026-11-02", "simulasi = true"), "Isi tanggal_acuan di “lalu/sumber.toml” harus sebelum 2026-11-02, tanggal di “sumber.toml”."),
    ],
)  # fmt: skip
def test_what_the_state_of_the_meeting_before_lacks_is_named(project, facts, told):  # noqa: F811
    before(project, *facts)
    assert check(project) == ([f"samples/: {told}"], 1)
    done = monev("sync", PROYEK=project)
    assert done.returncode == 1 and told in done.stderr and "sungguhan" not in done.stderr


def test_the_state_of_the_meeting_before_is_read_and_looked_through(project):  # noqa: F811
    folder = before(project, "tanggal_acuan = 2026-10-05", "simulasi = true")
    assert check(project)[1] == 0
    assert "5 Oktober 2026" in monev("sync", PROYEK=project).stdout
    (folder / "dians").mkdir()
    assert check(project) == (
        ["samples/lalu/dians: tidak dibaca; namanya bukan kode instansi di contracts/ (dinas)."], 1
    )  # fmt: skip
