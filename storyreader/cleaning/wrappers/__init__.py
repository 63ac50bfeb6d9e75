"""What archives, readers, databases and printers put around a page's text: it goes, and what it says of the page stays.

One module for each way of wrapping, each a function that marks lines of a PageText; unwrap lists them.
"""
