"""What an assistant may ask by MCP: the SDK's own client, in every role, and nothing that the pages would not show."""

import asyncio
import json
import os
import re
import shutil
import socket
import sys

import pytest
from mcp import Client
from mcp.client.stdio import StdioServerParameters

from monev.meeting import looked_at, meeting
from monev.run.assistant import server, tools
from monev.run.assistant.asked import NOW
from monev.run.commands import arguments
from monev.screen.access import roles
from monev.screen.access.roles import LEADERS, PUBLIC, RIGHTS, SECRETARIAT
from monev.settings import HOME
from monev.snapshot import store
from monev.words import project
from tests.conftest import surroundings
from tests.desk import Settings, record
from tests.test_export import HIDDEN, samples, typed  # noqa: F401 - fixtures

pytestmark = pytest.mark.panjang

MEETING = "2024-11-04"
AGENCIES = [*project.agencies()]
TOOLS = ["daftar_angka", "satu_angka", "temuan_instansi", "janji_rapat"]


def talk(served, calls, mode="auto"):
    """What a client hears of each call (name and arguments) from a server, or from a command that is one."""

    async def heard():
        async with Client(served, mode=mode) as client:
            return [await client.call_tool(name, given) for name, given in calls]

    return asyncio.run(heard())


def ask(place, name, role=SECRETARIAT, **given):
    """The structured answer of a server in this process to one call."""
    [heard] = talk(server.made(place[0], role), [(name, given)])
    assert not heard.is_error, heard.content[0].text
    return heard.structured_content


def refused(place, name, role=SECRETARIAT, **given):
    """What is said instead of an answer."""
    [heard] = talk(server.made(place[0], role), [(name, given)])
    assert heard.is_error and not heard.structured_content
    return heard.content[0].text


def every_call(folder):
    """Each tool about each thing that there is, at each meeting and now."""
    calls = []
    for when in (NOW, *(one.name for one in meeting.meetings(folder))):
        name = looked_at.newest(folder) if when == NOW else f"rapat/{when}"
        with looked_at.opened(folder, name) as shown:
            codes = [row["kode"] for row in shown.rows("bersama/angka_semua")]
        calls += [("daftar_angka", {"rapat": when}), ("janji_rapat", {"rapat": when})]
        calls += [("satu_angka", {"kode": code, "rapat": when}) for code in codes]
        calls += [("temuan_instansi", {"instansi": one, "rapat": when, "paling_banyak": 200}) for one in AGENCIES]
    return calls


def told(heard):
    """All that one answer says, as the bytes on the wire would."""
    return json.dumps([heard.structured_content, *(one.text for one in heard.content)], ensure_ascii=False)


# --- numbers ---


def test_the_list_is_the_numbers_of_the_page(samples):  # noqa: F811
    folder, met = samples
    for when, name in ((MEETING, met.snapshot), (NOW, looked_at.newest(folder)), ("", looked_at.newest(folder))):
        with looked_at.opened(folder, name) as shown:
            page = {row["kode"]: row for row in shown.rows("bersama/angka_pokok")}
        answer = ask(samples, "daftar_angka", rapat=when)
        found = {row["kode"]: row for row in answer["angka"]}
        assert found.keys() == page.keys() and answer["jumlah"] == 36 and answer["tidak_ditampilkan"] == 0
        assert {code: (row["nilai"], row["status"]) for code, row in found.items()} == {
            code: (row["nilai"], row["status"]) for code, row in page.items()
        }
    assert found["barang_siap_persen"]["tertulis"] == "61,5%" and found["barang_siap_persen"]["satuan"] == "persen"


def test_an_unknown_number_is_null_with_the_reason(samples):  # noqa: F811
    rows = ask(samples, "daftar_angka")["angka"]
    unknown = [row for row in rows if row["nilai"] is None]
    assert unknown
    for row in rows:
        assert (row["nilai"] is None) == (row["tertulis"] is None) == (row["sebab_tanpa_nilai"] is not None)


