"""What the levels of a map mean, on its page and on a slide; None where nothing is known of a place."""

RISK = {2: "2 tanda atau lebih", 1: "1 tanda", 0: "tanpa tanda", None: "belum diketahui"}
