"""Which text, and for which document, as a person types it in Danish or English."""

from collections.abc import Mapping, Sequence
from typing import TypeVar

from vildplan.errors import Text, WrongUsageError, text
from vildplan.model.guidance import RuleBook, TextKind
from vildplan.model.nearness import near_words

# The first word of each language is the one that is shown.
KINDS: Mapping[TextKind, tuple[Sequence[str], Sequence[str]]] = {
    TextKind.RULES: (("reglement", "regler", "paragraf"), ("rules", "paragraph")),
    TextKind.SIGN: (("skilt", "skilte"), ("sign", "signs")),
    TextKind.CARE_SHEET: (("pleje", "plejekort"), ("care-sheet", "care-sheets", "care")),
    TextKind.LOOK: (("udseende", "udtryk"), ("look", "looks")),
    TextKind.CHECKLIST: (("tjekliste", "tilladelser"), ("checklist", "permits")),
    TextKind.SPECIFICATION: (("specifikation", "specifikationer"), ("specification", "specifications")),
    TextKind.NEIGHBOURS: (("nabobrev", "naboer"), ("neighbours", "letter")),
    TextKind.PHOTO_POINTS: (("fotopunkter", "fotopunkt"), ("photo-points", "photos")),
}
BOOKS: Mapping[RuleBook, tuple[Sequence[str], Sequence[str]]] = {
    RuleBook.MAINTENANCE: (("vedligeholdelsesreglement",), ("maintenance-rules",)),
    RuleBook.HOUSE: (("ordensreglement", "husorden"), ("house-rules",)),
    RuleBook.CARE_PLAN: (("plejeplan",), ("care-plan",)),
}

# All of them, as it is typed.
ALL_KINDS = text("alt", "all")

Meant = TypeVar("Meant", TextKind, RuleBook)


def read_kind(typed: str) -> TextKind:
    """Return the kind of text that was typed.

    Raises:
        WrongUsageError: when there is none, with the nearest word.
    """
    return _read(typed, KINDS, text("{typed}: den tekst findes ikke.", "{typed}: there is no such text.",
                                    typed=typed))  # fmt: skip


def said_all(typed: str) -> bool:
    """Tell whether a word means all texts."""
    return _plain(typed) in (ALL_KINDS.da, ALL_KINDS.en)


def shown_kinds() -> dict[TextKind, Text]:
    """Return what is typed for each kind of text."""
    return {kind: Text(danish[0], english[0]) for kind, (danish, english) in KINDS.items()}


def names_book(typed: str) -> bool:
    """Tell whether a word is one of the documents."""
    return _plain(typed) in {word for both in BOOKS.values() for some in both for word in some}


def read_book(typed: str) -> RuleBook:
    """Return the document that was typed.

    Raises:
        WrongUsageError: when there is none, with the nearest word.
    """
    return _read(typed, BOOKS, text("--for {typed}: det dokument findes ikke.",
                                    "--for {typed}: there is no such document.", typed=typed))  # fmt: skip


def _plain(typed: str) -> str:
    return typed.strip().casefold().replace("_", "-")


def _read(
    typed: str, table: Mapping[Meant, tuple[Sequence[str], Sequence[str]]], sentence: Text
) -> Meant:
    words = {word: meant for meant, both in table.items() for some in both for word in some}
    said = _plain(typed)
    if said in words:
        return words[said]
    near = near_words(said, words, 1)
    if near:
        raise WrongUsageError(sentence, text("Mente du {near}?", "Did you mean {near}?", near=near[0]))
    shown = tuple(Text(danish[0], english[0]) for danish, english in table.values())
    raise WrongUsageError(
        sentence, text("Vælg mellem {shown}.", "Choose between {shown}.", shown=shown)
    )
