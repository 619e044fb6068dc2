"""What people are told of: what changed, once; what is to come, on time; in words that hold nothing secret."""

import dataclasses
import datetime as dt
import re

import pytest

from monev.run.commands import doctor
from monev.run.news import events, letter, rules
from monev.run.news.box import Message
from monev.run.news.look import Now
from monev.run.news.round import by_person
from monev.settings import SettingError, Settings

AT = dt.datetime(2024, 11, 4, 9)
TABLE = {
    "alamat": "https://monev.contoh.test/",
    "surel": {
        "server": "surel.contoh.test",
        "pengirim": "monev@contoh.test",
        "pengguna": "monev",
        "sandi": "jangan-bocor",
    },
    "webhook": {"alamat": "https://gerbang.contoh.test/kirim?a=1", "kunci": "kunci-gerbang"},
    "penerima": {"pimpinan": ["satu@contoh.test"], "kpu": ["kpu@contoh.test", "webhook:grup-kpu"]},
}
RULES = rules.read(TABLE)


def table(**changed):
    return {key: value for key, value in (TABLE | changed).items() if value is not None}


def number(code="barang_kurang", status="merah", value=5.0, **more):
    return {"kode": code, "indikator": "Barang kurang", "halaman": "logistik", "nilai": value, "satuan": "jenis",
            "status": status, "kalimat": "Lima jenis barang masih kurang.", "lembaga": ["kpu"]} | more  # fmt: skip


def promise(id="TL-2024-10-21-01", late=True, due=dt.date(2024, 11, 1), **more):
    return {"id": id, "lewat": late, "tenggat": due, "uraian": "Pengganti tiba", "pemilik": "KPU", "ditarik": False,
            "penanggung_jawab": ["kpu", "kecamatan_x"], "keadaan": "belum"} | more  # fmt: skip


def plan(date=dt.date(2024, 11, 5), begins=dt.time(9), **more):
    return {"rapat": "R-1", "tanggal": date, "mulai": begins, "lama_menit": 90, "judul": "Rapat monev", "tempat": "Aula",
            "dicatat": AT, "perubahan": 0} | more  # fmt: skip


def due(day=dt.date(2024, 11, 4), **more):
    return {"id": "TL-2024-11-04-k7q4m2", "tanggal_rapat": day, "uraian": "Kirim segel.", "penanggung_jawab": ["kpu"],
            "pemilik": "KPU", "tenggat": dt.date(2024, 11, 8), "diubah": AT} | more  # fmt: skip


def now(at=AT, **more):
    return Now(
        at, at.date(), "000001-2024-11-04-aaaaaaaa", agencies=[{"instansi": "kpu", "nama": "KPU", "temuan": 2}], **more
    )


EMPTY = events.found(now(), None, RULES).seen


def told(seen=EMPTY, at=AT, ruled=RULES, **more):
    return events.found(now(at, **more), seen, ruled)


def titles(found):
    return [one.title for one in found.items]


# --- what is news ---


@pytest.mark.parametrize(
    ("was", "status", "title"),
    [
        ("kuning", "merah", "Barang kurang menjadi Kritis: 5 jenis"),
        ("hijau", "merah", "Barang kurang menjadi Kritis: 5 jenis"),
        ("belum_dilaporkan", "merah", "Barang kurang menjadi Kritis: 5 jenis"),
        ("merah", "kuning", "Barang kurang tidak lagi Kritis, kini Perlu perhatian: 5 jenis"),
        ("merah", "hijau", "Barang kurang tidak lagi Kritis, kini Siap: 5 jenis"),
        ("merah", "merah", None),
        ("kuning", "hijau", None),
        ("hijau", "belum_waktunya", None),
    ],
)
def test_a_number_is_told_when_it_turns_red_and_when_it_is_red_no_more(was, status, title):
    found = told(EMPTY | {"status": {"barang_kurang": was}}, numbers=[number(status=status)])
    assert titles(found) == ([title] if title else [])
    assert found.seen["status"] == {"barang_kurang": status}


