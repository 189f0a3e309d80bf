"""The review: reads a plan as a good colleague would, and says what is missing or broken and what mends it.

One module per family of rules; ``rules`` lists them all. For a page:

- ``engine.Review(plan, context)`` with the context of ``services.reviewing``; run ``steps()`` for some
  milliseconds at a time until ``is_done``, then show ``findings`` and ``set_aside``; after each edit
  ``follow(plan, change_set)`` and run the steps again.
- ``rules.RULES_BY_CODE[finding.rule]`` has the heading, the family, why it matters and the evidence.
- ``review.fixes(finding)`` gives ``fix.Fix``: a label, a preview, and the blanks that people fill in; the
  command ``ApplyFix`` carries one out. ``fix.dismissal_of`` makes what ``MakeDismissal`` keeps.
- ``summary.summary_of(review.sight)`` and ``coverage`` show where the work is.

Nothing here is imported at the start of the window.
"""
