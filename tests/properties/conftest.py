"""The same examples on every machine and every run; benchmarks/many.py asks for more of them."""

import os

from hypothesis import HealthCheck, Phase, settings

# A failing map is small enough to read as it is; shrinking it would take minutes. Add Phase.shrink to
# look for a smaller one.
PHASES = (Phase.explicit, Phase.generate)

settings.register_profile(
    "vildplan",
    derandomize=True,
    database=None,
    deadline=None,
    max_examples=int(os.environ.get("VILDPLAN_EXAMPLES", "12")),
    phases=PHASES,
    report_multiple_bugs=False,
    suppress_health_check=[HealthCheck.too_slow],
)
settings.load_profile("vildplan")
