"""The note on a header cell: what the column means, what to write, an example, and when it must be filled."""

from __future__ import annotations

from monev.contract.contracts import Column, Condition, TabContract
from monev.reading import choice_texts
from monev.reading.cells import DATED, Places
from monev.words import words


def note(column: Column, tab: TabContract, places: Places, labels: choice_texts.Labels) -> str:
    """The note, in lines; on the first column of a tab it begins with what the tab is for."""
    texts = choice_texts.choices(column, places, labels)
    return "\n".join(
        [
            *([f"Tab ini: {tab.meaning}", ""] if column.name == next(iter(tab.columns)) else []),
            column.meaning,
            f"Isi: {column.holds}.",
            f"Contoh: {column.example}",
            _when(column, tab, places, labels),
            *_nihil(column, tab),
            *_listed(column, texts, labels),
        ]
    )


def _when(column: Column, tab: TabContract, places: Places, labels: choice_texts.Labels) -> str:
    if column.required:
        return "Wajib diisi."
    if column.required_if is None:
        return "Boleh kosong."
    other = tab.columns[column.required_if.column]
    return f"Wajib diisi bila {_condition(column.required_if, other, places, labels)}."


def _condition(when: Condition, other: Column, places: Places, labels: choice_texts.Labels) -> str:
    if when.op == ">":
        return f"{other.title} lebih dari {words.number(int(when.values[0]))}"
    texts = choice_texts.choices(other, places, labels)
    quoted = [f"“{texts[str(code)]}”" for code in when.values]
    return f"{other.title} {'berisi' if when.op == 'is' else 'bukan'} {_either(quoted)}"


def _either(items: list[str]) -> str:
    """ "a", "a atau b", "a, b, atau c"."""
    if len(items) <= 2:
        return " atau ".join(items)
    return ", ".join(items[:-1]) + ", atau " + items[-1]


def _nihil(column: Column, tab: TabContract) -> list[str]:
    if not choice_texts.may_be_nihil(column, tab):
        return []
    dated = f" dan isi {tab.columns[DATED].title}" if DATED in tab.columns else ""
    return [f"Bila memang tidak ada yang dilaporkan, tulis {choice_texts.NIHIL} di sini pada satu baris{dated}."]


def _listed(column: Column, texts: dict[str, str], labels: choice_texts.Labels) -> list[str]:
    """The choices where no drop-down shows them, and what those mean that do not say it themselves."""
    told = {code: labels.label.get((column.list or "", code), text) for code, text in texts.items()}
    if column.type == "majemuk":
        return ["Pilihan:", *(_explained(text, told[code]) for code, text in texts.items())]
    explained = [_explained(text, told[code]) for code, text in texts.items() if told[code] != text]
    return ["Arti pilihan:", *explained] if explained else []


def _explained(text: str, label: str) -> str:
    return text if text == label else f"{text}: {label}"
