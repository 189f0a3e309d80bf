"""What split? The online share that follows from three judgements of the user."""