def test_every_answer_says_of_which_numbers_it_is(samples):  # noqa: F811
    folder, met = samples
    frozen = ask(samples, "daftar_angka", rapat=MEETING)["asal"]
    assert (frozen["potret"], frozen["rapat"], frozen["keadaan_tanggal"]) == (met.origin, MEETING, "2024-11-04")
    assert frozen["simulasi"] and frozen["keterangan"].startswith(
        "Data simulasi. Keadaan Senin, 4 November 2024, dibek"
    )
    assert ask(samples, "janji_rapat")["asal"] == ask(samples, "daftar_angka")["asal"] | {
        "potret": store.latest(folder), "rapat": None, "judul_rapat": None, "tanggal_rapat": None, "dibekukan": None,
    }  # fmt: skip


def test_what_is_no_simulation_does_not_say_so(typed):  # noqa: F811
    origin = ask(typed, "daftar_angka", rapat=MEETING)["asal"]
    assert not origin["simulasi"] and "simulasi" not in origin["keterangan"].lower()


def test_one_number_comes_with_its_rule_its_bounds_and_its_rows(samples):  # noqa: F811
    found = ask(samples, "satu_angka", kode="barang_kurang", rapat=MEETING)
    assert found["angka"]["nilai"] == 5 and found["angka"]["satuan"] == "jenis"
    assert "Pasal 78 ayat (2)" in found["aturan"] and found["sumber"] == "KPU: Logistik Gudang; KPU: Pemilih TPS"
    assert found["ambang"] == {"arah": "turun", "hijau": 0, "kuning": None, "satuan": "jenis"}
    assert found["waktu_dibekukan"] == {"nilai": 5, "status": "merah", "tanggal": "2024-11-04"}
    assert found["rapat_sebelumnya"]["nilai"] == 7 and found["gerak"] == "membaik"
    assert (HOME / found["rumus"]).is_file()
    [held] = [group for group in found["baris"] if group["keadaan"] == "belum ikut dihitung"]
    assert held["jumlah"] == found["baris_belum_ikut"] == 1
    [row] = held["baris"]
    assert row["nomor"] == 17 and row["perbaikan"][0]["saran"]
    counted = [group for group in found["baris"] if group["keadaan"] == "dihitung"]
    assert sum(group["jumlah"] for group in counted) == found["baris_terhitung"]


def test_rows_shown_and_rows_named_add_up_for_every_number(samples):  # noqa: F811
    codes = [row["kode"] for row in ask(samples, "daftar_angka")["angka"]]
    for heard in talk(server.made(samples[0], SECRETARIAT), [("satu_angka", {"kode": code}) for code in codes]):
        found = heard.structured_content
        for group in found["baris"]:
            assert len(group["baris"]) + group["terbatas"] + group["tidak_ditampilkan"] == group["jumlah"]
            assert len(group["baris"]) <= 5 and group["tidak_ditampilkan"] >= 0
        out = sum(group["jumlah"] for group in found["baris"] if group["keadaan"] == "belum ikut dihitung")
        assert out == found["baris_belum_ikut"], found["angka"]["kode"]
        assert sum(group["jumlah"] for group in found["baris"]) - out == found["baris_terhitung"], found["angka"][
            "kode"
        ]


# --- findings and promises ---


def test_findings_of_an_agency_are_the_first_and_how_many_more(samples):  # noqa: F811
    all_of = ask(samples, "temuan_instansi", instansi="kpu")
    assert (all_of["jumlah"], len(all_of["temuan"]), all_of["tidak_ditampilkan"]) == (5, 5, 0)
    first = ask(samples, "temuan_instansi", instansi="kpu", paling_banyak=2)
    assert first["temuan"] == all_of["temuan"][:2] and first["tidak_ditampilkan"] == 3
    assert first["temuan"][0]["sel"] == "H15" and first["temuan"][0]["tertulis"] == "1,102"


