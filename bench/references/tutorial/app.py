"""Reference (b): the numbers of our page Logistik in the pattern of Streamlit's Google Sheets tutorial: sheets read
with pandas under cache_data, grouped, and drawn with Plotly Express, all of it in the page.

It has it easier than with real sheets: the cells are read and cleaned already, and lie on this disk.
"""

import os

import figures
import pandas as pd
import plotly.express as px
import streamlit as st


@st.cache_data(ttl=600)
def load(name):
    return pd.read_csv(f"{os.environ['BENCH_LEMBAR']}/{name}.csv")


def page():
    st.title("Sarana, prasarana, dan logistik")
    goods = figures.goods(load)
    for column, (name, value) in zip(st.columns(8), figures.headline(load).items(), strict=True):
        column.metric(name, f"{value:,.1f}")
    left, right = st.columns(2)
    left.plotly_chart(px.bar(goods[goods.kurang > 0], x="siap_persen", y="jenis_barang", orientation="h"))
    right.plotly_chart(px.line(figures.paid(load), x="tanggal_sp2d", y="persen", color="penerima", markers=True))
    st.plotly_chart(px.bar(figures.grants(load), x="persen", y="penerima", orientation="h"))
    st.dataframe(goods)
    st.dataframe(figures.grants(load))
    st.dataframe(figures.reconciled(load))


def again():
    page()


def empty():
    st.title("Monev")


pages = [
    st.Page(empty, title="Satu", url_path="satu", default=True),
    st.Page(page, title="Dua", url_path="dua"),
    st.Page(again, title="Tiga", url_path="tiga"),
]
st.navigation(pages).run()
