"""What a region sends of a frozen meeting: what its own pages show, the same bytes each time, and nothing of anybody."""

import datetime as dt
import hashlib
import io
import json
import re
import shutil

import pyarrow.parquet as pq
import pytest

from monev.contract import contracts
from monev.meeting import looked_at, meeting
from monev.regions import report
from monev.regions.cover import COVER_TYPES
from monev.regions.objects import COVER, MOST_BYTES, parse
from monev.regions.report import NotSent
from monev.settings import CONTRACTS, HOME, SAMPLES, Settings
from monev.snapshot import frozen, store
from monev.sync import sync
from monev.words import clock
from tests import hostile
from tests.conftest import monev
from tests.given import read
from tests.test_export import HIDDEN, INCIDENTS, VOTERS

NOW = dt.datetime(2024, 11, 4, 9, 12)
#: The columns of each table of a set, in order; docs/kiriman-daerah.md says what they mean.
COLUMNS = {
    "indikator": ["kode", "halaman", "nama", "satuan", "arah", "nilai", "status"],
    "janji": ["kode", "halaman", "penanggung_jawab", "tenggat", "keadaan", "dicatat"],
    "mutu": [
        "instansi", "status", "terlihat", "terhitung", "ditahan", "tata_letak", "temuan_tolak", "temuan_periksa",
        "diubah", "data_benar",
    ],
    "hibah": [
        "penerima", "golongan", "tanggal_nphd", "nilai_rp", "dibayar_rp", "sisa_rp", "persen_cair", "rencana",
        "belum_kembali_rp",
    ],
    "daerah": [*COVER_TYPES],
}  # fmt: skip


def frozen_city(tmp_path, sheets):
    place = Settings("folder", sheets, tmp_path / "potret", None)
    *_, result = sync.sync(place)
    return place.snapshots, meeting.pin(place.snapshots, result.snapshot, NOW)


@pytest.fixture(scope="module", params=["", "sesudah"], ids=["sebelum", "sesudah"])
def held(request, tmp_path_factory):
    """A meeting on each state of the samples: its folder, the meeting, and its set by table."""
    folder, met = frozen_city(tmp_path_factory.mktemp("daerah"), SAMPLES / request.param)
    made = report.made(folder, met, "https://monev.contoh.go.id")
    assert not made.without
    return folder, met, made


def rows(content):
    return pq.read_table(io.BytesIO(content)).to_pylist()


def of(made):
    return {key.table: rows(content) for key, content in made.objects.items()}


@pytest.fixture(scope="module")
def shown(held):
    folder, met, _ = held
    with looked_at.opened(folder, met.snapshot) as opened:
        yield opened


# --- what stands in it ---


def test_every_number_is_what_was_frozen_and_what_its_page_shows(held, shown):
    folder, met, made = held
    sent = of(made)["indikator"]
    kept = {row["kode"]: (row["nilai"], row["status"]) for row in frozen.rows(folder, met.name, "angka_rapat")}
    assert kept and {row["kode"]: (row["nilai"], row["status"]) for row in sent} == kept
    page = {
        row["kode"]: (row["halaman"], row["indikator"], row["satuan"], row["nilai"], row["status"])
        for row in shown.rows("bersama/angka_pokok")
    }
    assert {
        row["kode"]: (row["halaman"], row["nama"], row["satuan"], row["nilai"], row["status"]) for row in sent
    } == page


def test_promises_stand_as_on_their_page_without_what_was_written_about_them(held, shown):
    page = {row["id"]: row for row in shown.rows("tindak_lanjut/daftar")}
    sent = of(held[2])["janji"]
    assert sent and {row["kode"] for row in sent} == page.keys()
    for row in sent:
        one = page[row["kode"]]
        assert (row["halaman"], row["tenggat"], row["dicatat"]) == (one["agenda"], one["tenggat"], one["tanggal_rapat"])
        assert row["penanggung_jawab"] == sorted(one["penanggung_jawab"])
        assert (row["keadaan"] == "lewat") == one["lewat"]
        assert (row["keadaan"] == "selesai") == (one["keadaan"] == "selesai")


def test_the_quality_of_each_sheet_is_counted_as_on_its_pages_and_closes(held, shown):
    counted = {row["instansi"]: row for row in shown.rows("ringkasan/instansi")}
    open_ones = shown.table("temuan")
    sent = of(held[2])["mutu"]
    assert [row["instansi"] for row in sent] == [*counted]
    for row in sent:
        one = counted[row["instansi"]]
        assert row["terlihat"] == row["terhitung"] + row["ditahan"] + row["tata_letak"]
        assert (row["status"], row["terhitung"], row["ditahan"], row["temuan_tolak"]) == (
            one["status"], one["terhitung"], one["ditahan"], one["tolak"],
        )  # fmt: skip
        asked = [f for f in open_ones if f["instansi"] == row["instansi"] and f["bobot"] == "periksa"]
        assert row["temuan_periksa"] == len(asked) and row["data_benar"] == "belum"


