"""Documents that are signed, in Word and as PDF: the same content twice, fields to fill in and to sign, nothing lost."""

import datetime as dt
import io
import re
import zipfile

import docx
import pypdf
import pytest
from PIL import Image

from monev.contract import surat_toml
from monev.contract.reference_csv import ReferenceDataError
from monev.handouts import catalogue, memo, paper, pdf, word_paper
from monev.handouts.handout import file_name
from monev.handouts.paper import Column, Head, Paper, Table, Text
from monev.snapshot import store
from monev.words import letters, project, spoken
from tests import office
from tests.handed import source

pytestmark = pytest.mark.panjang

LONG = "Tambah petugas lipat dan sortir surat suara di gudang, lalu laporkan setiap sore kepada sekretariat. " * 4
#: Offered in Word and as PDF, by code.
BOTH = {one.code: one for one in catalogue.offered() if one.pdf and one.suffix == "docx"}
#: Places to sign in each.
SIGNED = {"notula": 2, "nota-dinas": 1}


def silent(*_):
    """Nobody watches how far the making is."""


def decision(number, **more):
    return {"id": f"TL-2024-11-04-{number}", "dicatat": dt.datetime(2024, 11, 4, 9, number), "agenda": "netralitas",
            "uraian": LONG.strip(), "penanggung_jawab": "kpu", "tenggat": dt.date(2024, 11, 8), "keadaan_kata": None,
            "pemilik": "PPK (pembina kepegawaian), melalui BKPSDM dan Inspektorat", "ditarik": False} | more  # fmt: skip


@pytest.fixture(scope="module")
def shot(samples_shot):
    name = store.latest(samples_shot)
    with store.Snapshot(samples_shot, name, store.previous(samples_shot, name)) as opened:
        yield opened


@pytest.fixture(scope="module")
def made(shot):
    """Code -> the document as Word and as PDF."""
    meant = source(shot, [decision(1, uraian="Kirim formulir – “segera”", pemilik="KPU")])
    return {code: [form.write(meant, silent) for form in one.forms] for code, one in BOTH.items()}


def texts(content):
    document = docx.Document(io.BytesIO(content))
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return [*(line.text for line in document.paragraphs), *(line for cell in cells for line in cell.splitlines())]


def read(content):
    """A PDF with its whole text, without blanks."""
    opened = pypdf.PdfReader(io.BytesIO(content))
    return opened, office.same("".join(page.extract_text() for page in opened.pages))


def bare(text):
    """Without what is a line to write on in Word and a field in a PDF."""
    return [one for one in (office.same(part) for part in re.split("…{3,}", text)) if one.strip("(),:.")]


def test_notula_nota_dinas_and_the_records_are_offered_in_both_forms():
    assert [*BOTH] == [
        "notula",
        "nota-dinas",
        *(f"berita-acara-hibah-{one}" for one in ("kpu", "bawaslu", "polres", "kodim")),
    ]
    assert {tuple(form.suffix for form in one.forms) for one in BOTH.values()} == {("docx", "pdf")}
    assert all("meterai" in one.holds and "Bagian Hukum" in one.holds for code, one in BOTH.items() if "hibah" in code)


@pytest.mark.parametrize("code", BOTH)
def test_the_pdf_says_all_that_word_says_and_is_tagged_with_its_title_and_language(made, code):
    word, content = made[code]
    opened, said = read(content)
    missing = [text for text in texts(word) for part in bare(text) if part not in said]
    assert missing == []
    root = opened.trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"] and str(root["/Lang"]) == "id" and content.startswith(b"%PDF-1.7")
    assert opened.metadata.title == docx.Document(io.BytesIO(word)).core_properties.title
    assert opened.metadata.creation_date is not None and "/JavaScript" not in str(root)
    tags = {str(one.get_object().get("/S")) for one in objects(opened)}
    assert {"/P", "/Table", "/TH", "/TR", "/TD", "/Form"} <= tags and "/Link" not in tags


def objects(opened):
    for number in range(1, len(opened.xref_objStm) + sum(map(len, opened.xref.values())) + 1):
        found = opened.get_object(number)
        if isinstance(found, dict):
            yield found


