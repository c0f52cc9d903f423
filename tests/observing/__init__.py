"""Finds and counts: reading them, keeping them, and what may be said of them."""
