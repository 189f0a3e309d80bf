"""Money over time: what is planned and spent per week or month, and how a line's money is spread."""
