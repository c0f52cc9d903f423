"""Signs that came out as boxes in a file, told on stderr."""

from vildplan.cli.output import put_note
from vildplan.errors import text
from vildplan.export.faces import Typeset
from vildplan.model.wishes import Language

MOST = 5


def put_unshown(content: bytes, language: Language) -> None:
    """Say which signs of a file no font could show, and where the first of each stands."""
    lost = content.unshown if isinstance(content, Typeset) else ()
    for one in lost[:MOST]:
        put_note(
            text("{sign} i \"{within}\" står som en firkant: ingen skrifttype på maskinen har tegnet.",
                 "{sign} in \"{within}\" is shown as a box: no font of the machine has the sign.",
                 sign=one.sign, within=one.within), language,
        )  # fmt: skip
    if lost:
        put_note(
            text("Installér en skrifttype, der har det (f.eks. Noto), eller skriv navnet uden.",
                 "Install a font that has it (for example Noto), or write the name without.")
            if len(lost) <= MOST
            else text("{more:int} tegn mere står som firkanter. Installér en skrifttype, der har dem (f.eks. "
                      "Noto), eller skriv navnene uden.",
                      "{more:int} more signs are shown as boxes. Install a font that has them (for example "
                      "Noto), or write the names without.", more=len(lost) - MOST), language,
        )  # fmt: skip
