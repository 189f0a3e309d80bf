"""The guide: leads a new campaign from its aims to its first bridges, beside the plan as it grows."""
