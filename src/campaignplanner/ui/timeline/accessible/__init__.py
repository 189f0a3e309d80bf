"""The timeline as screen readers and other programs see it: everything painted, as a tree with words."""
