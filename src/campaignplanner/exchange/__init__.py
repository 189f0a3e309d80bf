"""Files in and out: the campaign file, and later what other tools read and write. No Qt, no store."""
