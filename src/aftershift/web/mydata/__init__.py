"""Everything of mine: take it with me, or have it gone."""
