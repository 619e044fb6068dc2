"""Google Sheets and Drive through gspread: the only room that knows Google."""

from monev.google import examine, prepare, rows
from monev.google.source import Wanted, fetch

__all__ = ["Wanted", "examine", "fetch", "prepare", "rows"]
