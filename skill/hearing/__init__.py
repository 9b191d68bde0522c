"""What a person said becomes what it means, by what is waited for. No files, no framework."""