@pytest.mark.parametrize("code", BOTH)
def test_each_place_to_sign_is_an_empty_signature_field_and_each_line_one_to_fill_in(made, code):
    opened, said = read(made[code][1])
    fields = opened.get_fields()
    signed = {name: one for name, one in fields.items() if one["/FT"] == "/Sig"}
    assert [*signed] == [f"tanda_tangan_{place}" for place in range(1, SIGNED.get(code, 5) + 1)]
    assert not any("/V" in one for one in fields.values())
    assert all(str(one["/TU"]).startswith("Tempat tanda tangan elektronik: ") for one in signed.values())
    filled = [str(one["/TU"]) for one in fields.values() if one["/FT"] == "/Tx"]
    assert len(filled) + len(signed) == len(fields) and all(filled) and any("NIP" in one for one in filled)
    widgets = [mark.get_object() for page in opened.pages for mark in page.get("/Annots", ())]
    assert len(widgets) == len(fields), "no link is left"
    assert {(one["/Subtype"], one["/F"], "/A" in one, "/StructParent" in one) for one in widgets} == {
        ("/Widget", 4, False, True)
    }
    for mark in widgets:
        left, low, right, high = (float(one) for one in mark["/Rect"])
        assert 0 < left < right < 596 and 0 < low < high < 842
        assert mark["/FT"] == "/Tx" or (right - left > 120 and high - low > 50), "room for what a signature shows"
    # Who certified it is said by whoever does, never by us.
    for never in ("ditandatanganisecaraelektronik", "sertifikat", "bsre", "balaisertifikasi"):
        assert never not in said.lower()


def test_the_same_content_gives_the_same_bytes_in_both_forms(shot, made):
    again = source(shot, [decision(1, uraian="Kirim formulir – “segera”", pemilik="KPU")])
    for code, one in BOTH.items():
        assert [form.write(again, silent) for form in one.forms] == made[code], code
    other = source(shot, [])
    assert [form.write(other, silent) != old for form, old in zip(BOTH["notula"].forms, made["notula"], strict=True)]


def test_a_file_says_its_form_at_the_end_of_its_name(shot):
    names = [file_name(BOTH["notula"], source(shot, []), form.suffix) for form in BOTH["notula"].forms]
    assert names == ["notula-2024-11-04-000002-simulasi.docx", "notula-2024-11-04-000002-simulasi.pdf"]


@pytest.mark.parametrize("code", BOTH)
def test_pages_of_a_pdf_are_numbered_marked_and_whole(shot, made, tmp_path, code):
    leaves = office.printed(made[code][1], tmp_path)
    ground = office.same(source(shot, []).ground())
    for place, leaf in enumerate(leaves, start=1):
        assert not leaf.outside(28)
        whole = office.same(leaf.text)
        assert ground in whole and "DATASIMULASI" in whole and f"Halaman{place}dari{len(leaves)}" in whole
        assert ("Paraf:PihakKesatu" in whole) == ("hibah" in code)
    assert (leaves[0].width, round(leaves[0].height)) == (pytest.approx(595.3, abs=0.2), 842)


def test_the_numbers_of_a_meeting_that_was_frozen_before_are_handed_out_in_all_forms(samples_shot):
    with store.Snapshot(samples_shot, "rapat/2024-10-21") as opened:
        meant = source(opened, [])
        for code, one in BOTH.items():
            said = [office.same("".join(texts(one.write(meant, silent)))), read(one.pdf(meant, silent))[1]]
            assert all("21Oktober2024" in text for text in said), code


# --- nota dinas ---

ON_THE_NOTE = ("NOTADINAS", "KepadaYth.WaliKotaSukabumi", "DariSekretarisDaerah", "Tembusan", "Nomor,tanggal", "Sifat,lampiran", "Hallaporan",
               "1.Yangdimintakankeputusan", "2.Yangdiputuskan:1keputusan", "3.YangmemerlukantandatanganBapak/Ibu:1hal", "KirimformulirsegeraKPU",
               "LaksanakanrekomendasiASN-01:disiplinberat.", "SekretarisDaerahKotaSukabumi", "NIP:")  # fmt: skip


def test_the_note_has_what_was_asked_decided_and_is_to_be_signed(made):
    said = (
        office.same("".join(texts(made["nota-dinas"][0])))
        .replace(":", "")
        .replace("–", "")
        .replace("“", "")
        .replace("”", "")
    )
    assert [one for one in ON_THE_NOTE if one.replace(":", "") not in said] == []


@pytest.mark.parametrize("count", [0, 12])
def test_the_note_is_one_page_however_much_was_said(shot, tmp_path, count):
    meant = source(shot, [decision(one) for one in range(count)])
    asked = [
        row | {"uraian": LONG, "pemilik": "PPK (pembina kepegawaian), melalui BKPSDM"}
        for row in meant.ask("bersama/perlu_diputuskan")
    ]
    [lead] = meant.ask("ringkasan/kalimat")
    told = {"bersama__perlu_diputuskan": asked} if count else {}
    meant = source(shot, meant.recorded, ringkasan__kalimat=[{"kalimat": f"{lead['kalimat']} " * 2}], **told)
    as_word, as_pdf = (form.write(meant, silent) for form in BOTH["nota-dinas"].forms)
    for leaves in (office.pages(as_word, "docx", tmp_path / "word"), office.printed(as_pdf, tmp_path / "pdf")):
        assert len(leaves) == 1 and not leaves[0].outside(28)
        said = office.same(leaves[0].text)
        assert (
            said.index("Demikiandilaporkan")
            < said.index("SekretarisDaerah", said.index("Demikian"))
            < said.index("Halaman1dari1")
        )
    if count:
        assert f"2. Yang diputuskan: 12 keputusan; {memo.DECIDED} pertama, selebihnya dalam notula" in texts(as_word)


