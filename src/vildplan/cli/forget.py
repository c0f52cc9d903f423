"""`vildplan forget PLAN NAME`: take a person out of a plan folder."""

from typing import Annotated

from vildplan.cli.help import OTHER, argument
from vildplan.cli.plan_options import Lang
from vildplan.cli.stored_options import PlanFolder
from vildplan.cli.wordings import both

Who = Annotated[
    str, argument(OTHER, "Navnet, som det står i persons.toml", "The name as it stands in persons.toml",
                  typed=both("NAVN", "NAME")),
]  # fmt: skip


def forget(plan: PlanFolder, name: Who, lang: Lang = None) -> int:
    """Take a person out; return the exit code."""
    from vildplan.cli.language import spoken
    from vildplan.cli.output import put_note
    from vildplan.errors import WrongUsageError, counted, text
    from vildplan.store.forgetting import forget as take_out
    from vildplan.store.plan_reading import read_plan

    read_plan(plan)
    if not any(sign.isalnum() for sign in name):
        raise WrongUsageError(
            text("Navnet er tomt.", "The name is empty."),
            text("Skriv navnet, som det står i persons.toml.", "Type the name as it stands in persons.toml."),
        )
    gone, mended = take_out(plan, name)
    if not gone and not mended:
        words = text("Det navn står ikke i {plan}. Intet er ændret.",
                     "That name does not stand in {plan}. Nothing was changed.", plan=str(plan))  # fmt: skip
    else:
        words = text(
            "Slettet: {rows} i persons.toml, og navnet er taget ud af {files}.",
            "Deleted: {rows} in persons.toml, and the name was taken out of {files}.",
            rows=counted(gone, ("linje", "linjer"), ("row", "rows")),
            files=counted(mended, ("fil om et år", "filer om år"), ("file of a year", "files of years")),
        )
    put_note(words, spoken(lang))
    return 0
