"""The rules that find what a page says of itself: headline, byline, date, outlet, agency, tags. One field a file."""
