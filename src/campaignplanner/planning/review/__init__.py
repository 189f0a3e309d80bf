"""The review: reads a plan as a good colleague would, and says what is missing or broken and what mends it.

One module per family of rules; ``rules`` lists them all, ``engine`` judges a plan in small steps and after
an edit only what the edit touches, ``fix`` says how a finding is mended, ``summary`` and ``coverage`` show
where the work is. Nothing here is imported at the start of the window.
"""
