"""Speaking and listening without anybody's service: for the terminal and for the page."""
