"""Plans marketing campaigns from business aims, and shows where online and offline carry each other."""
