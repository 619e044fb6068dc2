"""Who a request comes from by the cookie that Streamlit's sign-in leaves, outside of any page.

Streamlit has no public function for it; tests hold what is used here to what a real sign-in leaves.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from starlette.requests import HTTPConnection
from streamlit.web.server.starlette import starlette_websocket
from streamlit.web.server.starlette.starlette_server_config import USER_COOKIE_NAME

NAME = USER_COOKIE_NAME


def user(request: HTTPConnection) -> Mapping[str, Any]:
    """The claims of whoever is signed in; none where nobody is, or where the cookie was altered."""
    signed = starlette_websocket._get_signed_cookie_with_chunks(dict(request.cookies), NAME)
    claims = json.loads(signed) if signed else {}
    return claims if isinstance(claims, dict) and claims.get("is_logged_in") else {}
