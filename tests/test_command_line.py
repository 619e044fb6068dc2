"""`python -m monev` as an operator runs it: what stands on stdout, on stderr, and the exit status."""

import csv
import datetime as dt
import io
import json
import shutil

import pytest

from monev.contract import finding
from monev.run.commands import main as command_line, usage
from monev.settings import HOME, SAMPLES, Settings
from monev.snapshot import store
from monev.sync import sync
from tests.conftest import monev, monev_anew

pytestmark = pytest.mark.panjang

KEYS = [
    "instansi",
    "tab",
    "sel",
    "baris",
    "kolom",
    "tertulis",
    "alasan",
    "saran",
    "contoh",
    "bobot",
    "akibat",
    "konfirmasi",
    "baris_semua",
    "sel_semua",
]


def complains(done, *words, status=1):
    """A line on stderr that names what is wrong, among nothing but such lines; nothing on stdout."""
    assert done.returncode == status, done.stderr
    assert done.stdout == "" and "Traceback" not in done.stderr
    [line] = [one for one in done.stderr.splitlines() if all(word in one for word in words)]
    assert all(one.startswith("monev: ") for one in done.stderr.splitlines()), line
    return True


@pytest.fixture(scope="module")
def potret(tmp_path_factory):
    """The samples, synced."""
    folder = tmp_path_factory.mktemp("potret")
    sync.sync(Settings("folder", SAMPLES, folder, None))
    return folder


@pytest.fixture(scope="module")
def answers(potret):
    """What each command says of the samples; the first starts by itself, the others split off."""
    commands = {
        "sync": ["sync"],
        "table": ["ask", "logistik/angka_pokok"],
        "csv": ["ask", "logistik/angka_pokok", "--format", "csv"],
        "json": ["ask", "bersama/bingkai", "--format", "json"],
        "before": ["ask", "bersama/bingkai", "--format", "json", "--potret", store.snapshots(potret)[0]],
        "findings": ["findings", "--format", "json"],
        "of one": ["findings", "--agency", "bpkpd", "--format", "csv"],
        "check": ["check"],
    }
    started = {name: monev_anew if name == "sync" else monev for name in commands}
    return {name: started[name](*words, POTRET=potret) for name, words in commands.items()}


@pytest.mark.parametrize("command", ["sync", "table", "csv", "json", "before", "findings", "of one", "check"])
def test_a_command_that_succeeds_says_so_and_keeps_stderr_clean(answers, command):
    done = answers[command]
    assert (done.returncode, done.stderr) == (0, "") and done.stdout.endswith("\n")


def test_sync_tells_what_it_saw_of_every_agency(answers, potret):
    out = answers["sync"].stdout
    assert "Keadaan Senin, 4 November 2024" in out and f"Potret tidak berubah: {store.latest(potret)}" in out
    lines = out.splitlines()
    assert lines[1].split() == [
        "instansi",
        "tab",
        "baris",
        "terhitung",
        "belum",
        "terbaca",
        "tata",
        "letak",
        "temuan",
        "catatan",
    ]
    for line in lines[3:8]:
        _, _, seen, counted, held, layout, _ = line.split()
        assert int(seen) == int(counted) + int(held) + int(layout)


def test_an_answer_as_a_table_has_its_columns_aligned(answers):
    head, rule, *lines = answers["table"].stdout.splitlines()
    assert set(rule) == {"-", " "} and len(lines) == 12
    starts = [0] + [at + 2 for at in range(len(rule) - 1) if rule[at : at + 2] == "  "]
    assert [head[at:].split()[0] for at in starts][:1] == ["kode"]
    assert all(line[at - 1] == " " for line in lines for at in starts[1:] if at < len(line))


def test_an_answer_as_csv_can_be_read_back(answers):
    first, *rest = csv.DictReader(io.StringIO(answers["csv"].stdout))
    assert {"kode", "nilai", "status"} <= first.keys() and len(rest) == 11


def test_an_answer_as_json_keeps_numbers_dates_and_truth(answers):
    [row] = json.loads(answers["json"].stdout)
    assert row["tanggal_acuan"] == "2024-11-04" and row["sisa_hari"] == 23 and row["simulasi"] is True
    assert dt.datetime.fromisoformat(row["dibuat"]) and row["dulu_tanggal"] == "2024-10-21"


def test_an_older_snapshot_can_be_asked(answers):
    [row] = json.loads(answers["before"].stdout)
    assert row["tanggal_acuan"] == "2024-10-21" and row["dulu_tanggal"] is None


