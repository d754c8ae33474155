-- An answer may say what somebody wrote in their own words. A service that has a key of the district remembers it under that key.
ALTER TABLE idempotency_key ADD COLUMN response_sealed jsonb;
