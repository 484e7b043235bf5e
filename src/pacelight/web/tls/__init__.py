"""TLS without a network: an authority of one's own, what it signs, and how phones come to trust it."""
