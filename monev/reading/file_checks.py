"""What can be told of a spreadsheet as a whole: whose it is, whether it is a copy, which locale it has."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from monev.contract import finding
from monev.contract.contracts import Contract
from monev.contract.finding import Finding
from monev.reading import layout
from monev.sheets import Spreadsheet, is_indonesian


def tab_titles(contract: Contract) -> dict[str, str]:
    """Code of each tab -> its title."""
    return {code: tab.title for code, tab in contract.tabs.items()}


def belongs_to(sheet: Spreadsheet, contract: Contract, contracts: Mapping[str, Contract]) -> Contract | None:
    """The contract of another agency that the tabs fit far better, None where this one's fit well enough.

    Some tabs are called the same at two agencies; that alone does not make a sheet another's.
    """
    fits = {agency: len(layout.read_as(sheet.tabs, one.tabs)) for agency, one in contracts.items()}
    best = max(fits, key=lambda agency: fits[agency])
    return contracts[best] if fits[best] >= 2 and fits[contract.agency] * 2 < fits[best] else None


def remarks(sheet: Spreadsheet, agency: str) -> Iterator[Finding]:
    """Findings about the file itself."""
    if sheet.locale and not is_indonesian(sheet.locale):
        why = f"Lokal spreadsheet ini {sheet.locale}, jadi 1.102 yang diketik dapat tersimpan sebagai pecahan."
        write = "buka File › Setelan, pilih Lokal: Indonesia, lalu periksa angka yang memakai titik"
        yield _of_file(agency, sheet.locale, why, write, "Indonesia")
    if sheet.title and layout.says_copy(sheet.title):
        why = f"Berkas “{sheet.title}” sebuah salinan, jadi mungkin bukan lembar yang diisi instansi."
        yield _of_file(agency, sheet.title, why, "pastikan ini lembar yang diisi, lalu ganti judul berkasnya", None)
    if sheet.beside:
        named = ", ".join(f"“{name}”" for name in sheet.beside)
        why = f"Di sebelah berkas yang dibaca ada yang lebih baru: {named}."
        write = "sisakan berkas yang berlaku, dengan nama yang diminta"
        yield _of_file(agency, sheet.beside[0], why, write, None)


def _of_file(agency: str, written: str, why: str, write: str, example: str | None) -> Finding:
    return Finding(agency, None, None, None, None, written, why, write, example, "periksa", finding.STILL_COUNTED)
