"""The reading room: what people can do, how sure anybody is of it, and where that comes from."""
