"""Whatever lies in the store: it is told in one line with the region's name and what to do, and the others go on."""

import datetime as dt
import io
import json
import os
import time
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from monev.regions import apart, cells, columns, found, gather, notes, objects, partitions, received
from monev.regions.apart import Reader
from monev.regions.place import Found
from monev.regions.store_folder import FolderStore
from tests import ministry
from tests.ministry import AKASIA, KOTA, MET


def changed(table, **cells):
    """A set with these cells in the first row of a table."""

    def change(rows):
        return rows | {table: [{**rows[table][0], **cells}, *rows[table][1:]]}

    return ministry.sealed(change(ministry.rows_of()))


def covered(**cells):
    return ministry.sealed(ministry.rows_of(**cells))


def harmed(table, harm):
    """A set of which the bytes of one table are changed behind its seal."""
    return ministry.sealed(ministry.rows_of(), harm=lambda found: found | {table: harm(found[table])})


def typed(table, **kinds):
    """A set in which these columns of a table are of another type, or there besides the others."""
    types = {**ministry.TYPES, table: {**ministry.TYPES[table], **kinds}}
    rows = ministry.rows_of()
    blank = dict.fromkeys(kinds)
    return ministry.sealed(rows | {table: [{**row, **blank} for row in rows[table]]}, types)


def without(table, column):
    types = {**ministry.TYPES, table: {name: kind for name, kind in ministry.TYPES[table].items() if name != column}}
    return ministry.sealed(ministry.rows_of(), types)


def turned(table):
    types = {**ministry.TYPES, table: dict(reversed(ministry.TYPES[table].items()))}
    return ministry.sealed(ministry.rows_of(), types)


def written(table, read, **options):
    """A set in which a table is written by whatever `read` makes of it."""
    shape = ministry.TYPES[table]
    whole = pq.read_table(io.BytesIO(columns.content(shape, ministry.rows_of()[table])))
    into = io.BytesIO()
    pq.write_table(read(whole), into, **options)
    return ministry.sealed(ministry.rows_of(), contents={table: into.getvalue()})


def sealing(change):
    return ministry.sealed(ministry.rows_of(), seals=change)


def bomb():
    """A text of a megabyte, named a few thousand times: some kilobytes that unpack to gigabytes."""
    shape = ministry.TYPES["indikator"]
    many = objects.MOST_ROWS
    text = "a" * 8_000_000
    cells = [pa.array([None] * many, kind) for kind in columns.schema(shape).types]
    cells[0] = pa.DictionaryArray.from_arrays(pa.array([0] * many, pa.int32()), pa.array([text]))
    into = io.BytesIO()
    table = pa.Table.from_arrays(cells, names=list(shape))
    pq.write_table(table, into, compression="zstd", dictionary_pagesize_limit=10**9, store_schema=False)
    rows = ministry.rows_of()
    return ministry.sealed(rows | {"indikator": [{}] * many}, contents={"indikator": into.getvalue()})


def many(table, count):
    rows = ministry.rows_of()
    return ministry.sealed(rows | {table: [{**rows[table][0], "kode": f"k{at}"} for at in range(count)]})


