"""The rules that judge blocks. One small rule a file, each a function that changes the draft; the list is in pipeline."""
