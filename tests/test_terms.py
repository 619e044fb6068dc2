"""The terms of a topic: read with what they mean, opened where they first stand, listed where they are looked for."""

import re
import shutil

import pytest

from monev.contract import istilah_csv, reference
from monev.contract.reference_csv import ReferenceDataError
from monev.screen.draw import abbreviations, terms
from monev.screen.draw.html import Html
from monev.settings import HOME, REFERENCE

KNOWN = ("BKN", "DPT", "DPTb", "NPHD", "PPK")
TOPICS = [REFERENCE, HOME / "examples" / "stunting" / "reference"]


def opened(text):
    """The pieces of a text that open something, as the words on them."""
    drawn = terms.opened(Html(text), KNOWN)
    return [piece.partition("</button>")[0].rpartition(">")[2] for piece in drawn.split('class="istilah"')[1:]]


def test_what_html_writes_by_its_name_is_no_term():
    drawn = Html("<p>R&amp;D, &lt;2 lt di kantor, &#x27;x27&#x27;, A&amp;lt</p>")
    known = ("amp", "lt", "x27")
    assert re.findall(r"popovertarget=[^>]*>(\w+)<", terms.opened(drawn, known)) == ["lt", "x27"]
    assert terms.opened(drawn, known).startswith("<p>R&amp;D, &lt;2 ")
    assert abbreviations.found(drawn, known) == {"lt", "x27"}


# --- the file ---


@pytest.mark.parametrize("folder", TOPICS, ids=["pilkada", "stunting"])
def test_every_term_of_a_topic_says_what_it_means_in_one_short_sentence(folder):
    rows = istilah_csv.read(folder)
    assert rows and all(row["arti"] and row["arti"].endswith(".") and len(row["arti"]) <= 130 for row in rows)
    assert not [row for row in rows if row["kepanjangan"].lower() in row["arti"].lower()], "it says more than its name"


def test_what_has_several_meanings_has_a_row_for_each():
    meant = [row["kepanjangan"] for row in istilah_csv.read(REFERENCE) if row["singkatan"] == "PPK"]
    assert {"panitia pemilihan kecamatan", "pejabat pembuat komitmen", "pejabat pembina kepegawaian"} == {*meant}


def of(tmp_path, **files):
    for name, text in files.items():
        (tmp_path / f"{name}.csv").write_text(text, "utf-8")
    return tmp_path


def test_the_file_of_before_is_read_as_long_as_there_is_no_other(tmp_path):
    folder = of(tmp_path, singkatan="singkatan,kepanjangan\nDPT,daftar pemilih tetap\n")
    assert istilah_csv.read(folder) == [
        {"singkatan": "DPT", "kepanjangan": "daftar pemilih tetap", "arti": None, "dasar": None}
    ]
    of(tmp_path, istilah="istilah,kepanjangan,arti\nDPT,daftar pemilih tetap,Semua pemilih.\n")
    with pytest.raises(ReferenceDataError, match=r"singkatan\.csv: pindahkan barisnya ke istilah\.csv"):
        istilah_csv.read(folder)
    (tmp_path / "singkatan.csv").unlink()
    assert istilah_csv.read(folder) == [
        {"singkatan": "DPT", "kepanjangan": "daftar pemilih tetap", "arti": "Semua pemilih.", "dasar": None}
    ]


def test_without_a_file_there_are_no_terms_and_the_same_meaning_twice_is_a_mistake(tmp_path):
    assert istilah_csv.read(tmp_path) == []
    with pytest.raises(ReferenceDataError, match=r"istilah\.csv"):
        istilah_csv.read(of(tmp_path, istilah="istilah,kepanjangan\nDPT,daftar\nDPT,daftar\n"))


