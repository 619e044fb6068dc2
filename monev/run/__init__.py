"""What runs: the server around the pages, the workers beside it, the commands, backup and restore, an assistant.

Never decides what a number means; nothing else in the program imports it.
"""