def test_promises_come_with_their_state_and_decisions_of_the_meeting_beside_them(samples, tmp_path):  # noqa: F811
    folder = shutil.copytree(samples[0], tmp_path / "potret")
    answer = ask([folder], "janji_rapat", rapat=MEETING)
    with looked_at.opened(folder, f"rapat/{MEETING}") as shown:
        page = shown.rows("tindak_lanjut/daftar")
    assert [row["id"] for row in answer["janji"]] == [row["id"] for row in page]
    assert (answer["janji"][0]["keadaan"], answer["janji"][0]["lewat_hari"]) == ("Terkendala", 3)
    assert answer["keputusan_rapat_ini"] == []
    # A decision is recorded while the server runs: it is there at the next call.
    record(Settings("folder", tmp_path, folder, None), "Segel dikirim lewat udara")
    [decided] = ask([folder], "janji_rapat", rapat=MEETING)["keputusan_rapat_ini"]
    assert decided["uraian"] == "Segel dikirim lewat udara" and decided["tenggat"] == "2024-11-08"
    of_one = ask([folder], "janji_rapat", instansi="bpkpd")
    assert of_one["jumlah"] == len(of_one["janji"]) and {row["penanggung_jawab"] for row in of_one["janji"]} == {
        "BPKPD"
    }
    assert ask([folder], "janji_rapat", paling_banyak=1)["tidak_ditampilkan"] == len(page) - 1


# --- who may see what ---


@pytest.mark.parametrize("role", RIGHTS)
def test_a_role_sees_what_it_sees_on_the_pages(samples, role):  # noqa: F811
    if role == PUBLIC:
        said = f"Peran {PUBLIC} tidak melihat apa pun. Jalankan dengan --peran: "
        assert refused(samples, "daftar_angka", role).startswith(said + LEADERS)
        return
    assert ask(samples, "daftar_angka", role) == ask(samples, "daftar_angka")
    for agency in AGENCIES:
        found = ask(samples, "temuan_instansi", role, instansi=agency)
        sees = role in (LEADERS, SECRETARIAT, agency)
        assert (found["catatan"] is None) == sees and found["jumlah"] >= len(found["temuan"])
        assert len(found["temuan"]) == (found["jumlah"] if sees else 0)
        assert found["tidak_ditampilkan"] == found["jumlah"] - len(found["temuan"])
    number = ask(samples, "satu_angka", role, kode="barang_kurang")  # of KPU alone
    assert bool(number["baris"]) == (role in (LEADERS, SECRETARIAT, "kpu"))
    assert number["catatan"] == (None if number["baris"] else tools.OTHERS)


def test_without_a_role_nothing_is_seen():
    chosen = arguments.parser().parse_args(["mcp"])
    assert chosen.peran == PUBLIC and not RIGHTS[PUBLIC]
    with pytest.raises(SystemExit):
        arguments.parser().parse_args(["mcp", "--peran", "admin"])


@pytest.mark.parametrize("role", [SECRETARIAT, "kesbangpol", "kpu"])  # the others in the long run
def test_nothing_hidden_stands_in_any_answer(typed, role):  # noqa: F811
    calls = every_call(typed[0])
    for call, heard in zip(calls, talk(server.made(typed[0], role), calls), strict=True):
        assert not heard.is_error, (call, heard.content[0].text)
        assert not [secret for secret in HIDDEN if secret in told(heard)], call
        if call[0] == "satu_angka":
            cells = [
                cell for group in heard.structured_content["baris"] for row in group["baris"] for cell in row["isi"]
            ]
            assert "Pemilih Disabilitas" not in {cell["kolom"] for cell in cells}


def test_restricted_rows_are_counted_and_not_shown(typed):  # noqa: F811
    [group] = ask(typed, "satu_angka", kode="kejadian_14_hari")["baris"]
    assert group["terbatas"] == 2 and {row["sebutan"] for row in group["baris"]} == {"KBP-101", "KBP-102"}


# --- what is asked wrongly ---