def test_a_city_with_the_file_of_before_is_declared_as_ever(tmp_path):
    city = shutil.copytree(REFERENCE, tmp_path / "kota")
    lines = (city / "istilah.csv").read_text("utf-8")
    (city / "istilah.csv").unlink()
    (city / "singkatan.csv").write_text("singkatan,kepanjangan\nNPHD,naskah perjanjian hibah daerah\n", "utf-8")
    assert reference.load(city).tables["singkatan"].rows[0]["kepanjangan"] == "naskah perjanjian hibah daerah"
    assert not [line for line in reference.unknown(city) if "singkatan" in line] and "NPHD" in lines


# --- where they stand ---


def test_the_first_of_each_term_in_a_piece_opens_it_and_no_other():
    assert opened("<p>DPT dan NPHD; DPT</p><p>NPHD</p>") == ["DPT", "NPHD"]
    assert opened("<p>XDPT DPTb DPT2 nphd</p>") == ["DPTb"]


def test_a_sign_stays_with_the_word_before_it_and_what_is_seen_is_the_same():
    drawn = terms.opened(Html('<div class="m"><p>Ada NPHD. Lalu (BKN), DPT</p></div>'), KNOWN)
    assert '<span class="utuh"><button' in drawn and "</button>.</span> Lalu" in drawn and "</button>),</span>" in drawn


@pytest.mark.parametrize(
    "around",
    [
        "<a href='/x'><b>{}</b></a>", "<button>{}</button>", "<details><summary>x</summary>{}</details>", "<h2>{}</h2>",
        '<div class="peta" role="img" aria-label="x"><div><div>y</div>{}</div></div>', '<span class="sr">{}</span>',
        '<li data-uraian="x"><div>{}</div></li>', '<tr data-pilih="x"><th>a</th><td>{}</td></tr>', "<pre>{}</pre>",
        '<ul class="cari-isi" hidden><li>{}</li></ul>', '<i title="{}"></i>', '<div class="m pesan">{}</div>',
    ],
)  # fmt: skip
def test_within_what_is_pressed_or_is_no_text_nothing_opens_but_behind_it_the_next_one_does(around):
    drawn = around.replace("{}", "DPT")
    assert opened(f"<div>{drawn}</div>") == []
    assert opened(f"<div>{drawn}<p>DPT</p></div>") == ["DPT"]


def test_a_part_of_a_code_is_no_word():
    assert opened("<p>SIM/NPHD/01/2024 dan BKN-2, DPT</p>") == ["DPT"]


def test_without_known_terms_a_piece_is_the_very_same():
    drawn = Html("<p>DPT</p>")
    assert terms.opened(drawn, ()) is drawn and terms.opened(Html("<p>tidak ada</p>"), KNOWN) == "<p>tidak ada</p>"


def test_a_note_tells_all_meanings_with_their_ground_and_stands_once():
    rows = [
        {"singkatan": "NPHD", "kepanjangan": "naskah <x>", "arti": "Perjanjian.", "dasar": "Permendagri 54/2019"},
        {"singkatan": "PPK", "kepanjangan": "panitia", "arti": None, "dasar": None},
        {"singkatan": "PPK", "kepanjangan": "pejabat", "arti": "Yang menandatangani.", "dasar": None},
    ]
    notes = terms.notes(rows, KNOWN, {"NPHD", "PPK"})
    assert notes.count("popover id=") == 2 and 'id="istilah-4"' in notes and 'id="istilah-5"' in notes
    assert "naskah &lt;x&gt;" in notes and "(Permendagri 54/2019)" in notes and "None" not in notes
    assert notes.index("panitia") < notes.index("pejabat") and terms.notes(rows, KNOWN, set()) == ""
    assert 'popovertarget="istilah-4"' in terms.opened(Html("<p>NPHD</p>"), KNOWN)


def test_the_list_is_there_where_the_topic_has_terms():
    assert terms.listed([]) == ""
    row = {"singkatan": "DPT", "kepanjangan": "daftar pemilih tetap", "arti": "Semua pemilih.", "dasar": None}
    assert "Daftar istilah" in terms.listed([row]) and "Semua pemilih." in terms.listed([row])
