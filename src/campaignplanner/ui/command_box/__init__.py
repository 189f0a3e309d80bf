"""The box that finds what to do and where to go by a few letters."""
