"""Objects are brought from the store, several at a time, and never more of one than it may have."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor

from monev.regions import objects
from monev.regions.cells import AGAIN
from monev.regions.found import Lying
from monev.regions.place import Missing, Store, StoreTrouble, TooLarge
from monev.regions.received import Set, Verdict

#: Objects that are fetched at a time; sets, and bytes of them, that are looked at together.
AT_ONCE, BATCH, BATCH_BYTES = 8, 48, 24_000_000


def batches(new: Sequence[Lying]) -> Iterator[list[Lying]]:
    """The sets in portions, none of which takes much memory."""
    batch: list[Lying] = []
    size = 0
    for one in new:
        more = sum(min(part.size, objects.MOST_BYTES) for part in one.parts.values())
        if batch and (len(batch) == BATCH or size + more > BATCH_BYTES):
            yield batch
            batch, size = [], 0
        batch.append(one)
        size += more
    if batch:
        yield batch


def fetched(store: Store, batch: Sequence[Lying]) -> tuple[list[Set], dict[str, Verdict], str | None]:
    """The sets with all their bytes, those that are refused for their size, and what is wrong with the store. What is
    gone by now is in neither: it is looked at the next time."""
    refused = {
        str(one.key): Verdict(what=f"tabel {table} lebih besar daripada yang boleh dikirim", do=AGAIN)
        for one in batch
        for table, part in one.parts.items()
        if part.size > objects.MOST_BYTES
    }
    wanted = [(one, table) for one in batch if str(one.key) not in refused for table in one.parts]

    def get(asked: tuple[Lying, str]) -> bytes | StoreTrouble:
        one, table = asked
        try:
            return store.get(one.parts[table].key, objects.MOST_BYTES)
        except StoreTrouble as trouble:
            return trouble

    contents: dict[str, dict[str, bytes]] = {}
    gone, trouble = set(), None
    with ThreadPoolExecutor(AT_ONCE) as pool:
        for (one, table), content in zip(wanted, pool.map(get, wanted), strict=True):
            key = str(one.key)
            if isinstance(content, bytes):
                contents.setdefault(key, {})[table] = content
            elif isinstance(content, TooLarge):
                refused[key] = Verdict(what=f"tabel {table} lebih besar daripada yang boleh dikirim", do=AGAIN)
            else:
                gone.add(key)
                trouble = trouble if isinstance(content, Missing) else trouble or str(content)
    whole = [
        Set(one.key, one.came, contents[str(one.key)])
        for one in batch
        if str(one.key) in contents and str(one.key) not in gone and str(one.key) not in refused
    ]
    return whole, refused, trouble
