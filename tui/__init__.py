"""The app: screens, keys, themes. It asks the engine, shows the widgets, and keeps what the reader writes."""
