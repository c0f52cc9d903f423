"""Areas whose class is missing or unknown, or that lie below the ground -> findings that name them."""

from collections.abc import Mapping, Sequence

from vildplan.errors import Finding, Severity, Text, areas, few, text
from vildplan.reading.classes import ClassIndex


def place_of(file: str, labels: Sequence[str]) -> Text:
    """Return the place of a finding about several areas: the first five by name, the rest counted."""
    return text("{file}: {names}", "{file}: {names}", file=file, names=few(sorted(labels)))


def below_finding(file: str, labels: Sequence[str]) -> Finding:
    """Tell that areas below the ground were set aside."""
    return Finding(
        place_of(file, labels), Severity.NOTE,
        text("{count} ligger under jorden og er sat til side.",
             "{count} below the ground set aside.", count=areas(len(labels))),
        text("De tager ikke jord fra udearealet.", "They take no ground from the outdoor area."),
    )  # fmt: skip


def unknown_findings(
    file: str, unknown: Mapping[str, Sequence[str]], index: ClassIndex, declared: Text | None
) -> list[Finding]:
    """Tell of each word that is no class (empty: there was none), and what the areas were read as."""
    return [
        _without(file, unknown[word]) if not word and declared is None
        else _taken_as(file, word, unknown[word], declared) if declared is not None
        else _unknown(file, word, unknown[word], index)
        for word in sorted(unknown)
    ]  # fmt: skip


def _taken_as(file: str, word: str, labels: Sequence[str], declared: Text) -> Finding:
    return Finding(
        place_of(file, labels), Severity.WARNING,
        text("Arealtypen “{word}” kendes ikke ({count}); læst som {name} (--surface).",
             "The class “{word}” is unknown ({count}); read as {name} (--surface).",
             word=word, count=areas(len(labels)), name=declared),
        text("Ret ordet i kolonnen “arealtype”, hvis det er forkert.",
             "Change the word in the column “arealtype” if that is wrong."),
    )  # fmt: skip


def _without(file: str, labels: Sequence[str]) -> Finding:
    return Finding(
        place_of(file, labels), Severity.WARNING,
        text("{count} uden arealtype; jorden dér er, hvad andre arealer siger.",
             "{count} without a class; the ground there is what other areas say.",
             count=areas(len(labels))),
        text("Giv dem en arealtype i kolonnen “arealtype”, eller skriv --surface TYPE.",
             "Give them a class in the column “arealtype”, or type --surface CLASS."),
    )  # fmt: skip


def _unknown(file: str, word: str, labels: Sequence[str], index: ClassIndex) -> Finding:
    near = ", ".join(index.suggestions(word))
    advice = (
        text("Mente du {near}? Ret kolonnen “arealtype”.",
             "Did you mean {near}? Mend the column “arealtype”.", near=near)
        if near
        else text("Ret ordet i kolonnen “arealtype”.", "Change the word in the column “arealtype”.")
    )  # fmt: skip
    return Finding(
        place_of(file, labels), Severity.WARNING,
        text("Arealtypen “{word}” kendes ikke ({count}); det bliver, som i dag.",
             "The class “{word}” is unknown ({count}); nothing there changes.",
             word=word, count=areas(len(labels))),
        advice,
    )  # fmt: skip
