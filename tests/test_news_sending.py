"""Messages on their way: once, whatever the mail server and the gateway do, whoever is killed, and with two servers."""

import contextlib
import datetime as dt
import json
import os
import random
import shutil
import signal
import ssl
import time
from dataclasses import replace

import anyio
import pytest
import trustme

from monev.run.backup import make
from monev.run.news import box, round as rounds, ways
from monev.run.news.item import Item
from monev.run.news.rules import Rules, mark
from monev.run.workers import command, news as worker
from monev.snapshot.store import StoreError
from tests import forking, postbox
from tests.conftest import monev, surroundings

AT = dt.datetime(2024, 11, 4, 9)
WRONG = "salah-sekali"
PEOPLE = {"satu@contoh.test": frozenset({"kpu"}), "webhook:grup": frozenset({"kpu"})}
MAILED = mark("satu@contoh.test")
ITEM = Item("status", "status:a", "Barang kurang menjadi Kritis", ("Lima jenis.",), "/logistik", frozenset({"kpu"}))


@pytest.fixture
def both():
    """A mail server and a gateway, and rules that use both."""
    with postbox.post() as (post, mail), postbox.gateway() as (gate, hook):
        yield (
            post,
            gate,
            Rules("https://monev.contoh.test", frozenset({"status"}), 6, dt.time(8), None, mail, hook, PEOPLE),
        )


def waiting(folder, *people, at=AT, items=(ITEM,)):
    box.add(folder, at, {"status": {}}, {mark(one): items for one in people or PEOPLE})


def run(folder, rules, after=0):
    """One round, so many seconds later; there is no snapshot, so nothing new is found."""
    return rounds.run(folder, rules, AT + dt.timedelta(seconds=after))


def clock_back(folder, seconds=3600):
    """As if the last try of all that waits had been so many seconds earlier; what is half written is nobody's yet."""
    for path in (folder / box.ROOM).glob("0*.hasil.json"):
        said = json.loads(path.read_text())
        said["dicoba"] = (AT - dt.timedelta(seconds=seconds)).isoformat()
        path.write_text(json.dumps(said))


# --- sent once ---


def test_what_waits_is_sent_once_by_both_ways(tmp_path, both):
    post, gate, rules = both
    waiting(tmp_path)
    assert len(run(tmp_path, rules).sent) == 2
    assert run(tmp_path, rules, 60) == rounds.Became()
    [letter] = post.to("satu@contoh.test")
    [content] = gate.taken.values()
    assert letter["Subject"] == content["judul"] == "Monev Pilkada: Barang kurang menjadi Kritis"
    assert gate.keys == [("Bearer rahasia-gerbang", content["id"])]


def test_no_address_is_written_down(tmp_path, both):
    _, _, rules = both
    waiting(tmp_path)
    run(tmp_path, rules)
    written = "".join(path.read_text("utf-8") for path in (tmp_path / box.ROOM).glob("*.json"))
    assert "contoh.test" not in written and "grup" not in written and "rahasia" not in written


def test_nothing_is_sent_in_quiet_hours_and_what_came_meanwhile_is_sent_after_them(tmp_path, both):
    post, _, rules = both
    quiet = replace(rules, quiet=(dt.time(8), dt.time(10)))
    waiting(tmp_path)
    assert run(tmp_path, quiet).quiet and not post.taken
    assert len(run(tmp_path, quiet, 3600).sent) == 2


# --- what fails ---


@pytest.mark.parametrize("answer", ["451 try again", "421 too busy"])
def test_a_server_that_cannot_now_is_asked_again_later(tmp_path, both, answer):
    post, _, rules = both
    post.fails = [answer]
    waiting(tmp_path, "satu@contoh.test")
    first = run(tmp_path, rules)
    assert list(first.waiting.values()) == [f"server surel menolak pesan (kode {answer[:3]})"]
    clock_back(tmp_path, 29)
    assert run(tmp_path, rules).waiting and not post.taken, "not before its pause is over"
    clock_back(tmp_path, 30)
    assert run(tmp_path, rules).sent and len(post.taken) == 1