def test_a_number_that_can_no_longer_be_judged_is_not_called_better():
    found = told(
        EMPTY | {"status": {"barang_kurang": "merah"}}, numbers=[number(status="belum_dilaporkan", value=None)]
    )
    assert titles(found) == ["Barang kurang tidak lagi Kritis, kini Belum dilaporkan"]


def test_what_was_so_all_along_is_no_news():
    first = told(None, numbers=[number()], promises=[promise()], ended={"2024-10-21": AT})
    assert not first.items
    again = told(first.seen, numbers=[number()], promises=[promise()], ended={"2024-10-21": AT})
    assert not again.items and again.seen == first.seen


def test_a_number_that_is_new_itself_is_seen_and_not_told():
    found = told(EMPTY, numbers=[number()])
    assert not found.items and found.seen["status"] == {"barang_kurang": "merah"}


def test_a_promise_is_told_once_when_it_falls_due_and_again_after_another_day_was_given():
    first = told(promises=[promise()])
    assert titles(first) == ["Janji rapat lewat tenggat"]
    assert first.items[0].roles == {"pimpinan", "sekretariat", "kpu"}, "a body without a sheet has no role"
    assert not told(first.seen, promises=[promise()]).items
    assert not told(first.seen, promises=[]).items, "its tab cannot be read just now"
    moved = told(first.seen, promises=[promise(late=False, due=dt.date(2024, 11, 8))])
    assert not moved.items
    assert titles(told(moved.seen, promises=[promise(due=dt.date(2024, 11, 8))])) == ["Janji rapat lewat tenggat"]


@pytest.mark.parametrize(("hours", "count"), [(dt.timedelta(hours=6), 1), (dt.timedelta(hours=6, seconds=-1), 0)])
def test_a_sheet_is_told_after_so_many_hours_once_and_again_when_it_is_back(hours, count):
    row = {"instansi": "kpu", "berhasil": (AT - hours).isoformat(), "pesan": "Izin dicabut."}
    first = told(times=[row])
    assert len(first.items) == count
    assert not told(first.seen, times=[row]).items
    back = told(first.seen, times=[row | {"pesan": None}])
    assert titles(back) == (["Lembar KPU terbaca lagi"] if count else [])
    assert not told(back.seen, times=[row | {"pesan": None}]).items


def test_a_sheet_that_was_never_read_is_counted_from_when_it_was_first_missed():
    row = {"instansi": "kpu", "berhasil": None, "pesan": "Izin dicabut."}
    first = told(times=[row])
    assert not first.items
    assert len(told(first.seen, at=AT + dt.timedelta(hours=6), times=[row]).items) == 1


@pytest.mark.parametrize(("hours", "count"), [(dt.timedelta(hours=6), 1), (dt.timedelta(hours=6, seconds=-1), 0)])
def test_that_no_sheet_at_all_is_looked_at_is_told_to_the_secretariat_alone(hours, count):
    times = [{"instansi": "kpu", "berhasil": (AT - hours).isoformat(), "pesan": None}]
    first = told(times=times, halted="Kuota Google habis.")
    assert len(first.items) == count and all(one.roles == {"sekretariat"} for one in first.items)
    assert not told(first.seen, times=times, halted="Kuota Google habis.").items
    back = told(first.seen, times=times)
    assert titles(back) == (["Lembar diperiksa lagi"] if count else [])
    assert not told(back.seen, times=times).items


@pytest.mark.parametrize(
    ("at", "count"),
    [
        (dt.datetime(2024, 11, 3, 23, 59), 0),
        (dt.datetime(2024, 11, 4, 7, 59), 0),
        (dt.datetime(2024, 11, 4, 8), 1),
        (dt.datetime(2024, 11, 5, 8, 59), 1),
        (dt.datetime(2024, 11, 5, 9), 0),
    ],
)
def test_the_digest_goes_the_day_before_from_its_hour_on_or_as_long_as_the_meeting_has_not_begun(at, count):
    found = told(at=at, plans=[plan()])
    assert len([one for one in found.items if "kpu" in one.roles]) == count
    assert not told(found.seen, at=at, plans=[plan()]).items


