"""The pocket: breaks, moments, tools and the way home, without an account and without a network."""