def test_a_recipient_that_there_is_not_is_given_up_and_the_others_are_told(tmp_path, both):
    _, _, rules = both
    people = {"tidak-ada@contoh.test": frozenset({"kpu"}), **PEOPLE}
    there = replace(rules, people=people)
    waiting(tmp_path, *people)
    became = run(tmp_path, there)
    assert list(became.given_up.values()) == ["server surel menolak penerima (kode 550)"] and len(became.sent) == 2
    assert not run(tmp_path, there, 3600).given_up


@pytest.mark.parametrize(
    ("answer", "why", "again"),
    [
        (500, "webhook sedang terganggu (kode 500)", True),
        (503, "webhook sedang terganggu (kode 503)", True),
        (429, "webhook sedang terganggu (kode 429)", True),
        (401, "webhook menolak (kode 401)", True),
        (302, "webhook menolak (kode 302)", True),
        (400, "webhook menolak (kode 400)", False),
        (404, "webhook menolak (kode 404)", False),
    ],
)
def test_what_a_gateway_answers_says_whether_it_is_asked_again(tmp_path, both, answer, why, again):
    _, gate, rules = both
    gate.answers = [answer]
    waiting(tmp_path, "webhook:grup")
    became = run(tmp_path, rules)
    assert list((became.waiting if again else became.given_up).values()) == [why]
    clock_back(tmp_path)
    assert bool(run(tmp_path, rules).sent) is again and len(gate.taken) == again


def test_a_gateway_that_had_it_already_is_not_asked_again(tmp_path, both):
    _, gate, rules = both
    gate.answers = [409]
    waiting(tmp_path, "webhook:grup")
    assert run(tmp_path, rules).sent


def test_what_was_taken_and_not_answered_comes_again_under_the_same_id(tmp_path, both):
    post, gate, rules = both
    post.fails, gate.answers = ["lost"], ["lost"]
    waiting(tmp_path)
    assert len(run(tmp_path, rules).waiting) == 2
    clock_back(tmp_path)
    assert len(run(tmp_path, rules).sent) == 2
    assert len(gate.taken) == 1 and len(gate.asked) == 2, "its id is known there"
    assert len(set(post.ids)) == 1, "a mail server knows its Message-ID"


@pytest.mark.panjang
@pytest.mark.parametrize("how", ["hang", "drip"])
def test_a_gateway_that_hangs_holds_nobody_up(tmp_path, both, how, monkeypatch):
    post, gate, rules = both
    monkeypatch.setattr(ways, "PATIENCE", 1)
    monkeypatch.setattr(ways, "LONGEST", 2)
    gate.answers = [how]
    waiting(tmp_path, "webhook:grup", "satu@contoh.test")
    began = time.monotonic()
    became = run(tmp_path, rules)
    assert time.monotonic() - began < 4 and len(became.waiting) == 1 and len(post.taken) == 1
    clock_back(tmp_path)
    assert run(tmp_path, rules).sent and len(gate.taken) == 1


def test_a_server_that_is_not_there_is_told_without_its_secrets(tmp_path, both):
    _, _, rules = both
    mail = type(rules.mail)("127.0.0.1", postbox.free(), "tidak", "monev@contoh.test", "monev", "jangan-bocor")
    gone = replace(rules, mail=mail)
    waiting(tmp_path, "satu@contoh.test")
    [why] = run(tmp_path, gone).waiting.values()
    assert why == "server surel tidak menjawab sebagaimana mestinya (ConnectionRefusedError)"


@pytest.mark.parametrize(("hours", "sent"), [(48, True), (49, False)])
def test_what_could_not_be_sent_for_two_days_is_no_news_any_more(tmp_path, both, hours, sent):
    post, _, rules = both
    waiting(tmp_path, "satu@contoh.test")
    became = run(tmp_path, rules, hours * 3600)
    assert bool(became.sent) is sent and bool(post.taken) is sent
    assert sent or list(became.given_up.values()) == ["terlalu lama tidak dapat dikirim"]


