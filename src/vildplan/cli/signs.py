"""`vildplan signs PLAN -o skilte.pdf`: what can be typed."""

from pathlib import Path
from typing import Annotated

from vildplan.cli.help import RESULT, THE_PLAN, option
from vildplan.cli.plan_options import A_FILE, Lang
from vildplan.cli.stored_options import PlanFolder
from vildplan.cli.text import Zones
from vildplan.cli.wordings import both

OutFile = Annotated[
    Path | None,
    option(RESULT, "Filen, f.eks. skilte.pdf (kort: -o)", "The file, such as signs.pdf (short: -o)",
           name="--out -o", typed=A_FILE),
]  # fmt: skip
Size = Annotated[
    str | None,
    option(RESULT, "Skiltets størrelse: A4 (ellers) eller A5", "The size of a sign: A4 (default) or A5",
           name="--size", typed="A4|A5"),
]  # fmt: skip
Qr = Annotated[
    str | None,
    option(RESULT, "En QR-kode på skiltene til den adresse, f.eks. https://...",
           "A QR code on the signs for that address, such as https://...", name="--qr",
           typed=both("ADRESSE", "ADDRESS")),
]  # fmt: skip
Cards = Annotated[
    bool,
    option(THE_PLAN, "Zonekort til den, der holder øje: kort, pleje, kontakt og skema",
           "Zone cards for whoever keeps an eye on it: map, care, contact and a form", name="--cards"),
]  # fmt: skip


def signs(
    plan: PlanFolder, out: OutFile = None, zone: Zones = None, size: Size = None, qr: Qr = None,
    cards: Cards = False, lang: Lang = None,
) -> int:  # fmt: skip
    """Collect what was typed, and tell the story of it."""
    from vildplan.cli.signs_story import Typed, tell

    return tell(Typed(plan, out, tuple(zone or ()), size, qr, cards), lang)
