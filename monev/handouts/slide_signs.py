"""How a status is drawn on a slide: its colours, by the names of the product's, and the shape that stands for it."""

from __future__ import annotations

from pptx.enum.shapes import MSO_SHAPE

#: Of each status: fill, ink and edge of its badge; fill, mark and edge of its sign.
BADGES = {
    "merah": ("merah", "bg", None), "kuning": ("kuning", "ink", "kuning-edge"), "hijau": ("hijau", "bg", None),
    "belum_waktunya": ("abu", "ink", "edge"), "belum_dilaporkan": (None, "ink", "edge"),
    "selesai_dinilai": ("abu", "ink", "edge"),
}  # fmt: skip
SIGNS = {
    "merah": ("merah", "bg", None), "kuning": ("kuning", "ink", "kuning-edge"), "hijau": ("hijau", "bg", None),
    "belum_waktunya": ("edge", "edge", None), "belum_dilaporkan": ("edge", "edge", None),
    "selesai_dinilai": ("edge", "bg", None),
}  # fmt: skip
FORMS = {
    "merah": MSO_SHAPE.OCTAGON, "kuning": MSO_SHAPE.ISOSCELES_TRIANGLE, "hijau": MSO_SHAPE.OVAL,
    "belum_waktunya": MSO_SHAPE.OVAL, "belum_dilaporkan": MSO_SHAPE.OVAL,
    "selesai_dinilai": MSO_SHAPE.OVAL,
}  # fmt: skip
_WARNING = [[(0.5, 0.22), (0.5, 0.57)], [(0.5, 0.71), (0.5, 0.81)]]
STROKES = {
    "merah": _WARNING,
    "kuning": [[(0.5, 0.36), (0.5, 0.65)], [(0.5, 0.76), (0.5, 0.86)]],
    "hijau": [[(0.27, 0.52), (0.44, 0.68), (0.74, 0.34)]],
    "selesai_dinilai": [[(0.27, 0.52), (0.44, 0.68), (0.74, 0.34)]],
    "belum_waktunya": [[(0.5, 0.24), (0.5, 0.54), (0.68, 0.64)]],
    "belum_dilaporkan": [[(0.3, 0.5), (0.7, 0.5)]],
}
#: Fill and edge of the bar above a number; without a fill it is a thin line.
BARS: dict[str, tuple[str | None, str | None]] = {
    "merah": ("merah", None), "kuning": ("kuning", "kuning-edge"), "hijau": ("hijau", None),
    "belum_waktunya": (None, "edge"), "belum_dilaporkan": (None, "edge"), "selesai_dinilai": (None, "edge"),
}  # fmt: skip
