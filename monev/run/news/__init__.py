"""What people are told of by e-mail and webhook: what changed, once, and what is to come, on time.

A round looks, writes down what is to be told together with what it has seen, and only then sends it. So whatever is
ended, and wherever: nothing is told that was told, and nothing is forgotten.
"""
