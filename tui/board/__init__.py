"""The parts of the screen that lays many accounts beside each other."""
