"""From a plan to a document that people sign: figures and words, Typst, PDF. No Qt and no store here.

`export.export_brief` is the way in. What is long runs in a process of its own (`worker`) that `render` keeps.
"""
