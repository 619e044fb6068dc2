"""One DuckDB file per state of all sheets, written once, and what is asked of it.

The only room that opens DuckDB. Never changes a snapshot that is written, and knows no sheet, page or meeting.
"""
