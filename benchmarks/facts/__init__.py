"""Quality and speed of facts and conflicts; not part of the tests."""
