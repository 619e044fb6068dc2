"""Files to take home: minutes, slides, workbook and those of the project, each from the answers that it is given.

The same answers give the same bytes. Never asks the time, never reads a sheet, opens no snapshot and knows no page.
"""
