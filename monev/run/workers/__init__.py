"""What runs beside the pages: syncs, outboxes on their way, pages that are made ready.

Never inside a page's thread: a page waits for none of them.
"""
