"""Sections of the kinds that were asked for -> one Document, or one record for JSON."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from vildplan.errors import Text, text
from vildplan.model.guidance import TextKind
from vildplan.model.wishes import Language
from vildplan.proposal.block_records import block_record
from vildplan.proposal.document import Document
from vildplan.proposal.texts.asked import Asked, Section
from vildplan.proposal.texts.care_sheets import care_sections
from vildplan.proposal.texts.checklist import checklist_sections
from vildplan.proposal.texts.looks import look_sections
from vildplan.proposal.texts.neighbours import neighbour_sections
from vildplan.proposal.texts.photo_points import photo_sections
from vildplan.proposal.texts.rules import rules_sections
from vildplan.proposal.texts.signs import sign_sections
from vildplan.proposal.texts.specifications import specification_sections

MAKERS: Mapping[TextKind, Callable[[Asked], Iterator[Section]]] = {
    TextKind.RULES: rules_sections,
    TextKind.SIGN: sign_sections,
    TextKind.CARE_SHEET: care_sections,
    TextKind.LOOK: look_sections,
    TextKind.CHECKLIST: checklist_sections,
    TextKind.SPECIFICATION: specification_sections,
    TextKind.NEIGHBOURS: neighbour_sections,
    TextKind.PHOTO_POINTS: photo_sections,
}
TITLES: Mapping[TextKind, Text] = {
    TextKind.RULES: text("Reglement for {name}", "Rules for {name}", name=""),
    TextKind.SIGN: text("Skilte til {name}", "Signs for {name}", name=""),
    TextKind.CARE_SHEET: text("Plejekort for {name}", "Care sheets for {name}", name=""),
    TextKind.LOOK: text("Sådan kommer det til at se ud: {name}", "What it will look like: {name}", name=""),
    TextKind.CHECKLIST: text("Tjekliste for {name}", "Check list for {name}", name=""),
    TextKind.SPECIFICATION: text("Specifikationer til {name}", "Specifications for {name}", name=""),
    TextKind.NEIGHBOURS: text("Brev til naboerne: {name}", "Letter to the neighbours: {name}", name=""),
    TextKind.PHOTO_POINTS: text("Fotopunkter i {name}", "Photo points of {name}", name=""),
}
ALL = text("Tekster til {name}", "Texts for {name}", name="")


def texts_of(asked: Asked, kinds: Sequence[TextKind]) -> tuple[Section, ...]:
    """Return the texts of some kinds, in the order of `MAKERS`."""
    return tuple(section for kind in MAKERS if kind in kinds for section in MAKERS[kind](asked))


def texts_document(sections: Sequence[Section], kinds: Sequence[TextKind], name: str) -> Document:
    """Lay texts together under one title, with the department's name in it."""
    title = TITLES[kinds[0]] if len(kinds) == 1 else ALL
    blocks = tuple(block for section in sections for block in section.blocks)
    return Document(Text(title.da, title.en, {"name": name}), blocks)


def texts_record(sections: Sequence[Section], language: Language) -> list[dict[str, Any]]:
    """Return the texts as they stand in JSON: kind, zones, and the blocks said out."""
    return [
        {
            "kind": section.kind.value,
            "zones": [*section.zones],
            "blocks": [block_record(block, language) for block in section.blocks],
        }
        for section in sections
    ]
