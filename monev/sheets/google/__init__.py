"""Google Sheets and Drive through gspread: the only room that knows Google."""

from monev.sheets.google.read import Wanted, fetch

__all__ = ["Wanted", "fetch"]
