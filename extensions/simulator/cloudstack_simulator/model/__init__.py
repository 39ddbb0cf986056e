"""What nouns share: views of records and the moves between states that several commands make."""
