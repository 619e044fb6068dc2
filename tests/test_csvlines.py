"""New lines in CSV files as Excel, Google and people leave them: every other byte stays, and all is read as meant."""

import codecs

import pytest
from hypothesis import given, settings, strategies as some

from monev.sheets import csv_insert, csv_read
from monev.sheets.csv_insert import inserted

LINES = [["TL-1", 'Kata "kutip"; titik koma, koma', "baris satu\nbaris dua"], ["TL-2", "Ringkas"]]


def rows(content):
    return [[cell or "" for cell in row] for row in csv_read.rows(content)]


def held(content, after, lines=LINES):
    """The file with the lines, after it was looked at whether they alone came in between."""
    new = inserted(content, after, lines)
    before, there, width = rows(content), rows(new), len(rows(new)[after])
    assert there[:after] == before[:after] and there[after + len(lines) :] == before[after:]
    assert there[after : after + len(lines)] == [line + [""] * (width - len(line)) for line in lines]
    start = next((at for at, (one, other) in enumerate(zip(content, new, strict=False)) if one != other), len(content))
    added = len(new) - len(content)
    assert any(new[:at] + new[at + added :] == content for at in range(max(0, start - added), start + 1)), "torn"
    return new


@pytest.mark.parametrize("ending", ["\r\n", "\n", "\r"])
@pytest.mark.parametrize("sign", [",", ";", "\t"])
@pytest.mark.parametrize("mark", [b"", codecs.BOM_UTF8])
def test_lines_are_parted_and_ended_like_the_others(sign, ending, mark):
    text = ending.join(
        sign.join(cells)
        for cells in (["ID", "Uraian", "Kabar", "Status"], ["a", "é", "", "x"], ["b", "", "", "y"], [""])
    )
    content = mark + text.encode()
    for after in (1, 2, 3):
        new = held(content, after)
        assert new.startswith(mark) and new.count(mark or b"ID") == 1
        assert new.count(ending.encode()) == text.count(ending) + 2 + (ending == "\n")
        if ending != "\n":
            assert new.replace(ending.encode(), b"").count(b"\n") == 1, "the one within a cell"


def test_a_last_line_that_nobody_ended_stays_unended():
    assert held(b"ID;Uraian;Kabar\r\na;b;c", 2).endswith(b"\r\nTL-2;Ringkas;")
    assert held(b"ID;Uraian;Kabar", 1, [["x", "y", "z"]]) == b"ID;Uraian;Kabar\r\nx;y;z"


def test_line_breaks_within_cells_are_no_ends_of_rows():
    content = b'ID,Uraian,Kabar\r\na,"satu\r\ndua\ntiga",c\r\nb,"x\n\ny",c\r\n'
    assert held(content, 2).startswith(b'ID,Uraian,Kabar\r\na,"satu\r\ndua\ntiga",c\r\nTL-1')


def test_a_first_line_that_names_the_parting_sign_is_no_row():
    content = b"sep=;\r\nID;Uraian;Kabar\r\na;b,c,d,e;f\r\n"
    assert held(content, 1).startswith(b"sep=;\r\nID;Uraian;Kabar\r\nTL-1;")


def test_windows_letters_are_written_as_such():
    content = "ID;Uraian;Kabar\r\na;kirim – segera;é\r\n".encode("cp1252")
    assert "“é”".encode("cp1252") in held(content, 2, [["x", "“é”", "y"]])
    assert csv_insert.unwritable(content, ["x", "“é”"]) is None
    assert csv_insert.unwritable(content, ["x", "a→b"]) == "→"
    assert csv_insert.unwritable(b"ID;Uraian\r\n", ["🎉→"]) is None


def test_a_line_is_as_wide_as_the_one_above_it():
    assert held(b"ID,Uraian,Kabar,,,\na,b,c,d,e,f\n", 2, [["x"]]).endswith(b"x,,,,,\n")


def test_a_text_that_would_be_reckoned_as_a_formula_gets_a_blank_in_front():
    assert [csv_insert.plain_text(text) for text in ("=1+1", "+62", "-5", "@x", "Rapat = x", "")] == [
        " =1+1", " +62", " -5", " @x", "Rapat = x", ""
    ]  # fmt: skip


def test_a_quote_left_open_is_refused_as_by_the_reader():
    with pytest.raises(csv_read.Unreadable, match="tidak ditutup"):
        inserted(b'ID,Uraian\na,"b\n', 1, [["x", "y"]])


def test_a_file_that_changed_since_it_was_read_is_left_alone(tmp_path):
    path = tmp_path / "a.csv"
    path.write_bytes(b"lain")
    with pytest.raises(csv_insert.Changed):
        csv_insert.replace(path, b"lama", b"baru")
    assert path.read_bytes() == b"lain" and [one.name for one in tmp_path.iterdir()] == ["a.csv"]


def test_a_file_that_is_a_link_stays_one(tmp_path):
    target, link = tmp_path / "asli.csv", tmp_path / "tab.csv"
    target.write_bytes(b"lama")
    link.symlink_to(target)
    csv_insert.replace(link, b"lama", b"baru")
    assert link.is_symlink() and target.read_bytes() == b"baru"


CELL = some.text(some.characters(exclude_categories=("Cs", "Cc", "Co"), include_characters="\n\t\",;'"), max_size=20)


@settings(max_examples=300, deadline=None)
@given(
    some.lists(some.lists(CELL, min_size=3, max_size=3), min_size=1, max_size=3),
    some.sampled_from([",", ";", "\t"]),
    some.sampled_from(["\r\n", "\n"]),
    some.integers(1, 4),
)
def test_whatever_is_typed_is_read_back_as_it_was(lines, sign, ending, after):
    table = ["ID", "Uraian", "Kabar"], ["a", "b", "c"], ["d", "e", "f"], ["g", "h", "i"]
    content = ending.join(sign.join(row) for row in table).encode() + ending.encode()
    there = rows(inserted(content, after, lines))
    assert there[after : after + len(lines)] == lines and there[:after] + there[after + len(lines) :] == list(
        map(list, table)
    )
