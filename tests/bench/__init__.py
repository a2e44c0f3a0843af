"""What On Record costs, as ratios to something plain measured in the same run."""