def test_the_most_urgent_is_asked_first(shot):
    meant = source(shot, [])
    told = memo.compose(meant, silent)
    [table] = [one for one in told.parts if isinstance(one, Table) and one.columns[0].title == "Hal"]
    worst = [row for row in meant.ask("bersama/perlu_diputuskan") if row["status"] == "merah"][: memo.ASKED]
    assert [row[0] for row in table.rows][: len(worst)] == [
        spoken.shortened(spoken.plain(row["uraian"]), memo.SIGNS) for row in worst
    ]


# --- notula ---

IN_THE_MINUTES = (
    "Nomorundangan", "SifatBiasa", "Waktudibukapukul", "ditutuppukul", "Pimpinanrapat", "Notulis", "hadir", "Susunanacara", "Pembukaan",
    "OlehYangdisampaikan", "DiputuskanOlehsiapadikerjakanPalinglambat", "Keputusanrapat", "Kesimpulan", "Satukeputusandicatatdalamrapat",
    "Rapatberikutnya", "rapatditutup", "Daftarhadir", "Pangkat/Golongan", "NIP", "Tembusan", "WaliKotaSukabumi,sebagailaporan",
)  # fmt: skip


def test_the_minutes_have_what_minutes_must_have(made):
    said = office.same("".join(texts(made["notula"][0]))).replace(":", "")
    assert [one for one in IN_THE_MINUTES if one not in said] == []
    assert "Notulen" not in said


def test_a_decision_stands_under_its_point_with_who_does_it_and_until_when(made):
    document = docx.Document(io.BytesIO(made["notula"][0]))
    found = [[[cell.text for cell in row.cells] for row in table.rows[1:]] for table in document.tables
             if table.rows[0].cells[0].text == "Diputuskan"]  # fmt: skip
    assert len(found) == 5 and found[3][0] == ["Kirim formulir – “segera”", "KPU", "8\xa0Nov 2024"]
    assert all(rows[-1] == [""] * 3 for rows in found), "there is room for what is decided besides"


# --- what is typed stays what it is ---

ODD = [
    "#set page(width: 1cm) $x$ *a* _b_ `c` <d> @e \\ // f",
    '"]) #panic("x")',
    "Dua\x07pihak",
    "\u202eterbalik",
    "😀 العربية 中文",
    "a\nb",
]


@pytest.mark.parametrize("text", ODD)
def test_a_text_is_set_as_it_was_typed_and_never_read_as_markup(shot, text):
    told = Paper("Uji", [Text(text), Table([Column("Hal", 16.5)], [[text]])])
    opened, said = read(pdf.write(told, source(shot, [])))
    assert len(opened.pages) == 1
    if text.isascii() and text.isprintable():
        assert said.count(office.same(text)) == 2
    assert "\x07" not in said and "\u202e" not in said


def test_a_cell_of_more_than_a_page_goes_on_and_loses_nothing(shot, tmp_path):
    words = " ".join(f"kata{number}" for number in range(3000))
    told = Paper("Uji", [Table([Column("Hal", 8.0), Column("Lain", 8.5)], [["a", "b"], [words, "c"], ["d", "e"]])])
    content = pdf.write(told, source(shot, []))
    said = office.same("".join(leaf.text for leaf in office.printed(content, tmp_path)))
    assert [number for number in range(3000) if f"kata{number}" not in said] == []


# --- letters of the city ---


def picture(kind):
    made = io.BytesIO()
    Image.new("RGB", (80, 100), (40, 90, 60)).save(made, kind)
    return made.getvalue()


@pytest.fixture
def city(tmp_path, monkeypatch):
    """A function that writes surat.toml of a city, and pictures beside it."""
    monkeypatch.setenv("MONEV_RUJUKAN", str(tmp_path))

    def wrote(text, **files):
        (tmp_path / "surat.toml").write_text(text, "utf-8")
        for name, content in files.items():
            (tmp_path / name.replace("_", ".")).write_bytes(content)
        return tmp_path

    return wrote


HEAD = '[kop.umum]\nbaris = ["PEMERINTAH", "KANTOR"]\nalamat = "Jalan Balai 1"\nlambang = "{}"\n'


