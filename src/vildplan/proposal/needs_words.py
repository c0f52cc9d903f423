"""What must be known of a place before a zone type may lie there, in words."""

from collections.abc import Iterator

from vildplan.errors import Text, text
from vildplan.model.needs import Needs

NOTHING = text("intet", "nothing")
RULED_OUT = {
    "rich": text("ikke næringsrig jord", "no rich soil"),
    "wet": text("ikke vådt", "not wet"),
    "shade": text("ikke skygge", "no shade"),
    "high": text("ikke meget slid", "not much wear"),
}


def needs_words(needs: Needs) -> Text:
    """Return all of it as one phrase; nothing where a type needs to know nothing."""
    found = tuple(_needs(needs))
    return text("{all}", "{all}", all=found) if found else NOTHING


def _needs(needs: Needs) -> Iterator[Text]:
    if needs.load_checked:
        yield text("taget kan bære det (`bæreevne`)", "the roof can bear it (`load_checked`)")
    if needs.roof_water:
        yield text("tagvand ledes hertil (`tagvand`)", "roof water is led here (`roof_water`)")
    if needs.wet:
        yield text("våd eller lav (`fugt`, `lavning`)", "wet or low (`moisture`, `low`)")
    if needs.light:
        yield text("sol (`lys`), hvor ingen ønsker typen", "sun (`light`), where nobody asks for the type")
    against = (*needs.not_soil, *needs.not_moisture, *needs.not_light, *needs.not_traffic)
    yield from (RULED_OUT[str(word)] for word in against)
