"""The program end to end."""
