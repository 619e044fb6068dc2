"""What of Streamlit's protocol a page of ours sends to the server; every other message is refused at the edge.

Streamlit itself would obey whoever sends it: clear what is kept, tell the branch of the code, run another visit's work.
"""

from __future__ import annotations

from google.protobuf.message import DecodeError
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ClientState_pb2 import ClientState

#: What a message may hold at most, far beyond what a page of ours sends: bytes of it all, signs of an address, states
#: of widgets, and hashes of what the browser kept (Streamlit keeps global.maxCachedMessageAge runs).
MOST_BYTES, MOST_SIGNS, MOST_STATES, MOST_HASHES = 256_000, 8_000, 300, 3_000
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
            return None if _of_a_page(message.rerun_script) else TOO_LONG
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
