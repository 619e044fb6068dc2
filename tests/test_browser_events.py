"""What happened, on the course of a number as Chromium lays it out: no words lie over others, at both sizes."""

import datetime as dt
import itertools

import pytest

from monev.screen.draw import course_chart, theme
from tests.test_look import CSS, get

pytestmark = pytest.mark.panjang

LAST = dt.date(2024, 11, 4)
#: Days before the last one and words of events: as in the samples, on one day, all at the end, all at the beginning,
#: as many as can be, longer than the chart, in capitals.
SETS = {
    "few": [(40, "Masa kampanye dimulai"), (18, "Empat jenis barang tiba")],
    "one day": [(18, "Empat jenis barang tiba"), (18, "Hujan lebat"), (18, "Rapat luar biasa")],
    "at the end": [(2, "Hujan lebat"), (1, "Banjir surut"), (0, "Patroli gabungan")],
    "at the beginning": [(98, "Hujan lebat di kota"), (97, "Banjir surut"), (95, "Patroli gabungan")],
    "many": [(back, f"Hal {back:02}") for back in (90, 70, 50, 49, 30, 10, 3)],
    "long": [(60, "Gudang logistik di kecamatan sebelah dipakai sampai hari pemungutan suara"), (20, "Pindah lagi")],
    "capitals": [(52, "HUJAN LEBAT DI SELURUH KOTA"), (45, "WARGA MENGUNGSI MASSAL")],
}
#: Widths of the place that the chart has: half of a screen, half of a tablet, a phone, the smallest of them.
WIDTHS = (592, 352, 358, 288)


def page(events):
    first = LAST - dt.timedelta(days=98)
    points = [{"rapat": str(place), "tanggal": first + dt.timedelta(days=14 * place), "nilai": 13 - place, "berubah": {},
               "status": "kuning", "kini_dibaca": None} for place in range(8)]  # fmt: skip
    told = [{"tanggal": LAST - dt.timedelta(days=back), "peristiwa": said} for back, said in events]
    return course_chart.chart(
        points, "jenis", 0, [*told, {"tanggal": dt.date(2024, 11, 24), "peristiwa": "Masa tenang"}]
    )


def shown(tab, name):
    """Places of what is shown of these elements, as (text, left, top, right, bottom)."""
    return tab.evaluate(
        """name => [...document.querySelectorAll(name)].map(one => [one.textContent, one.getBoundingClientRect()])
        .filter(([text, box]) => text && box.width).map(([text, box]) => [text, box.left, box.top, box.right, box.bottom])""",
        name,
    )


def over(one, other):
    return one[1] < other[3] and other[1] < one[3] and one[2] < other[4] and other[2] < one[4]


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("events", SETS.values(), ids=SETS)
def test_words_of_events_lie_over_nothing_and_all_of_them_are_shown_once(chromium, events, width):
    tab = chromium.new_page(viewport={"width": width + 32, "height": 900})
    style = f"<style>{theme.tokens(get)}{CSS}body{{margin:16px;font-family:sans-serif}}</style>"
    tab.set_content(f"{style}<div class='stApp'>{page(events)}</div>")
    at_marks, numbers = shown(tab, ".jalan .peristiwa small"), shown(tab, ".jalan .peristiwa b")
    below = shown(tab, ".peristiwa-kata li")
    tab.close()
    for one, other in itertools.combinations([*at_marks, *numbers, *below], 2):
        assert not over(one, other), (one, other)
    for text, left, _, right, _ in [*at_marks, *numbers, *below]:
        assert left >= 0 and right <= width + 32, text
    told = " ".join(text for text, *_ in [*at_marks, *below])
    assert all(told.count(said) == 1 for _, said in events[-6:]) and "24 Nov Masa tenang" in told