def test_each_agency_reads_its_own_findings_promises_and_red_numbers():
    rows = {
        "numbers": [number(), number("lain", indikator="Punya Bawaslu", lembaga=["bawaslu"])],
        "promises": [promise(late=False), promise("TL-2", uraian="Milik lain", penanggung_jawab=["bawaslu"])],
        "findings": [{"instansi": "kpu", "terbuka": True, "judul_tab": "Pemilih TPS", "tab": "x", "sel": "H15", "baris": 15,
                      "saran": "tulis 1102", "tertulis": "RAHASIA", "alasan": "“RAHASIA”"},
                     {"instansi": "kpu", "terbuka": False, "judul_tab": "Lain", "tab": "x", "sel": "A1", "baris": 1,
                      "saran": None}],
        "vouched": [{"instansi": "kpu", "nama": "KPU", "keadaan": "belum", "dicatat": None, "temuan": None}],
    }  # fmt: skip
    found = told(plans=[plan()], **rows)
    [own] = [one for one in found.items if one.roles == {"kpu"} and one.key.startswith("rapat:")]
    said = "\n".join(own.lines)
    assert own.title == "Besok rapat monev" and "Selasa, 5 November 2024, pukul 09.00 WIB, Aula." in said
    assert "Barang kurang 5 jenis" in said and "Punya Bawaslu" not in said
    assert "Pengganti tiba (tenggat 1 November)" in said and "Milik lain" not in said
    assert "Pemilih TPS, sel H15: tulis 1102" in said and "Lain" not in said.replace("Milik lain", "")
    assert "Data Anda: belum dikonfirmasi." in said
    assert "RAHASIA" not in said, "what was typed stays in the sheet"
    assert own.calendar[0] == "rapat" and "BEGIN:VCALENDAR" in own.calendar[1]
    [whole] = [one for one in found.items if one.roles == {"pimpinan"} and one.key.startswith("rapat:")]
    assert "Punya Bawaslu" in "\n".join(whole.lines)


def test_whoever_was_told_of_a_meeting_hears_when_it_is_moved_or_called_off():
    first = told(plans=[plan()])
    moved = told(first.seen, plans=[plan(dt.date(2024, 11, 12))])
    assert set(titles(moved)) == {"Jadwal rapat berubah, semula Selasa, 5 November 2024"}
    assert not told(moved.seen, plans=[plan(dt.date(2024, 11, 12))]).items
    off = told(first.seen, plans=[])
    assert set(titles(off)) == {"Rapat Selasa, 5 November 2024 dibatalkan"}
    over = told(first.seen, at=dt.datetime(2024, 11, 6, 9), plans=[])
    assert not over.items, "it was held"


def test_a_meeting_that_was_held_is_never_called_off():
    first = told(plans=[plan()])
    held = {"at": dt.datetime(2024, 11, 5, 10), "held": frozenset({"2024-11-05"})}
    during = told(first.seen, plans=[plan()], **held)
    assert not during.items
    assert not told(first.seen, plans=[plan(dt.date(2024, 11, 12), rapat="R-2")], **held).items


def test_after_a_meeting_each_owner_reads_his_own_decisions_and_the_secretariat_all():
    other = due(id="TL-2", penanggung_jawab=["bawaslu"], pemilik="Bawaslu", uraian="Awasi")
    found = told(ended={"2024-11-04": AT}, due=[due(), other, due(dt.date(2024, 10, 21), id="TL-3")])
    by_role = {next(iter(one.roles)): one for one in found.items}
    assert set(by_role) == {"pimpinan", "sekretariat", "kpu", "bawaslu"}
    assert by_role["kpu"].lines == ("Kirim segel: KPU, sampai 8 November (TL-2024-11-04-k7q4m2).",)
    assert len(by_role["sekretariat"].lines) == 2
    assert by_role["kpu"].calendar[1].count("BEGIN:VEVENT") == 1
    assert not told(found.seen, ended={"2024-11-04": AT}, due=[due()]).items


def test_a_rule_that_is_not_asked_for_is_not_told_but_seen():
    only = rules.read(table(aturan=["janji"]))
    found = told(EMPTY | {"status": {"barang_kurang": "hijau"}}, ruled=only, numbers=[number()], promises=[promise()])
    assert titles(found) == ["Janji rapat lewat tenggat"] and found.seen["status"]["barang_kurang"] == "merah"


