"""A judge of published plans that shares no code with the planner."""
