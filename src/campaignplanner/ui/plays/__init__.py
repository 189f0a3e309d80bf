"""Plays: building blocks that are looked at, placed in a campaign, and made of what is planned."""
