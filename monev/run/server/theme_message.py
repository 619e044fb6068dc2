"""The theme that Streamlit tells a browser at every run of a page: worked out once, not at every run anew.

Streamlit 1.67 goes through all its options six times for it, a tenth of what our pages cost the server. The
theme is of .streamlit/config.toml and changes only with it.
"""

from __future__ import annotations

from functools import lru_cache

from streamlit import config
from streamlit.proto.NewSession_pb2 import CustomThemeConfig
from streamlit.runtime import app_session

#: What Streamlit itself does, given the message to be filled and the section of its options.
_worked_out = app_session._populate_theme_msg


def remember() -> None:
    """From now on the theme is worked out at the first run, and again where config.toml was read again."""
    app_session._populate_theme_msg = _told
    config.on_config_parsed(_known.cache_clear, force_connect=True)


def _told(message: CustomThemeConfig, section: str = "theme") -> None:
    known = _known(section)
    if known.ListFields():
        message.MergeFrom(known)


@lru_cache(maxsize=16)
def _known(section: str) -> CustomThemeConfig:
    message = CustomThemeConfig()
    _worked_out(message, section)
    return message
