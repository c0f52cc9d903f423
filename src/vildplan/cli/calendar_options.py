"""What may be typed after the commands that show the calendar."""

from typing import Annotated

from vildplan.cli.help import THE_PLAN, option
from vildplan.cli.wordings import both

Year = Annotated[
    str | None,
    option(THE_PLAN, "Året, f.eks. 2027 (ellers i år, hvis det er et af planens ti år, eller det første)",
           "The year, such as 2027 (else this year, if it is one of the plan's ten, or the first)",
           typed=both("ÅR", "YEAR")),
]  # fmt: skip
