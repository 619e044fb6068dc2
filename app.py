"""The pages in the order of the meeting, and the server that they run in."""

import logging

import streamlit as st

from monev.screen import first_use, navigation

# The navigation is also built before any visitor has come; Streamlit would warn of that once per page.
log = logging.getLogger("streamlit.runtime.scriptrunner_utils.script_run_context")
if log.level != logging.ERROR:  # each time it is set all loggers forget what they let through
    log.setLevel(logging.ERROR)


def declared(name: str) -> None:
    """Draw a point of the agenda that has no file of its own."""
    from monev.screen import declared_page

    declared_page.draw(name)


if __name__ == "__main__":
    first_use.prepare()
    from monev.screen import search
    from monev.screen.access import gate
    from monev.screen.once import looked
    from monev.screen.page import around, below

    with looked():
        page = st.navigation(navigation.pages(declared, gate.closed_pages()), position="top")
        around()
        page.run()
        below()
        search.bring()
else:
    # A first visit straight to /logistik comes through here, too, where this file was imported with its navigation.
    st.navigation(navigation.built(declared), position="top")

    from monev.run.server import server

    app = st.App(__file__, lifespan=server.lifespan, routes=server.ROUTES, middleware=server.MIDDLEWARE,
                 on_script_error=server.apologise, secrets=server.secrets())  # fmt: skip
