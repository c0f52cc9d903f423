"""The story of `vildplan signs`: open the plan, and lay a sign or a card for each zone."""

from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from vildplan.cli.export_format import without_zones
from vildplan.cli.export_story import told
from vildplan.cli.language import speaking, spoken
from vildplan.cli.output import put_note
from vildplan.cli.planted import with_planting
from vildplan.cli.stored_plan import Opened, open_plan
from vildplan.cli.unshown import put_unshown
from vildplan.errors import WrongUsageError, text
from vildplan.export.signs_pdf import cards_pdf, signs_pdf
from vildplan.model.wishes import Language
from vildplan.proposal.map_drawing import map_drawing
from vildplan.proposal.texts import Asked
from vildplan.proposal.zone_sign import zone_cards, zone_signs
from vildplan.reading.guidance import read_guidance
from vildplan.reading.own_department import read_membership
from vildplan.reading.zone_ids import find_zones
from vildplan.store.text_file import write_new
from vildplan.terminal.progress import Progress

DONE = 0
SIZES = ("A4", "A5")
LONGEST_ADDRESS = 500
NO_CONTACT = text(
    "Ingen kontakt på dem: skriv contact under [department] i vildplan.toml.",
    "Nobody to turn to stands on them: put contact under [department] in vildplan.toml.",
)


@dataclass(frozen=True)
class Typed:
    """What was typed after `vildplan signs`."""

    folder: Path
    out: Path | None
    zones: tuple[str, ...]
    size: str | None
    qr: str | None
    cards: bool


def tell(typed: Typed, lang: Language | None) -> int:
    """Write the signs or the cards of one plan; return the exit code."""
    language = spoken(lang)
    with speaking(language):
        out, paper, address = _out(typed), _paper(typed), _address(typed)
        with Progress(language) as progress:
            asked = _asked(typed, open_plan(typed.folder), progress)
        name = asked.plan.department.name
        if typed.cards:
            content = cards_pdf([*zone_cards(asked)], map_drawing(asked.plan), name, language)
        else:
            content = signs_pdf([*zone_signs(asked)], name, paper, address, language)
        put_note(told(write_new(out, content), out), language)
        put_unshown(content, language)
        if not asked.membership.contact:
            put_note(NO_CONTACT, language)
    return DONE


def _asked(typed: Typed, opened: Opened, progress: Progress) -> Asked:
    """The zones that are asked for, with their plants.

    Raises:
        UnusableInputError: when the plan has no zones, or none of that name.
    """
    if not opened.stored.zones:
        raise without_zones(str(typed.folder))
    wanted = {zone.id for zone in find_zones(typed.zones, opened.stored)} if typed.zones else None
    membership = read_membership(typed.folder.resolve().parent)
    plan = with_planting(opened.measured(progress.tell))
    zones = tuple(zone for zone in plan.zones if wanted is None or zone.id in wanted)
    return Asked(plan, zones, read_guidance(), membership)


def _out(typed: Typed) -> Path:
    if typed.out is None:
        raise WrongUsageError(
            text("Der mangler en fil at skrive.", "The file to write is missing."),
            text("Skriv f.eks. -o skilte.pdf.", "Type for example -o signs.pdf."),
        )
    if typed.out.suffix.lower() != ".pdf":
        raise WrongUsageError(
            text("{file}: den slags fil kan ikke skrives.", "{file}: that kind of file cannot be written.",
                 file=str(typed.out)),
            text("Skriv et navn, der ender på .pdf.", "Type a name that ends in .pdf."),
        )  # fmt: skip
    return typed.out


def _paper(typed: Typed) -> str:
    size = (typed.size or SIZES[0]).upper()
    if size not in SIZES:
        raise WrongUsageError(
            text("--size {typed}: den størrelse kendes ikke.", "--size {typed}: that size is not known.",
                 typed=size),
            text("Vælg mellem {sizes}.", "Choose between {sizes}.", sizes=SIZES),
        )  # fmt: skip
    if typed.cards and (typed.size or typed.qr):
        raise WrongUsageError(
            text("--size og --qr er til skilte, ikke til zonekort.",
                 "--size and --qr are for signs, not for zone cards."),
            text("Udelad dem, eller udelad --cards.", "Leave them out, or leave --cards out."),
        )  # fmt: skip
    return size.lower()


def _address(typed: Typed) -> str:
    """The address of the QR code as typed; whoever scans it should land on a page."""
    address = typed.qr or ""
    if address and not _is_page(address):
        raise WrongUsageError(
            text("--qr {typed}: det er ikke en adresse på nettet.", "--qr {typed}: that is no web address.",
                 typed=address),
            text("Skriv f.eks. --qr https://www.boligforening.dk/vildt; højst {most:int} tegn.",
                 "Type for example --qr https://www.boligforening.dk/vildt; at most {most:int} signs.",
                 most=LONGEST_ADDRESS),
        )  # fmt: skip
    return address


def _is_page(address: str) -> bool:
    try:
        parts = urlsplit(address)
    except ValueError:
        return False
    return (
        parts.scheme in ("http", "https") and bool(parts.hostname) and address.isprintable()
        and " " not in address and len(address) <= LONGEST_ADDRESS
    )  # fmt: skip
