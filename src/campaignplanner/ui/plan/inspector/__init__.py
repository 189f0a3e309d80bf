"""The panel at the right of the plan page: every field of what is selected.

`registry` says which form shows which record, `form` is what all of them share, `panel` shows them.
"""