@pytest.mark.parametrize(("name", "kind"), [("lambang.png", "PNG"), ("lambang.jpg", "JPEG")])
def test_a_letterhead_has_its_picture_its_lines_and_its_address(shot, city, name, kind):
    folder = city(HEAD.format(name), **{name.replace(".", "_"): picture(kind)})
    surat_toml.check(folder, project.agencies())
    as_word, as_pdf = (form.write(source(shot, []), silent) for form in BOTH["nota-dinas"].forms)
    with zipfile.ZipFile(io.BytesIO(as_word)) as archive:
        assert [one for one in archive.namelist() if one.startswith("word/media/")] == ["word/media/image1.png"]
    opened, said = read(as_pdf)
    assert len(opened.pages[0].images) == 1 and "PEMERINTAHKANTORJalanBalai1" in said
    assert "PEMERINTAHKANTORJalanBalai1" in office.same("".join(texts(as_word)))


@pytest.mark.parametrize("content", [b"", b"<svg/>", picture("PNG")[:60], b"\x89PNG\r\n\x1a\nrusak"])
def test_a_picture_that_cannot_be_drawn_leaves_the_letter_without_it(shot, city, content):
    city(HEAD.format("lambang.png"), lambang_png=content)
    as_word, as_pdf = (form.write(source(shot, []), silent) for form in BOTH["nota-dinas"].forms)
    assert "KANTOR" in "".join(texts(as_word)) and len(read(as_pdf)[0].pages[0].images) == 0


def test_what_a_city_does_not_say_is_left_to_be_written(shot, city):
    city("")
    said = texts(BOTH["nota-dinas"].write(source(shot, []), silent))
    assert f"Yth. {paper.BLANK}" in said and any(line.startswith("Alamat: …") for line in said)
    assert letters.letterhead() is None and letters.copies("notula") == ()
    assert letters.speaker("berita_acara_hibah", "bpkpd") == "bpkpd"


MISTAKES = {
    "kop = 1": 'kunci "kop": harus berupa tabel; tulis [kop].',
    "[kop.dinkes]\nbaris = ['A']": 'kunci "kop.dinkes": bukan instansi; pakai umum atau ',
    "[kop.umum]\nalamat = 'A'": 'kunci "kop.umum.baris": belum diisi.',
    "[kop.umum]\nbaris = 'A'": 'kunci "kop.umum.baris": harus daftar teks, paling banyak 4.',
    "[kop.umum]\nbaris = ['A', '']": 'kunci "kop.umum.baris": harus satu baris teks, paling banyak ',
    "[kop.umum]\nbaris = ['A']\nwarna = 'x'": 'kunci "kop.umum.warna": tidak dikenal; yang dikenal: baris, alamat, lambang.',
    "[kop.umum]\nbaris = ['A']\nlambang = 'a.svg'": 'kunci "kop.umum.lambang": harus nama berkas .png atau .jpg di folder ini.',
    "[kop.umum]\nbaris = ['A']\nlambang = '../a.png'": 'kunci "kop.umum.lambang": harus nama berkas .png atau .jpg di folder ini.',
    "[kop.umum]\nbaris = ['A']\nlambang = 'a.png'": 'kunci "kop.umum.lambang": a.png tidak dapat dibuka, atau bukan berkas biasa.',
    "[kop.umum]\nbaris = ['A']\nlambang = 'b.png'": 'kunci "kop.umum.lambang": b.png bukan gambar PNG.',
    "[wakil]\nberita_acara_hibah = 'polres'": 'kunci "wakil.berita_acara_hibah": pilih salah satu dari kpu, ',
    "[nota_dinas]\nkepada = ['A']": 'kunci "nota_dinas.kepada": harus satu baris teks.',
    "[notula]\ntembusan = []": 'kunci "notula.tembusan": harus daftar teks, paling banyak 8.',
    "[surat]\nkepada = 'A'": 'kunci "surat": tidak dikenal; yang dikenal: kop, wakil, pihak, notula, nota_dinas.',
}  # fmt: skip


@pytest.mark.parametrize("written", MISTAKES)
def test_a_mistake_in_the_letters_of_a_city_is_told_in_one_line_and_a_letter_is_written_all_the_same(
    shot, city, written
):
    folder = city(written, b_png=b"GIF89a")
    with pytest.raises(ReferenceDataError) as caught:
        surat_toml.check(folder, project.agencies())
    [line] = str(caught.value).splitlines()
    assert line.startswith(f"{folder.name}/surat.toml, ") and MISTAKES[written] in line
    assert word_paper.write(Paper("Uji", [Head(letters.Letterhead(("A",), ""))]), source(shot, []))
    assert memo.compose(source(shot, []), silent).dense


def test_a_date_is_written_out():
    assert (
        spoken.date_words(dt.date(2024, 11, 4)) == "Senin, tanggal empat bulan November tahun dua ribu dua puluh empat"
    )
    assert (
        spoken.date_words(dt.date(2025, 1, 10)) == "Jumat, tanggal sepuluh bulan Januari tahun dua ribu dua puluh lima"
    )