def test_who_is_listed_no_longer_is_told_nothing_more(tmp_path, both):
    post, _, rules = both
    waiting(tmp_path, "lama@contoh.test")
    assert list(run(tmp_path, rules).given_up.values()) == ["penerimanya tidak terdaftar lagi"] and not post.taken


def test_rounds_that_are_over_go_and_the_last_one_stays(tmp_path, both):
    _, _, rules = both
    box.add(tmp_path, AT, {"status": {"a": "merah"}}, {})
    waiting(tmp_path)
    box.add(tmp_path, AT, {"status": {"a": "hijau"}}, {})
    run(tmp_path, rules)
    assert sorted(path.name for path in (tmp_path / box.ROOM).glob("0?????.json")) == ["000002.json", "000003.json"]
    rounds.run(tmp_path, rules, AT + box.KEPT + dt.timedelta(hours=1))
    assert sorted(path.name for path in (tmp_path / box.ROOM).glob("*.json")) == ["000003.json"]
    assert box.seen(tmp_path) == {"status": {"a": "hijau"}}


def test_only_one_is_at_work_at_a_time(tmp_path):
    with box.alone(tmp_path), pytest.raises(StoreError, match="sedang dikirim"), box.alone(tmp_path):
        pass


# --- in secret ---


@pytest.fixture
def authority(tmp_path, monkeypatch):
    """A certificate for localhost that this machine trusts, and the context of a server that has it."""
    made = trustme.CA()
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    made.issue_cert("localhost").configure_cert(context)
    made.cert_pem.write_to_path(tmp_path / "ca.pem")
    monkeypatch.setenv("SSL_CERT_FILE", str(tmp_path / "ca.pem"))
    return context


def by_mail(mail):
    return Rules(
        "https://monev.contoh.test",
        frozenset(),
        6,
        dt.time(8),
        None,
        mail,
        None,
        {"satu@contoh.test": frozenset({"kpu"})},
    )


@pytest.mark.parametrize("security", ["starttls", "tls"])
def test_mail_goes_encrypted_and_with_a_password(tmp_path, authority, security):
    with postbox.post(security, authority) as (post, mail):
        waiting(tmp_path, "satu@contoh.test")
        assert run(tmp_path, by_mail(mail)).sent and len(post.taken) == 1


def test_a_wrong_password_is_told_and_not_repeated(tmp_path, authority):
    with postbox.post("starttls", authority) as (post, mail):
        waiting(tmp_path, "satu@contoh.test")
        [why] = run(tmp_path, by_mail(replace(mail, password=WRONG))).waiting.values()
        assert why.startswith("server surel") and "pengguna dan sandinya" in why and not post.taken
    assert WRONG not in "".join(path.read_text() for path in (tmp_path / box.ROOM).glob("*.json"))


@pytest.mark.parametrize("security", ["starttls", "tls"])
def test_a_server_whose_certificate_nobody_knows_gets_neither_password_nor_mail(
    tmp_path, authority, security, monkeypatch
):
    monkeypatch.delenv("SSL_CERT_FILE")
    with postbox.post(security, authority) as (post, mail):
        waiting(tmp_path, "satu@contoh.test")
        [why] = run(tmp_path, by_mail(mail)).waiting.values()
        assert why.startswith("sertifikat server surel tidak dapat dipercaya") and not post.taken


def test_a_server_that_knows_no_starttls_gets_nothing_in_the_clear(tmp_path, both):
    post, _, rules = both
    waiting(tmp_path, "satu@contoh.test")
    [why] = run(tmp_path, by_mail(replace(rules.mail, security="starttls"))).waiting.values()
    assert "STARTTLS" in why and not post.taken


# --- killed ---


