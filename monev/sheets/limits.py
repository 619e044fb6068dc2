"""How much one agency's spreadsheet may take of anything, so that whatever is put there harms nobody but itself.

A city with a hundred times the rows of the samples (bench/grown.py) has 75.000 cells at its largest agency, which are
read in a second and come back in 2,5 MB; nobody who fills in a sheet comes near these bounds.
"""

from __future__ import annotations

#: Seconds of work, and seconds until all agencies, which are read side by side, have to be done: on a machine that is
#: busy with pages a reading waits more than it works. Both lie within what a sync may take (watching.GRACE).
WORK, WAIT = 15, 45
#: Bytes of memory for one reading; a large one takes a fifth of it. It fits, beside the sync itself, into what
#: deploy/monev-sync.service allows; where several go to their bounds at once, the system ends those first (apart).
MEMORY = 600_000_000
#: Bytes that come back of one reading: of so much the sync itself still makes a snapshot in seconds.
ANSWER = 8_000_000

#: Bytes of a workbook, in which there may be pictures; of a CSV file, in which there are none; of sumber.toml, which
#: says three things and is read outside of all bounds but this one.
WORKBOOK, CSV, FACTS = 100_000_000, 25_000_000, 8_000
#: Bytes of all parts of a workbook unpacked, and of what is left of them without pictures and empty places: a border
#: drawn down to the last row makes a million cells without content.
UNPACKED, LEFT = 500_000_000, 40_000_000
#: Bytes of a workbook between two ends of its elements: the longest text that Excel allows is a thousandth of it.
ELEMENT = 4_000_000

#: Tabs of a spreadsheet, rows and columns of a tab, cells of all tabs, and signs of one cell, of which Google allows
#: as many and Excel fewer. Whatever lies beyond is a slip or another kind of file.
TABS, ROWS, COLUMNS, CELLS, SIGNS = 200, 200_000, 1_000, 150_000, 50_000

#: Signs of a tab's title, of which Excel and Google allow fewer, and no file has a longer name.
TITLE = 255

#: Bytes of what an operator writes (secrets.toml, contracts/, reference/), and of the outlines of a city, with the
#: points of these: all are drawn on every phone, and a hundred kelurahan of a thousand points show each bend.
DECLARED, OUTLINES, POINTS = 1_000_000, 10_000_000, 100_000
#: Bytes of the mark of a city, which every page fetches.
LOGO = 200_000
