"""How everything is said: words, numbers, dates, times and the forms of a text.

Never knows where a value comes from; the same value reads the same on pages, in hand-outs and in messages.
"""
