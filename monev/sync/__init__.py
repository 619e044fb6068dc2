"""From the sheets to the next snapshot: fetch, read, compare with what was known, write once.

Never stops for one agency: its last good rows stand in, with a finding. Knows no page and no visitor.
"""
