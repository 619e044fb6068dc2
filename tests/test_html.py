"""What is drawn is escaped by how it is made: nothing that draws holds an escape placed by hand."""

import ast

import pytest

from monev.screen import pieces
from monev.screen.draw import arrangement, elements
from monev.screen.draw.html import Html, every, html, safe
from monev.settings import HOME

DRAW = HOME / "monev" / "screen" / "draw"
#: Hold no HTML: the few signs that Plotly knows in its labels, and rules of the look.
NO_HTML = {"bar_charts", "outline_map", "theme", "time_charts"}
#: May say of a text that it is HTML: html.py itself, and what marks words within a text that it has escaped, or within
#: HTML that it has taken apart and puts together again.
VOUCHES = {DRAW / "html.py", DRAW / "elements.py", DRAW / "terms.py"}
#: Hand HTML to Streamlit: pieces.py whatever a page draws, downloads.py what becomes of a button in a place kept for it.
SENDS = {HOME / "monev" / "screen" / "pieces.py", HOME / "monev" / "screen" / "downloads.py"}
MODULES = {path.stem: path for path in DRAW.glob("*.py")}


def test_a_value_is_escaped_wherever_it_goes():
    typed = "<b>\"'&\u202e"
    assert safe(typed) == "&lt;b&gt;&quot;&#x27;&amp;\ufffd" and safe(None) == "" and safe(5) == "5"
    assert html('<i title="{}">{}</i>', typed, html("<b>{}</b>", "a&b")) == (
        '<i title="&lt;b&gt;&quot;&#x27;&amp;\ufffd"><b>a&amp;b</b></i>'
    )
    assert every("<li>{}</li>", [["<"], [html("<br>")]]) == "<li>&lt;</li><li><br></li>"
    assert html(", ").join(["<", html("<br>")]) == "&lt;, <br>"
    assert html("{one}", one="<") == "&lt;"
    # What stands in a value is never taken for a place of the pattern.
    assert html("{}{}", "{}", html("{}", "{0}")) == "{}{0}"


def test_html_with_a_mere_text_added_is_a_mere_text():
    assert type(html("<b>") + html("</b>")) is Html
    assert type(html("<b>") + "<") is str and type("<" + html("<b>")) is str
    assert html("{}", html("<b>") + "<") == "&lt;b&gt;&lt;"


@pytest.mark.parametrize(
    "drawn",
    [
        elements.block("<b>"), elements.link("/x", "<b>"), elements.link("no address", "<b>"),
        elements.expandable("<b>", "<b>"), elements.section("<b>", "<b>", "/x"), arrangement.below(["<b>"]),
        arrangement.below(["<b>", "<b>"], "dempet"), arrangement.beside([1, 2], [["<b>"], ["<b>", "<b>"]]),
    ],
)  # fmt: skip
def test_what_takes_markup_takes_a_mere_text_as_text(drawn):
    assert type(drawn) is Html and "&lt;b&gt;" in drawn and "<b>" not in drawn


def test_no_mere_text_is_sent_as_html():
    with pytest.raises(TypeError):
        pieces.add("<b>")


def calls(module, name):
    for node in ast.walk(ast.parse(MODULES[module].read_text("utf-8"))):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == name:
            yield node


def written_out(module):
    """The names to which one text is given, and that is written out."""
    return {
        node.targets[0].id
        for node in ast.walk(ast.parse(MODULES[module].read_text("utf-8")))
        if isinstance(node, ast.Assign)
        and isinstance(node.targets[0], ast.Name)
        and isinstance(node.value, ast.Constant)
    }


@pytest.mark.parametrize("module", sorted(MODULES.keys() - {"html"}))
def test_a_pattern_is_written_out_where_it_is_filled(module):
    for call in [*calls(module, "html"), *calls(module, "every")]:
        pattern = call.args[0]
        assert isinstance(pattern, ast.Constant) or (
            isinstance(pattern, ast.Name) and pattern.id in written_out(module)
        )


@pytest.mark.parametrize("module", sorted(MODULES.keys() - NO_HTML - {"html"}))
def test_no_html_is_put_together_by_hand(module):
    for node in ast.walk(ast.parse(MODULES[module].read_text("utf-8"))):
        if isinstance(node, ast.JoinedStr):
            parts = [part.value for part in node.values if isinstance(part, ast.Constant)]
            assert not any(sign in part for part in parts for sign in ("</", "/>", '="')), parts


def test_only_few_vouch_for_a_text_or_send_html():
    vouch, send = set(), set()
    for path in [*(HOME / "monev").rglob("*.py"), *(HOME / "pages").glob("*.py"), HOME / "app.py"]:
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            called = node.func if isinstance(node, ast.Call) else None
            if isinstance(called, ast.Name) and called.id == "Html":
                vouch.add(path)
            if isinstance(called, ast.Attribute) and (called.attr == "Html" or "unsafe_allow_html" in ast.dump(node)):
                raise AssertionError(path)
            if isinstance(called, ast.Attribute) and called.attr == "html":
                send.add(path)
    assert vouch == VOUCHES and send == SENDS
