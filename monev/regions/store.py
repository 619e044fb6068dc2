"""The shared store of objects: a folder, or a bucket that speaks S3; which one is said by its address."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

from monev import PROJECT
from monev.regions.place import LONGEST, Found, Missing, Store, StoreTrouble, TooLarge
from monev.regions.store_folder import FolderStore

__all__ = ["LONGEST", "Found", "Missing", "Store", "StoreTrouble", "TooLarge", "open_store", "wrong_address"]

S3 = "s3://"
_S3 = re.compile(r"s3://(?P<bucket>[a-z0-9][a-z0-9.-]{1,61}[a-z0-9])(?:/(?P<prefix>[0-9A-Za-z._=/-]*))?")


def open_store(address: str, options: Mapping[str, str]) -> Store:
    """The store at `address`: `s3://bucket/prefix`, or a folder, which counts from the project's.

    `options` are those of `[rekap]`: kunci, sandi, alamat, wilayah; whatever else stands there is not looked at.
    Nothing is asked of the store yet. StoreTrouble for an address that is none.
    """
    if "://" not in address:
        return FolderStore(PROJECT / address)
    found = _S3.fullmatch(address)
    if found is None:
        raise StoreTrouble(wrong_address(address))
    from monev.regions import store_s3  # half a second and 40 MB, for those alone who have one

    return store_s3.opened(found["bucket"], found["prefix"] or "", options)


def wrong_address(address: str) -> str:
    """Why an address cannot be a store's, in one line; empty where it can."""
    if "://" in address and not _S3.fullmatch(address):
        return (
            "alamat penyimpanan rekap harus folder, atau seperti s3://bucket/awalan; nama bucket paling sedikit tiga "
            "huruf kecil, angka, titik, atau tanda hubung."
        )
    return "" if address.strip() and Path(address).name else "alamat penyimpanan rekap kosong."
