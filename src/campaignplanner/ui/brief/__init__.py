"""The brief's page: its pages as pictures beside the fields that they come from."""
