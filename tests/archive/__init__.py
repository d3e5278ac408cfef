"""What is kept: the catalogue, intake, custody, reports."""
