"""Pictures of a whole timeline, for slides and mails: not of the screen, but of all days and all lanes."""
