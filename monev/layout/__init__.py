"""Which rows of a tab are data and which are layout, and which tab of a spreadsheet is which of the contract."""

from monev.layout.filling import DataRow
from monev.layout.notes import LayoutFinding, a1
from monev.layout.tabs import Recognised, may_be_ours, read_as, recognise, recognise_tabs
from monev.layout.tabtitles import match_tab, says_copy
from monev.layout.taking_apart import Layout, LayoutRow, lay_out

__all__ = [
    "DataRow", "Layout", "LayoutFinding", "LayoutRow", "Recognised", "a1", "lay_out", "match_tab", "may_be_ours",
    "read_as", "recognise", "recognise_tabs", "says_copy",
]  # fmt: skip
