"""The open store, what can be done to a plan, and its history; no Qt.

``workspace`` holds the open plan and is the only door to the store for the window and the command line;
``commands`` holds everything that can be done to a plan, one module per subject.
"""
