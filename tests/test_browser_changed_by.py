"""Who changed a sheet, on the pages: for whom it concerns, of numbers that are not frozen, and asked for by a press."""

import datetime as dt
import shutil

import pytest

from monev.snapshot import changers
from monev.snapshot.changers import Change
from monev.words import clock

pytestmark = pytest.mark.panjang

WHO = "budi@kpu.contoh.go.id"


def test_who_and_when_stand_on_both_pages_and_not_beside_frozen_numbers(screen, start, samples_shot, tmp_path):
    folder = tmp_path / "potret"
    shutil.copytree(samples_shot, folder)
    now = clock.second()
    changers.note(folder, {"kpu": [Change(now, now - dt.timedelta(minutes=3), "Budi", WHO)]}, now)
    with start(folder, SINKRON="terpisah") as (address, _):
        tab = screen()
        for page in ("/mutu_data?instansi=KPU", "/perubahan?lembaga=KPU"):
            said = tab.open(address, page).tab.inner_text("body")
            assert f"oleh Budi ({WHO})" in said and "Siapa mengubah lembar KPU" in said, page
        assert WHO not in tab.open(address, "/mutu_data?instansi=Bawaslu").tab.inner_text("body"), (
            "Google gave no name there"
        )
        tab.open(address, "/mutu_data?instansi=KPU")
        tab.tab.get_by_role("button", name="Tanyakan riwayatnya ke Google").click()
        tab.settle()
        assert changers.wished(folder) == ["kpu"]
        assert WHO not in tab.open(address, "/mutu_data?instansi=KPU&rapat=2024-10-21").tab.inner_text("body")
        assert WHO not in tab.open(address, "/perubahan").tab.inner_text("body"), "all agencies at once"
