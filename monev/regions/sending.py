"""Brings frozen meetings to the shared store, object by object, the cover last: never twice, never over another."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from monev.meeting import meeting
from monev.regions import options, spool
from monev.regions.objects import MOST_BYTES
from monev.regions.report import NotSent
from monev.regions.store import Missing, Store, StoreTrouble, TooLarge, open_store
from monev.settings import REGIONS, SettingError, Settings
from monev.snapshot import frozen
from monev.snapshot.store import StoreError
from monev.words import clock


@dataclass(frozen=True)
class Outcome:
    """What came of one sending: the meetings of which the store has the whole set now, each with the tables that it
    lacks; why others wait, and why others are not sent at all, by name."""

    sent: Mapping[str, tuple[str, ...]]
    waiting: Mapping[str, str]
    refused: Mapping[str, str]


class Other(StoreTrouble):
    """There is another object of that name; it stays."""


def send(settings: Settings, only: str | None = None) -> Outcome:
    """Send what the store does not have yet, of the meeting `only` where given.

    SettingError where `[rekap]` says no place or cannot be used; StoreError where somebody else sends, or there is no
    such meeting. What the store itself does stands in the outcome.
    """
    said, folder = options.read(settings.regions), settings.snapshots
    if not said.target:
        raise SettingError(f"[{REGIONS}] tujuan belum ditulis di secrets.toml; lihat docs/kiriman-daerah.md.")
    if only is not None:
        meeting.find(folder, only)
    with spool.alone(folder):
        store = open_store(said.target, said.access)
        # One that somebody names is tried again, also where no set could be made of it, or all of it was sent.
        ahead = spool.due(folder, said.place) if only is None else [only]
        outcome, trouble = _all(folder, ahead, store, said, again=only is not None)
        why = trouble or next(iter(outcome.waiting.values()), None)
        spool.tell_trouble(folder, said.place, why, clock.second())
    return outcome


def _all(
    folder: Path, ahead: list[str], store: Store, said: options.Options, again: bool
) -> tuple[Outcome, str | None]:
    sent: dict[str, tuple[str, ...]] = {}
    waiting: dict[str, str] = {}
    refused: dict[str, str] = {}
    for at, name in enumerate(ahead):
        try:
            if at == 0 and not again:
                _still_there(folder, store, said)
            ready, known = spool.prepared(folder, name, said.dashboard), spool.sent_at(folder, name, said.place)
            if _bring(folder, name, ready, store, said.place, again) or not known:
                sent[name] = ready.without
        except NotSent as error:
            refused[name] = str(error)
            spool.refuse(folder, name, str(error))
        except (StoreError, Other) as error:
            waiting[name] = str(error)
        except StoreTrouble as error:  # the others would meet the same
            return Outcome(sent, waiting | dict.fromkeys(ahead[at:], str(error)), refused), str(error)
    return Outcome(sent, waiting, refused), None


def _still_there(folder: Path, store: Store, said: options.Options) -> None:
    """StoreTrouble where what was sent last is gone: a folder that is not mounted looks like an empty store."""
    sent = [name for name in frozen.names(folder) if spool.sent_at(folder, name, said.place)]
    if not sent:
        return
    *_, cover = spool.prepared(folder, sent[-1], said.dashboard).sums
    if _lying(store, str(cover)) is None:
        raise StoreTrouble(
            f"Kiriman rapat {sent[-1]} tidak ada lagi di penyimpanan rekap; periksa apakah foldernya terpasang dan "
            f"alamatnya benar. Bila memang dihapus, kirim lagi dengan `kirim --rapat {sent[-1]}`."
        )


def _bring(folder: Path, name: str, ready: spool.Spooled, store: Store, place: str, again: bool) -> bool:
    """See to it that each object lies there, and note it; whether any was missing. `again`: whatever was noted."""
    there = frozenset() if again else spool.arrived(folder, name, place)
    *_, last = ready.sums
    new = False
    for key in ready.sums:
        if str(key) in there:
            continue
        content = ready.content(key)
        # Looked at before and behind: a store may take no notice of what was asked, or be none.
        lies = _lying(store, str(key))
        if lies is None:
            new = store.put(str(key), content) or new
            lies = _lying(store, str(key))
        if lies != content:
            raise _other(name, key.table, lies)
        spool.note(folder, name, place, str(key), clock.second(), last=key == last)
    return new


def _other(name: str, table: str, lies: bytes | None) -> Other:
    if lies is None or lies.lstrip()[:1] == b"<":  # lost, or a page that somebody else answers with
        return Other(
            f"Rapat {name} menunggu: yang dikirim tidak tersimpan seperti dikirim, jadi yang menjawab bukan "
            "penyimpanan rekap; periksa tujuan dan alamat di [rekap] secrets.toml."
        )
    return Other(
        f"Rapat {name} menunggu: di penyimpanan sudah ada {table} lain bernama sama dan tidak ditimpa. "
        "Bekukan rapat itu sekali lagi dengan judul lain, atau tanyakan pengelola rekap."
    )


def _lying(store: Store, key: str) -> bytes | None:
    """What lies there under that name; None where nothing does."""
    try:
        return store.get(key, MOST_BYTES)
    except Missing:
        return None
    except TooLarge:
        return b""
