"""Comments on cells as Google's description has them: threads, their anchors, and who wrote what.

Comments are kept beside the sheet: a batch may be applied and answered with 200 although they were not saved. A book
says with `comments_fail` which: "all", or the places of requests in the batch.
"""

import copy
import secrets
from typing import Any

from tests.google import book as books
from tests.google.book import Book, Tab
from tests.google.grid import Wrong, inside, tab_of

#: UTF-8 code units of a text or an address.
MOST = 2048
ME = {"displayName": "dasbor", "me": True, "user": "users/100000000000000000001"}
#: The account as Drive tells of it.
SERVICE_ACCOUNT = {"kind": "drive#user", "displayName": "dasbor", "me": True,
                   "emailAddress": "dasbor@monev-kota.iam.gserviceaccount.com", "permissionId": "1"}  # fmt: skip
KINDS = {"insertComment", "addCommentReply", "updateCommentPost", "deleteComment", "deleteCommentReply"}
_OUTPUT_ONLY = {"author", "contentHtml", "createTime", "updateTime", "deleted", "postId", "fromCopiedSpreadsheet",
                "fromImportedSpreadsheet"}  # fmt: skip


def by_hand(book: Book, tab: str, row: int, column: int, text: str, author: str = "Pegawai") -> str:
    """A comment that somebody typed into a cell (row and column from 0); its id."""
    return _thread(book, book.tab(tab), row, column, _post(text, {"displayName": author, "me": False}))["commentId"]


def reply_by_hand(book: Book, id: str, text: str, action: str | None = None, author: str = "Pegawai") -> None:
    """A reply of somebody's, who may also resolve or reopen the thread."""
    _reply(_known(book, id), _post(text, {"displayName": author, "me": False}, action))


def answered(book: Book) -> list[dict[str, Any]]:
    """All threads as spreadsheets.get tells them."""
    return copy.deepcopy(book.threads)


def anchors(tab: Tab) -> list[dict[str, Any]]:
    """The anchors on a tab; ends of ranges are always there, what is 0 may be left out."""
    return [{"anchorId": one["anchorId"], "range": {name: at for name, at in one["range"].items() if at or "end" in name}}
            for one in tab.anchors]  # fmt: skip


def place(book: Book, id: str) -> tuple[str, int, int] | None:
    """Title of the tab, row and column (from 0) of a thread's cell; None where the cell is gone."""
    wanted = _known(book, id)["anchorId"]
    for tab in book.tabs:
        for one in tab.anchors:
            if one["anchorId"] == wanted:
                return tab.title, one["range"]["startRowIndex"], one["range"]["startColumnIndex"]
    return None


def moved(tab: Tab, kind: str, at: int, by: int, gone: range) -> None:
    """Rows or columns came or went: an anchor goes with its cell, and away with it."""
    start, end = ("startRowIndex", "endRowIndex") if kind == "ROWS" else ("startColumnIndex", "endColumnIndex")
    tab.anchors = [one for one in tab.anchors if one["range"][start] not in gone]
    for one in tab.anchors:
        if one["range"][start] >= at:
            one["range"] |= {start: one["range"][start] + by, end: one["range"][end] + by}


def insert(book: Book, body: dict[str, Any]) -> dict[str, Any]:
    content, assignee = _text(body.get("content"), "content"), body.get("assigneeEmailAddress", "")
    if assignee:
        _text(assignee, "assigneeEmailAddress")
        if assignee not in book.people:
            raise Wrong(f"The assignee {assignee} cannot access this spreadsheet.")
    at = body.get("coordinate", {})
    tab = tab_of(book, at.get("sheetId", 0))
    row, column = at.get("rowIndex", 0), at.get("columnIndex", 0)
    inside(tab, row + 1, column + 1)
    # Google lets this pass, and nobody ever sees the comment: no request of ours may do it.
    assert not tab.hidden(row, column), f"“{tab.title}”: row {row + 1} lies within a merged cell"
    post = _post(content, ME) | ({"assigneeEmail": assignee} if assignee else {})
    return {"insertComment": {"commentThread": copy.deepcopy(_thread(book, tab, row, column, post))}}


