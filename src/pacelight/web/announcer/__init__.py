"""What an announcer is told of athletes: bests, records held, the last races, as the book has them."""
