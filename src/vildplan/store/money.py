"""What is said of money -> plain values for plan.toml, which pydantic reads back as it was."""

from dataclasses import asdict
from decimal import Decimal
from enum import Enum
from typing import Any

from vildplan.model.money import Money


def money_table(money: Money) -> dict[str, Any]:
    """Return it without what nobody said; Decimals are words, so that not a digit is lost."""
    return dict(_plain(asdict(money)))


def _plain(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _plain(one) for key, one in value.items() if one not in (None, ())}
    if isinstance(value, tuple):
        return [_plain(one) for one in value]
    if isinstance(value, Enum):
        return value.value
    return str(value) if isinstance(value, Decimal) else value
