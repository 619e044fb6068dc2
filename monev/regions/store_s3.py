"""A store that speaks S3: an object is written only where none of its name is, in bounded time, troubles in words."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Awaitable, Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import aiohttp
import s3fs
from botocore import exceptions as said
from botocore.parsers import ResponseParserError
from fsspec.asyn import sync

from monev.regions import place
from monev.regions.place import LONGEST, Found, Missing, StoreTrouble, TooLarge

#: Seconds for a connection and for an answer; how often a broken one is tried within one call.
_CONNECT, _ANSWER, _TRIES = 5, 10, 2
#: Bytes of an answer that are taken at a time.
_CHUNK = 65_536
_IN_REKAP = "di [rekap] secrets.toml"
#: What a store's own word for a trouble means; the names are those of S3 and of stores that speak it.
_SAID = {
    "InvalidAccessKeyId": f"Penyimpanan rekap tidak mengenal `kunci`; periksa `kunci` {_IN_REKAP}.",
    "SignatureDoesNotMatch": f"Penyimpanan rekap menolak `sandi`; periksa `kunci` dan `sandi` {_IN_REKAP}.",
    "ExpiredToken": f"Kunci penyimpanan rekap sudah tidak berlaku; minta yang baru, tulis {_IN_REKAP}.",
    "RequestTimeTooSkewed": "Jam mesin ini terlalu jauh dari jam penyimpanan rekap; betulkan jam mesin ini (NTP).",
    "NotImplemented": "Penyimpanan rekap tidak mengenal If-None-Match, jadi tidak dipakai: objek dapat tertimpa.",
} | dict.fromkeys(
    ("AuthorizationHeaderMalformed", "PermanentRedirect", "IllegalLocationConstraintException", "InvalidRegion", "301",
     "307", "TemporaryRedirect"),
    f"Penyimpanan rekap berada di wilayah lain; periksa `wilayah` dan `alamat` {_IN_REKAP}.",
) | dict.fromkeys(
    ("QuotaExceeded", "InsufficientStorage", "XMinioStorageFull", "StorageFull", "EntityTooLarge", "507",
     "XMinioAdminBucketQuotaExceeded", "InsufficientCapacity"), place.FULL,
) | dict.fromkeys(
    ("RequestTimeout", "SlowDown", "ServiceUnavailable", "503", "504", "Throttling", "ConditionalRequestConflict"),
    place.SLOW,
)  # fmt: skip
_DENIED = ("AccessDenied", "AllAccessDisabled", "AccountProblem", "MethodNotAllowed", "403", "405")
_THERE = ("PreconditionFailed", "412")
_CODE = re.compile(r"[A-Za-z0-9_.]{1,60}")


@dataclass(frozen=True)
class S3Store:
    """A `monev.regions.place.Store` in a bucket, below a prefix."""

    bucket: str
    prefix: str
    files: s3fs.S3FileSystem

    def put(self, key: str, content: bytes) -> bool:
        try:
            self._call("put_object", Key=self._key(key), Body=content, IfNoneMatch="*")
        except _There:
            return False
        return True

    def get(self, key: str, most: int) -> bytes:
        name = self._key(key)

        async def read() -> bytes:
            answer = await self.files._call_s3("get_object", Bucket=self.bucket, Key=name, Range=f"bytes=0-{most}")
            async with answer["Body"] as body:
                whole = int((answer.get("ContentRange") or "").rpartition("/")[2] or answer["ContentLength"])
                if whole > most:
                    raise TooLarge(place.LARGE)
                return await _whole(body, most)

        try:
            return self._run(read, "get_object")
        except _Empty:
            return b""

    def listed(self, prefix: str = "") -> Iterator[Found]:
        for page in self._pages(prefix):
            for one in page.get("Contents", ()):
                key = one["Key"].removeprefix(self.prefix)
                if not key.endswith("/"):  # how some tools write down a folder
                    yield Found(key, one["Size"], one["LastModified"].astimezone(dt.UTC), one["ETag"].strip('"'))

    def folders(self, prefix: str = "") -> list[str]:
        found = [one["Prefix"] for page in self._pages(prefix, Delimiter="/") for one in page.get("CommonPrefixes", ())]
        return sorted(one.rstrip("/").rpartition("/")[2] for one in found)

    def _pages(self, prefix: str, **further: str) -> Iterator[Mapping[str, Any]]:
        """The store's answers to one listing, a thousand objects each."""
        asked = {"Prefix": self._key(prefix) + "/" if prefix else self.prefix, **further}
        while True:
            page = self._call("list_objects_v2", **asked)
            yield page
            if not page.get("IsTruncated") or not page.get("NextContinuationToken"):
                return
            asked["ContinuationToken"] = page["NextContinuationToken"]

    def _key(self, key: str) -> str:
        return self.prefix + "/".join(place.parts(key))

    def _call(self, what: str, **asked: Any) -> Mapping[str, Any]:
        async def ask() -> Mapping[str, Any]:
            return await self.files._call_s3(what, Bucket=self.bucket, **asked)

        return self._run(ask, what)

    def _run(self, work: Callable[[], Awaitable[Any]], what: str) -> Any:
        try:
            return sync(self.files.loop, work, timeout=LONGEST)
        except RecursionError:  # botocore follows a store that sends it elsewhere again and again
            raise StoreTrouble(_SAID["PermanentRedirect"]) from None
        except (
            OSError, said.BotoCoreError, said.ClientError, aiohttp.ClientError, ResponseParserError, ValueError,
        ) as error:  # fmt: skip
            raise self._trouble(error, what) from None

    def _trouble(self, error: BaseException, what: str) -> StoreTrouble:
        """What went wrong, in words; nothing that the store says is repeated but a short code."""
        code, writing = _code(error), what == "put_object"
        if writing and code in _THERE:
            return _There("")
        if code == "InvalidRange":
            return _Empty("")
        if code == "NoSuchBucket" or (code == "404" and what != "get_object"):
            return StoreTrouble(f"Bucket “{self.bucket}” tidak ada di penyimpanan rekap; periksa namanya {_IN_REKAP}.")
        if code in ("NoSuchKey", "404"):
            return Missing(place.GONE)
        if code in _DENIED:
            return StoreTrouble(place.READ_ONLY if writing else place.UNREADABLE)
        if code in _SAID:
            return StoreTrouble(_SAID[code])
        if code:
            return StoreTrouble(f"Penyimpanan rekap menjawab galat “{code}”; tanyakan kepada pengelolanya.")
        if isinstance(error, said.SSLError | aiohttp.ClientSSLError):
            return StoreTrouble("Sertifikat penyimpanan rekap tidak dapat dipercaya; periksa `alamat` atau jaringan.")
        if isinstance(error, TimeoutError | said.ConnectTimeoutError | said.ReadTimeoutError):
            return StoreTrouble(place.SLOW)
        if isinstance(error, said.ConnectionError | said.HTTPClientError | aiohttp.ClientError | ConnectionError):
            return StoreTrouble(f"Penyimpanan rekap tidak dapat dihubungi; periksa jaringan dan `alamat` {_IN_REKAP}.")
        if isinstance(error, ResponseParserError):
            return StoreTrouble(f"Yang menjawab bukan penyimpanan S3; periksa `alamat` {_IN_REKAP}.")
        return StoreTrouble(f"Penyimpanan rekap tidak dapat dipakai ({type(error).__name__}); periksa isi [rekap].")


