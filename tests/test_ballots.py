"""Ballots: DPT and 2,5 percent for the vote; the 2.000 for a repeat vote are counted apart and hide no shortage.

The whole city has 259.961 voters in 551 TPS, so that each election needs 266.461.
"""

import functools
import shutil

import pytest

from monev.settings import REFERENCE
from tests.city import voters
from tests.given import given, indicator, rows

NEED = 266_461
HEAD = (
    "jenis_barang | jenis_pemilihan | satuan | kebutuhan | jumlah_diterima | jumlah_rusak | jumlah_pengganti |"
    " tanggal_terima | rencana_pengganti | status_sortir | keterangan"
)
TOLD = "termasuk 2.000 lembar untuk pemungutan suara ulang"


def ballots(need: object, received: int, note: str = "", damaged: int = 0, date: str = "31 Okt 2024", to="pilwalkot"):
    return f"surat_suara | {to} | lembar | {need} | {received} | {damaged} | | {date} | 8 Nov 2024 | selesai | {note}"


def at(tmp_path, *lines, reference=REFERENCE, pemilih=None):
    sheets = {"kpu/pemilih_tps": pemilih or voters(), "kpu/logistik_gudang": "\n".join([HEAD, *lines])}
    return given(tmp_path, "2024-11-04", sheets, reference, ["barang_kurang"])


def item(snapshot, name: str = "Surat suara pilwalkot") -> dict:
    [row] = [row for row in rows(snapshot, "bahan/barang") if row["nama"] == name]
    return row


#: What is typed as needed and received and noted, then how many are short and how many are for a repeat vote.
APART = [
    # Nothing is said of a repeat vote: all of it is for this one.
    (NEED, NEED, "", 0, 0),
    (NEED, NEED - 1, "", 1, 0),
    (NEED, NEED + 2000, "", 0, 0),
    # The note says that they are among those that came.
    (NEED, NEED + 2000, TOLD, 0, 2000),
    (NEED, NEED + 1999, TOLD, 1, 2000),
    (NEED, NEED, TOLD, 2000, 2000),
    (NEED, NEED + 1999, "Sortir selesai; dgn 2000 lbr PSU", 1, 2000),
    (NEED, NEED + 1999, "Belum ada yang rusak; " + TOLD, 1, 2000),
    (NEED, NEED + 1999, "Dengan cadangan 2.000 lembar", 1, 2000),
    # The note says that they are not, or speaks of something else.
    (NEED, NEED, "Di luar 2.000 lembar untuk pemungutan suara ulang", 0, 0),
    (NEED, NEED, "tidak termasuk 2.000 lembar PSU", 0, 0),
    (NEED, NEED, "PSU belum datang", 0, 0),
    (NEED, NEED, "Sudah ditambah cadangan 2,5 persen", 0, 0),
    (NEED, NEED, "Disortir ulang", 0, 0),
    # The typed need has them: so has what is typed as received.
    (NEED + 2000, NEED + 2000, "", 0, 2000),
    (NEED + 2000, NEED + 1999, "", 1, 2000),
    (NEED + 2000, NEED + 2000, TOLD, 0, 2000),
    (NEED + 2000 + 551, NEED + 1999, "", 1, 2000),  # rounded up in each TPS
    (NEED + 2000 + 552, NEED + 1999, "", 0, 0),  # another difference, which R6 tells
    (NEED + 1999, NEED + 1999, "", 0, 0),
]
ELECTIONS = ("pilwalkot", "pilgub")


@pytest.fixture(scope="module")
def pair(tmp_path_factory):
    """A function that opens the city of a case, in which the other one of its pair stands for the other election."""

    @functools.cache
    def of(first):
        both = zip(ELECTIONS, APART[first : first + 2], strict=True)
        return at(tmp_path_factory.mktemp("surat"), *(ballots(*case[:3], to=election) for election, case in both))

    return lambda nth: of(nth - nth % 2)


@pytest.mark.parametrize("nth", range(len(APART)), ids=["-".join(map(str, case)) for case in APART])
def test_what_is_for_a_repeat_vote_is_no_ballot_of_this_one(pair, nth):
    _, received, _, short, apart = APART[nth]
    row = item(pair(nth), f"Surat suara {ELECTIONS[nth % 2]}")
    assert (row["kebutuhan"], row["siap"], row["kurang"]) == (NEED, received - apart, short)
    assert row["cadangan_ulang"] == apart
    others = APART[nth ^ 1][3]
    assert indicator(pair(nth), "barang_kurang")["nilai"] == (short > 0) + (others > 0)


def test_a_stock_of_its_own_that_is_marked_as_reserve_is_not_added(tmp_path):
    for place, note in enumerate(("Cadangan", "untuk PSU, terpisah", TOLD)):
        for received, short in ((NEED, 0), (NEED - 1, 1)):
            reserve = ballots(2000, 2000, note, date="1 Nov 2024")
            row = item(at(tmp_path / f"{place}-{short}", ballots(NEED, received), reserve))
            assert (row["siap"], row["kurang"], row["cadangan_ulang"]) == (received, short, 2000)


def test_a_reserve_that_is_told_twice_is_one_reserve_and_damaged_ones_are_no_ballots(tmp_path):
    twice = [ballots(NEED, NEED, TOLD), ballots(NEED, 2000, TOLD, date="1 Nov 2024")]
    row = item(at(tmp_path / "a", *twice))
    assert (row["siap"], row["kurang"], row["cadangan_ulang"]) == (NEED, 0, 2000)
    row = item(at(tmp_path / "b", ballots(NEED, NEED + 2000, TOLD, damaged=1)))
    assert (row["siap"], row["kurang"]) == (NEED - 1, 1)
    row = item(at(tmp_path / "c", ballots(NEED, NEED), ballots(2000, 500, "PSU", date="1 Nov 2024")))
    assert (row["siap"], row["cadangan_ulang"]) == (NEED, 500)


