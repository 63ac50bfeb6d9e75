"""The rules that judge blocks: one small rule a file, each a function that changes the draft; pipeline lists them."""
