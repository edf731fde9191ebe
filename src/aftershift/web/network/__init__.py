"""The people somebody does not want to lose, and four cards about always being the strong one."""
