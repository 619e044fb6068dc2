"""The server around the pages: who is let in, what a browser may send, headers, words, metrics and the log.

Never draws a page and never reads a sheet; what it refuses is counted.
"""
