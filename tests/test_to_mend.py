"""What is asked of whoever mends a finding: one sentence everywhere, and an example only where it helps."""

import pytest

from monev.words import to_mend


@pytest.mark.parametrize(
    ("request_", "given", "told"),
    [
        ("tulis 1102 tanpa koma, bila yang dimaksud ribuan", "640", "tulis 1102 tanpa koma, bila yang dimaksud ribuan"),
        ("tulis 15 atau 16 sebagai angka bulat", "16", "tulis 15 atau 16 sebagai angka bulat"),
        ("tulis Babakan", "Selabatu", "tulis Babakan"),
        ("tulis ya atau tidak", "ya", "tulis ya atau tidak"),
        ("tulis nama kelurahannya, salah satu dari Babakan / Tipar", "Selabatu",
         "tulis nama kelurahannya, salah satu dari Babakan / Tipar"),
        ("tulis tanggal lengkap, contohnya 30 Oktober 2024", "30 Oktober 2024",
         "tulis tanggal lengkap, contohnya 30 Oktober 2024"),
        ("tulis angka bulat tanpa koma", "640", "tulis angka bulat tanpa koma, contohnya 640"),
        ("tulis angka bulat tanpa koma", None, "tulis angka bulat tanpa koma"),
        ("tambahkan kolom “Nilai” di baris 2", "Nilai", "tambahkan kolom “Nilai” di baris 2"),
        ("periksa angkanya", "640", "periksa angkanya"),
        ("di D4 tulis 7 saja; begitu pula di sel lainnya, menurut isinya", "640",
         "di D4 tulis 7 saja; begitu pula di sel lainnya, menurut isinya"),
        ("di D4 tulis angka bulat; begitu pula di sel lainnya, menurut isinya", "640",
         "di D4 tulis angka bulat, contohnya 640; begitu pula di sel lainnya, menurut isinya"),
    ],
)  # fmt: skip
def test_an_example_stands_there_once_and_never_beside_what_says_the_value_itself(request_, given, told):
    assert to_mend.whole(request_, given) == told


@pytest.mark.parametrize(
    ("request_", "given", "told"),
    [
        ("tulis 1102 tanpa koma", "640", [("Tulis", "1102 tanpa koma")]),
        ("tulis tanggal lengkap, contohnya 30 Oktober 2024", "30 Oktober 2024",
         [("Tulis", "tanggal lengkap"), ("Contoh", "30 Oktober 2024")]),
        ("hapus kolom ini bila tidak dipakai", "x", [("Caranya", "Hapus kolom ini bila tidak dipakai")]),
        ("tulis ulang isinya, contohnya Pemula; Muda", None,
         [("Caranya", "Tulis ulang isinya"), ("Contoh", "Pemula; Muda")]),
        ("di D4 tulis angka bulat; begitu pula di sel lainnya, menurut isinya", "640",
         [("Tulis di D4", "angka bulat"), ("Contoh", "640"), ("Di sel lainnya", "begitu pula, menurut isinya")]),
    ],
)  # fmt: skip
def test_in_lines_nothing_is_said_twice(request_, given, told):
    assert to_mend.parts(request_, given) == told


def test_cells_are_listed_so_that_each_is_found():
    assert to_mend.cells(["D4"]) == "D4" and to_mend.cells([]) == ""
    assert to_mend.cells(["D4", "D5", "F2"]) == "D4, D5, dan F2"
    assert to_mend.cells([f"C{at}" for at in range(2, 300)]) == "C2 sampai C299"
    assert to_mend.cells(["D4", "D5", "D6", "D9"]) == "D4 sampai D6 dan D9"
    many = [f"{'ABCDEFGHIJKLMNOPQRST'[at]}7" for at in range(20)]
    assert to_mend.cells(many) == f"{', '.join(many[:12])}, dan 8 lainnya"
    assert to_mend.cells(["Mei!D4", "Juni!D5", "Juni!D6"]) == "Mei!D4, Juni!D5, dan Juni!D6"


def test_what_happens_meanwhile_is_said_of_as_many_as_there_are():
    assert to_mend.of_many("Sampai diisi, angka yang memakai sel ini belum lengkap.", 3, 3) == (
        "Sampai diisi, angka yang memakai ketiga sel ini belum lengkap."
    )
    assert to_mend.of_many("Sampai diperbaiki, baris ini belum ikut dihitung.", 4, 2) == (
        "Sampai diperbaiki, kedua baris ini belum ikut dihitung."
    )
    assert to_mend.of_many("… sel ini …", 11, 1) == "… semua sel ini …"
