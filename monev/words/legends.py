"""What the levels of a map mean, on its page and on a slide; None where nothing is known of a place."""

from monev.words import words


def risk(first: int) -> dict[int | None, str]:
    """The levels of the map of risks, where a place with `first` risks (a count) or more comes first."""
    fewer = {} if first <= 1 else {1: "1 risiko" if first == 2 else f"1 sampai {first - 1} risiko"}
    return {2: f"{first} risiko atau lebih", **fewer, 0: "tidak ada yang tercatat", None: "belum diketahui"}


def risks(first: int) -> tuple[str, str]:
    """In words: how many risks let a place come first, and how many are fewer than that."""
    fewer = "satu" if first == 2 else f"kurang dari {words.spelled(first)}"
    return f"{words.spelled(first)} risiko atau lebih", f"{fewer} risiko"
