"""The plan page: aims at the left, activities in the middle, the inspector at the right."""
