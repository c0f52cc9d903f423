"""Signs and zone cards -> PDF, one zone a page."""

from collections.abc import Sequence
from io import BytesIO
from typing import Any

from vildplan.errors import Text, plain, text
from vildplan.export.map_sheet import map_sheet
from vildplan.export.pdf import REGIONS
from vildplan.export.typesetting import pdf_of
from vildplan.model.wishes import Language
from vildplan.proposal.map_drawing import MapDrawing
from vildplan.proposal.words import say
from vildplan.proposal.zone_map import zone_map
from vildplan.proposal.zone_sign import ZoneCard, ZoneSign

SIGNS, CARDS = "signs.typ", "cards.typ"
FORM_WORDS = text(
    "Skriv, hvad du ser. Fem minutter samme sted hver gang er nok; skriv også, når du intet ser.",
    "Write down what you see. Five minutes at the same spot each time are enough; write too when you see "
    "nothing.",
)
FORM_HEADS = (
    text("Dato", "Date"), text("Vejr", "Weather"), text("Blomster", "Flowers"),
    text("Bier, sommerfugle og andre dyr", "Bees, butterflies and other animals"),
    text("Andet (affald, slid, klippet?)", "Other (litter, wear, mown?)"),
)  # fmt: skip
QR_BORDER = 2


def signs_pdf(signs: Sequence[ZoneSign], name: str, paper: str, address: str, language: Language) -> bytes:
    """Return the signs; `paper` is a4 or a5, `address` what the QR code leads to, empty for none."""
    shown = text("QR-kode til {address}", "QR code for {address}", address=address)
    return pdf_of(SIGNS, {
        **_about(text("Skilte til {name}", "Signs for {name}", name=name), language),
        "paper": paper,
        "qr": qr_svg(address) if address else "",
        "qr_words": say(shown, language),
        "signs": [_sign(one, address, language) for one in signs],
    })  # fmt: skip


def qr_svg(address: str) -> str:
    """Return a QR code as SVG; the same address gives the same bytes."""
    import segno

    made = BytesIO()
    segno.make(address, error="m", micro=False).save(made, kind="svg", border=QR_BORDER, xmldecl=False)
    return made.getvalue().decode()


def cards_pdf(cards: Sequence[ZoneCard], drawing: MapDrawing, name: str, language: Language) -> bytes:
    """Return the cards, each with the map round its zone, cut out of the plan's own."""
    return pdf_of(CARDS, {
        **_about(text("Zonekort for {name}", "Zone cards of {name}", name=name), language),
        "form_words": say(FORM_WORDS, language),
        "form_heads": [say(words, language) for words in FORM_HEADS],
        "cards": [_card(one, drawing, language) for one in cards],
    })  # fmt: skip


def _about(title: Text, language: Language) -> dict[str, Any]:
    return {"lang": language.value, "region": REGIONS[language], "title": say(title, language),
            "author": "vildplan"}  # fmt: skip


def _sign(one: ZoneSign, address: str, language: Language) -> dict[str, Any]:
    lines = (*one.lines, *_if(one.look))
    foot = (one.foot, *_if(one.member), *_if(one.contact), *((plain(address),) if address else ()))
    return {
        "title": say(one.title, language),
        "lines": [_unbroken(say(words, language)) for words in lines],
        "grows": "" if one.grows is None else say(one.grows, language),
        "foot": [say(words, language) for words in foot],
    }


def _unbroken(words: str) -> str:
    """A number and its unit on one line: large letters have few words to a line."""
    return words.replace(" m²", "\u00a0m²")


def _if(words: Text | None) -> tuple[Text, ...]:
    return () if words is None else (words,)


def _card(one: ZoneCard, drawing: MapDrawing, language: Language) -> dict[str, Any]:
    sheet = map_sheet(zone_map(drawing, one.zone), language)
    alt = text("Kort over {id} og det, der ligger omkring den.", "Map of {id} and what lies round it.",
               id=one.zone.id)  # fmt: skip
    contact = text("Sig til, hvis noget er galt: {whom}.", "Tell us if something is wrong: {whom}.",
                   whom=one.contact)  # fmt: skip
    return {
        "title": _unbroken(say(one.title, language)),
        "what": say(one.what, language),
        "grows": "" if one.grows is None else say(one.grows, language),
        "care": [[say(when, language), say(what, language)] for when, what in one.care],
        "contact": say(contact, language),
        "svg": sheet.svg, "wide": sheet.width, "high": sheet.height, "alt": say(alt, language),
    }  # fmt: skip
