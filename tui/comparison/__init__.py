"""The parts of the comparison screen: each does one thing with the comparison that is opened."""
