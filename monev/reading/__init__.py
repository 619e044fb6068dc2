"""One sheet against its contract: cells become values or findings, and every row is counted, held out or layout.

Never fetches, stores or shows anything, and never guesses: what cannot be read is a finding that names its cell.
"""
