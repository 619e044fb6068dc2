"""Comments on the cells of a spreadsheet at Google: seen with their cells, and written so that each is there once."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from monev.sheets import SourceError, Spreadsheet
from monev.sheets.google import errors, insert, read
from monev.sheets.google.client import Refused
from monev.sheets.google.formats import Request
from monev.sheets.google.insert import KEY, SECONDS, Grid, Opened, number

#: What a spreadsheet says of itself, of its comments and of the cells that they are tied to.
FACTS = insert.FACTS.replace("sheets(", "sheets(commentAnchors,", 1) + ",comments,commentsViewMode"
#: The most UTF-8 code units of a comment, by Google's own description.
MOST = 2048
#: What is done to a thread along with a reply.
RESOLVE, REOPEN, PLAIN = "RESOLVE", "REOPEN", "NO_COMMENT_ACTION_CHANGE"

#: A cell: Google's number of the tab, row and column from 0.
Cell = tuple[int, int, int]


class NotAllowed(SourceError):
    """The account may not comment here, or this API does not know comments: another way has to be found."""


@dataclass(frozen=True)
class Post:
    """What was said once: its id, text, whether by the dashboard's own account, what it did to the thread, and when
    (UTC)."""

    id: str
    text: str
    own: bool
    action: str = PLAIN
    at: dt.datetime | None = None


@dataclass(frozen=True)
class Thread:
    """A comment with its replies; `cell` None where its cell is gone."""

    id: str
    head: Post
    replies: tuple[Post, ...]
    open: bool
    cell: Cell | None

    @property
    def posts(self) -> tuple[Post, ...]:
        return self.head, *self.replies


@dataclass(frozen=True)
class Seen:
    """A spreadsheet at one moment: its cells, the grid of each tab by title, and all its threads."""

    sheet: Spreadsheet
    grids: Mapping[str, Grid]
    threads: tuple[Thread, ...]


@dataclass(frozen=True)
class Act:
    """One thing to be done. `mark` is a name that is never used for another one: Google itself refuses it a second
    time, however late the first one arrives; without it, doing it twice does no harm."""

    mark: str | None = None


@dataclass(frozen=True)
class Insert(Act):
    """A new comment on a cell, perhaps assigned to an address."""

    cell: Cell = (0, 0, 0)
    text: str = ""
    assignee: str | None = None


@dataclass(frozen=True)
class Reply(Act):
    """An answer to a thread, which may resolve or reopen it."""

    thread: str = ""
    text: str = ""
    action: str = PLAIN


@dataclass(frozen=True)
class Rewrite(Act):
    """Another text for a post of our own."""

    thread: str = ""
    post: str = ""
    text: str = ""


@dataclass(frozen=True)
class Remove(Act):
    """A thread of our own taken away."""

    thread: str = ""


#: What became of an act: carried out; answered as well, but the comment was not saved; refused, nothing was done;
#: refused because its mark was given before.
DONE, UNSAVED, REFUSED, GIVEN = "ditulis", "tidak tersimpan", "ditolak", "sudah pernah"


@dataclass
class Outcome:
    """What became of each act by its place, and why the rest is not known: it may have been carried out."""

    became: dict[int, str] = field(default_factory=dict)
    trouble: str | None = None


def look(opened: Opened, agency: str, wanted: Callable[[str], bool]) -> Seen:
    """The spreadsheet at this moment; NotAllowed where its comments cannot be seen, SourceError where nothing can."""
    params = {"fields": FACTS, "commentsViewMode": "COMMENTS_VIEW_MODE_INCLUDED"}
    try:
        facts = opened.client.spreadsheets_get(opened.key, params)
    except Refused as error:
        if error.status == 400 or (error.status == 403 and error.reason == "PERMISSION_DENIED"):
            raise _not_allowed(error, opened.account) from error
        raise insert.refused(error, opened.account) from error
    except Exception as error:  # whatever Google does is told in words
        raise SourceError(errors.told(error, opened.account, SECONDS, to_write=True)) from error
    if facts.get("commentsViewMode") != "COMMENTS_VIEW_MODE_INCLUDED":
        raise NotAllowed("Google tidak memperlihatkan komentar lembar ini kepada akun dasbor.")
    try:
        sheet = read.read(opened.client, agency, opened.key, wanted, facts, others=False)
    except Exception as error:
        raise SourceError(errors.told(error, opened.account, SECONDS, to_write=True)) from error
    return Seen(sheet, dict(insert.grids(facts)), tuple(_threads(facts)))


def write(opened: Opened, acts: Sequence[Act]) -> Outcome:
    """Carry out what is given, in one change if Google takes it so, and otherwise in parts.

    Answers are looked at reply by reply. Never asked again where it is not certain that nothing happened. NotAllowed
    where comments are refused as such.
    """
    outcome = Outcome()
    _write(opened, list(enumerate(acts)), outcome)
    return outcome


def _write(opened: Opened, acts: Sequence[tuple[int, Act]], outcome: Outcome) -> None:
    if not acts or outcome.trouble:
        return
    requests, answered = [], []
    for place, act in acts:
        asked = list(_requests(act))
        requests += asked
        answered.append((place, act, len(requests) - 1))
    try:
        answer = opened.client.batch_update(opened.key, {"requests": requests})
    except Refused as error:
        if insert.no_room(error) and any(act.mark for _, act in acts):
            _write(opened, [(place, replace(act, mark=None)) for place, act in acts], outcome)
            return
        if error.status == 400 and not _unknown(error):
            if len(acts) == 1:
                outcome.became[acts[0][0]] = GIVEN if insert.of_marks(error) else REFUSED
                return
            # One of them holds up the others.
            half = len(acts) // 2
            _write(opened, acts[:half], outcome)
            _write(opened, acts[half:], outcome)
            return
        if error.status == 400 or (error.status == 403 and error.reason == "PERMISSION_DENIED"):
            raise _not_allowed(error, opened.account) from error
        outcome.trouble = str(insert.refused(error, opened.account))
        return
    except Exception as error:
        outcome.trouble = errors.told(error, opened.account, SECONDS, to_write=True)
        return
    replies, saved = answer.get("replies") or [], answer.get("commentUpdateState", "ALL_SAVED") == "ALL_SAVED"
    for place, act, at in answered:
        outcome.became[place] = DONE if saved and _confirmed(act, replies[at] if at < len(replies) else {}) else UNSAVED


def _confirmed(act: Act, reply: Mapping[str, Any]) -> bool:
    """Whether the answer to a request says that it was carried out; of some Google says nothing."""
    if isinstance(act, Insert):
        return bool(reply.get("insertComment", {}).get("commentThread", {}).get("commentId"))
    if isinstance(act, Reply):
        return bool(reply.get("addCommentReply", {}).get("post", {}).get("postId"))
    return True


def _requests(act: Act) -> Iterator[Request]:
    if act.mark:
        yield {"createDeveloperMetadata": {"developerMetadata": {
            "metadataId": number(act.mark), "metadataKey": KEY, "visibility": "DOCUMENT",
            "location": {"spreadsheet": True},
        }}}  # fmt: skip
    match act:
        case Insert(cell=(tab, row, column)):
            at = {"sheetId": tab, "rowIndex": row, "columnIndex": column}
            given = {"coordinate": at, "content": act.text}
            yield {"insertComment": given | ({"assigneeEmailAddress": act.assignee} if act.assignee else {})}
        case Reply():
            post = {"content": act.text, "commentAction": act.action}
            yield {"addCommentReply": {"commentId": act.thread, "post": post}}
        case Rewrite():
            yield {"updateCommentPost": {"commentId": act.thread, "postId": act.post, "content": act.text}}
        case Remove():
            yield {"deleteComment": {"commentId": act.thread}}


def _unknown(error: Refused) -> bool:
    """Whether Google does not know such a request at all, or not for this account."""
    said = error.message.lower()
    return "unknown name" in said or "not supported" in said or "invalid json payload" in said


def _not_allowed(error: Refused, account: str) -> NotAllowed:
    if error.status == 400:
        return NotAllowed("Google belum melayani komentar lewat API untuk lembar ini.")
    return NotAllowed(f"Akun dasbor tidak boleh berkomentar di lembar ini. Minta pemiliknya menekan Bagikan dan "
                      f"mengubah {account} menjadi Editor.")  # fmt: skip


def _threads(facts: Mapping[str, Any]) -> Iterator[Thread]:
    cells: dict[str, Cell] = {}
    for sheet in facts["sheets"]:
        for one in sheet.get("commentAnchors", ()):
            area = one.get("range", {})
            # The first tab, row and column are number 0, and what is 0 may be left out.
            at = area.get("sheetId", sheet["properties"].get("sheetId", 0))
            cells[one["anchorId"]] = at, area.get("startRowIndex", 0), area.get("startColumnIndex", 0)
    for one in facts.get("comments", ()):
        head, replies = _post(one.get("headPost", {})), tuple(map(_post, one.get("replies", ())))
        yield Thread(one["commentId"], head, replies, one.get("status") != "RESOLVED", cells.get(one.get("anchorId")))


def _post(said: Mapping[str, Any]) -> Post:
    own = bool(said.get("author", {}).get("me")) and not said.get("deleted")
    made = said.get("createTime")
    at = dt.datetime.fromisoformat(made.replace("Z", "+00:00")) if isinstance(made, str) else None
    return Post(str(said.get("postId", "")), str(said.get("content", "")), own, said.get("commentAction", PLAIN), at)
