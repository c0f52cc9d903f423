"""Which texts there are of a plan, whom each is for, and what to type for it."""

from collections.abc import Mapping, Sequence

from vildplan.errors import Text, text
from vildplan.model.guidance import TextKind
from vildplan.proposal.document import NOTHING, Column, Document, Grid, Paragraph, Tone

FOR: Mapping[TextKind, Text] = {
    TextKind.RULES: text("afsnit til vedligeholdelsesreglement, ordensreglement eller plejeplan (--for)",
                         "paragraphs for maintenance rules, house rules or a care plan (--for)"),
    TextKind.SIGN: text("et skilt til hver zone", "a sign for each zone"),
    TextKind.CARE_SHEET: text("et kort til den, der passer zonen: hvornår, hvordan, hvad man aldrig gør",
                              "a sheet for whoever cares for a zone: when, how, what never to do"),
    TextKind.LOOK: text("hvad beboerne kan vente at se, år for år",
                        "what residents can expect to see, year by year"),
    TextKind.CHECKLIST: text("hvad der skal spørges om, før I går i gang", "what to ask before you begin"),
    TextKind.SPECIFICATION: text("plejebeskrivelser til et udbud", "care descriptions for a tender"),
    TextKind.NEIGHBOURS: text("et brev til naboerne", "a letter to the neighbours"),
    TextKind.PHOTO_POINTS: text("hvor det samme billede tages hvert år",
                                "where to take the same picture each year"),
}  # fmt: skip


def texts_overview(
    plan: str, words: Mapping[TextKind, Text], all_of_it: Text, zones: Sequence[str]
) -> Document:
    """Return the page; `words` are what is typed for each kind, `zones` the ids of the plan's zones."""
    rows = [(words[kind], what) for kind, what in FOR.items()]
    whole = text("det hele, om alle {n:int} zoner", "all of it, about all {n:int} zones", n=len(zones))
    how = text("Skriv f.eks. vildplan text {plan} {word}. Med --zone {id} handler det kun om en zone; med -o "
               "tekst.md (.txt, .html) skrives det i en fil.",
               "Type for example vildplan text {plan} {word}. With --zone {id} it is only about one zone; "
               "with -o text.md (.txt, .html) it goes to a file.",
               plan=plan, word=words[TextKind.SIGN], id=zones[0])  # fmt: skip
    return Document(
        text("Tekster, der kan skrives ud", "Texts that can be written out"),
        (Grid((Column(NOTHING), Column(NOTHING)), (*rows, (all_of_it, whole))), Paragraph(how, Tone.QUIET)),
    )
