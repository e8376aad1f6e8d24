"""Quality and speed, each by one command."""