# --- to whom ---


def test_one_person_gets_one_message_however_many_roles_and_things_there_are():
    ruled = rules.read(
        table(penerima={"pimpinan": ["Satu@contoh.test"], "kpu": ["satu@contoh.test", "dua@contoh.test"]})
    )
    seen = EMPTY | {"status": {"barang_kurang": "hijau"}}
    found = told(seen, ruled=ruled, numbers=[number()], promises=[promise()])
    people = by_person(found.items, ruled)
    assert {person: len(items) for person, items in people.items()} == {"satu@contoh.test": 2, "dua@contoh.test": 2}
    assert [one.rule for one in people["satu@contoh.test"]] == ["status", "janji"]


def test_nobody_is_told_of_what_is_not_his():
    ruled = rules.read(table(penerima={"bawaslu": ["b@contoh.test"]}))
    found = told(EMPTY | {"status": {"barang_kurang": "hijau"}}, ruled=ruled, numbers=[number()])
    assert by_person(found.items, ruled) == {}


# --- how it reads ---


def message(*items):
    return Message("000007-abcdefabcdefabcd", "abcdefabcdefabcd", AT, tuple(items))


def test_a_letter_is_text_and_html_with_a_link_for_each_thing_and_the_same_id_for_ever():
    found = told(
        EMPTY | {"status": {"barang_kurang": "hijau"}}, numbers=[number()], promises=[promise()], plans=[plan()]
    )
    items = by_person(found.items, RULES)["kpu@contoh.test"]
    made = letter.mail(message(*items), "monev@contoh.test", "kpu@contoh.test", RULES.address)
    assert made["Message-ID"] == "<kabar-000007-abcdefabcdefabcd@monev.invalid>"
    assert made["Subject"] == "Monev Pilkada: Barang kurang menjadi Kritis: 5 jenis, dan 2 kabar lain"
    text, page = made.get_body(("plain",)).get_content(), made.get_body(("html",)).get_content()
    for path in ("/logistik", "/tindak_lanjut", "/mutu_data"):
        assert f"https://monev.contoh.test{path}" in text and f'href="https://monev.contoh.test{path}"' in page
    [file] = list(made.iter_attachments())
    assert file.get_filename() == "rapat.ics" and file.get_content_type() == "text/calendar"
    assert bytes(made) and "jangan-bocor" not in made.as_string()


def test_what_was_typed_into_a_sheet_is_no_markup_and_no_header():
    hostile = number(indikator="<img src=x onerror=1>\r\nBcc: x@y.test", kalimat="<script>1</script> **tebal**")
    found = told(EMPTY | {"status": {"barang_kurang": "hijau"}}, numbers=[hostile])
    made = letter.mail(message(*found.items), "monev@contoh.test", "kpu@contoh.test", RULES.address)
    page = made.get_body(("html",)).get_content()
    assert "<script" not in page and "<img" not in page and made["Bcc"] is None
    assert "**" not in page and "\n" not in made["Subject"]


def test_a_long_subject_is_cut_where_a_phone_would_cut_it():
    found = told(EMPTY | {"status": {"barang_kurang": "hijau"}}, numbers=[number(indikator="x" * 300)])
    assert len(letter.subject(found.items)) <= 120 and "…" in letter.subject(found.items)


def test_a_gateway_gets_the_same_as_json():
    found = told(EMPTY | {"status": {"barang_kurang": "hijau"}}, numbers=[number()], plans=[plan()])
    said = letter.hook(message(*by_person(found.items, RULES)["webhook:grup-kpu"]), "grup-kpu", RULES.address)
    assert (said["versi"], said["id"], said["kepada"]) == (1, "000007-abcdefabcdefabcd", "grup-kpu")
    assert said["dibuat"] == "2024-11-04T09:00:00+07:00"
    assert [one["jenis"] for one in said["kabar"]] == ["status", "rapat_besok"]
    assert (
        said["kabar"][0]["tautan"] == "https://monev.contoh.test/logistik"
        and said["kalender"][0]["nama"] == "rapat.ics"
    )