def reply(book: Book, body: dict[str, Any]) -> dict[str, Any]:
    thread, given = _known(book, body.get("commentId")), body.get("post", {})
    if _OUTPUT_ONLY & set(given):
        raise Wrong(f"These fields are output only: {sorted(_OUTPUT_ONLY & set(given))}")
    action = given.get("commentAction", "NO_COMMENT_ACTION_CHANGE")
    if action not in ("RESOLVE", "REOPEN") or given.get("content"):
        _text(given.get("content"), "post.content")
    if "assigneeEmail" in given and (action in ("RESOLVE", "REOPEN") or "assigneeEmail" not in thread["headPost"]):
        raise Wrong("The thread has no assignee, or the action allows none")
    post = _post(given.get("content", ""), ME, action)
    _reply(thread, post)
    return {"addCommentReply": {"post": copy.deepcopy(post)}}


def update(book: Book, body: dict[str, Any]) -> None:
    thread = _known(book, body.get("commentId"))
    post = _own(
        next((one for one in _posts(thread) if one["postId"] == body.get("postId")), None), "author of the post"
    )
    post |= {"content": _text(body.get("content"), "content"), "contentHtml": body["content"], "updateTime": _now()}


def delete(book: Book, body: dict[str, Any]) -> None:
    thread = _known(book, body.get("commentId"))
    _own(thread["headPost"], "author of the headPost")
    book.threads.remove(thread)
    for tab in book.tabs:
        tab.anchors = [one for one in tab.anchors if one["anchorId"] != thread["anchorId"]]


def delete_reply(book: Book, body: dict[str, Any]) -> None:
    thread = _known(book, body.get("commentId"))
    post = next((one for one in thread.get("replies", []) if one["postId"] == body.get("postId")), None)
    _own(post, "author of the post")
    if post.get("commentAction") in ("RESOLVE", "REOPEN") or "assigneeEmail" in post:
        raise Wrong("The reply contains a comment action or an assignee")
    thread["replies"].remove(post)


def _own(post, what):
    if post is None:
        raise Wrong("There is no such post")
    if not post["author"].get("me"):
        raise Wrong(f"The requesting user is not the {what}")
    return post


def _posts(thread):
    return [thread["headPost"], *thread.get("replies", [])]


def _known(book, id):
    for one in book.threads:
        if one["commentId"] == id:
            return one
    raise Wrong(f"There is no comment with ID: {id}")


def _thread(book, tab, row, column, post):
    anchor = f"kix.{secrets.token_hex(6)}"
    tab.anchors.append({"anchorId": anchor, "range": {
        "sheetId": tab.sheet_id, "startRowIndex": row, "endRowIndex": row + 1,
        "startColumnIndex": column, "endColumnIndex": column + 1,
    }})  # fmt: skip
    value = tab.value(row, column)
    thread = {"commentId": f"AAAB{secrets.token_urlsafe(6)}", "anchorId": anchor, "status": "OPEN", "headPost": post,
              "plainTextQuote": "" if value is None else str(value)}  # fmt: skip
    book.threads.append(thread)
    return thread


def _reply(thread, post):
    thread.setdefault("replies", []).append(post)
    action = post["commentAction"]
    if action in ("RESOLVE", "REOPEN"):
        thread["status"] = "RESOLVED" if action == "RESOLVE" else "OPEN"


def _post(text, author, action=None):
    return {"postId": secrets.token_urlsafe(6), "author": dict(author), "content": text, "contentHtml": text,
            "createTime": _now(), "updateTime": _now(),
            "commentAction": action or "NO_COMMENT_ACTION_CHANGE"}  # fmt: skip


def _now():
    return books.rfc3339(books.now())


def _text(text, name):
    if not text:
        raise Wrong(f"{name} cannot be empty")
    if len(text.encode()) > MOST:
        raise Wrong(f"{name} must not exceed {MOST} UTF-8 code units")
    return text
