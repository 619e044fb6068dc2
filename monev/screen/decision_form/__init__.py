"""The form for what was decided: one spoken sentence, the fields that it fills, and what is recorded from them.

Never sends anything: a decision lies on disk before the form closes, and a worker brings it to the sheet.
"""
