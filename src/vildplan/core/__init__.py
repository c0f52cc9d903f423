"""One stage a file; a stage imports model and geometry, never another stage."""
