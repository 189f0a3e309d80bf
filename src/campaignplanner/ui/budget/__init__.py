"""The budget page: what the customer meets, whose budget it is, and what is left."""
