"""What a sheet lacks of what it is to be told: each finding has one comment, on its cell, open while it is there."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from monev.sheets.google import comments
from monev.sheets.google.comments import Act, Cell, Insert, Post, Remove, Reply, Rewrite, Thread
from monev.sync.told import strangers, text, threads
from monev.sync.told.record import Kept, Record
from monev.sync.told.wanted import Told, Wanted

#: The most comments on findings that are open in one sheet at a time.
MOST = 25
#: What is done for a comment.
WRITE, AGAIN, THANK, CLOSE, LEFT = "tulis", "muncul lagi", "terima kasih", "tutup", "sisa"


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
    resolved or removed is not opened again while its finding lasts, and neither is one of another folder of snapshots.
    """
    own = strangers.by_code(threads)
    work = _Work(record, cells, now, assignee, strangers.strange(own, wanted, record))
    own = {code: found for code, found in own.items() if strangers.known(code, wanted, record)}
    for code, found in own.items():
        work.note(code, found)
    work.shown = sum(any(one.open for one in own.get(code, ())) for code in wanted.unseen)
    for code in sorted({*own, *record.comments} - {text.REST}):
        if code not in {told.code for told in wanted.open} and code not in wanted.unseen:
            work.gone(code, own.get(code, []), wanted)
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
    #: Open comments of another folder of snapshots.
    strange: Sequence[Thread]
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
        kept, posts = self.kept(code), threads.posts(found)
        kept.number = max(kept.number, len(posts))
        kept.thread = threads.current(found, kept).id
        if kept.since and set(posts) - set(kept.before):
            kept.settled()
        self.there[code] = posts

    def gone(self, code: str, found: Sequence[Thread], wanted: Wanted) -> None:
        """Thank for a finding that is gone; close one of which nothing is known any more."""
        kept, known = self.kept(code), code in wanted.mended
        for one in found if known or kept.ours else ():
            last = [post for post in one.posts if post.own][-1]
            if not one.open or last.text.startswith((text.THANKS, text.GONE, text.NO_MORE)):
                continue
            if known:
                self._reply(code, one, THANK, text.THANKS if one.cell else text.GONE, comments.RESOLVE)
            else:
                follows = next((told for told in wanted.open if one.cell in self.cells(told)), None)
                self._reply(code, one, CLOSE, text.no_more(follows), comments.RESOLVE)
        if not any(step.code == code for step in self.plan.steps) and not kept.under_way(self.now):
            kept.over, kept.content, kept.thread = True, None, None

    def open(self, told: Sequence[Told], own: Mapping[str, Sequence[Thread]]) -> None:
        """First what has an open comment, then the worst of the others as long as there is room."""
        fresh = []
        for one in told:
            found = own.get(one.code, [])
            current = threads.current(found, self.kept(one.code)) if found else None
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
        if not right:
            self.plan.waiting.add(told.code)
            return
        standing = [one for one in found if one.open and (one.cell in right or threads.stays(told, one, kept))]
        current = threads.current(standing, kept) if standing else None
        for one in found:
            if one is not current and one.open:
                self._away(told.code, one, text.JOINED if told.many > 1 else text.REPLACED)
        if current is None:
            if not self._said(told, right):
                self._insert(told, right[0])
            return
        kept.thread, kept.over, kept.first = current.id, False, told.first
        kept.wide = current.id if told.of_columns else kept.wide
        kept.owed |= told.many < kept.many
        said = threads.newest(current)
        if kept.content is None:
            kept.content = told.content
        elif kept.content != told.content and said is not None:
            new = text.comment(told) if said.id == current.head.id else text.again(told)
            if said.text == new:
                kept.content = told.content
            else:
                self.plan.steps.append(Step(told.code, "", Rewrite(None, current.id, said.id, new), told.content))
        kept.many = told.many
        self._say_left(told, current, said)

    def _say_left(self, told: Told, current: Thread, said: Post | None) -> None:
        """Where some of several cells were mended, one reply says what is left, and goes on saying it."""
        kept, now = self.kept(told.code), text.left(told)
        there = threads.partly(current, said)
        if there is not None:
            kept.owed = False
            if there.text != now:
                self.plan.steps.append(Step(told.code, "", Rewrite(None, current.id, there.id, now)))
        elif kept.owed:
            self._reply(told.code, current, LEFT, now, comments.PLAIN)

    def _left_alone(self, told: Told, current: Thread | None) -> bool:
        """Whether somebody resolved the comment, or took it away, since the finding is there."""
        kept = self.kept(told.code)
        if current is None:
            gone = kept.thread is not None and not kept.over and kept.content is not None
            return gone and not kept.under_way(self.now)
        resolved = [post for post in current.posts if post.action == comments.RESOLVE]
        if not resolved or resolved[-1].own or kept.over:
            return False
        if kept.first is not None:  # a day that is set by hand says nothing of when people did something
            return told.first <= kept.first
        return resolved[-1].at is None or told.since <= threads.city(resolved[-1].at)

    def _begin(self, told: Told, current: Thread | None) -> None:
        right = self.cells(told)
        if not right:
            self.plan.waiting.add(told.code)
        elif self._said(told, right):
            return
        elif current is None or not (current.cell in right or threads.stays(told, current, self.kept(told.code))):
            self._insert(told, right[0])
        else:
            self._reply(told.code, current, AGAIN, text.again(told), comments.REOPEN)
            self._says(told)

    def _said(self, told: Told, right: Sequence[Cell]) -> bool:
        return strangers.say(self.strange, right, text.comment(told))

    def tell_rest(self, found: Sequence[Thread], first: Cell) -> None:
        """The comment that says how many findings have none."""
        kept = self.kept(text.REST)
        current = threads.current(found, kept) if found else None
        if current is not None and self.strange and not kept.ours:
            return
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
        self._says(told)
        self.kept(told.code).over = False

    def _says(self, told: Told) -> None:
        """Note what the comment will say from its beginning."""
        kept = self.kept(told.code)
        kept.content, kept.many, kept.owed = told.content, told.many, False

    def _away(self, code: str, one: Thread, why: str = text.REPLACED) -> None:
        """Take a comment of ours from a cell that is not its own; what people said in it is kept, and it resolved."""
        if all(post.own for post in one.posts):
            self.plan.steps.append(Step(code, "", Remove(None, one.id)))
            self.kept(code).thread = None
        else:
            self._reply(code, one, CLOSE, why, comments.RESOLVE)

    def _reply(self, code: str, one: Thread, what: str, said: str, action: str) -> None:
        doing = f"{what} {one.id} {len(threads.posts([one]))}"
        self._do(code, doing, lambda mark: Reply(mark, one.id, said, action))

    def _do(self, code: str, doing: str, act: Callable[[str], Act]) -> None:
        """Plan what may be done once only. Google refuses what was begun before, so it may be asked for again; only
        after it cannot arrive any more is it begun anew."""
        kept = self.kept(code)
        if kept.given and kept.doing == doing and kept.under_way(self.now):
            return
        kept.begin(doing, self.now, self.there.get(code, []))
        kept.ours |= doing == WRITE
        self.plan.steps.append(Step(code, doing, act(f"{code}-{kept.number}")))
