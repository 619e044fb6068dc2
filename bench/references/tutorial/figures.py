"""The numbers of our page Logistik once more, in pandas: what queries/ works out for it in SQL."""

import numpy as np
import pandas as pd


def goods(load):
    """One row per kind of goods and election: what is ready, what is needed, what lacks."""
    stock, kinds, voters = load("kpu__logistik_gudang"), load("jenis_barang"), load("kpu__pemilih_tps")
    stations, dpt = voters.jumlah_tps.sum(), voters.dpt_laki_laki.sum() + voters.dpt_perempuan.sum()
    stock["siap"] = stock.jumlah_diterima - stock.jumlah_rusak + stock.jumlah_pengganti.fillna(0)
    stock["utuh"] = ~stock.kolom_rusak.fillna("").str.contains("jumlah_")
    found = stock.groupby(["jenis_barang", "jenis_pemilihan"], as_index=False).agg(
        siap=("siap", "sum"), tertulis=("kebutuhan", "max"), utuh=("utuh", "all")
    )
    found = found.merge(kinds, left_on="jenis_barang", right_on="kode", how="left")
    both = found.jenis_pemilihan == "keduanya"
    per_station = found.per_tps_keduanya.where(both, found.per_tps_satu) * stations
    per_voter = np.ceil(dpt * found.per_dpt_persen.where(~both) / 100)
    found["kebutuhan"] = per_voter.fillna(per_station).fillna(found.tertulis)
    found = found[found.utuh & found.kebutuhan.notna()]
    found["kurang"] = (found.kebutuhan - found.siap).clip(lower=0)
    found["siap_persen"] = (100 * found.siap.clip(lower=0) / found.kebutuhan).clip(upper=100)
    return found[["jenis_barang", "jenis_pemilihan", "kebutuhan", "siap", "kurang", "siap_persen"]]


def grants(load):
    """One row per receiver: what was agreed, paid and received."""
    agreed = load("bpkpd__nphd")
    agreed["nphd"] = agreed.nilai_nphd + agreed.nilai_addendum.fillna(0)
    paid = load("bpkpd__pencairan").query("status == 'cair'")
    received = pd.concat([load("kpu__hibah").assign(penerima="kpu"), load("bawaslu__hibah").assign(penerima="bawaslu")])
    table = pd.concat(
        [agreed.groupby("penerima").nphd.sum(), paid.groupby("penerima").nilai_sp2d.sum().rename("cair"),
         received.groupby("penerima").nilai_diterima.sum().rename("diterima")], axis=1,
    )  # fmt: skip
    table["persen"] = 100 * table.cair / table.nphd
    table["selisih"] = table.cair - table.diterima
    return table.reset_index()


def paid(load):
    """One row per payment: the share of the grant that was paid by that day."""
    rows = load("bpkpd__pencairan").query("status == 'cair' and penerima in ('kpu', 'bawaslu')")
    rows = rows.sort_values("tanggal_sp2d").merge(grants(load)[["penerima", "nphd"]], on="penerima")
    rows["persen"] = 100 * rows.groupby("penerima").nilai_sp2d.cumsum() / rows.nphd
    return rows[["penerima", "tanggal_sp2d", "persen"]]


def reconciled(load):
    """One row per pair of records that ought to be equal: grants by stage, by agreement, stations and needs."""
    paid = load("bpkpd__pencairan").query("status == 'cair'")
    received = pd.concat([load("kpu__hibah").assign(penerima="kpu"), load("bawaslu__hibah").assign(penerima="bawaslu")])
    keys = ["penerima", "tahap_pencairan"]
    stages = paid.groupby(keys).nilai_sp2d.sum().to_frame("kiri").join(
        received.groupby(keys).nilai_diterima.sum().rename("kanan"), how="inner"
    )  # fmt: skip
    by = grants(load).set_index("penerima")
    agreed = by.rename(columns={"nphd": "kiri", "cair": "kanan"})[["kiri", "kanan"]]
    spent = received.groupby("penerima").agg(kiri=("belanja_kumulatif", "max"), kanan=("nilai_diterima", "sum"))
    voters, official = load("kpu__pemilih_tps"), load("tps_kecamatan").set_index("kecamatan").tps_acuan
    stations = voters.groupby("kecamatan").jumlah_tps.sum().to_frame("kiri").join(official.rename("kanan"), how="inner")
    table = goods(load).set_index(["jenis_barang", "jenis_pemilihan"])
    written = load("kpu__logistik_gudang").groupby(["jenis_barang", "jenis_pemilihan"]).kebutuhan.max().rename("kiri")
    needs = table[["kebutuhan"]].rename(columns={"kebutuhan": "kanan"}).join(written, how="inner")
    parts = {"tahap": stages, "naskah": agreed, "belanja": spent, "TPS": stations, "kebutuhan": needs}
    rows = pd.concat([part.reset_index().assign(perihal=name) for name, part in parts.items()])
    rows["selisih"] = rows.kiri - rows.kanan
    return rows.sort_values("selisih", key=abs, ascending=False)


def headline(load):
    """The numbers at the head of the page, under the codes that they have in ours."""
    table, by = goods(load), grants(load).set_index("penerima")
    support = load("bpkpd__dukungan_sarpras")
    ready = (support.kondisi == "siap") & (support.jumlah_tersedia >= support.jumlah_dibutuhkan)
    arrived = load("kpu__distribusi").query("tahap_distribusi == 'pps_ke_tps'").jumlah_tps_diterima.sum()
    return {
        "tps_terlayani_persen": 100 * arrived / load("kpu__pemilih_tps").jumlah_tps.sum(),
        "barang_kurang": float((table.kurang > 0).sum()),
        "barang_siap_persen": 100 * float((table.kurang == 0).mean()),
        "pencairan_kpu_persen": by.persen["kpu"],
        "pencairan_bawaslu_persen": by.persen["bawaslu"],
        "selisih_kpu_rp": by.selisih["kpu"],
        "selisih_bawaslu_rp": by.selisih["bawaslu"],
        "sarpras_siap_persen": 100 * float(ready.mean()),
    }
