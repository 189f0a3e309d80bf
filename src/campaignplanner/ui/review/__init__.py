"""The review of a campaign: what is missing or broken in it, why that matters, and what mends it."""
