"""The left of the plan page: the aims, the audiences, and who passes what on to whom."""
