"""What must look as it looked when a person last said it was good."""
