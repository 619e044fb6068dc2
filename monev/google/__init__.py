"""Google Sheets and Drive through gspread: the only room that knows Google."""

from monev.google import examine, marked, prepare, rows
from monev.google.source import Wanted, fetch

__all__ = ["Wanted", "examine", "fetch", "marked", "prepare", "rows"]
