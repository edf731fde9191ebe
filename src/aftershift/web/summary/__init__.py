"""One page to print, of what somebody chooses: check-ins, results, experiments. Keeps nothing."""
