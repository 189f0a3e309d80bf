"""The activities as a tree by aim: looking, sorting, finding, and changing them where they stand."""
