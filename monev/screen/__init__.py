"""What a visit sees: who looks, from which snapshot, and how it is drawn.

Never reads a sheet and never works out a number: every one comes out of a question to the snapshot.
"""