def test_grants_stand_as_on_their_page(held, shown):
    page = {row["label"]: row for row in shown.rows("logistik/penerima_hibah")}
    returned = {row["label"]: row["belum_rp"] for row in shown.rows("logistik/pengembalian")}
    names = {row["penerima"]: row["nama"] for row in shown.select("from hibah_penerima").to_dict("records")}
    sent = of(held[2])["hibah"]
    assert [row["penerima"] for row in sent] == ["kpu", "bawaslu", "polres", "kodim"]
    for row in sent:
        one = page[names[row["penerima"]]]
        assert (row["nilai_rp"], row["dibayar_rp"], row["sisa_rp"], row["tanggal_nphd"], row["persen_cair"]) == (
            one["nilai_rp"], one["dibayar_rp"], one["sisa_rp"], one["tanggal_nphd"], one["bagian"],
        )  # fmt: skip
        assert row["belum_kembali_rp"] == returned.get(names[row["penerima"]])
    if held[1].date > dt.date(2024, 11, 27):
        assert any(row["belum_kembali_rp"] is not None for row in sent), "after the vote it is known"


def test_the_cover_comes_last_and_seals_the_others(held):
    _, met, made = held
    *others, last = made.objects
    [cover] = rows(made.objects[last])
    assert last.table == COVER and COVER not in [key.table for key in others]
    assert json.loads(cover["sidik"]) == {
        key.table: {
            "sha256": hashlib.sha256(made.objects[key]).hexdigest(),
            "baris": len(rows(made.objects[key])),
            "byte": len(made.objects[key]),
        }
        for key in others
    }
    assert (cover["kode_daerah"], cover["nama"], cover["provinsi"]) == ("32.72", "Kota Sukabumi", "Jawa Barat")
    assert (cover["rapat"], cover["nama_rapat"], cover["acuan"]) == (met.date, met.name, met.date)
    assert (
        clock.aware(NOW).astimezone(dt.UTC).replace(tzinfo=None)
        == cover["dibekukan"]
        == dt.datetime(2024, 11, 4, 2, 12)
    )
    assert cover["potret"] == met.origin and cover["simulasi"] is True and cover["skema"] == 1
    assert re.fullmatch("[0-9a-f]{64}", cover["aturan"]) and cover["dasbor"] == "https://monev.contoh.go.id"


def test_keys_and_columns_are_those_that_are_written_down(held):
    _, met, made = held
    told = (HOME / "docs" / "kiriman-daerah.md").read_text("utf-8")
    for key, content in made.objects.items():
        assert parse(str(key)) == key and len(content) < MOST_BYTES
        assert str(key) == f"{key.table}/rapat={met.date}/daerah=32.72/{met.name}.parquet"
        assert pq.read_table(io.BytesIO(content)).column_names == COLUMNS[key.table]
        assert all(f"`{column}`" in told for column in COLUMNS[key.table]), key.table
    assert {key.table for key in made.objects} == COLUMNS.keys()


def test_the_same_meeting_gives_the_same_bytes(held):
    folder, met, made = held
    assert report.made(folder, met, "https://monev.contoh.go.id") == made


def test_the_rules_of_a_set_are_told_apart_by_what_they_say_and_not_by_their_order():
    one, other = {"kode": "a", "nilai": 1.0}, {"nilai": 2.0, "kode": "b"}
    from monev.regions.cover import rules_hash

    assert rules_hash([one, other], []) == rules_hash([{"kode": "b", "nilai": 2.0}, one], [])
    assert rules_hash([one], []) != rules_hash([one | {"nilai": 1.5}], [])


# --- what never stands in it ---


def said(made):
    """Every value of every object, and the raw bytes of each as far as they are text."""
    for key, content in made.objects.items():
        table = pq.read_table(io.BytesIO(content))
        for row in table.to_pylist():
            for column, value in row.items():
                for one in value if isinstance(value, list) else [value]:
                    yield key.table, column, one
        yield key.table, "byte", content.decode("latin-1")
        yield key.table, "kepala", str(pq.ParquetFile(io.BytesIO(content)).schema_arrow.metadata)


def test_no_text_that_somebody_typed_is_sent(held, shown):
    typed = set()
    for one in contracts.load(CONTRACTS).values():
        for tab in one.tabs.values():
            free = [one.name for one in tab.columns.values() if one.type == "teks" and one.name != "indikator"]
            typed |= {str(row[name]) for row in shown.table(tab.table) for name in free if row.get(name)}
    assert len(typed) > 50
    for table, column, value in said(held[2]):
        if isinstance(value, str) and (table, column) != ("janji", "kode"):
            assert value not in typed, (table, column, value)
        if column == "byte":
            assert not [text for text in typed if len(text) > 12 and text in value and not text.startswith("TL-")]


def test_a_restricted_row_a_private_column_and_what_points_at_a_person_are_not_in_any_object(tmp_path):
    name = read(tmp_path, "2024-11-04", {"kesbangpol/kejadian": INCIDENTS, "kpu/pemilih_tps": VOTERS})
    made = report.made(tmp_path / "potret", meeting.pin(tmp_path / "potret", name, NOW))
    for table, column, value in said(made):
        assert not [hidden for hidden in HIDDEN if hidden in str(value)], (table, column)


