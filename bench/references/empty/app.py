"""Reference (a): a stock Streamlit page with next to nothing on it, twice, as anybody begins."""

import streamlit as st


def page():
    st.title("Monev")


pages = [st.Page(page, title="Satu", url_path="satu", default=True), st.Page(page, title="Dua", url_path="dua")]
st.navigation(pages).run()