def test_findings_are_one_array_with_exactly_the_agreed_keys(answers):
    found = json.loads(answers["findings"].stdout)
    assert len(found) > 10 and list(finding.TYPES) == KEYS
    assert all(list(row) == KEYS for row in found)
    for row in found:
        assert row["baris"] is None or type(row["baris"]) is int
        assert row["bobot"] in ("tolak", "periksa", "info")
        lists = {"baris", "baris_semua", "sel_semua"}
        assert all(value is None or isinstance(value, str) for name, value in row.items() if name not in lists)
        assert all(type(row[name]) is list for name in lists - {"baris"})
        assert row["alasan"] and row["saran"] and row["akibat"]
    assert {"kpu", "bawaslu", "kesbangpol", "bpkpd"} <= {row["instansi"] for row in found}
    [slip] = [row for row in found if (row["instansi"], row["tab"], row["sel"]) == ("kpu", "pemilih_tps", "I36")]
    assert (slip["baris"], slip["kolom"], slip["tertulis"]) == (36, "tps_kpps_lengkap", "15 (enam belas)")
    [blank] = [row for row in found if (row["tab"], row["sel"]) == ("logistik_gudang", "E17")]
    assert blank["tertulis"] is None


def test_findings_of_one_agency_are_only_its_own(answers):
    rows = list(csv.DictReader(io.StringIO(answers["of one"].stdout)))
    assert rows and {row["instansi"] for row in rows} == {"bpkpd"}


def test_check_counts_what_it_checked(answers):
    assert "5 instansi" in answers["check"].stdout and "sesuai" in answers["check"].stdout


# --- what goes wrong is one line ---


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["ask", "logistik/entah"], ["logistik/entah"]),
        (["ask", "entah"], ["entah"]),
        (["ask", "logistik/angka_pokok", "--potret", "000009-2024-11-04-00000000"], ["000009", "tidak ada"]),
        (["ask", "logistik/angka_pokok", "--potret", "zzz"], ["zzz", "tidak ada"]),
    ],
)
def test_a_question_or_snapshot_that_is_not_there(potret, arguments, words):
    assert complains(monev(*arguments, POTRET=potret), *words)


@pytest.mark.parametrize(
    "arguments",
    [
        ["ask", "logistik/angka_pokok"],
        ["ask", "logistik/angka_pokok", "--rapat", "2024-11-04"],
        ["findings", "--format", "json"],
        ["pin", "--tanggal", "2024-11-04"],
    ],
)
def test_nothing_to_ask_before_the_first_sync(tmp_path, arguments):
    assert complains(monev(*arguments, POTRET=tmp_path / "potret"), "Belum ada potret", "sync")
    assert not (tmp_path / "potret").exists(), "asking makes no folder"


def test_a_folder_without_sheets(tmp_path):
    assert complains(monev("sync", FOLDER=tmp_path, POTRET=tmp_path / "potret"), "Tidak satu pun")


def test_a_folder_that_is_not_there(tmp_path):
    assert complains(
        monev("sync", FOLDER=tmp_path / "tak ada", POTRET=tmp_path / "potret"), "“tak ada” tidak ditemukan"
    )


def test_settings_that_cannot_be_used(tmp_path):
    assert complains(monev("sync", TANGGAL="besok", POTRET=tmp_path), "MONEV_TANGGAL", "besok")
    assert complains(monev("ask", "logistik/angka_pokok", SUMBER="surat", POTRET=tmp_path), "MONEV_SUMBER")


def test_a_meeting_that_was_not_frozen_is_told_where_there_are_snapshots(potret):
    asked = monev("ask", "logistik/angka_pokok", "--rapat", "2024-11-05", POTRET=potret)
    assert complains(asked, "Belum ada rapat “2024-11-05”")


@pytest.mark.parametrize("typed", ["4 November 2024", "04-11-2024", "2024-11-31"])
def test_a_date_of_a_meeting_that_is_none_is_told_as_it_was_typed(tmp_path, typed):
    done = monev("pin", "--tanggal", typed, POTRET=tmp_path / "potret")
    assert complains(done, f"--tanggal berisi “{typed}”; tulis seperti 2024-11-04.")
    assert not (tmp_path / "potret").exists()


def test_a_place_for_snapshots_that_is_a_file(tmp_path):
    (tmp_path / "potret").write_text("bukan folder", "utf-8")
    assert complains(monev("sync", POTRET=tmp_path / "potret"), "potret")


def test_a_damaged_snapshot(tmp_path):
    (tmp_path / "000001-2024-11-04-abababab.duckdb").write_bytes(b"rusak")
    done = monev("ask", "logistik/angka_pokok", POTRET=tmp_path)
    told, said = done.stderr.splitlines()
    assert done.returncode == 1 and told.startswith("Potret 000001-2024-11-04-abababab rusak: ")
    assert said == "monev: 1 potret rusak disisihkan dan tidak ada penggantinya. Jalankan dulu: python -m monev sync"
    assert complains(monev("ask", "logistik/angka_pokok", POTRET=tmp_path), "1 potret rusak disisihkan")


