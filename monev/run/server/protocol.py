"""What of Streamlit's protocol a page of ours sends to the server; every other message is refused at the edge.

Streamlit itself would obey whoever sends it: clear what is kept, tell the branch of the code, run another visit's work.
"""

from __future__ import annotations

import json
import re
from urllib.parse import urlsplit

from google.protobuf.message import DecodeError
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ClientState_pb2 import ClientState
from streamlit.proto.WidgetStates_pb2 import WidgetState

#: What a message may hold at most, far beyond what a page of ours sends: bytes of it all, signs of an address, states
#: of widgets, and hashes of what the browser kept (Streamlit keeps global.maxCachedMessageAge runs).
MOST_BYTES, MOST_SIGNS, MOST_STATES, MOST_HASHES = 256_000, 8_000, 300, 3_000
#: What fields hold, by their keys: a text, or what is chosen of several. Whatever else is pressed, or a component of
#: ours, which speaks JSON. Streamlit takes any kind for any field, and the page then stumbles over it.
_HOLDS = {
    "string_value": ("rapat", "kec", "potret_dilihat", "rapat_judul", "rapat_jam", "banding-pilihan",
                     "catat_tentang", "catat_tenggat", "rencana_tanggal", "rencana_jam", "rencana_lama",
                     "rencana_judul", "rencana_tempat", "usul_teks", "usul_siapa"),
    "string_array_value": ("instansi", "bobot", "lembaga", "catat_siapa"),
}  # fmt: skip
_FIELDS = {key: kind for kind, keys in _HOLDS.items() for key in keys}
#: How Streamlit calls a field whose key stands at the end, or what happens to a component.
_ID = re.compile(r"(?:\$\$STREAMLIT_INTERNAL_KEY_)?\$\$ID-[0-9a-f]+-(.*)", re.DOTALL)
#: Why a frame is refused.
TEXT, TOO_LONG, NO_MESSAGE, NOT_OURS, NOT_HIS = "teks", "terlalu besar", "bukan pesan", "pesan asing", "tidak berhak"


def refused(data: bytes | None, takes: bool) -> str | None:
    """Why a frame is not let through, None where it is. `takes`: whoever sends it may take files home."""
    if data is None:
        return TEXT
    if len(data) > MOST_BYTES:
        return TOO_LONG
    message = BackMsg()
    try:
        message.ParseFromString(data)
    except DecodeError:
        return NO_MESSAGE
    match message.WhichOneof("type"):
        case "rerun_script":
            if not _of_a_page(message.rerun_script):
                return TOO_LONG
            return None if _as_a_page_says(message.rerun_script) else NOT_OURS
        case "backend_operation_request":
            if message.backend_operation_request.WhichOneof("payload") != "deferred_file":
                return NOT_OURS
            return None if takes else NOT_HIS
        case _:
            return NOT_OURS


def _of_a_page(state: ClientState) -> bool:
    return (
        max(map(len, (state.query_string, state.page_name, state.page_script_hash, state.fragment_id))) <= MOST_SIGNS
        and len(state.widget_states.widgets) <= MOST_STATES
        and len(state.cached_message_hashes) <= MOST_HASHES
    )


def _as_a_page_says(state: ClientState) -> bool:
    """Whether the page names an address at which it can stand, and each field holds what such a field can."""
    stands = not state.HasField("context_info") or _is_address(state.context_info.url)
    return stands and all(map(_fits, state.widget_states.widgets))


def _is_address(url: str) -> bool:
    try:
        parts = urlsplit(url)
    except ValueError:
        return False
    return parts.scheme in ("http", "https") and bool(parts.netloc) and url.isprintable()


def _fits(one: WidgetState) -> bool:
    found, kind = _ID.fullmatch(one.id), one.WhichOneof("value")
    if found is None:
        return False
    if found[1] in _FIELDS:
        return kind in (_FIELDS[found[1]], None)
    return kind in ("trigger_value", None) or (
        kind in ("json_value", "json_trigger_value") and _json(getattr(one, kind))
    )


def _json(text: str) -> bool:
    try:
        return isinstance(json.loads(text), dict | list)
    except (ValueError, RecursionError):
        return False
