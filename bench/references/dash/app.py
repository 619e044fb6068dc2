"""Reference (c): our page Logistik in Plotly Dash, its numbers from our own DuckDB queries on our snapshot.

It has it easier than ours: its rows are there before anybody asks, and it has no roles, no meetings, no fragments
that look for new numbers, and no design.
"""

import os
from functools import lru_cache
from pathlib import Path

import plotly.express as px
from dash import Dash, Input, Output, dcc, html

from monev.meeting import meeting
from monev.snapshot import schema, store

FOLDER = Path(os.environ["MONEV_POTRET"])
NAME = store.latest(FOLDER)
#: What the page asks for its tables.
TABLES = ("logistik/barang", "logistik/perlu_diputuskan", "logistik/rekonsiliasi", "logistik/sumber")
PLACES = {"satu": "Satu", "dua": "Dua", "tiga": "Tiga"}


@lru_cache(maxsize=1)
def snapshot():
    return store.Snapshot(FOLDER, NAME, meeting.compared_with(FOLDER, NAME), schema.today())


@lru_cache(maxsize=64)
def rows(question):
    return snapshot().ask(question)


def number(row):
    return html.Div([html.Div(row["indikator"]), html.B(f"{row['nilai']:,.1f}"), html.Div(row["kalimat"])])


def table(question):
    found = rows(question)
    lines = [html.Tr([html.Td(str(cell)) for cell in line]) for line in found.itertuples(index=False)]
    return html.Table([html.Tr([html.Th(name) for name in found.columns]), *lines])


def page():
    return [
        html.H1("Sarana, prasarana, dan logistik"),
        html.Div([number(row) for row in rows("logistik/angka_pokok").to_dict("records") if row["nilai"] is not None]),
        dcc.Graph(figure=px.bar(rows("logistik/barang"), x="siap_persen", y="label", orientation="h")),
        dcc.Graph(figure=px.line(rows("logistik/hibah"), x="tanggal", y="persen", color="penerima", markers=True)),
        dcc.Graph(figure=px.bar(rows("logistik/penerima_hibah"), x="nilai", y="label", orientation="h")),
        *map(table, TABLES),
    ]


app = Dash(__name__, title="Monev", update_title=None)
app.layout = html.Div([
    dcc.Location(id="tempat"),
    html.Nav([dcc.Link(title, href=f"/{place}") for place, title in PLACES.items()]),
    html.Main(id="isi"),
])  # fmt: skip


@app.callback(Output("isi", "children"), Input("tempat", "pathname"))
def shown(path):
    return page() if path in ("/dua", "/tiga") else html.H1("Monev")


page()  # so that rows and Plotly are there before the first visitor
server = app.server
