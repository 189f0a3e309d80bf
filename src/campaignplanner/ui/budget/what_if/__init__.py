"""What if? Named scenarios of other amounts, seen before and after, then applied in one step or discarded."""
