"""Everything that may be said of money in `vildplan.toml`, in one table by table and key.

The reader of the file, `vildplan config` and `vildplan init` all go by it.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from vildplan.errors import Text, text
from vildplan.model.money import Machine, PaidFrom, Source, Standing, Task, Vat, Who

ECONOMY, LABOUR, FINANCING, CARE, PLACE = "economy", "labour", "financing", "care_today", "care_today.place"
# Tables that may stand several times, each for one thing; the others stand once.
SEVERAL = (FINANCING, PLACE)
YOUTH_HOURS = "youth_hours_per_year"
# Tasks of the beginning only, which a contractor does where nobody says otherwise.
TO_BEGIN = ("signs", "plugs")


class Form(StrEnum):
    """What stands after the key."""

    NUMBER = "number"
    POSITIVE = "positive"
    YEAR = "year"
    YEARS = "years"
    BUDGET_YEAR = "budget_year"
    YES_NO = "yes_no"
    DATE = "date"
    WORDS = "words"
    CHOICE = "choice"


Words = Mapping[str, StrEnum]
WHO: Words = {
    "egne folk": Who.STAFF, "entreprenør": Who.CONTRACTOR, "unge": Who.YOUTH, "frivillige": Who.VOLUNTEERS,
    "staff": Who.STAFF, "contractor": Who.CONTRACTOR, "youth": Who.YOUTH, "volunteers": Who.VOLUNTEERS,
}  # fmt: skip
MACHINES: Words = {
    "rytter": Machine.RIDER, "robot": Machine.ROBOT, "hånd": Machine.HAND,
    "rider": Machine.RIDER, "hand": Machine.HAND,
}  # fmt: skip
MACHINE_NAMES: Mapping[Machine, Text] = {
    Machine.RIDER: text("rytter", "rider"), Machine.ROBOT: text("robot", "robot"),
    Machine.HAND: text("hånd", "hand"),
}  # fmt: skip
PLACES: Words = {
    "henlæggelser": PaidFrom.RESERVES, "drift": PaidFrom.RUNNING, "lån": PaidFrom.LOAN,
    "reserves": PaidFrom.RESERVES, "running": PaidFrom.RUNNING, "loan": PaidFrom.LOAN,
}  # fmt: skip
VATS: Words = {"incl": Vat.INCLUDED, "excl": Vat.EXCLUDED, "inkl": Vat.INCLUDED, "ekskl": Vat.EXCLUDED}
SOURCES: Words = {
    "egne henlæggelser": Source.OWN_RESERVES, "tilskud": Source.GRANT,
    "medfinansiering af regnvand": Source.RAINWATER, "kommunal pulje": Source.MUNICIPAL,
    "andet": Source.OTHER,
    "own reserves": Source.OWN_RESERVES, "grant": Source.GRANT, "rainwater co-financing": Source.RAINWATER,
    "municipal pool": Source.MUNICIPAL, "other": Source.OTHER,
}  # fmt: skip
STANDINGS: Words = {
    "mulig": Standing.POSSIBLE, "søgt": Standing.SOUGHT, "bevilget": Standing.GRANTED,
    "possible": Standing.POSSIBLE, "sought": Standing.SOUGHT, "granted": Standing.GRANTED,
}  # fmt: skip


class Often(StrEnum):
    """How often money comes."""

    ONCE = "once"
    YEARLY = "yearly"


OFTEN: Words = {"én gang": Often.ONCE, "årligt": Often.YEARLY, "once": Often.ONCE, "yearly": Often.YEARLY}


@dataclass(frozen=True)
class MoneyKey:
    """One key: what it means, what holds where nobody says it, and an example as TOML.

    `words` are what may stand there, where it is a choice; each means a member of an enum.
    """

    table: str
    name: str
    form: Form
    meaning: Text
    usual: Text
    example: Text
    words: Words | None = None
    needed: bool = False

    @property
    def heading(self) -> str:
        """The line that the key stands under."""
        return f"[[{self.table}]]" if self.table in SEVERAL else f"[{self.table}]"

    @property
    def line(self) -> Text:
        """The key with its example."""
        return text("{name} = {example}", "{name} = {example}", name=self.name, example=self.example)


UNKNOWN, NO = text("ved ikke", "not known"), text("nej", "no")
NONE = text("ingen", "none")


def _same(words: str) -> Text:
    return Text(words, words)


KEYS = (
    MoneyKey(
        ECONOMY, "first_year", Form.YEAR,
        text("Kalenderåret for budgettets år 1 (regnskabsåret)",
             "The calendar year of the budget's year 1 (the accounting year)"),
        text("årene hedder 1-10", "the years are called 1-10"), _same("2027"),
    ),
    MoneyKey(
        ECONOMY, "dwelling_area_m2", Form.POSITIVE,
        text("Boligernes m² i alt, så beløb kan vises pr. m² bolig",
             "The dwellings' m² in all, so that sums can be shown per m² of dwelling"),
        UNKNOWN, _same("9100"),
    ),
    MoneyKey(
        ECONOMY, "vat", Form.CHOICE,
        text("Om priserne er med moms (incl) eller uden (excl)",
             "Whether the prices are with VAT (incl) or without (excl)"),
        text("ved ikke: kilderne siger det mest ikke", "not known: the sources mostly do not say"),
        _same('"incl"'), VATS,
    ),
    MoneyKey(
        ECONOMY, "price_growth_percent", Form.NUMBER,
        text("Hvor mange % priserne stiger om året", "By how many % prices rise a year"),
        text("0: faste priser", "0: fixed prices"), _same("2"),
    ),
    MoneyKey(
        ECONOMY, "account", Form.WORDS, text("Konto for den løbende pleje", "Account of the yearly care"),
        text("114 renholdelse", "114 cleaning and grounds"), _same('"114"'),
    ),
    MoneyKey(
        ECONOMY, "establishment_account", Form.WORDS,
        text("Konto for at komme i gang", "Account of the beginning"),
        text("116, en antagelse", "116, an assumption"), _same('"116"'),
    ),
    MoneyKey(
        ECONOMY, "youth_account", Form.WORDS,
        text("Konto for den faste linje til unge", "Account of the fixed line for youth"),
        text("114, en antagelse", "114, an assumption"), _same('"114"'),
    ),
    MoneyKey(
        ECONOMY, "establishment_from", Form.CHOICE,
        text("Hvad det betales af at komme i gang: henlæggelser, drift eller lån",
             "What the beginning is paid from: reserves, running or loan"),
        text("drift, den forsigtige antagelse", "running, the cautious assumption"),
        text('"henlæggelser"', '"reserves"'), PLACES,
    ),
    MoneyKey(ECONOMY, "loan_years", Form.YEARS, text("Lånets løbetid i år", "Years that the loan runs"),
             text("skal skrives, hvor der lånes", "must be said where money is borrowed"), _same("20")),
    MoneyKey(ECONOMY, "loan_percent", Form.NUMBER,
             text("Lånets rente i % om året", "The loan's interest in % a year"),
             text("skal skrives, hvor der lånes", "must be said where money is borrowed"), _same("4.5")),
    MoneyKey(
        ECONOMY, "hours_sold_off", Form.YES_NO,
        text("Egne folks frigjorte timer bliver sparet væk, så de er kroner (true eller false)",
             "Own staff's freed hours are cut, so that they are kroner (true or false)"), NO, _same("true"),
    ),
    MoneyKey(
        ECONOMY, "contract_until", Form.DATE,
        text("Dagen, som aftalen om klipning løber til; til og med det år spares intet på klipning",
             "The day that the mowing agreement runs to; to the end of that year nothing is saved on mowing"),
        text("ingen aftale binder", "no agreement binds"), _same("2028-12-31"),
    ),
    MoneyKey(
        LABOUR, YOUTH_HOURS, Form.NUMBER,
        text("Fast linje: timer til unge 13-17 år, de samme i ti år",
             "A fixed line: hours for youth aged 13-17, the same for ten years"),
        text("så mange som det travleste år kræver", "as many as the fullest year takes"), _same("60"),
    ),
    MoneyKey(FINANCING, "source", Form.CHOICE,
             text("Hvor pengene kommer fra: egne henlæggelser, tilskud, medfinansiering af regnvand, "
                  "kommunal pulje eller andet",
                  "Where the money comes from: own reserves, grant, rainwater co-financing, municipal "
                  "pool or other"), NONE, text('"tilskud"', '"grant"'), SOURCES, needed=True),
    MoneyKey(FINANCING, "name", Form.WORDS, text("Et navn på det", "A name for it"), NONE,
             text('"Grøn pulje"', '"Green fund"')),
    MoneyKey(FINANCING, "amount_kr", Form.POSITIVE, text("Beløbet", "The amount"), NONE, _same("20000"),
             needed=True),
    MoneyKey(FINANCING, "status", Form.CHOICE,
             text("mulig, søgt eller bevilget; kun bevilget sænker, hvad boligerne betaler",
                  "possible, sought or granted; only granted lowers what the dwellings pay"), NONE,
             text('"søgt"', '"sought"'), STANDINGS, needed=True),
    MoneyKey(FINANCING, "kind", Form.CHOICE, text("én gang eller årligt", "once or yearly"),
             text("én gang", "once"), text('"én gang"', '"once"'), OFTEN),
    MoneyKey(FINANCING, "year", Form.BUDGET_YEAR,
             text("Fra hvilket af årene 1-10", "From which of the years 1-10"), _same("1"), _same("1")),
    MoneyKey(CARE, "lawn", Form.CHOICE, text("Plænerne klippes i dag med rytter, robot eller hånd",
                                             "Lawns are mown today by rider, robot or hand"),
             text("rytter; robot, hvor mower er robot", "rider; robot where mower is robot"),
             _same('"robot"'), MACHINES),
    MoneyKey(CARE, "slope", Form.CHOICE, text("Skråningerne klippes i dag med rytter, robot eller hånd",
                                              "Slopes are mown today by rider, robot or hand"),
             text("rytter", "rider"), text('"hånd"', '"hand"'), MACHINES),
    MoneyKey(PLACE, "area", Form.WORDS, text("Et areal, der klippes med noget andet: navn eller id",
                                             "An area that is mown by something else: name or id"), NONE,
             text('"Boldbanen"', '"The pitch"'), needed=True),
    MoneyKey(PLACE, "machine", Form.CHOICE, text("rytter, robot eller hånd", "rider, robot or hand"), NONE,
             text('"rytter"', '"rider"'), MACHINES, needed=True),
)  # fmt: skip


def money_keys(tasks: Sequence[Task]) -> tuple[MoneyKey, ...]:
    """Return all keys; those of `[labour]` are the tasks, each done by whom it suits."""
    return tuple(_all(tasks))


def _all(tasks: Sequence[Task]) -> Iterator[MoneyKey]:
    for key in KEYS:
        if key.name == YOUTH_HOURS:
            yield from (_labour(task) for task in tasks)
        yield key


def _labour(task: Task) -> MoneyKey:
    suits = {word: who for word, who in WHO.items() if who in task.suits}
    danish = [word for word in suits if word not in [*Who]]
    words = Text(", ".join(danish), ", ".join(who.value for who in task.suits))
    meaning = text("Hvem skal {task} ({words})", "Who shall {task} ({words})", task=task.name, words=words)
    example = ('"unge"', '"youth"') if Who.YOUTH in task.suits else ('"egne folk"', '"staff"')
    usual = text("entreprenør", "contractor") if task.key in TO_BEGIN else text(
        "dem, der slår i dag", "those who mow today")  # fmt: skip
    return MoneyKey(LABOUR, task.key, Form.CHOICE, meaning, usual, Text(*example), suits)
