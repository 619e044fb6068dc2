"""Reference for what a person sees: stock pages with nothing but the pictures of ours, finished beforehand."""

import json
import os
from pathlib import Path

import plotly.graph_objects as go
import streamlit as st

PICTURES = Path(os.environ["BENCH_GAMBAR"])


@st.cache_resource
def pictures():
    return [(go.Figure(one["figure"]), one["height"]) for one in json.loads(PICTURES.read_text("utf-8"))]


def empty():
    st.title("Monev")


def page():
    st.title("Monev")
    for place, (figure, height) in enumerate(pictures()):
        st.plotly_chart(figure, theme=None, height=height, key=f"gambar-{place}")


pages = [st.Page(empty, title="Satu", url_path="satu", default=True), st.Page(page, title="Dua", url_path="dua")]
st.navigation(pages).run()
