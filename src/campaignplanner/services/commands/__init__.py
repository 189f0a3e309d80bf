"""Everything that can be done to a plan: frozen dataclasses with a pure ``changes(plan)``.

One module per subject. ``editing`` holds the mechanics that all of them share, ``hanging`` knows what goes
when something is deleted, ``naming`` puts records into words, ``frozen_money`` guards what was approved.
"""
