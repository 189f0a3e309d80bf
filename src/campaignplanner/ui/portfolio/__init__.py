"""The page with all campaigns of the store."""
