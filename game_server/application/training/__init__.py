"""A practice group with bots, in which a new facilitator meets each situation and is told kindly how it went."""
