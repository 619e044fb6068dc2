"""What a meeting is: frozen numbers, the one that is on, decisions and their way into the sheet that keeps them.

Never draws and never waits for Google while somebody looks on: a decision is kept on disk first and sent later.
"""
