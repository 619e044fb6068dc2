"""What counts for and against one number, where the project says it."""

from __future__ import annotations

from monev.screen import answers
from monev.screen.page import Page
from monev.snapshot import detail_sql, queries


def of_number(page: Page, code: str) -> answers.Rows:
    """The rows of queries/rincian/<code>.sql (hal, keterangan, memberatkan, jumlah); none where there is no file."""
    question = detail_sql.of_number(code)
    return page.ask(question) if question in queries.load() else []
