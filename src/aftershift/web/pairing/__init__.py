"""Two accounts that know each other: a spoken code, a pinned key, and one sealed page each way."""
