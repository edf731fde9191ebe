"""What answers a message: a room of rules, each with its own lines."""
