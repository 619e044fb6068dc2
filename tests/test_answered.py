"""What had to be decided and what was: given a sheet and decisions of the day, expect them beside each other."""

import datetime as dt

import pytest

from monev.screen.decision_form import proposals
from monev.screen.draw import decisions
from monev.snapshot import outbox
from tests.given import given, rows
from tests.test_netralitas_angka import RECOMMENDED, WAITING, cases, follow_ups, pacts
from tests.test_stabilitas_angka import incidents, kejadian

pytestmark = pytest.mark.panjang

TODAY = dt.date(2024, 11, 4)


@pytest.fixture
def point(tmp_path):
    """A snapshot on which one thing has to be decided, about recommendation ASN-01."""
    with given(tmp_path, TODAY.isoformat(), cases(RECOMMENDED) | follow_ups(WAITING) | pacts("Dinas A | 2 | 2")) as one:
        yield one


def decided(tmp_path, said, minute=1, **changed):
    row = {"id": f"TL-{minute}", "dicatat": dt.datetime(2024, 11, 4, 9, minute), "tanggal_rapat": TODAY,
           "agenda": "netralitas", "uraian": said, "penanggung_jawab": ["bkpsdm"], "tenggat": dt.date(2024, 11, 7)}  # fmt: skip
    outbox.put(tmp_path / "potret", row | changed)


def sent(snapshot):
    return [row["isi"] for row in rows(snapshot, "bahan/pesan", halaman="netralitas")]


def test_what_has_to_be_decided_is_asked_for_until_it_was(point, tmp_path):
    assert rows(point, "bahan/menjawab") == []
    assert any("Perlu diputuskan" in one and "ASN-01" in one for one in sent(point))
    decided(tmp_path, "BKPSDM melaksanakan rekomendasi asn-01 paling lambat 7 November")
    [answer] = rows(point, "bahan/menjawab")
    assert (answer["halaman"], answer["ke"], answer["pemilik"], answer["tenggat"]) == (
        "netralitas", 1, "BKPSDM", dt.date(2024, 11, 7),
    )  # fmt: skip
    told = sent(point)
    assert (
        "**Diputuskan**: BKPSDM melaksanakan rekomendasi asn-01 paling lambat 7 November. **BKPSDM**, tenggat 7 Nov."
        in told
    )
    assert not any("Perlu diputuskan" in one for one in told)


@pytest.mark.parametrize(
    "changed", [{"agenda": "risiko"}, {"uraian": "BKPSDM melaksanakan semua rekomendasi"}, {"uraian": "Laksanakan ASN-012"}, {"uraian": "Laksanakan KASN-01"},
                {"tanggal_rapat": dt.date(2024, 10, 21)}],
)  # fmt: skip
def test_what_is_about_something_else_answers_nothing(point, tmp_path, changed):
    decided(tmp_path, "BKPSDM melaksanakan rekomendasi ASN-01", **changed)
    assert rows(point, "bahan/menjawab") == []


def test_a_place_alone_answers_nothing_and_the_whole_row_does(tmp_path):
    with given(tmp_path, TODAY.isoformat(), incidents(kejadian(level="tinggi"))) as one:
        [row] = rows(one, "stabilitas/perlu_diputuskan")
        issue = row["uraian"].split("**")[1]
        decided(tmp_path, f"Polres menjaga Selabatu; {issue} dibahas lagi", agenda="stabilitas")
        assert rows(one, "bahan/menjawab") == []
        pressed = {"uraian": row["uraian"], "siapa": row["pemilik"], "tenggat": row["tenggat"]}
        decided(tmp_path, proposals.sentence(pressed, TODAY), 2, agenda="stabilitas")
        assert [row["halaman"] for row in rows(one, "bahan/menjawab")] == ["stabilitas"]


def test_of_several_answers_the_last_one_holds_and_all_are_sent(point, tmp_path):
    decided(tmp_path, "Laksanakan ASN-01")
    decided(tmp_path, "Laksanakan ASN-01 lebih cepat", 2, tenggat=dt.date(2024, 11, 5))
    assert [row["tenggat"] for row in rows(point, "bahan/menjawab")] == [dt.date(2024, 11, 5)]
    assert sum("Diputuskan" in one for one in sent(point)) == 2


def test_the_row_says_who_does_it_until_when_in_the_place_of_what_was_proposed():
    row = {"status": "merah", "uraian": "a", "pemilik": "KPU", "tenggat": "usul tenggat 6 Nov",
           "dicatat": {"pemilik": "KPU <dan> BPKPD", "tenggat": dt.date(2024, 11, 7)}}  # fmt: skip
    shown = decisions.decisions([row])
    assert "sudah dicatat: KPU &lt;dan&gt; BPKPD, 7 Nov" in shown and ">usul" not in shown


@pytest.mark.parametrize(
    ("due", "said"),
    [
        ("usul sebelum kampanye 9 Nov", "8 November"), ("usul sebelum masa tenang 24 Nov", "23 November"),
        ("usul tenggat 6 Nov", "6 November"), ("target 15 Nov", "15 November"), ("batas 27 Jun", None), (None, None),
    ],
)  # fmt: skip
def test_a_row_that_is_pressed_proposes_its_own_date(due, said):
    row = {"uraian": "Tangani **Subangjaya**.", "siapa": "Polres", "tenggat": due}
    assert proposals.sentence(row, TODAY) == "Polres: Tangani Subangjaya" + (f", paling lambat {said}" if said else "")
