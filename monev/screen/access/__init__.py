"""Who may see and do what: roles, the person of a visit, sign-outs and the record of accesses.

Never knows a number or a page's content; whoever is in doubt may not.
"""
