"""Training and measuring of cleaning."""