@pytest.mark.panjang
def test_whoever_is_killed_at_any_moment_loses_nothing_and_what_comes_twice_has_one_id(tmp_path, both):
    post, gate, rules = both
    chance, expected, over = random.Random(7), 0, {}  # noqa: S311
    for turn in range(40):
        box.add(tmp_path, AT, {"turn": turn}, {mark(one): (ITEM,) for one in PEOPLE})
        expected += 1
        child = os.fork()
        if not child:
            with contextlib.suppress(BaseException):
                run(tmp_path, rules)
            os._exit(0)
        time.sleep(chance.uniform(0, 0.06))
        with contextlib.suppress(ProcessLookupError):
            os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        over |= {one.id: one.tried for one in box.messages(tmp_path) if not one.waits}
        clock_back(tmp_path)
    while run(tmp_path, rules).waiting:
        clock_back(tmp_path)
    assert len(set(post.ids)) == expected and len(gate.taken) == expected, "none is lost"
    tried = {one.id: one.tried for one in box.messages(tmp_path)}
    assert over.items() <= tried.items(), "what was noted as sent is not tried again"
    assert len(post.ids) <= sum(tried[f"{number:06d}-{MAILED}"] for number in range(1, expected + 1)), (
        "and only one that died between an answer and its note comes again"
    )


@pytest.fixture(scope="module")
def told_already(samples_shot, tmp_path_factory):
    """The samples, of which everything was told already but one number and one promise."""
    place = tmp_path_factory.mktemp("kabar")
    folder, around = place / "potret", {"POTRET": place / "potret", "RAHASIA": place / "secrets.toml"}
    shutil.copytree(samples_shot, folder)
    with postbox.post() as (_, mail), postbox.gateway() as (_, hook):
        listed(around["RAHASIA"], mail, hook)
        first = monev("kabar", **around)
    assert first.returncode == 0 and "Tidak ada kabar baru" in first.stdout, first.stderr
    [state] = (folder / box.ROOM).glob("*.json")
    said = json.loads(state.read_text("utf-8"))
    said["keadaan"]["status"]["barang_kurang"] = "kuning"
    del said["keadaan"]["janji"]["TL-2024-10-21-01"]
    state.write_text(json.dumps(said))
    return folder


def listed(secrets, mail, hook):
    secrets.write_text(
        f'[kabar]\nalamat = "https://monev.contoh.test"\n[kabar.surel]\nserver = "127.0.0.1"\nport = {mail.port}\n'
        f'keamanan = "tidak"\npengirim = "monev@contoh.test"\n[kabar.webhook]\nalamat = "{hook.address}"\n'
        '[kabar.penerima]\nkpu = ["satu@contoh.test", "webhook:grup"]\nsekretariat = ["satu@contoh.test"]\n'
    )


@pytest.fixture
def city(tmp_path, told_already, both):
    """These samples, and how to run the command."""
    _, _, rules = both
    folder, secrets = tmp_path / "potret", tmp_path / "secrets.toml"
    shutil.copytree(told_already, folder)
    listed(secrets, rules.mail, rules.hook)
    return folder, {"POTRET": folder, "RAHASIA": secrets}


@pytest.fixture(scope="module")
def split():
    """A function that starts `monev kabar`, which splits off from a process that has imported it."""
    with forking.Parent("commands") as parent:
        code = "import sys; from monev.run.commands.main import main; sys.exit(main(['kabar']))"
        yield lambda around: parent.run(code, surroundings(**around))


@pytest.mark.panjang
def test_a_dry_run_prints_what_would_go_and_sends_nothing(city, both):
    post, gate, _ = both
    folder, around = city
    before = {path: path.read_text() for path in (folder / box.ROOM).glob("*.json")}
    said = monev("kabar", "--coba", **around)
    assert said.returncode == 0, said.stderr
    assert "surel kepada satu@contoh.test (baru)" in said.stdout and "webhook kepada grup (baru)" in said.stdout
    assert "Barang kurang menjadi Kritis: 5 jenis" in said.stdout and "2 pesan baru, 0 menunggu" in said.stdout
    assert not post.taken and not gate.asked
    assert before == {path: path.read_text() for path in (folder / box.ROOM).glob("*.json")}


