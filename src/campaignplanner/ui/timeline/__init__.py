"""The timeline page: lanes by aim, painted from the numbers of `planning.timeline_layout`."""
