"""The split review: one set of lines, by whose budget it is and by what the customer meets."""
