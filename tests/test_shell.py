"""The document that comes ahead of every page, as the real server sends it."""

import json
import re
import urllib.request
from pathlib import Path

import pytest
import streamlit

from monev import settings
from monev.run.server import document as shell
from monev.run.server.translations import WORDS

STREAMLITS = (Path(streamlit.__file__).parent / "static" / "index.html").read_text("utf-8")


def asked(address, method="GET", **headers):
    """Status, headers and body of an answer, with headers as a browser sends them unless told otherwise."""
    usual = {"Accept": "text/html,*/*;q=0.8", "Accept-Encoding": "gzip"}
    request = urllib.request.Request(address, headers=usual | headers, method=method)
    with urllib.request.urlopen(request, timeout=30) as answer:
        return answer.status, answer.headers, answer.read()


@pytest.mark.parametrize("written", [written for written, _ in shell._PIECES])
def test_every_piece_that_is_replaced_stands_in_streamlits_document_once(written):
    assert len(re.findall(written, STREAMLITS)) == 1


def test_the_document_speaks_indonesian_only_and_names_no_file_that_it_lost():
    document = shell.dressed(STREAMLITS, "a{}")
    assert '<html lang="id">' in document and document.count("<noscript>") == document.count("</noscript>") == 1
    assert "JavaScript to run" not in document and "Reading this" not in document and "<title>Streamlit" not in document
    words = '<script type="module" src="./bahasa.js"></script>'
    assert document.rstrip().endswith(f"<style>a{{}}</style>{words}</body>\n</html>")
    assert re.findall(r'src="([^"]+)"', document) == [*re.findall(r'src="([^"]+)"', STREAMLITS), "./bahasa.js"]


def test_the_words_and_the_mark_of_the_city_are_served(address):
    _, headers, script = asked(f"{address}/bahasa.js")
    assert headers["Content-Type"].startswith("text/javascript") and json.dumps(WORDS) in script.decode()
    _, headers, mark = asked(f"{address}/logo.svg")
    assert headers["Content-Type"] == "image/svg+xml" and mark == settings.logo().read_bytes()


@pytest.mark.parametrize("path", ["/", "/logistik", "/logistik?rapat=2024-10-21", "/tidak-ada"])
def test_every_address_of_a_page_brings_the_look_with_it(address, path):
    status, headers, body = asked(address + path)
    assert status == 200 and int(headers["Content-Length"]) == len(body)
    text = body.decode()
    assert "--ink:light-dark(" in text and ".angka-baris{" in text and '<html lang="id">' in text


def test_a_browser_that_has_the_document_of_an_older_look_gets_the_new_one(address):
    _, headers, body = asked(f"{address}/")
    assert headers["ETag"] is None and headers["Last-Modified"] is None and headers["Cache-Control"] == "no-cache"
    again = asked(f"{address}/", **{"If-Modified-Since": "Wed, 01 Jan 2098 00:00:00 GMT"})
    assert again[0] == 200 and again[2] == body


def test_a_question_for_the_head_gets_no_body(address):
    status, _, body = asked(f"{address}/logistik", "HEAD")
    assert status == 200 and body == b""


def test_what_is_no_page_passes_as_it_is(address):
    assert asked(f"{address}/healthz")[2] == b'{"status":"ok"}'
    assert asked(f"{address}/", Accept="*/*")[2] == STREAMLITS.encode()
    script = re.search(r'src="\./(static/js/index[^"]+)"', STREAMLITS)[1]
    assert asked(f"{address}/{script}")[2] == (Path(streamlit.__file__).parent / "static" / script).read_bytes()


def test_the_sign_of_the_window_is_served(address):
    status, headers, body = asked(f"{address}/app/static/ikon.svg")
    assert status == 200 and headers["Content-Type"].startswith("image/svg") and b"<path" in body


def test_the_stylesheets_of_the_house_are_all_in_it():
    rules = shell.style(lambda mode, key: ["#010203"] * 9 if "chart" in key else "#010203")
    for path in shell.DRAW.glob("*.css"):
        assert path.read_text("utf-8") in rules, path.name


def test_of_streamlits_signs_only_those_are_served_that_a_page_may_show(address):
    [whole] = (Path(streamlit.__file__).parent / "static" / "static" / "media").glob("MaterialSymbols-Rounded*.woff2")
    status, headers, body = asked(f"{address}/static/media/{whole.name}")
    assert status == 200 and headers["Content-Type"] == "font/woff2" and "max-age" in headers["Cache-Control"]
    assert body == shell.SIGNS.read_bytes() and len(body) < whole.stat().st_size / 50
