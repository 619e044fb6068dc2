"""What compares two checkouts: it tells every difference, and nothing that is none."""

from bench import house, pages_read, same
from monev.settings import HOME


def test_what_differs_is_told_once_with_its_lines_and_what_is_missing_by_its_name():
    older = {
        "page /": ["<p>", "7", "</p>"],
        "page /risiko": ["<p>", "7", "</p>"],
        "page /lama": ["x"],
        "answer a b": ["1"],
    }
    newer = {
        "page /": ["<p>", "8", "</p>"],
        "page /risiko": ["<p>", "8", "</p>"],
        "page /baru": ["x"],
        "answer a b": ["1"],
    }
    assert same.differences(older, newer) == [
        "only in the older: page /lama", "only in the newer: page /baru",
        "differs: page / and 1 more", "    -7", "    +8",
    ]  # fmt: skip
    twice = {"page /": ["8", "a", "</p>"], "page /risiko": ["<p>", "7", "</p>", "9"]}
    assert same.differences({name: older[name] for name in twice}, twice) == [
        "differs: page /", "    -<p>", "    -7", "    +8", "    +a", "differs: page /risiko", "    +9",
    ]  # fmt: skip
    assert same.differences(older, dict(older)) == []
    long = "x" * 1000
    [_, was, now] = same.differences({"answer a b": [f"{long}7{long}"]}, {"answer a b": [f"{long}8{long}"]})
    assert was == f"    -…{'x' * 60}7{'x' * 179}" and now == was.replace("-", "+").replace("7", "8")


def test_a_question_that_only_one_has_is_named_and_is_no_difference(capsys):
    older = {"answer 000001 risiko/lama": ["1"], "answer 000001 risiko/sama": ["1"]}
    newer = {"answer 000001 risiko/baru": ["1"], "answer 000001 risiko/sama": ["1"]}
    assert same.told_of("A meeting", older, newer) == 0
    said = capsys.readouterr().out
    assert "a question of the older only: risiko/lama" in said and "a question of the newer only: risiko/baru" in said
    assert "2 compared (2 x answer); 0 lines of difference" in said
    assert same.told_of("A meeting", older, newer | {"answer 000001 risiko/sama": ["2"]}) == 3


def test_what_chance_draws_is_no_difference_and_every_other_sign_is():
    one = '<i data-sejak="1730686000" id="$$ID-0a1b-catat">127.0.0.1:4567 waktu=2.1730686000.0-60 H-23</i>'
    other = '<i data-sejak="1730689999" id="$$ID-ffff-catat">127.0.0.1:8501 waktu=2.1730689999.0-60 H-23</i>'
    assert pages_read.without_chance(one) == pages_read.without_chance(other)
    for changed in ("H-22", "waktu=3.", "$$ID-0a1b-batal", "data-kini"):
        kept = changed.replace("H-22", "H-23").replace("3.", "2.").replace("batal", "catat").replace("kini", "sejak")
        assert kept in one and pages_read.without_chance(one.replace(kept, changed)) != pages_read.without_chance(one)


def test_rows_that_nobody_sees_as_a_list_have_no_order():
    assert same._rows("gabungan/barang", ["columns", "b", "a"]) == same._rows("gabungan/barang", ["columns", "a", "b"])
    assert same._rows("risiko/kasus", ["columns", "b", "a"]) != same._rows("risiko/kasus", ["columns", "a", "b"])


def test_the_house_has_eleven_rooms_two_loose_modules_and_no_circle():
    found = house.counted(HOME)
    assert (found["rooms"], found["loose modules"], found["rooms and loose modules in a circle"]) == (11, 2, 0)
    # As many as a house of ten rooms and two loose modules can have at most without a circle.
    assert found["arrows between rooms and loose modules"] <= 12 * 11 / 2
    assert 1 < found["floors"] <= 12 and found["modules"] > 200
