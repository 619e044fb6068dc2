"""Which rows of a tab are data and which are layout, and which tab of a spreadsheet is which of the contract."""

from monev.reading.layout.fill_down import DataRow
from monev.reading.layout.notes import LayoutFinding, a1
from monev.reading.layout.split import Layout, LayoutRow, lay_out
from monev.reading.layout.tab_titles import match_tab, says_copy
from monev.reading.layout.tabs import Recognised, may_be_ours, read_as, recognise, recognise_tabs
from monev.reading.layout.unknown_titles import ADD, WITHOUT

__all__ = [
    "ADD", "WITHOUT", "DataRow", "Layout", "LayoutFinding", "LayoutRow", "Recognised", "a1", "lay_out",
    "match_tab", "may_be_ours", "read_as", "recognise", "recognise_tabs", "says_copy",
]  # fmt: skip
