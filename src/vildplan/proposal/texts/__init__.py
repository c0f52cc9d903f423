"""A plan -> texts that people can use: paragraphs for the rules, signs, care sheets, looks, check lists."""

from vildplan.proposal.texts.asked import Asked, Section
from vildplan.proposal.texts.gathered import texts_document, texts_of, texts_record

__all__ = ["Asked", "Section", "texts_document", "texts_of", "texts_record"]