#: What is laid into the store, and a word of what is told of it.
HOSTILE = {
    # The issue's own.
    "cut": (lambda: harmed("indikator", lambda one: one[: len(one) // 2]), "terpotong"),
    "replaced": (lambda: harmed("mutu", lambda one: one[:-9] + b"x" + one[-8:]), "terpotong"),
    "older schema": (lambda: covered(skema=0), "versi 0"),
    "newer schema": (lambda: covered(skema=2), "versi 2"),
    "hostile column": (lambda: typed("janji", **{'a"; drop table meta; --': "VARCHAR"}), "bukan kolom yang disepakati"),
    "reference date ahead": (lambda: covered(acuan=MET + dt.timedelta(days=1)), "belum tiba"),
    # Nobody's list.
    "cover cut": (lambda: harmed("daerah", lambda one: one[:40]), "bukan berkas Parquet"),
    "cover empty": (lambda: harmed("daerah", lambda one: b""), "bukan berkas Parquet"),
    "cover is a web page": (lambda: harmed("daerah", lambda one: b"<html>403 Forbidden</html>"), "bukan berkas"),
    "cover of two rows": (lambda: ministry.sealed({**ministry.rows_of(), "daerah": ministry.rows_of()["daerah"] * 2}),
                          "2 baris"),
    "cover of no row": (lambda: harmed("daerah", lambda one: columns.content(ministry.TYPES["daerah"], [])), "0 baris"),
    "footer points elsewhere": (lambda: harmed("daerah", lambda one: one[:-8] + b"\xff\xff\xff\x7fPAR1"), "bukan berkas"),
    "table missing": (lambda: ministry.sealed(ministry.rows_of(), harm=lambda found: {
        table: one for table, one in found.items() if table != "janji"}), "tidak ada di penyimpanan"),
    "table not sealed": (lambda: sealing(lambda said: {t: one for t, one in said.items() if t != "hibah"}),
                         "tidak memuat tabel hibah"),
    "column missing": (lambda: without("indikator", "status"), "bukan kolom yang disepakati"),
    "columns in another order": (lambda: turned("mutu"), "urutan kolom"),
    "another type": (lambda: typed("indikator", nilai="VARCHAR"), "jenis isi kolom nilai"),
    "a time with a zone": (lambda: written("hibah", lambda table: table.set_column(
        table.schema.get_field_index("rencana"), "rencana",
        pa.array([dt.datetime(2024, 11, 11, tzinfo=dt.UTC)], pa.timestamp("us", "UTC")))), "jenis isi kolom rencana"),
    "a column twice": (lambda: written("mutu", lambda table: table.append_column(
        "status", pa.array(["x"]))), "bukan kolom yang disepakati"),
    "other region within": (lambda: covered(kode_daerah=KOTA), "kode daerah di dalamnya"),
    "other day within": (lambda: covered(rapat=dt.date(2024, 11, 3)), "tanggal rapat di dalamnya"),
    "other meeting within": (lambda: covered(nama_rapat="2024-11-04-7"), "nama rapat di dalamnya"),
    "real among simulated": (lambda: covered(simulasi=False), "data sungguhan"),
    "a link that is a script": (lambda: covered(dasbor="javascript:alert(1)"), "alamat dasbornya"),
    "a link with a name before it": (lambda: covered(dasbor="https://bank.example@evil.example"), "alamat dasbornya|menyerupai"),
    "a link in plain http": (lambda: covered(dasbor="http://dasbor.example"), "alamat dasbornya"),
    "rules without a hash": (lambda: covered(aturan="percaya saja"), "sidik aturannya"),
    "a name that is no line": (lambda: covered(nama="Kab.\nAkasia 01"), "tanda yang tidak terlihat"),
    "a name that turns the text": (lambda: covered(nama="Kab. \u202eaisakA"), "tanda yang tidak terlihat"),
    "a name of ten thousand signs": (lambda: covered(nama="A" * 10_000), "terlalu panjang"),
    "a cover without a name": (lambda: covered(nama=None), "ada yang kosong"),
    "frozen in the year 9999": (lambda: covered(dibekukan=dt.datetime(9999, 1, 1)), "tanggal yang tidak wajar"),
    "seal is no json": (lambda: sealing(lambda said: "{"), "tidak terbaca"),
    "seal is a list": (lambda: sealing(lambda said: "[]"), "tidak terbaca"),
    "seal nests": (lambda: sealing(lambda said: "[" * 1_900 + "]" * 1_900), "tidak terbaca"),
    "seal with a million rows": (lambda: sealing(lambda said: {t: one | {"baris": 10**9} for t, one in said.items()}),
                                 "tidak terbaca"),
    "seal with other rows": (lambda: sealing(lambda said: said | {"janji": said["janji"] | {"baris": 3}}), "padahal"),
    "seal of another hash": (lambda: sealing(lambda said: said | {"janji": said["janji"] | {"sha256": "0" * 64}}),
                             "sidiknya tidak cocok"),
    "seal of true": (lambda: sealing(lambda said: said | {"janji": said["janji"] | {"baris": True}}), "tidak terbaca"),
    "a number without end": (lambda: changed("indikator", nilai=float("inf")), "bilangan yang tidak wajar"),
    "no number": (lambda: changed("indikator", nilai=float("nan")), "bilangan yang tidak wajar"),
    "a sum beyond all": (lambda: changed("hibah", nilai_rp=2**62), "bilangan yang tidak wajar"),
    "money below zero": (lambda: changed("hibah", dibayar_rp=-1), "di bawah nol"),
    "a status that is none": (lambda: changed("indikator", status="biru"), "tidak dikenal"),
    "a status with markup": (lambda: changed("indikator", status="<b>hijau</b>"), "tidak dikenal"),
    "no status": (lambda: changed("indikator", status=None), "ada yang kosong"),
    "a telephone in a name": (lambda: changed("indikator", nama="Hubungi 0812-3456-7890"), "menyerupai"),
    "a person's number as a code": (lambda: changed("janji", penanggung_jawab=["3272010101010001"]), "menyerupai"),
    "a hundred responsible": (lambda: changed("janji", penanggung_jawab=["kpu"] * 100), "terlalu banyak kode"),
    "a date in the year 3000": (lambda: changed("janji", tenggat=dt.date(3000, 1, 1)), "tanggal yang tidak wajar"),
    "a number twice": (lambda: ministry.sealed({**ministry.rows_of(), "indikator": ministry.rows_of()["indikator"] * 2}),
                       "lebih dari sekali"),
    "too many rows": (lambda: many("indikator", objects.MOST_ROWS + 1), "tidak terbaca"),
    "unpacks to gigabytes": (bomb, "terlalu besar bila dibuka|melampaui batas"),
    "many parts": (lambda: written("indikator", lambda table: pa.concat_tables([table] * 20), row_group_size=1),
                   "terlalu banyak bagian"),
    "an object of more bytes": (lambda: ministry.sealed(ministry.rows_of(), contents={
        "janji": b"PAR1" + os.urandom(objects.MOST_BYTES)}), "lebih besar daripada"),
}  # fmt: skip


@pytest.fixture
def store(tmp_path):
    folder = tmp_path / "kiriman"
    folder.mkdir()
    return folder


@pytest.fixture
def root(tmp_path):
    return tmp_path / "rekap"


@pytest.mark.parametrize("which", HOSTILE)
def test_what_is_hostile_is_refused_in_one_line_and_its_neighbour_counts(store, root, which):
    made, word = HOSTILE[which]
    ministry.lay(store, made())
    ministry.send(store, KOTA)
    done = ministry.gathered(store, root)
    assert (done.used, done.refused, done.left, done.trouble) == (1, 1, 0, None), partitions.load(root, MET).said()
    assert set(ministry.numbers(root)) == {KOTA}
    [said] = ministry.known(root).notes
    assert any(one in said["alasan"] for one in word.split("|")), said["alasan"]
    assert "Kab. Akasia 01" in said["alasan"] and "4 November 2024" in said["alasan"]
    here = which == "newer schema"  # nobody in the region can mend that
    assert said["saran"].startswith("perbarui program rekap" if here else "minta pengelola dasbor Kab. Akasia 01: ")
    assert said["akibat"] == "Sampai dikirim ulang, daerah ini dihitung belum melapor."
    assert said["bobot"] == "tolak" and "\n" not in said["alasan"] and len(said["alasan"]) < 300
    assert "drop table" not in json.dumps(said) and "<b>" not in json.dumps(said)
    assert "0812" not in json.dumps(said) and "3272010101010001" not in json.dumps(said)


def test_all_of_them_at_once_and_the_good_ones_count(store, root):
    """As they come in life: mixed, in one batch, one of which ends the process that looks."""
    regions = list(ministry.NAMES)[3:]
    for region, (made, _) in zip(regions, HOSTILE.values(), strict=False):
        contents = made()  # of another region by its place, so refused for that where for nothing else
        ministry.lay(store, contents, region)
    for region in (AKASIA, KOTA):
        ministry.send(store, region)
    done = ministry.gathered(store, root)
    seen = {one["daerah"] for one in partitions.load(root, MET).sets.values() if one["putusan"] == gather.REFUSED}
    missed = [name for region, name in zip(regions, HOSTILE, strict=False) if region not in seen]
    assert not missed and (done.used, done.refused) == (2, len(HOSTILE))
    assert set(ministry.numbers(root)) == {AKASIA, KOTA}
    assert len({one["daerah"] for one in ministry.known(root).notes}) == len(HOSTILE)


def test_a_region_that_nobody_knows_is_told_with_its_code(store, root):
    ministry.send(store, "99.99")
    assert ministry.gathered(store, root).used == 0
    [said] = ministry.known(root).notes
    assert "“99.99”" in said["alasan"] and "wilayah.csv" in said["saran"]


def test_thousands_of_codes_that_nobody_knows_are_told_in_a_few_lines(store, root):
    for nth in range(60):
        ministry.send(store, f"77.{nth:03}")
    ministry.send(store)
    ministry.gathered(store, root)
    assert set(ministry.numbers(root)) == {AKASIA}
    told = ministry.told(root)
    assert len(told) == found.MOST_NAMED + 1
    assert told[-1] == ("", "periksa", "Ada kiriman dari 50 kode daerah lain yang tidak ada di wilayah.csv.")


@pytest.mark.parametrize(("day", "asked"), [(dt.date(2024, 10, 22), False), (dt.date(2024, 10, 21), True),
                                            (dt.date(2019, 11, 4), True)])  # fmt: skip
def test_data_from_before_the_days_of_a_meeting_are_asked_about_and_counted(store, root, day, asked):
    ministry.send(store, acuan=day)
    ministry.gathered(store, root)
    assert set(ministry.numbers(root)) == {AKASIA}
    assert [(region, weight) for region, weight, _ in ministry.told(root)] == [(AKASIA, "periksa")] * asked


def test_the_future_is_told_and_not_counted(store, root):
    ministry.send(store, met=dt.date(2025, 1, 1))
    ministry.send(store)
    ministry.gathered(store, root)
    assert set(ministry.numbers(root)) == {AKASIA}
    [said] = ministry.known(root).notes
    assert "belum tiba" in said["alasan"] and "Kab. Akasia 01" in said["alasan"]


def test_a_hundred_future_days_are_told_in_a_few_lines(store, root):
    for at in range(100):
        ministry.send(store, met=dt.date(2025, 1, 1) + dt.timedelta(days=at))
    ministry.send(store)
    ministry.gathered(store, root)
    assert len(ministry.known(root).notes) <= 12


@pytest.mark.parametrize(("age", "told"), [(3600, 0), (3601, 1)])
def test_a_set_without_its_cover_is_on_its_way_for_an_hour(store, root, age, told):
    contents = ministry.sealed(ministry.rows_of(), harm=lambda found: {k: v for k, v in found.items() if k != "daerah"})
    came = ministry.NOW.replace(tzinfo=None) - dt.timedelta(seconds=age)
    ministry.lay(store, contents, came=came)
    ministry.send(store, KOTA)
    ministry.gathered(store, root)
    found = ministry.known(root).notes
    assert len(found) == told
    assert not told or ("belum utuh" in found[0]["alasan"] and "Kab. Akasia 01" in found[0]["alasan"])


@pytest.mark.parametrize(("earlier", "meanwhile"), [(True, notes.EARLIER), (False, notes.SILENT)])
def test_meanwhile_a_correction_without_its_cover_leaves_what_came_before(store, root, earlier, meanwhile):
    if earlier:
        ministry.send(store)
    contents = ministry.sealed(ministry.rows_of(name=f"{MET}-2"))
    del contents["daerah"]
    ministry.lay(store, contents, name=f"{MET}-2", came=dt.datetime(2024, 11, 4, 2))
    ministry.gathered(store, root)
    ministry.gathered(store, root)
    [said] = ministry.known(root).notes
    assert said["akibat"] == meanwhile and (AKASIA in ministry.numbers(root)) is earlier


def test_a_set_whose_cover_comes_at_last_is_taken_and_told_no_more(store, root):
    contents = ministry.sealed(ministry.rows_of())
    early = dt.datetime(2024, 11, 3)
    ministry.lay(store, {table: one for table, one in contents.items() if table != "daerah"}, came=early)
    ministry.gathered(store, root)
    assert len(ministry.known(root).notes) == 1
    ministry.lay(store, {"daerah": contents["daerah"]})
    assert ministry.gathered(store, root).used == 1
    assert ministry.known(root).notes == []


def test_files_that_are_none_of_ours_are_counted_in_one_line(store, root):
    ministry.send(store)
    folder = store / "indikator" / f"rapat={MET}"
    for name in ("catatan.txt", "daerah=00.01.01/salah.csv", "daerah=__HIVE_DEFAULT_PARTITION__/a.parquet"):
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(b"x")
    ministry.gathered(store, root)
    [said] = ministry.known(root).notes
    assert said["alasan"].startswith("Ada 3 objek") and set(ministry.numbers(root)) == {AKASIA}


def test_folders_that_are_no_days_are_passed_over(store, root):
    for name in ("rapat=besok", "rapat=2024-13-40", "x"):
        (store / "daerah" / name).mkdir(parents=True)
    ministry.send(store)
    assert ministry.gathered(store, root).used == 1


def test_a_link_to_a_file_elsewhere_is_not_followed(store, root, tmp_path):
    ministry.send(store)
    secret = tmp_path / "rahasia.parquet"
    secret.write_bytes((store / str(objects.Key("daerah", MET, AKASIA, f"{MET}"))).read_bytes())
    link = store / str(objects.Key("daerah", MET, KOTA, f"{MET}"))
    link.parent.mkdir(parents=True)
    link.symlink_to(secret)
    assert ministry.gathered(store, root).used == 1


def test_an_object_that_grows_between_listing_and_fetching_is_refused(store, root):
    class Lying(FolderStore):
        def listed(self, prefix=""):
            for one in super().listed(prefix):
                yield Found(one.key, 10, one.modified, one.mark)

    ministry.lay(store, ministry.sealed(ministry.rows_of(), contents={"mutu": os.urandom(objects.MOST_BYTES + 1)}))
    done = gather.gather(Lying(store), root, ministry.ORDER)
    assert (done.used, done.refused) == (0, 1)


def test_what_vanishes_between_listing_and_fetching_is_looked_at_the_next_time(store, root):
    class Losing(FolderStore):
        def get(self, key, most):
            if "/daerah=00.01.01/" in key and key.startswith("mutu"):
                (self.root / key).unlink(missing_ok=True)
            return super().get(key, most)

    for region in (AKASIA, KOTA):
        ministry.send(store, region)
    done = gather.gather(Losing(store), root, ministry.ORDER)
    assert (done.used, done.refused, done.trouble) == (1, 0, None)
    ministry.send(store)
    assert ministry.gathered(store, root).used == 1


def test_a_region_that_fills_the_store_is_looked_at_only_so_often(store, root):
    for at in range(2, 80):
        name = f"{MET}-{at}"
        ministry.lay(store, {"daerah": b"x"}, name=name)
    ministry.send(store, KOTA)
    done = ministry.gathered(store, root)
    assert (done.used, done.refused) == (1, 60)
    assert len(ministry.known(root).notes) == 4, "three, and how many more"


def rules():
    return ministry.ORDER.rules


def one_set(contents=None):
    return received.Set(objects.Key("daerah", MET, AKASIA, f"{MET}"), ministry.NOW,
                        contents or ministry.sealed(ministry.rows_of()))  # fmt: skip


@pytest.mark.panjang
@pytest.mark.parametrize("ends", ["ends", "hangs", "says too much", "garbles"])
def test_a_process_that_breaks_harms_the_set_alone_at_which_it_broke(tmp_path, monkeypatch, ends):
    """What a hole in a library would do: the program that looks is replaced by one that breaks at one region."""
    program = tmp_path / "broken.py"
    program.write_text(f"""
import os, sys, time
sys.path.insert(0, {str(ministry.HOME)!r})
from monev.regions import apart, received
real = apart.check
def check(one, rules):
    if one.key.region == {KOTA!r}:
        if {ends!r} == "ends": os.kill(os.getpid(), 11)
        if {ends!r} == "hangs": time.sleep(3600)
        if {ends!r} == "says too much": os.write(1, (10**12).to_bytes(8)); time.sleep(3600)
        os.write(1, (12).to_bytes(8) + b"cos\\nsystem\\n."); time.sleep(3600)
    return real(one, rules)
apart.check = check
apart.main()
""")
    monkeypatch.setattr(apart, "BASE", 3)
    monkeypatch.setattr(apart, "EACH", 1)
    started = apart.subprocess.Popen

    def start(command, **options):
        return started([command[0], str(program)], **options)

    monkeypatch.setattr(apart.subprocess, "Popen", start)
    sets = [
        received.Set(objects.Key("daerah", MET, region, f"{MET}"), ministry.NOW,
                     ministry.sealed(ministry.rows_of(region)))
        for region in list(ministry.NAMES)[:8]
    ]  # fmt: skip
    began = time.monotonic()
    with apart.reader() as reader:
        found = reader.verdicts(sets, rules())
    assert [one.key.region for one, said in zip(sets, found, strict=True) if said.what] == [KOTA]
    assert time.monotonic() - began < 60


def test_what_comes_back_makes_nothing_but_verdicts():
    import pickle

    with pytest.raises(pickle.UnpicklingError):
        apart._Known(io.BytesIO(pickle.dumps(os.system))).load()


def test_the_process_is_bounded_in_memory():
    with apart.reader() as reader:
        assert reader.verdicts([one_set()], rules())[0].what == ""
        said = Path(f"/proc/{reader._process.pid}/limits")
        limits = said.read_text() if said.exists() else ""
    assert not limits or str(apart.MEMORY) in limits


def test_every_text_of_the_bounds_is_a_number_that_a_region_stays_far_below():
    largest = max(len(one) for one in ministry.sealed(ministry.rows_of()).values())
    assert largest * 20 < objects.MOST_BYTES and cells.MOST_SIGNS >= 300 and Reader
