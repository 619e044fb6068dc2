"""The measure of how much can be read in a video meeting: what counts as a word, as read, and as before one's eyes."""

from pathlib import Path

import pytest
from PIL import Image

from bench import legible, read_back, shared
from bench.read_back import Read, compared
from tests.absent import needs

MISSING = read_back.missing()


def lost(visible, *readings):
    return compared(visible.split(), readings).lost


def test_marks_capitals_and_blanks_between_number_and_letters_do_not_count():
    assert (
        lost("Barang kurang: 5 jenis; Rp4,14 miliar · 4 Nov 2024", "BARANG kurang 5jenis. Rp 4,14 miliar 4Nov2024")
        == ()
    )
    assert compared(["A", "·", "7", "↓", "dua"], ["dua"]).words == 1


@pytest.mark.parametrize(
    "typed, read", [("40,0%", "40.0%"), ("1.102", "1102"), ("130", "180"), ("238", "2384"), ("12", "")]
)
def test_a_number_counts_only_as_it_stands(typed, read):
    assert lost(typed, read) == (typed.rstrip("%"),)


@pytest.mark.parametrize("read", ["pencairar", "pencairn", "pencairann", "pemcairan", "encairan"])
def test_in_a_long_word_one_letter_may_be_another(read):
    assert lost("pencairan", read) == ()


@pytest.mark.parametrize(
    "typed, read", [("cair", "cain"), ("pencairan", "pemcairar"), ("pencairan", "penciaran"), ("hibah", "hiba")]
)
def test_but_not_two_and_none_in_a_short_one(typed, read):
    assert lost(typed, read) == (typed,)


def test_a_word_that_stands_twice_has_to_be_read_twice_but_two_readings_of_one_are_one():
    assert lost("hari hari", "hari", "hari") == ("hari",)
    assert lost("hari tiba", "hari", "tiba") == ()
    assert lost("kelurahan kelurahan", "kelurahar") == ("kelurahan",)


def test_the_whole_course_counts_by_words_and_the_table_names_the_worst_page():
    pages = {"risiko": Read(10, ("tanda",)), "logistik": Read(30, ("40,0", "segel", "alat"))}
    assert legible.together(pages) == pytest.approx(0.9)
    lines = "\n".join(legible.told(".", {way.name: pages for way in legible.WAYS}))
    assert "belum 95%" in lines and "≥ 88%" in lines and "belum 88%" not in lines
    assert "1920x1080, 150 kbit/s, risiko: tanda" in lines


def test_what_is_missing_is_said_in_one_line(monkeypatch, tmp_path):
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(SystemExit) as ended:
        legible.main(["."])
    assert str(ended.value) == "Belum terpasang: apt-get install ffmpeg tesseract-ocr tesseract-ocr-ind"


def test_a_page_stands_with_the_first_picture_that_is_the_one_at_its_end(tmp_path):
    recording = shared.Recording(tmp_path)
    for moment, grey in enumerate((255, 255, 0, 90, 91, 91)):
        path = tmp_path / "gambar.png"
        Image.new("L", (40, 30), grey).save(path)
        recording.keep(float(moment), path.read_bytes())
    recording.shown = [shared.Shown("ringkasan", [], 0.5, 1.5), shared.Shown("logistik", [], 1.6, 5.5)]
    recording.find_changes()
    assert [page.stood for page in recording.shown] == [0.5, 3.0]
    assert Path(recording.picture(2.5)).name == "00002.png"


def test_visible_is_what_lies_whole_on_the_first_screen(screen):
    tab = screen(800, 300).tab
    tab.set_content("""
      <p class="rel">pokok <span class="sisa">sisa 14.48</span></p> <p>Barang <b>kurang 5</b></p> <p class="sr">dibacakan</p> <p style="visibility:hidden">tersembunyi</p>
      <div style="width:4em;font:16px/1 monospace">Sindang\u00adsari</div> <svg width="100" height="20"><text y="15">sumbu</text></svg>
      <div style="height:10px;overflow:hidden;font:20px/1 serif">terpotong</div> <p style="position:absolute;top:295px">bawah</p>
      <script>const kode = 1</script>""")
    assert tab.evaluate(shared.VISIBLE) == ["pokok", "Barang", "kurang", "5", "Sindang", "sari", "sumbu"]


@pytest.mark.panjang
@needs(not MISSING, MISSING)
def test_a_screen_goes_through_the_codec_and_is_read_back(tmp_path):
    recording = shared.Recording(tmp_path)
    white = tmp_path / "putih.png"
    Image.new("RGB", (640, 360), "white").save(white)
    for moment in (0.0, 2.0):
        recording.keep(moment, white.read_bytes())
    recording.shown = [shared.Shown("ringkasan", ["dua", "kata"], 0.0, 2.5, 0.0)]
    recording.folder.joinpath("dibaca").mkdir()
    film = shared.sent(recording, tmp_path / "dibaca" / "film.mp4", 150, (640, 360))
    (picture,) = shared.arrived(recording, film, [2.5])
    assert Image.open(picture).size == (2560, 1440)
    assert compared(["dua", "kata"], read_back.read([picture])[0]).share == 0
