"""python -m monev: one module per group of commands, each with its own parser and its words for operators.

Never does the work itself: it calls the room that does and says what came of it.
"""
