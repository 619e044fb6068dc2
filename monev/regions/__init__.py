"""What regions send of a frozen meeting to whoever looks over them all, and what comes of it there.

It never sends a row of a sheet, never overwrites what was sent, and never counts what it could not check.
"""
