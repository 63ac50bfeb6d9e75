"""Our quality beside that of others, one table a module."""
