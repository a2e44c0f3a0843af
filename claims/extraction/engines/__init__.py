"""What reads the numbers and proposes: rules, a parse beside them, a language model."""
