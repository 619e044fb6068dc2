"""What was found, told in the agency's own sheet: as comments on the cells, or in a tab of our own.

Never touches what somebody typed, noted, coloured or said; never waits while somebody looks on.
"""
