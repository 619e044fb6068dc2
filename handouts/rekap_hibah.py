"""The table of grants that the ministry asks for, as a workbook of one sheet: to be sent as it is."""

from monev.handouts import one_sheet
from monev.handouts.handout import About, Tell
from monev.handouts.source import Source
from monev.handouts.workbook_sheets import Subject

HANDOUT = About(
    "Rekap pencairan hibah",
    "Excel: tabel yang diminta kementerian, tiap penerima: NPHD, nilai, cair, sisa, rencana cair, nomor dokumen.",
    "xlsx",
)
#: The table itself, however it is written down.
TABLE = Subject(
    "Rekap hibah",
    "Pencairan hibah Pilkada tiap penerima menurut BPKPD, dengan nomor dokumen sebagai bukti. Dasar: Pasal 16 ayat (4) "
    "Permendagri 54/2019 jo. 41/2020.",
    "bahan/rekap_hibah",
    (
        ("nama", "Penerima", "teks"), ("keadaan", "Keadaan", "teks"), ("nomor_nphd", "Nomor NPHD", "teks"),
        ("tanggal_nphd", "Tanggal NPHD", "tgl"), ("pola", "Pola", "teks"), ("nilai_rp", "Nilai NPHD", "rp"),
        ("dibayar_rp", "Sudah cair", "rp"), ("persen_cair", "Bagian", "persen"), ("sisa_rp", "Sisa", "rp"),
        ("kata_rencana", "Rencana cair sisanya", "teks"), ("bukti_cair", "SP2D (nomor, tanggal, nilai)", "teks"),
        ("keterangan", "Keterangan", "teks"),
    ),
)  # fmt: skip


def write(source: Source, tell: Tell) -> bytes:
    """The table as a .xlsx file."""
    tell(0.0, f"Menulis lembar {TABLE.title}")
    return one_sheet.write(source, TABLE)
