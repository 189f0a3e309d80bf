"""Shaping the timeline by hand: one module per gesture, and the hands that tell which one is meant."""
