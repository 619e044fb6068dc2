"""What the levels of a map mean, on its page and on a slide; None where nothing is known of a place."""

RISK = {2: "2 risiko atau lebih", 1: "1 risiko", 0: "tidak ada yang tercatat", None: "belum diketahui"}
