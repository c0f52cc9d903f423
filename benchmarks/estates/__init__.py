"""Synthetic housing estates, and how close the plans for them come to the bound."""
