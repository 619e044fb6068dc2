"""Google Sheets and Drive through gspread: the only room that knows Google."""

from monev.run.commands import template_google
from monev.sheets.google import insert, inspect, marked_cells
from monev.sheets.google.read import Wanted, fetch

__all__ = ["Wanted", "examine", "fetch", "marked", "prepare", "rows"]
