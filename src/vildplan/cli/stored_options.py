"""What may be typed after every command that asks something of a plan folder."""

from pathlib import Path
from typing import Annotated

from vildplan.cli.help import RESULT, THE_PLAN, argument, option
from vildplan.cli.wordings import both

PlanFolder = Annotated[
    Path,
    argument(THE_PLAN, "Planmappen, f.eks. lindeparken.plan", "The plan folder, such as lindeparken.plan",
             typed=both("PLAN", "PLAN")),
]  # fmt: skip
Json = Annotated[
    bool,
    option(RESULT, "Resultatet som ét JSON-objekt", "The result as one JSON object", name="--json"),
]
