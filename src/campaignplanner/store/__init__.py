"""The store: one SQLite file per workspace, with its history and its backups.

Rows never leave this floor: what comes out are records of the domain.
"""
