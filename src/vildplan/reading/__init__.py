"""Edge in: files become values and findings. pydantic lives here and nowhere else but store."""
