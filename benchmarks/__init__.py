"""What the speed goals are measured with; see README.md."""
