// Placeholder until the first reader is tested.
