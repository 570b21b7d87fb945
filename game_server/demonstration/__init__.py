"""The demonstration that `make play` shows: a real server, eight simulated people on the public road, a free seat for you."""
