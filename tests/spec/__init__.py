"""The manual: one file a stage."""