@pytest.mark.panjang
def test_of_a_hostile_city_nothing_that_was_typed_and_nobody_is_sent(tmp_path):
    folder, met = frozen_city(tmp_path, hostile.write(tmp_path / "lembar"))
    made = report.made(folder, met)
    texts = [text for text in hostile.TEXTS if len(text) > 5]
    assert not made.without and of(made)["janji"]
    for table, column, value in said(made):
        assert not hostile.found(value), (table, column)
        assert hostile.HOST not in str(value) and hostile.RAN not in str(value), (table, column)
        assert not [text for text in texts if text in str(value)], (table, column, value)
    assert all(
        re.fullmatch(r"janji-\d+|TL-\d{4}-\d{2}-\d{2}-[0-9A-Za-z]{1,8}", row["kode"]) for row in of(made)["janji"]
    )
    assert len({row["kode"] for row in of(made)["janji"]}) > 1


def test_a_decision_whose_code_is_free_text_is_numbered_and_a_title_of_a_meeting_stays_here(tmp_path):
    head = "ID | Tanggal Rapat | Agenda | Uraian | Penanggung Jawab | Tenggat | Status"
    name = read(tmp_path, "2024-11-04", {"sekretariat/tindak_lanjut": f"""
{head}
Bapak Anu harus kirim | 21 Oktober 2024 | logistik | Kirim segel | KPU | 1 November 2024 | belum
TL-2024-10-21-02 | 21 Oktober 2024 | logistik | Kirim segel | KPU | entah | selesai
"""})  # fmt: skip
    folder = tmp_path / "potret"
    made = report.made(folder, meeting.pin(folder, name, NOW, title="Judul yang diketik"))
    by_code = {row["kode"]: row["keadaan"] for row in of(made)["janji"]}
    assert by_code == {"janji-1": "lewat", "TL-2024-10-21-02": "belum_terbaca"}
    assert not [one for one in said(made) if "Anu" in str(one) or "Judul yang" in str(one)]


# --- other topics and older meetings ---


@pytest.mark.panjang
def test_another_topic_sends_its_own_four_tables(tmp_path):
    here = {"PROYEK": HOME / "examples" / "stunting", "POTRET": tmp_path / "potret", "RAHASIA": tmp_path / "s.toml"}
    (tmp_path / "rekap").mkdir()
    (tmp_path / "s.toml").write_text(f'[rekap]\ntujuan = "{tmp_path / "rekap"}"\n', "utf-8")
    for command in ("sync", "pin", "kirim"):
        done = monev(command, **here)
        assert done.returncode == 0, done.stderr
    found = {path.relative_to(tmp_path / "rekap").parts[0]: rows(path.read_bytes())
             for path in (tmp_path / "rekap").rglob("*.parquet")}  # fmt: skip
    assert found.keys() == {"daerah", "indikator", "janji", "mutu"}
    assert set(json.loads(found["daerah"][0]["sidik"])) == {"indikator", "janji", "mutu"}
    assert len(found["indikator"]) == 9 and "hibah" not in json.dumps(found, default=str)


def older(tmp_path, samples_shot, tables):
    """A meeting as an earlier version froze it, with these tables besides."""
    folder = shutil.copytree(samples_shot, tmp_path / "potret")
    origin = store.latest(folder)
    row = dict.fromkeys(frozen.RAPAT) | {"nama": "2024-11-04", "tanggal": dt.date(2024, 11, 4), "judul": "Rapat",
                                         "dibekukan": NOW, "potret": origin}  # fmt: skip
    frozen.pin(folder, "2024-11-04", origin, None, {"rapat": store.Table(frozen.RAPAT, [row])} | tables)
    return folder, meeting.find(folder, "2024-11-04")


def test_a_meeting_of_before_its_numbers_were_frozen_is_left_out_and_says_so(tmp_path, samples_shot):
    folder, met = older(tmp_path, samples_shot, {})
    with pytest.raises(NotSent, match=r"Rapat 2024-11-04 tidak dikirim: .* belum menyimpan angkanya"):
        report.made(folder, met)


def test_a_meeting_of_before_agencies_vouched_is_sent_as_far_as_it_holds(tmp_path, samples_shot):
    numbers = [{"kode": "barang_kurang", "nilai": 7.0, "status": "merah"},
               {"kode": "tidak_ada_lagi", "nilai": 1.0, "status": "hijau"}]  # fmt: skip
    folder, met = older(tmp_path, samples_shot, {"angka_rapat": store.Table(frozen.ANGKA_RAPAT, numbers)})
    found = of(report.made(folder, met))
    assert [(row["kode"], row["nilai"], row["status"]) for row in found["indikator"]] == [
        ("barang_kurang", 7.0, "merah")
    ]
    assert {row["data_benar"] for row in found["mutu"]} == {None} and len(found["mutu"]) == 5
