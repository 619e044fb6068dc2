"""What is declared: contracts of tabs and columns, reference tables, and the words of a finding.

Reads files of the project folder alone; never a sheet, never a snapshot, and decides nothing about a value.
"""