def test_each_election_has_its_own_reserve_and_other_goods_have_none(tmp_path):
    snapshot = at(
        tmp_path,
        ballots(NEED, NEED + 1999, TOLD),
        ballots(NEED, NEED, to="pilgub"),
        "formulir | keduanya | set | 100 | 100 | 0 | | 1 Okt 2024 | | selesai | termasuk 20 set PSU",
    )
    assert item(snapshot, "Surat suara pilgub")["kurang"] == 0
    form = item(snapshot, "Formulir")
    assert (form["siap"], form["kurang"]) == (100, 0) and form["cadangan_ulang"] is None


@pytest.mark.parametrize(
    ("received", "short", "state"),
    [(NEED + 2000, 0, "cukup"), (NEED + 1999, None, "belum jelas"), (NEED, None, "belum jelas"),
     (NEED - 1, 1, "kurang, dijanjikan")],
)  # fmt: skip
def test_without_a_dpt_only_what_is_certain_is_told(tmp_path, received, short, state):
    """Whether the typed need has the reserve is not known then."""
    unread = voters(dpt_perempuan={"Cikole": "entah"})
    row = item(at(tmp_path, ballots(NEED, received, TOLD), pemilih=unread))
    assert row["keadaan"] == state
    assert row["kurang"] == short or short is None


def test_the_reserve_is_said_in_words_wherever_it_matters(tmp_path):
    short = at(tmp_path / "a", ballots(NEED + 2000, NEED + 1999).replace("8 Nov 2024", "3 Nov 2024"))
    [note] = rows(short, "logistik/cadangan_surat_suara")
    assert note["kalimat"] == (
        "Surat suara pilwalkot: 2.000 lembar untuk pemungutan suara ulang dihitung terpisah, jadi masih kurang 1 lembar."
    )
    [asked] = [row for row in rows(short, "logistik/perlu_diputuskan") if "surat suara" in row["uraian"]]
    assert "**1 lembar surat suara pilwalkot**, di luar 2.000 untuk pemungutan suara ulang;" in asked["uraian"]
    [typed] = [row for row in rows(short, "rekonsiliasi/rekonsiliasi", kode="R6") if "pilwalkot" in row["kunci"]]
    assert typed["status"] == "merah" and typed["kalimat"] == (
        "KPU menulis kebutuhan surat suara pilwalkot 268.461 lembar, hitungan dari DPT ditambah 2,5 persen 266.461; "
        "selisih 2.000, sebanyak surat suara untuk pemungutan suara ulang yang dihitung terpisah."
    )
    more = at(tmp_path / "b", ballots(NEED, NEED + 2000))
    assert item(more)["keadaan"] == "cukup, lebih 2.000, sebanyak untuk pemungutan suara ulang"
    [note] = rows(more, "logistik/cadangan_surat_suara")
    assert note["kalimat"] == (
        "Surat suara pilwalkot lebih 2.000 lembar dari kebutuhan, tepat sebanyak yang dicetak untuk pemungutan suara ulang."
    )
    for received in (NEED + 1999, NEED + 2001):
        assert rows(at(tmp_path / str(received), ballots(NEED, received)), "logistik/cadangan_surat_suara") == []


def test_a_city_whose_rules_do_not_name_it_counts_as_before(tmp_path):
    older = shutil.copytree(REFERENCE, tmp_path / "rujukan")
    rules = older / "aturan.csv"
    kept = [line for line in rules.read_text("utf-8").splitlines() if not line.startswith("surat_suara_ulang")]
    rules.write_text("\n".join(kept) + "\n", "utf-8")
    goods = older / "jenis_barang.csv"
    goods.write_text(goods.read_text("utf-8").replace("{surat_suara_ulang}", "sejumlah"), "utf-8")
    snapshot = at(tmp_path / "a", ballots(NEED + 2000, NEED, TOLD), reference=older)
    row = item(snapshot)
    assert (row["siap"], row["kurang"], row["keadaan"]) == (NEED, 0, "cukup")
    assert rows(snapshot, "logistik/cadangan_surat_suara") == []


def test_where_a_list_stands_its_ground_stands_too(tmp_path):
    snapshot = at(tmp_path, ballots(NEED, NEED))
    [booths] = [row for row in rows(snapshot, "logistik/dasar_kebutuhan") if "Bilik" in row["nama"]]
    assert booths["kebutuhan"] == "4 tiap TPS" and "Angka kota ini" in booths["dasar"]
    prone = rows(snapshot, "risiko/dasar_kerawanan")
    assert len(prone) == 8 and all("Bawaslu" in row["dasar"] for row in prone)
    ethics, discipline = rows(snapshot, "netralitas/dasar_bentuk")
    assert "PP 42/2004" in ethics["dasar"] and "PP 94/2021" in discipline["dasar"]
    assert (ethics["bentuk"].count(";"), discipline["bentuk"].count(";")) == (6, 11)


def test_an_older_list_of_a_city_has_no_ground_and_is_read_all_the_same(tmp_path):
    older = shutil.copytree(REFERENCE, tmp_path / "rujukan")
    for name in ("indikator_tps_rawan.csv", "bentuk_pelanggaran.csv"):
        lines = (older / name).read_text("utf-8").splitlines()
        (older / name).write_text("\n".join(line.rpartition(",")[0] for line in lines) + "\n", "utf-8")
    snapshot = at(tmp_path / "a", ballots(NEED, NEED), reference=older)
    assert rows(snapshot, "risiko/dasar_kerawanan") == rows(snapshot, "netralitas/dasar_bentuk") == []