@pytest.mark.parametrize(
    ("name", "given", "said"),
    [
        ("satu_angka", {"kode": "tidak_ada"}, "Angka “tidak_ada” tidak ada. Yang ada: tps_terlayani_persen, barang_kurang, "),
        ("daftar_angka", {"rapat": "2024-11-05"}, "Rapat “2024-11-05” tidak ada. Yang ada: kini, 2024-10-21, 2024-11-04."),
        ("daftar_angka", {"rapat": "../../rahasia"}, "Rapat “../../rahasia” tidak ada. Yang ada: kini, "),
        ("temuan_instansi", {"instansi": "dinas"}, "Lembaga “dinas” tidak ada. Yang ada: kpu, bawaslu, kesbangpol, bpkpd, s"),
        ("janji_rapat", {"instansi": "dinas"}, "Penanggung jawab “dinas” tidak ada. Yang ada: kpu, bawaslu, "),
        ("temuan_instansi", {}, "Isian instansi belum ditulis."),
        ("temuan_instansi", {"instansi": "kpu", "paling_banyak": 201}, "Isian paling_banyak di luar batas: paling banyak 200."),
        ("temuan_instansi", {"instansi": "kpu", "paling_banyak": 0}, "Isian paling_banyak di luar batas: paling sedikit 1."),
        ("temuan_instansi", {"instansi": "kpu", "paling_banyak": "dua"}, "Isian paling_banyak harus bilangan bulat."),
        ("satu_angka", {"kode": ["barang_kurang"]}, "Isian kode harus teks."),
        ("daftar_angka", {"sql": "select 1"}, "Isian “sql” tidak ada. Yang ada: rapat."),
        ("ask", {"question": "mutu_data/temuan"}, "Alat “ask” tidak ada. Yang ada: daftar_angka, satu_angka, temuan_instansi, "),
    ],
)  # fmt: skip
def test_a_wrong_call_is_told_in_one_sentence_that_says_what_there_is(samples, name, given, said):  # noqa: F811
    heard = refused(samples, name, **given)
    assert heard.startswith(said) and "\n" not in heard and "rror" not in heard


def test_what_is_asked_wrongly_comes_back_short(samples):  # noqa: F811
    assert len(refused(samples, "satu_angka", kode="x" * 100_000)) < 1500


def test_a_meeting_whose_file_was_altered_is_told_in_words(samples, tmp_path):  # noqa: F811
    folder = shutil.copytree(samples[0], tmp_path / "potret")
    sums = folder / "rapat" / "2024-10-21.sha256"
    sums.chmod(0o640)
    sums.write_text("0" * 64 + sums.read_text("utf-8")[64:], "utf-8")
    assert "isi 2024-10-21.duckdb berubah sejak dibekukan" in refused([folder], "daftar_angka", rapat="2024-10-21")
    # What was compared with it can still be read, without the comparison.
    assert ask([folder], "satu_angka", kode="barang_kurang", rapat=MEETING)["rapat_sebelumnya"] is None


def test_before_the_first_sync_it_says_so(tmp_path):
    assert refused([tmp_path], "daftar_angka").startswith("Belum ada potret.")


def test_what_breaks_within_is_told_without_its_reason(samples, monkeypatch, caplog):  # noqa: F811
    monkeypatch.setattr(tools, "_number", lambda row: 1 / 0)
    assert refused(samples, "daftar_angka") == server._FAILED
    assert "ZeroDivisionError" in caplog.text


# --- how it is served ---


def test_four_tools_say_that_they_only_read_what_they_take_and_what_they_give(samples):  # noqa: F811
    async def listed():
        async with Client(server.made(samples[0], SECRETARIAT)) as client:
            return (await client.list_tools()).tools, await client.list_resources(), await client.list_prompts()

    found, resources, prompts = asyncio.run(listed())
    assert [tool.name for tool in found] == TOOLS and not resources.resources and not prompts.prompts
    for tool in found:
        assert tool.annotations.read_only_hint and tool.title and tool.description.endswith(".")
        given = tool.input_schema["properties"]
        assert "rapat" in given and all(one["description"] for one in given.values())
        assert "asal" in tool.output_schema["required"]


def state(folder):
    return {path: (path.stat().st_mtime_ns, path.stat().st_size) for path in sorted(folder.rglob("*"))}


def test_nothing_is_written_and_no_address_is_called(samples, monkeypatch, tmp_path):  # noqa: F811
    folder = shutil.copytree(samples[0], tmp_path / "potret")
    newest = store.latest(folder)
    damaged = folder / f"{newest[:5]}9{newest[6:]}.duckdb"
    damaged.write_bytes(b"rusak" * 1000)
    before = state(folder)

    def called(*_):
        raise AssertionError("an address was called")

    monkeypatch.setattr(socket.socket, "connect", called)
    monkeypatch.setattr(socket, "getaddrinfo", called)
    answer = ask([folder], "daftar_angka")
    assert answer["asal"]["potret"] == newest, "a damaged one is passed over"
    ask([folder], "satu_angka", kode="barang_kurang")
    assert state(folder) == before, "and lies where it lay"


