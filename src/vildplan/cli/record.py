"""`vildplan record PLAN --year 2027`: what can be typed. What then happens stands in `record_story`."""

from pathlib import Path
from typing import Annotated

from vildplan.cli.help import option
from vildplan.cli.plan_options import Lang
from vildplan.cli.stored_options import Json, PlanFolder
from vildplan.cli.wordings import both

YEAR = both("Året", "The year")
ZONE = both("En zone", "One zone")
WORDS = both("Klager, ros og folk", "Complaints, praise and people")
FILES = both("Filer", "Files")

OfYear = Annotated[
    str, option(YEAR, "Året, der registreres, f.eks. 2027", "The year that is registered, such as 2027",
                typed=both("ÅR", "YEAR")),
]  # fmt: skip
Status = Annotated[
    str | None, option(YEAR, "Hvor langt afdelingen er: tilmeldt, analyseret, besluttet eller udført",
                       "How far the department is: signed-up, analysed, decided or carried-out",
                       typed=both("STATUS", "STATUS")),
]  # fmt: skip
Zone = Annotated[
    str | None, option(ZONE, "Zonen, f.eks. Z3", "The zone, such as Z3", typed=both("ZONE", "ZONE")),
]
State = Annotated[
    str | None, option(ZONE, "anlagt, delvis, ikke eller bortfaldet (klippet kort)",
                       "laid-out, partly, not or lapsed (mown short)", typed="laid-out|partly|not|lapsed"),
]  # fmt: skip
M2 = Annotated[
    str | None, option(ZONE, "Hvor meget af zonen der er anlagt", "How much of the zone is laid out",
                       typed="M2", name="--m2"),
]  # fmt: skip
MeasuredBy = Annotated[
    str | None, option(ZONE, "Hvilken rolle målte, f.eks. ejendomsfunktionær",
                       "Which role measured, such as caretaker", typed=both("ROLLE", "ROLE")),
]  # fmt: skip
MeasuredHow = Annotated[
    str | None, option(ZONE, "Hvordan der blev målt, f.eks. målehjul",
                       "How it was measured, such as measuring wheel", typed=both("HVORDAN", "HOW")),
]  # fmt: skip
Cut = Annotated[
    list[str] | None, option(ZONE, "Dagen for høslet; kan gentages",
                                   "The day of the hay cut; may be repeated",
                             typed=both("DATO", "DATE")),
]  # fmt: skip
HayRemoved = Annotated[
    list[str] | None, option(ZONE, "Dagen, høet blev kørt væk; kan gentages",
                             "The day the hay was removed; may be repeated", typed=both("DATO", "DATE")),
]  # fmt: skip
Care = Annotated[
    str | None, option(ZONE, "Årets pleje efter kalenderen: udført, delvis eller ikke",
                       "The year's care by the calendar: done, partly or not", typed="done|partly|not"),
]  # fmt: skip
Hours = Annotated[
    list[str] | None, option(ZONE, "Årets timer, f.eks. staff=3,5 (contractor, youth, volunteers); kan "
                                   "gentages",
                             "The year's hours, such as staff=3.5 (contractor, youth, volunteers); may be "
                             "repeated", typed=both("HVEM=TIMER", "WHO=HOURS")),
]  # fmt: skip
CostKr = Annotated[
    str | None, option(ZONE, "Årets udgifter i kroner", "The year's cost in kroner", typed="KR"),
]
Flowering = Annotated[
    list[str] | None, option(ZONE, "Planter i blomst, med komma imellem",
                                   "Plants in flower, with commas between",
                             typed=both("PLANTER", "PLANTS")),
]  # fmt: skip
Photo = Annotated[
    list[str] | None, option(ZONE, "Navnet på et foto; kan gentages", "The name of a photo; may be repeated",
                             typed=both("FIL", "FILE")),
]  # fmt: skip
Contact = Annotated[
    str | None, option(ZONE, "Rollen, der har ansvar for zonen", "The role that answers for the zone",
                       typed=both("ROLLE", "ROLE")),
]  # fmt: skip
Note = Annotated[
    str | None, option(ZONE, "En bemærkning om zonen", "A remark on the zone", typed=both("TEKST", "TEXT")),
]
Complaint = Annotated[
    str | None, option(WORDS, "En klage: hvad sagen er", "A complaint: what the matter is",
                       typed=both("SAG", "MATTER")),
]  # fmt: skip
Praise = Annotated[
    str | None, option(WORDS, "Ros: hvad sagen er", "Praise: what the matter is", typed=both("SAG",
                              "MATTER")),
]
Sender = Annotated[
    str | None, option(WORDS, "Hvem den kommer fra: afdelingen eller nabo",
                       "Whom it comes from: department or neighbour", typed="department|neighbour",
                       name="--from"),
]  # fmt: skip
On = Annotated[
    str | None, option(WORDS, "Dagen, den kom", "The day it came", typed=both("DATO", "DATE")),
]
Answer = Annotated[
    str | None, option(WORDS, "Svaret", "The answer", typed=both("TEKST", "TEXT")),
]
Trained = Annotated[
    str | None, option(WORDS, "Rollen, der er uddannet i plejen", "The role that has learned the care",
                       typed=both("ROLLE", "ROLE")),
]  # fmt: skip
Name = Annotated[
    str | None, option(WORDS, "Navnet på den, der klager, roser, er uddannet eller er kontakt; står kun i "
                       "persons.toml", "The name of who complains, praises, is trained or is the contact; it "
                       "stands in persons.toml only", typed=both("NAVN", "NAME")),
]  # fmt: skip
Form = Annotated[
    Path | None, option(FILES, "Et udfyldt skema (.xlsx, .csv eller .toml)",
                        "A filled form (.xlsx, .csv or .toml)", typed=both("FIL", "FILE")),
]  # fmt: skip
FormOut = Annotated[
    Path | None, option(FILES, "Skriv et skema, der kan udfyldes (.xlsx, .csv eller .toml)",
                        "Write a form to fill in (.xlsx, .csv or .toml)", typed=both("FIL", "FILE")),
]  # fmt: skip
Geometry = Annotated[
    Path | None, option(FILES, "Zonerne, som de er målt op i år, fra QGIS",
                        "The zones as surveyed this year, from QGIS", typed=both("FIL", "FILE")),
]  # fmt: skip


def record(
    plan: PlanFolder,
    year: OfYear,
    status: Status = None,
    zone: Zone = None,
    state: State = None,
    m2: M2 = None,
    measured_by: MeasuredBy = None,
    measured_how: MeasuredHow = None,
    cut: Cut = None,
    hay_removed: HayRemoved = None,
    care: Care = None,
    hours: Hours = None,
    cost_kr: CostKr = None,
    flowering: Flowering = None,
    photo: Photo = None,
    contact: Contact = None,
    note: Note = None,
    complaint: Complaint = None,
    praise: Praise = None,
    sender: Sender = None,
    on: On = None,
    answer: Answer = None,
    trained: Trained = None,
    name: Name = None,
    form: Form = None,
    geometry: Geometry = None,
    form_out: FormOut = None,
    json: Json = False,
    lang: Lang = None,
) -> int:
    """Collect what was typed, and tell the story of it."""
    words = {key: value for key, value in locals().items() if value not in (None, [], False)}
    from vildplan.cli.record_story import tell

    return tell(words)
