"""The theme that is told to browsers is Streamlit's own, worked out once."""

import pytest
from streamlit import config
from streamlit.proto.NewSession_pb2 import CustomThemeConfig
from streamlit.runtime import app_session

from monev.run.server import theme_message

pytestmark = pytest.mark.panjang


@pytest.fixture
def remembered(monkeypatch):
    monkeypatch.setattr(app_session, "_populate_theme_msg", app_session._populate_theme_msg)
    theme_message._known.cache_clear()
    theme_message.remember()
    yield
    theme_message._known.cache_clear()


def whole(populate):
    """The theme as app_session.py has it told: its sections, and those within them."""
    message = CustomThemeConfig()
    for place, section in [
        (message, "theme"), (message.light, "theme.light"), (message.dark, "theme.dark"),
        (message.sidebar, "theme.sidebar"), (message.light.sidebar, "theme.light.sidebar"),
        (message.dark.sidebar, "theme.dark.sidebar"),
    ]:  # fmt: skip
        populate(place, section)
    return message.SerializeToString(deterministic=True)


def test_the_theme_is_the_one_that_streamlit_would_tell(remembered):
    config.get_config_options()
    told = whole(theme_message._worked_out)
    assert len(told) > 1000
    assert whole(app_session._populate_theme_msg) == whole(app_session._populate_theme_msg) == told


def test_a_theme_that_was_changed_is_told_from_when_the_file_was_read_again(remembered):
    before = whole(app_session._populate_theme_msg)
    old = config.get_option("theme.light.textColor")
    try:
        config.set_option("theme.light.textColor", "#010203")
        config.get_config_options(force_reparse=True, options_from_flags={"theme.light.textColor": "#010203"})
        assert b"#010203" in whole(app_session._populate_theme_msg) != before
    finally:
        config.get_config_options(force_reparse=True, options_from_flags={"theme.light.textColor": old})
    assert whole(app_session._populate_theme_msg) == before