async def _whole(body: Any, most: int) -> bytes:
    """All bytes of an answer: each reading gives what has come by then, which need not be all."""
    content = bytearray()
    while chunk := await body.read(_CHUNK):
        content += chunk
        if len(content) > most:
            raise TooLarge(place.LARGE)
    return bytes(content)


class _There(StoreTrouble):
    """One of that name is there."""


class _Empty(StoreTrouble):
    """Nothing to read: the object has no byte."""


def _code(error: BaseException) -> str:
    """The store's own word for what went wrong; empty where it did not come to that."""
    while error is not None and not isinstance(error, said.ClientError):
        error = error.__cause__
    if error is None:
        return ""
    answer = error.response
    code = str(answer.get("Error", {}).get("Code", ""))
    status = str(answer.get("ResponseMetadata", {}).get("HTTPStatusCode", ""))
    if status == "507":
        return status
    return code if _CODE.fullmatch(code) else status or "?"


def opened(bucket: str, prefix: str, options: Mapping[str, str]) -> S3Store:
    """The store behind `s3://bucket/prefix`; `options`: kunci and sandi (without them nobody in particular), alamat,
    wilayah."""
    key = options.get("kunci")
    files = s3fs.S3FileSystem(
        anon=not key, key=key, secret=options.get("sandi"), endpoint_url=options.get("alamat"),
        client_kwargs={"region_name": options.get("wilayah") or "us-east-1"},
        config_kwargs={
            "connect_timeout": _CONNECT, "read_timeout": _ANSWER, "retries": {"total_max_attempts": 1},
            "s3": {"addressing_style": "path" if options.get("alamat") else "auto"},
            # Stores of one's own know neither of the newer sums; HTTPS and our own sha256 hold.
            "request_checksum_calculation": "when_required", "response_checksum_validation": "when_required",
        },
        skip_instance_cache=True, use_listings_cache=False,
    )  # fmt: skip
    files.retries = _TRIES
    return S3Store(bucket, f"{prefix.strip('/')}/" if prefix.strip("/") else "", files)