def test_without_a_meeting_the_newest_is_compared_with_the_day_before(samples, tmp_path):  # noqa: F811
    folder = shutil.copytree(samples[0], tmp_path / "potret")
    shutil.rmtree(folder / "rapat")
    found = ask([folder], "satu_angka", kode="barang_kurang")
    assert found["rapat_sebelumnya"] == {"nilai": 7, "status": "kuning", "tanggal": "2024-10-21"}


def command(folder, *more):
    """The real command, as the configuration of an assistant starts it."""
    return StdioServerParameters(command=sys.executable, args=["-m", "monev", "mcp", *more], cwd=HOME,
                                 env=surroundings(POTRET=folder))  # fmt: skip


@pytest.mark.parametrize("role", [*RIGHTS, None])
def test_the_real_command_answers_over_its_input_and_output_in_every_role(samples, typed, role):  # noqa: F811
    chosen = ["--peran", role] if role else []
    calls = [("daftar_angka", {"rapat": MEETING}), ("satu_angka", {"kode": "kejadian_14_hari"}),
             ("temuan_instansi", {"instansi": "kpu"}), ("janji_rapat", {})]  # fmt: skip
    heard = talk(command(samples[0], *chosen), calls)
    if role in (PUBLIC, None):
        assert all(one.is_error and "tidak melihat apa pun" in one.content[0].text for one in heard)
        return
    direct = talk(server.made(samples[0], role), calls)
    assert [one.structured_content for one in heard] == [one.structured_content for one in direct]
    assert not [one for one in heard if one.is_error]
    for one in talk(command(typed[0], *chosen), every_call(typed[0])):
        assert not one.is_error and not [secret for secret in HIDDEN if secret in told(one)]


def test_an_assistant_that_greets_as_before_is_answered_alike(samples):  # noqa: F811
    calls = [("daftar_angka", {"rapat": MEETING}), ("satu_angka", {"kode": "tidak_ada"})]
    answered, wrong = talk(command(samples[0], "--peran", LEADERS), calls, mode="legacy")
    assert answered.structured_content["jumlah"] == 36 and wrong.is_error
    assert wrong.content[0].text.startswith("Angka “tidak_ada” tidak ada.")


def test_on_the_wire_is_nothing_but_the_protocol_and_it_ends_with_its_input(samples):  # noqa: F811
    async def spoken():
        process = await asyncio.create_subprocess_exec(
            sys.executable, "-m", "monev", "mcp", "--peran", "kpu", cwd=HOME, env=surroundings(POTRET=samples[0]),
            stdin=asyncio.subprocess.PIPE, stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.PIPE,
        )  # fmt: skip
        return process, await asyncio.wait_for(process.communicate(b"bukan json\n"), 60)

    process, (out, errors) = asyncio.run(spoken())
    assert process.returncode == 0 and b"Traceback" not in errors
    assert all(json.loads(line)["jsonrpc"] == "2.0" for line in out.splitlines())
    assert os.name == "nt" or b"/" not in errors


def test_the_configuration_in_the_docs_is_one_that_the_command_takes():
    written = (HOME / "docs" / "analis.md").read_text("utf-8")
    told = json.loads(re.search(r"```json\n(.*?)```", written, re.S)[1])["mcpServers"]["monev"]
    assert told["command"] == ".venv/bin/python" and told["args"][:2] == ["-m", "monev"]
    assert arguments.parser().parse_args(told["args"][2:]).peran == LEADERS
    assert [*re.findall(r"^\| `(\w+)` \|", written.partition("| Alat |")[2], re.M)] == TOOLS


def test_every_role_of_the_pages_can_be_given():
    for role in roles.RIGHTS:
        assert arguments.parser().parse_args(["mcp", "--peran", role]).peran == role