def test_one_agency_that_fails_is_told_and_has_its_own_exit_status(tmp_path):
    shutil.copytree(SAMPLES, tmp_path / "lembar")
    shutil.rmtree(tmp_path / "lembar" / "bpkpd")
    (tmp_path / "lembar" / "sumber.toml").write_text("tanggal_acuan = 2024-11-04\n", "utf-8")
    done = monev("sync", FOLDER=tmp_path / "lembar", POTRET=tmp_path / "potret")
    assert (done.returncode, done.stderr) == (3, "")
    [line] = [line for line in done.stdout.splitlines() if line.startswith("BPKPD")]
    assert "Belum ada folder “bpkpd”" in line and "Potret baru: 000001-2024-11-04-" in done.stdout


@pytest.fixture
def copied(tmp_path):
    """A copy of the project to break; queries are needed to ask, nothing else."""
    for name in ("monev", "contracts", "reference", "queries"):
        shutil.copytree(HOME / name, tmp_path / name, ignore=shutil.ignore_patterns("__pycache__"))
    return tmp_path


@pytest.mark.parametrize(
    ("path", "text", "words"),
    [
        ("contracts/kpu.toml", 'name = "KPU"\norder = ', ["contracts/kpu.toml"]),
        ("contracts/kpu.toml", 'name = "KPU"\n', ["contracts/kpu.toml", "order"]),
        ("reference/ambang.csv", "kode\n", ["reference/ambang.csv"]),
        (
            "reference/alias_wilayah.csv",
            "tertulis,tingkat,nama\nX,kelurahan,Entah\n",
            ["alias_wilayah.csv", "Entah"],
        ),
        ("queries/logistik/baru.sql", "select * from tidak_ada", ["queries/logistik/baru.sql"]),
        ("queries/logistik/baru.sql", "drop view x", ["queries/logistik/baru.sql"]),
        ("queries/logistik/baru.sql", "select 1; select 2", ["queries/logistik/baru.sql"]),
        ("queries/lembar/logistik_barang.sql", "select 1", ["logistik_barang"]),
        ("queries/lembar/a.sql", "from a_b", ["saling membaca"]),
    ],
)
def test_a_mistake_in_the_declarations_is_one_line_that_names_the_file(copied, path, text, words):
    (copied / path).write_text(text, "utf-8")
    if "saling" in words[0]:
        (copied / "queries/lembar/a_b.sql").write_text("from a", "utf-8")
    done = monev("check", home=copied)
    complains(done, *words)
    assert len(done.stderr) < 600


def test_a_sync_that_finds_another_one_running_gives_up_with_a_word(tmp_path, monkeypatch, capsys):
    from filelock import FileLock

    monkeypatch.setattr(sync, "WAIT_FOR_OTHER", 0.05)
    monkeypatch.setenv("MONEV_POTRET", str(tmp_path))
    with FileLock(tmp_path / ".sinkron.kunci"):
        assert command_line.main(["sync"]) == 1
    out, err = capsys.readouterr()
    assert out == "" and err == "monev: Sinkron lain masih berjalan. Coba lagi sebentar.\n"


@pytest.mark.parametrize(
    ("arguments", "told", "whose"),
    [
        ([], "Belum ditulis: perintah.", ""),
        (["entah"], "Isi perintah tidak dikenal.", ""),
        (["ask"], "Belum ditulis: halaman/pertanyaan.", " ask"),
        (["ask", "a/b", "--format", "x"], "Isi --format tidak dikenal.", " ask"),
        (["ask", "a/b", "--potret"], "Isi --potret belum ditulis.", " ask"),
        (
            ["ask", "a/b", "--potret", "x", "--rapat", "y"],
            "--rapat dan --potret tidak dapat dipakai bersama.",
            " ask",
        ),
        (["ask", "a/b", "c/d"], "Tidak dikenal: c/d.", ""),
        (["findings", "--agency", "polres"], "Isi --agency tidak dikenal.", " findings"),
        (["pin", "--j", "x"], "--j dapat berarti --judul, --jam.", " pin"),
        (["sync", "--semua"], "Tidak dikenal: --semua.", ""),
        (["template", "polres"], "Isi instansi tidak dikenal.", " template"),
    ],
)
def test_a_command_that_is_called_the_wrong_way_names_the_argument_and_tells_how_to_ask(arguments, told, whose, capsys):
    with pytest.raises(SystemExit) as stop:
        command_line.main(arguments)
    out, err = capsys.readouterr()
    assert (stop.value.code, out) == (2, "")
    assert err == f"monev: {told} Lihat: python -m monev{whose} --help\n"


def test_what_argparse_says_in_other_words_is_told_all_the_same():
    assert usage.told("can't open 'x'") == "Perintah ini belum lengkap atau tidak dikenal."
