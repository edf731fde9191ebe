"""This week: small steps in real time, one habit, one bold move, one conversation."""
