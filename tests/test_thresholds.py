"""Every threshold and every rule of reference/ has one home that works: moved there, status and words follow."""

import csv
import datetime as dt
import re
import shutil
from functools import lru_cache

import duckdb
import pytest

from monev.contract import indicators, reference
from monev.settings import ENGINE_QUERIES, QUERIES, REFERENCE, SAMPLES, Settings
from monev.snapshot import store
from monev.sync import sync
from tests.given import Opened, numbers_of

#: By direction ("naik": more is better): bounds under which nothing, and everything, is green.
RED = {"naik": ("inf", "inf"), "turun": ("-1", "-1")}
GREEN = {"naik": ("0", "0"), "turun": ("inf", "inf")}
#: Rule -> another number, and the question that must answer otherwise. The samples of 4 November are asked; of those
#: marked so, as if it were 26 November, or half a year later with what is left of the grants.
RULES = {
    "hari_kasus": (1, "risiko/angka_pokok"),
    "hari_laporan": (1, "risiko/angka_pokok"),
    "hari_kerja_rekomendasi": (3, "netralitas/angka_pokok"),
    "hari_selisih_hibah": (365, "logistik/angka_pokok"),
    "hari_kegiatan": (3, "partisipasi/angka_pokok"),
    "hari_kejadian": (3, "stabilitas/angka_pokok"),
    "pemilih_per_tps": (100, "periksa/pemilih_per_tps"),
    "surat_suara_ulang": (3000, "bahan/barang"),
    "skor_prioritas": (1, "risiko/angka_pokok"),
    "hari_dekat_kejadian": (0, "rekonsiliasi/rekonsiliasi"),
    "umur_hijau": (0, "ringkasan/instansi"),
    "umur_kuning": (0, "ringkasan/instansi"),
    "umur_hijau_dekat": (90, "ringkasan/instansi", "dekat"),
    "umur_kuning_dekat": (90, "ringkasan/instansi", "dekat"),
    "hari_dekat": (30, "ringkasan/instansi"),
    "laporan_desk_tanggal": (3, "stabilitas/angka_pokok"),
    "mulai_dinilai_h": (30, "logistik/angka_pokok"),
    "batas_barang_h": (30, "logistik/angka_pokok"),
    "tahap1_persen": (30, "bahan/hibah_tahap"),
    "bulan_batas_hibah": (0, "logistik/angka_pokok"),
    "hari_hibah_sekaligus": (900, "logistik/penerima_hibah", "sesudah"),
    "bulan_pengembalian_hibah": (9, "logistik/angka_pokok", "sesudah"),
    "disabilitas_paling_sedikit": (9000, "rekonsiliasi/rekonsiliasi"),
    "hari_usul_segera": (1, "logistik/perlu_diputuskan"),
    "hari_usul": (6, "logistik/perlu_diputuskan"),
    "hari_data_tertinggal": (0, "periksa/baris_tertinggal"),
    "hari_tiba_tertinggal": (0, "periksa/baris_tertinggal"),
    "asn_mudah_dikenali": (1, "periksa/kiriman_kembar"),
}
#: Rules that are worked into other numbers of reference/ when it is read.
WORKED_IN = {"surat_suara_cadangan_persen"}
#: What a ground may say in digits: where a law or a practice stands, and counts that are no rule.
CITED = re.compile(
    r"Pasal \d+|ayat \(\d+\)|\d+/20\d\d|3 \+ 2 hari|7 sampai|1\.000|11 segmen|H-3 menurut jadwal tahapan"
    r"|Surat Mendagri 100\.2\.7/2944/SJ, 5 Juni 2023"
)


