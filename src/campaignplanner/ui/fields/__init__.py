"""Fields that people type into: they keep wrong input, say in a sentence what is wrong, and lose nothing.

`field` is what all of them share, `form` lays them out, `record_form` binds them to the records of a plan.
"""
