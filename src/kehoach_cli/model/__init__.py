"""What a plan, an agency, a deadline and a report are, and the pure rules about them."""
