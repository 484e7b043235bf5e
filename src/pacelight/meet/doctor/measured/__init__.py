"""What is measured for the doctor: each touches the world once, and says what it found."""
