"""Plan -> rich renderables; nothing here prints."""
