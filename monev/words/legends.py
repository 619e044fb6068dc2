"""What the levels of a map mean, on its page and on a slide; None where nothing is known of a place."""

from monev.words import words


def counted(first: int, what: str) -> dict[int | None, str]:
    """The levels of a map of counts of `what`, where a place with `first` of them or more comes first."""
    fewer = {} if first <= 1 else {1: f"1 {what}" if first == 2 else f"1 sampai {first - 1} {what}"}
    return {2: f"{first} {what} atau lebih", **fewer, 0: "tidak ada yang tercatat", None: "belum diketahui"}


def spelled(first: int, what: str) -> tuple[str, str]:
    """In words: how many of them let a place come first, and how many are fewer than that."""
    fewer = "satu" if first == 2 else f"kurang dari {words.spelled(first)}"
    return f"{words.spelled(first)} {what} atau lebih", f"{fewer} {what}"
