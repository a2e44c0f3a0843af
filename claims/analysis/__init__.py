"""What the records say together: frames to draw, bands, ladders, alarms and findings."""
