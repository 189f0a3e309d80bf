"""What follows from a plan: bridge states, sums, spreading over time, the numbers of the timeline.

Everything here is a pure function over a ``domain.plan.Plan``; nothing is stored, read or painted.
"""