def table(name):
    with (REFERENCE / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


#: Every indicator as its file declares it.
INDICATORS = {one.code: dict(one.block) for one in indicators.load(QUERIES)}


def another_reference(folder, ambang=None, **files):
    """A copy of reference/ in which every row of these files went through a function, and which says of each indicator
    what `ambang` gives for its code and its declaration."""
    shutil.copytree(REFERENCE, folder)
    if ambang is not None:
        said = [{"kode": code} | ambang(code, one) for code, one in INDICATORS.items()]
        with (folder / "ambang.csv").open("w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, indicators.BOUNDS)
            writer.writeheader()
            writer.writerows(said)
    for name, change in files.items():
        rows = [change(row) for row in table(name)]
        with (folder / f"{name}.csv").open("w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, rows[0].keys())
            writer.writeheader()
            writer.writerows(rows)
    return folder


def left_over(sheets):
    """Write into sheets that some of a grant is left, and that another came all at once."""
    (sheets / "bpkpd" / "pengembalian.csv").write_text(
        "Penerima,Sisa Hibah,Nilai Kembali,Tanggal Data\nKPU,100.000.000,0,1 November 2024\n", "utf-8"
    )
    agreements = sheets / "bpkpd" / "nphd.csv"
    lines = agreements.read_text("utf-8").splitlines()
    agreements.write_text(
        "\n".join(re.sub(r"(?<=^Kodim)(.*)Bertahap$", r"\1Sekaligus", line) for line in lines), "utf-8"
    )


def with_proposal(reference):
    """This folder, in which the elected pair was proposed in January."""
    path = reference / "tahapan.csv"
    kept = [line for line in path.read_text("utf-8").splitlines() if not line.startswith("pengusulan,")]
    proposed = "pengusulan,Pengusulan,tonggak,2025-01-10,2025-01-10,tidak,Simulasi"
    path.write_text("\n".join([*kept, proposed]) + "\n", "utf-8")
    return reference


def copied(folder):
    """A copy of the samples' sheets in this folder, without their earlier day and what they are after the vote."""
    return shutil.copytree(SAMPLES, folder, ignore=shutil.ignore_patterns("2024-*", "sesudah", "sumber.toml"))


def sampled(folder, date, source, reference=REFERENCE):
    """The name of the snapshot of these sheets in `folder` as of `date` (ISO)."""
    place = Settings("folder", source, folder, dt.date.fromisoformat(date), reference=reference)
    return sync.sync(place, bounded=False)[-1].snapshot


@pytest.fixture(scope="module")
def measured(tmp_path_factory):
    """Colour -> code -> the measure of each indicator on the samples, the day of the vote, when all of them are judged in
    full, with every bound moved so that all of them have that colour; and what is to be decided about goods and grants
    then."""
    found = {}
    for colour, bounds in (("merah", RED), ("hijau", GREEN)):

        def moved(_, one, bounds=bounds):
            return dict(zip(("hijau", "kuning"), bounds[one["arah"]], strict=True))

        folder = tmp_path_factory.mktemp(colour)
        copied(folder / "lembar")
        with (folder / "lembar" / "bawaslu" / "tps_rawan.csv").open("a", encoding="utf-8") as prone:
            prone.write("Cikole,Selabatu,7.3,1,,tinggi,tenda,proses,26 November 2024,,\n")
        left_over(folder / "lembar")
        for name in ("kpu/partisipasi", "kpu/rekapitulasi", "kpu/psu", "bawaslu/sengketa"):
            shutil.copy(SAMPLES / "sesudah" / f"{name}.csv", folder / "lembar" / f"{name}.csv")
        changed = with_proposal(another_reference(folder / "reference", ambang=moved))
        name = sampled(folder / "potret", "2024-11-27", folder / "lembar", changed)
        with store.Snapshot(folder / "potret", name) as snapshot:
            measures = snapshot.select(
                "select u.*, coalesce(u.status, status_indikator(kode, u.nilai)) as dinilai from ukuran as u"
            )
            found[colour] = {row["kode"]: row for row in measures.to_dict("records")}
            found[colour, "putusan"] = snapshot.ask("logistik/perlu_diputuskan").to_dict("records")
    return found


@pytest.mark.parametrize("colour", ["merah", "hijau"])
@pytest.mark.parametrize("code", INDICATORS)
def test_a_bound_that_is_moved_moves_the_status(measured, code, colour):
    row = measured[colour][code]
    assert row["nilai"] is not None and row["belum_waktunya"] is not True
    assert row["dinilai"] == colour


@pytest.mark.parametrize("code", INDICATORS)
def test_what_is_green_is_not_told_as_late_or_missing(measured, code):
    assert not re.search(r"padahal|sasarannya|belum semua dijanjikan", measured["hijau"][code]["kalimat"])


@pytest.mark.parametrize("told", ["Tanggal pengganti|Tanggal baru", "Samakan catatan"])
def test_what_is_to_be_decided_follows_the_bound_of_its_number(measured, told):
    def colours(colour):
        return {row["status"] for row in measured[colour, "putusan"] if re.match(told, row["uraian"])}

    assert colours("merah") == {"merah"}
    assert not colours("hijau")


@pytest.fixture(scope="module")
def samples(tmp_path_factory):
    """Three folders by name, each with one snapshot of the samples: as of their own day, close to the vote, after it."""
    sheets, found = copied(tmp_path_factory.mktemp("lembar") / "contoh"), {}
    for kind, day in (("", "2024-11-04"), ("dekat", "2024-11-26")):
        folder = tmp_path_factory.mktemp("potret")
        found[kind] = folder, sampled(folder, day, sheets)
    left_over(sheets)
    folder = tmp_path_factory.mktemp("sesudah")
    changed = with_proposal(another_reference(folder / "reference"))
    place = folder / "potret"
    return found | {"sesudah": (place, sampled(place, "2025-06-30", sheets, changed))}


def test_every_rule_is_moved_here():
    assert {row["kode"] for row in table("aturan")} == RULES.keys() | WORKED_IN


def answered(folder, name, question):
    """The answer, with only the numbers of its page worked out where it is one to them."""
    with Opened(folder, name) as snapshot:
        return snapshot.apart(question, *numbers_of(question.partition("/")[0]))


@pytest.fixture(scope="module")
def unmoved(samples):
    """A function that answers a question on the samples of a kind, as every rule has it."""
    return lru_cache(maxsize=None)(lambda kind, question: answered(*samples[kind], question))


@pytest.mark.parametrize("code", RULES)
def test_a_rule_that_is_moved_moves_an_answer(samples, unmoved, tmp_path, code):
    value, question, *close = RULES[code]
    folder, name = samples["".join(close)]
    shutil.copy(folder / f"{name}.duckdb", tmp_path)
    with duckdb.connect(tmp_path / f"{name}.duckdb") as altered:
        altered.execute("update aturan set nilai = ? where kode = ?", [value, code])
    assert not unmoved("".join(close), question).equals(answered(tmp_path, name, question))


def test_names_and_grounds_follow_the_number_that_they_name(tmp_path):
    changed = {
        "hari_laporan": "9",
        "hari_kejadian": "10",
        "hari_kerja_rekomendasi": "8",
        "surat_suara_cadangan_persen": "3.5",
    }

    def rule(row):
        return row | {"nilai": changed.get(row["kode"], row["nilai"])}

    def bound(code, _):
        moved = {"kejadian_14_hari": ("2", "5"), "selisih_kpu_rp": ("250000", "inf")}
        return dict(zip(("hijau", "kuning"), moved.get(code, ("", "")), strict=True))

    tables = reference.load(another_reference(tmp_path / "reference", aturan=rule, ambang=bound)).tables
    bounds = {row["kode"]: row for row in tables["ambang"].rows}
    assert bounds["laporan_lewat_7_hari"]["indikator"] == "Laporan lewat 9 hari"
    assert "paling lama 9 hari sejak diketahui" in bounds["laporan_lewat_7_hari"]["dasar"]
    assert bounds["rekomendasi_lewat_14_hari_kerja"]["indikator"] == "Lewat 8 hari kerja"
    assert bounds["kejadian_14_hari"]["indikator"] == "Kejadian 10 hari"
    assert "Hijau paling banyak 2, kuning 3 sampai 5, merah mulai 6" in bounds["kejadian_14_hari"]["dasar"]
    told = "Hijau tanpa selisih lebih dari 250.000 rupiah; kuning bila ada selisih lebih dari 250.000 rupiah dan SP2D"
    assert told in bounds["selisih_kpu_rp"]["dasar"]
    assert "Hijau tanpa selisih; kuning bila ada selisih dan SP2D" in bounds["selisih_bawaslu_rp"]["dasar"]
    [ballots] = [row for row in tables["jenis_barang"].rows if row["per_dpt_persen"]]
    assert ballots["per_dpt_persen"] == 103.5 and "DPT ditambah 3,5 persen" in ballots["dasar"]


def test_a_number_without_a_home_is_refused(tmp_path):
    folder = another_reference(tmp_path / "reference", ambang=lambda *_: {"dasar": "Paling banyak {entah} hari"})
    with pytest.raises(reference.ReferenceDataError) as refused:
        reference.load(folder)
    assert str(refused.value) == (
        'queries/logistik/indikator/tps_terlayani_persen.sql, kunci "dasar": '
        '"entah" bukan kode aturan dan bukan kolom bilangan sebelumnya.'
    )


@pytest.mark.parametrize("code", INDICATORS)
def test_no_name_and_no_ground_writes_a_number_that_has_its_home_elsewhere(code):
    for told in (INDICATORS[code]["nama"], INDICATORS[code]["dasar"]):
        assert not re.findall(r"(?<![A-Z])\d+", CITED.sub("", re.sub(r"\{[^}]*\}", "", told)))


def test_no_query_writes_the_number_of_a_rule_into_a_sentence():
    for path in (path for folder in (ENGINE_QUERIES, QUERIES) for path in folder.rglob("*.sql")):
        for text in re.findall(r"'((?:[^'\n]|'')*)'", re.sub(r"--.*|/\*.*?\*/(?s:)", "", path.read_text("utf-8"))):
            assert not re.search(
                r"\bH-\d|\b\d+ (?:hari|persen|bulan|risiko|tanda)\b|\b(?:dua|tiga) (?:risiko|tanda)\b", text
            ), path
