"""Plans are computed once in a run of the tests, and shown as often as tests like.

A plan depends on nothing but its land, its wishes and the catalogue (and on its zones, where they lie
there already). So whoever asks for a plan of the very same ones gets the one that was made before. Each
worker of pytest-xdist has a memory of its own.
"""

import importlib
import pickle
import pkgutil
from collections.abc import Callable

import pytest

import vildplan.cli
from vildplan import planning
from vildplan.errors import VildplanError
from vildplan.model.plan import Plan
from vildplan.model.stage import Tell

Planner = Callable[..., Plan]
PLANNERS = ("make_plan", "measured_plan")
COMMANDS = [
    importlib.import_module(f"vildplan.cli.{found.name}")
    for found in pkgutil.iter_modules(vildplan.cli.__path__)
]
_made: dict[bytes, Plan | VildplanError] = {}


def remembering(planner: Planner) -> Planner:
    """The same planner, which computes nothing twice; stages are told the first time only."""

    def recalled(*asked: object, by_hand: bool = False) -> Plan:
        *given, tell = asked if callable(asked[-1]) else (*asked, None)
        key = pickle.dumps((planner.__name__, given, by_hand))
        if key not in _made:
            _made[key] = _made_or_refused(planner, given, tell, {"by_hand": True} if by_hand else {})
        made = _made[key]
        if isinstance(made, VildplanError):
            raise made
        return made

    return recalled


def remember(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let every command of the program ask the memory, wherever it has taken its planner from."""
    _let(monkeypatch, remembering)


def forget(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let every command compute its plans anew."""
    _let(monkeypatch, lambda planner: planner)


def _let(monkeypatch: pytest.MonkeyPatch, change: Callable[[Planner], Planner]) -> None:
    for module in COMMANDS:
        for name in PLANNERS:
            if hasattr(module, name):
                monkeypatch.setattr(module, name, change(getattr(planning, name)))


def _made_or_refused(
    planner: Planner, given: list[object], tell: Tell | None, how: dict[str, bool]
) -> Plan | VildplanError:
    try:
        return planner(*given, tell, **how)
    except VildplanError as error:
        return error
