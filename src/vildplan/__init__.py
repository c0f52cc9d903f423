"""vildplan: plans biodiversity areas on the land of Danish non-profit housing."""

__version__ = "0.1.0"
