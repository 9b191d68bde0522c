"""The pure core: findings, rules, scales, interview, assessment. No words, no files, no clock."""
