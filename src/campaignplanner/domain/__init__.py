"""What a campaign is made of: immutable records, the plan they form, and the changes between two plans.

The ground floor of the house: standard library only, no input or output.
"""
