"""A real meeting between a young person and a counsellor: slots, bookings, and what is sent about them."""