# --- the table [kabar] ---


@pytest.mark.parametrize(
    ("at", "quiet"),
    [("19:59", False), ("20:00", True), ("23:59", True), ("00:00", True), ("05:59", True), ("06:00", False)],
)
def test_quiet_hours_go_over_midnight(at, quiet):
    assert rules.read(table(tenang="20.00-06.00")).is_quiet(dt.time.fromisoformat(at)) is quiet


@pytest.mark.parametrize(("at", "quiet"), [("11:59", False), ("12:00", True), ("12:59", True), ("13:00", False)])
def test_quiet_hours_within_a_day(at, quiet):
    assert rules.read(table(tenang="12.00-13.00")).is_quiet(dt.time.fromisoformat(at)) is quiet
    assert not RULES.is_quiet(dt.time.fromisoformat(at)), "without them no hour is"


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"alamat": "http://monev.contoh.test"}, "alamat https"),
        ({"alamat": "https://orang:sandi@monev.contoh.test"}, "tanpa nama pengguna"),
        ({"alamat": None}, "alamat https"),
        ({"aturan": ["semua"]}, "aturan harus berupa daftar dari: status, janji"),
        ({"lembar_gagal_jam": 0}, "bilangan bulat 1 sampai 240"),
        ({"jam_kabar": "pagi"}, "jam_kabar harus berupa jam"),
        ({"tenang": "20.00"}, "rentang jam"),
        ({"tenang": "20.00-20.00"}, "pada jam yang sama"),
        ({"penerima": {}}, "belum berisi satu penerima"),
        ({"penerima": {"publik": ["a@contoh.test"]}}, "peran “publik” yang tidak dikenal"),
        ({"penerima": {"kpu": ["bukan surel"]}}, "isi ke-1, bukan alamat surel"),
        ({"penerima": {"kpu": ["webhook:"]}}, "belum menyebut penerima"),
        ({"surel": None}, r"\[kabar.surel\] belum ada"),
        ({"webhook": None}, r"\[kabar.webhook\] belum ada"),
        ({"surel": TABLE["surel"] | {"keamanan": "tidak"}}, "hanya untuk server surel di komputer ini"),
        ({"surel": TABLE["surel"] | {"keamanan": "ssl"}}, "tls, starttls, tidak"),
        ({"surel": TABLE["surel"] | {"pengirim": "Monev"}}, "pengirim bukan alamat surel"),
        ({"surel": TABLE["surel"] | {"tls": True}}, "“tls” yang tidak dikenal"),
        ({"webhook": {"alamat": "http://gerbang.contoh.test"}}, "alamat https"),
        ({"webhook": {"alamat": "https://gerbang.contoh.test", "kunci": "a\nb"}}, "kunci ditulis"),
        ({"ronde": 1}, "“ronde” yang tidak dikenal"),
    ],
)
def test_a_mistake_is_one_line_that_names_the_place_and_repeats_no_secret(changed, said):
    with pytest.raises(SettingError, match=said) as error:
        rules.read(table(**changed))
    assert not re.search("jangan-bocor|kunci-gerbang|satu@|kpu@", str(error.value)) and "\n" not in str(error.value)


def test_nothing_of_a_secret_is_shown_where_rules_are_printed():
    assert not re.search("jangan-bocor|kunci-gerbang|@contoh", repr(RULES).replace("monev@contoh", ""))


def test_without_the_table_nobody_is_told():
    assert rules.read({}) is None


def test_the_doctor_says_how_many_are_told_and_what_is_wrong_without_an_address(tmp_path):
    place = Settings("folder", tmp_path, tmp_path, None, news=TABLE)
    [check] = doctor._news(place)
    assert (check.state, check.seen.partition(";")[0]) == (doctor.GOOD, "3 penerima lewat surel dan webhook")
    [wrong] = doctor._news(dataclasses.replace(place, news=TABLE | {"penerima": {"kpu": ["rahasia pribadi"]}}))
    assert wrong.state == doctor.BAD and "isi ke-1" in wrong.seen and "rahasia" not in wrong.seen
    assert list(doctor._news(dataclasses.replace(place, news={}))) == []
