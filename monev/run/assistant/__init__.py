"""What an assistant on this machine may ask, by the Model Context Protocol: numbers, findings and promises.

It sees what its role sees on the pages, and less of the rows. Never writes anything, and never takes SQL.
"""
