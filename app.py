"""The agenda: one line per page, in the order of the meeting; and the server that it runs in."""

import logging

import streamlit as st

from monev.screen import first_use

# The navigation is also built before any visitor has come; Streamlit would warn of that once per page.
logging.getLogger("streamlit.runtime.scriptrunner_utils.script_run_context").setLevel(logging.ERROR)


def agenda() -> list[st.Page]:
    return [
        st.Page("pages/ringkasan.py", title="Ringkasan", default=True),
        st.Page("pages/logistik.py", title="1 Logistik"),
        st.Page("pages/risiko.py", title="2 Risiko"),
        st.Page("pages/partisipasi.py", title="3 Partisipasi"),
        st.Page("pages/netralitas.py", title="4 Netralitas"),
        st.Page("pages/stabilitas.py", title="5 Stabilitas"),
        st.Page("pages/tindak_lanjut.py", title="Tindak lanjut"),
        st.Page("pages/perubahan.py", title="Perubahan"),
        st.Page("pages/rapat.py", title="Rapat"),
        st.Page("pages/bahan.py", title="Bahan"),
        st.Page("pages/mutu_data.py", title="Mutu data"),
    ]


if __name__ == "__main__":
    first_use.prepare()
    from monev.screen.page import around, below, pages

    page = st.navigation(pages(agenda), position="top")
    around()
    page.run()
    below()
else:
    # A first visit straight to /logistik comes through here, too, where this file was imported with its navigation.
    st.navigation(agenda(), position="top")

    from monev.run.server import server

    app = st.App(__file__, lifespan=server.lifespan, routes=server.ROUTES, middleware=server.MIDDLEWARE,
                 on_script_error=server.apologise, secrets=server.secrets())  # fmt: skip
