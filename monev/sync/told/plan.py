"""What a sheet lacks of what it is to be told: each finding has one comment, on its cell, open while it is there."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from monev.sheets.google import comments
from monev.sheets.google.comments import Act, Cell, Insert, Post, Remove, Reply, Rewrite, Thread
from monev.sync.told import text
from monev.sync.told.record import Kept, Record
from monev.sync.told.wanted import Told, Wanted
from monev.words import clock

#: The most comments on findings that are open in one sheet at a time.
MOST = 25
#: What is done for a comment.
WRITE, AGAIN, THANK, CLOSE = "tulis", "muncul lagi", "terima kasih", "tutup"


@dataclass(frozen=True)
class Step:
    """One act for the comment of `code`; `doing` tells it from every other one for that comment. Once it is carried out
    the comment says what `content` stands for."""

    code: str
    doing: str
    act: Act
    content: str | None = None


@dataclass
class Plan:
    """What is to be done, in order, and the codes of findings that have to wait: their rows are not as they were read,
    or what was begun for them may still arrive."""

    steps: list[Step] = field(default_factory=list)
    waiting: set[str] = field(default_factory=set)


def plan(
    threads: Sequence[Thread], wanted: Wanted, record: Record, cells: Callable[[Told], Sequence[Cell]], first: Cell,
    now: dt.datetime, assignee: str | None = None,
) -> Plan:  # fmt: skip
    """What is lacking now; `cells` says where a comment on a finding is right, `first` where one on the whole sheet is.

    The record is brought up to date with what is seen. What people said and did stays as it is: a comment that somebody
    resolved or removed is not opened again while its finding lasts.
    """
    own: dict[str, list[Thread]] = defaultdict(list)
    for one in threads:
        if one.head.own and (code := text.code(one.head.text)):
            own[code].append(one)
    work = _Work(record, cells, now, assignee)
    for code, found in own.items():
        work.note(code, found)
    work.shown = sum(any(one.open for one in own.get(code, ())) for code in wanted.unseen)
    for code in sorted({*own, *record.comments} - {text.REST}):
        if code not in {told.code for told in wanted.open} and code not in wanted.unseen:
            work.gone(code, own.get(code, []), known=code in wanted.mended)
    work.open(wanted.open, own)
    work.tell_rest(own.get(text.REST, []), first)
    begun = {step.code for step in work.plan.steps}
    # What was begun may still arrive, and change what is seen now.
    work.plan.waiting |= {code for code, kept in record.comments.items() if kept.under_way(now) and code not in begun}
    return work.plan


@dataclass
class _Work:
    record: Record
    cells: Callable[[Told], Sequence[Cell]]
    now: dt.datetime
    assignee: str | None
    plan: Plan = field(default_factory=Plan)
    #: Findings that have an open comment, and those that have none for want of room.
    shown: int = 0
    left: int = 0
    #: Ids of our posts by code.
    there: dict[str, list[str]] = field(default_factory=dict)

    def kept(self, code: str) -> Kept:
        return self.record.comments.setdefault(code, Kept())

    def note(self, code: str, found: Sequence[Thread]) -> None:
        """What is seen is under way no more."""
        kept, posts = self.kept(code), _posts(found)
        kept.number = max(kept.number, len(posts))
        kept.thread = _current(found, kept).id
        if kept.since and set(posts) - set(kept.before):
            kept.settled()
        self.there[code] = posts

    def gone(self, code: str, found: Sequence[Thread], known: bool) -> None:
        """Thank for a finding that is gone; close one of which nothing is known any more."""
        kept = self.kept(code)
        for one in found:
            last = [post for post in one.posts if post.own][-1]
            if one.open and last.text not in (text.THANKS, text.NO_MORE):
                said, what = (text.THANKS, THANK) if known else (text.NO_MORE, CLOSE)
                self._reply(code, one, what, said, comments.RESOLVE)
        if not any(step.code == code for step in self.plan.steps) and not kept.under_way(self.now):
            kept.over, kept.content, kept.thread = True, None, None

    def open(self, told: Sequence[Told], own: Mapping[str, Sequence[Thread]]) -> None:
        """First what has an open comment, then the worst of the others as long as there is room."""
        fresh = []
        for one in told:
            found = own.get(one.code, [])
            current = _current(found, self.kept(one.code)) if found else None
            if current is not None and current.open:
                self._keep(one, found)
            elif not self._left_alone(one, current):
                fresh.append((one, current))
        for one, current in fresh:
            if self.shown >= MOST:
                self.left += 1
                continue
            self.shown += 1
            self._begin(one, current)

    def _keep(self, told: Told, found: Sequence[Thread]) -> None:
        """A comment that is open: on its cell it may say something else than before; elsewhere a new one follows it."""
        self.shown += 1
        kept, right = self.kept(told.code), self.cells(told)
        standing = [one for one in found if one.open and one.cell in right]
        if not right:
            self.plan.waiting.add(told.code)
            return
        current = _current(standing, kept) if standing else None
        for one in found:
            if one is not current and one.open:
                self._away(told.code, one)
        if current is None:
            self._insert(told, right[0])
            return
        kept.thread, kept.over = current.id, False
        said = _newest(current)
        if kept.content is None:
            kept.content = told.content
        elif kept.content != told.content and said is not None:
            new = text.comment(told) if said.id == current.head.id else text.again(told)
            self.plan.steps.append(Step(told.code, "", Rewrite(None, current.id, said.id, new), told.content))

    def _left_alone(self, told: Told, current: Thread | None) -> bool:
        """Whether somebody resolved the comment, or took it away, since the finding is there."""
        kept = self.kept(told.code)
        if current is None:
            gone = kept.thread is not None and not kept.over and kept.content is not None
            return gone and not kept.under_way(self.now)
        resolved = [post for post in current.posts if post.action == comments.RESOLVE]
        if not resolved or resolved[-1].own:
            return False
        return resolved[-1].at is None or told.since <= _city(resolved[-1].at)

    def _begin(self, told: Told, current: Thread | None) -> None:
        right = self.cells(told)
        if not right:
            self.plan.waiting.add(told.code)
        elif current is None or current.cell not in right:
            self._insert(told, right[0])
        else:
            self._reply(told.code, current, AGAIN, text.again(told), comments.REOPEN)
            self.kept(told.code).content = told.content

    def tell_rest(self, found: Sequence[Thread], first: Cell) -> None:
        """The comment that says how many findings have none."""
        kept = self.kept(text.REST)
        current = _current(found, kept) if found else None
        for one in found:
            if one is not current and one.open:
                self._away(text.REST, one)
        if not self.left:
            if current is not None and current.open:
                self._reply(text.REST, current, THANK, text.THANKS, comments.RESOLVE)
            return
        said = text.rest(self.left)
        if current is None:
            self._do(text.REST, WRITE, lambda mark: Insert(mark, first, said))
            return
        if not current.open:
            self._reply(text.REST, current, AGAIN, "Masih ada temuan yang belum diberi komentar.", comments.REOPEN)
        if current.head.text != said:
            self.plan.steps.append(Step(text.REST, "", Rewrite(None, current.id, current.head.id, said)))

    def _insert(self, told: Told, cell: Cell) -> None:
        said = text.comment(told)
        self._do(told.code, WRITE, lambda mark: Insert(mark, cell, said, self.assignee))
        self.kept(told.code).content = told.content
        self.kept(told.code).over = False

    def _away(self, code: str, one: Thread) -> None:
        """Take a comment of ours from a cell that is not its own; what people said in it is kept, and it resolved."""
        if all(post.own for post in one.posts):
            self.plan.steps.append(Step(code, "", Remove(None, one.id)))
            self.kept(code).thread = None
        else:
            self._reply(code, one, CLOSE, text.REPLACED, comments.RESOLVE)

    def _reply(self, code: str, one: Thread, what: str, said: str, action: str) -> None:
        doing = f"{what} {one.id} {len(_posts([one]))}"
        self._do(code, doing, lambda mark: Reply(mark, one.id, said, action))

    def _do(self, code: str, doing: str, act: Callable[[str], Act]) -> None:
        """Plan what may be done once only. Google refuses what was begun before, so it may be asked for again; only
        after it cannot arrive any more is it begun anew."""
        kept = self.kept(code)
        if kept.given and kept.doing == doing and kept.under_way(self.now):
            return
        kept.begin(doing, self.now, self.there.get(code, []))
        self.plan.steps.append(Step(code, doing, act(f"{code}-{kept.number}")))


def _current(found: Sequence[Thread], kept: Kept) -> Thread:
    """The thread in which a finding is told: an open one, and of several the one that was seen before."""
    return max(found, key=lambda one: (one.open, one.id == kept.thread, str(one.head.at or "")))


def _posts(found: Sequence[Thread]) -> list[str]:
    """Ids of our posts."""
    return [post.id for one in found for post in one.posts if post.own]


def _newest(thread: Thread) -> Post | None:
    """Our post that says how the finding stands."""
    posts = [post for post in thread.posts if post.own and post.action != comments.RESOLVE and post.text]
    return posts[-1] if posts else None


def _city(moment: dt.datetime) -> dt.datetime:
    return moment.astimezone(clock.zone()).replace(tzinfo=None)
