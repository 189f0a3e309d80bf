"""Questions to the person: each asks one thing, says what will happen, and is freed when closed."""