@pytest.mark.panjang
def test_a_command_that_is_killed_anywhere_is_gone_on_with_and_each_person_is_told_once(city, both, split):
    post, gate, _ = both
    folder, around = city
    chance = random.Random(11)  # noqa: S311
    for _ in range(8):
        process = split(around)
        time.sleep(chance.uniform(0, 3))
        process.kill()
        process.wait()
        clock_back(folder)
    while (ended := monev("kabar", **around)).returncode == 3:
        clock_back(folder)
    assert ended.returncode == 0, ended.stderr
    assert len(set(post.ids)) == 1 and len(gate.taken) == 1
    [content] = gate.taken.values()
    assert [one["judul"] for one in content["kabar"]] == [
        "Barang kurang menjadi Kritis: 5 jenis",
        "Janji rapat lewat tenggat",
    ]
    assert len(post.ids) <= 2


@pytest.mark.panjang
def test_two_servers_at_once_tell_each_person_once(city, both, split):
    post, gate, _ = both
    _, around = city
    for _ in range(2):
        processes = [split(around) for _ in range(3)]
        assert {process.wait(60) for process in processes} <= {0, 1}
    assert len(post.ids) == 1 and len(gate.asked) == 1


@pytest.mark.panjang
def test_the_worker_tells_by_itself_as_soon_as_there_is_something(city, both, monkeypatch):
    post, gate, _ = both
    folder, around = city
    for name, value in around.items():
        monkeypatch.setenv(f"MONEV_{name}", str(value))
    monkeypatch.setattr(worker, "LOOK", 0.2)

    async def until_told():
        async with anyio.create_task_group() as tasks:
            tasks.start_soon(worker.watch, folder)
            with anyio.fail_after(60):
                while not (post.taken and gate.taken):
                    await anyio.sleep(0.2)
            tasks.cancel_scope.cancel()

    anyio.run(until_told)
    assert len(post.taken) == len(gate.taken) == 1


@pytest.mark.panjang
def test_the_worker_does_nothing_while_nobody_is_to_be_told(tmp_path, monkeypatch):
    monkeypatch.setenv("MONEV_RAHASIA", str(tmp_path / "keine.toml"))
    monkeypatch.setattr(worker, "LOOK", 0.05)
    started = []

    async def noted(*given):
        started.append(given)
        return 0, ""

    monkeypatch.setattr(command, "run", noted)

    async def a_while():
        with anyio.move_on_after(1):
            await worker.watch(tmp_path)

    anyio.run(a_while)
    assert not started


@pytest.mark.panjang
def test_the_worker_tells_an_operator_once_why_something_waits(city, both, monkeypatch, caplog):
    post, _, _ = both
    folder, around = city
    for name, value in around.items():
        monkeypatch.setenv(f"MONEV_{name}", str(value))
    monkeypatch.setattr(worker, "LOOK", 0.2)
    post.fails = ["451 later"] * 5
    caplog.set_level("INFO", "monev")

    async def until_told():
        async with anyio.create_task_group() as tasks:
            tasks.start_soon(worker.watch, folder)
            with anyio.fail_after(60):
                while "menunggu" not in caplog.text:
                    await anyio.sleep(0.2)
            tasks.cancel_scope.cancel()

    anyio.run(until_told)
    assert "1 kabar menunggu: server surel menolak pesan (kode 451)." in caplog.text
    assert "contoh.test" not in caplog.text


def test_a_backup_leaves_out_what_was_told(tmp_path):
    waiting(tmp_path)
    (tmp_path / "sinkron.json").write_text("[]")
    assert make.places(tmp_path) == ["sinkron.json"]
