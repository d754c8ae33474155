-- Whose data an answer tells: it is emptied when one of them is erased, and the key stays, so that the request does not take effect
-- twice. NULL is an answer from before this column, which may tell anybody's.
ALTER TABLE idempotency_key ADD COLUMN students text[];
-- What else the audit named, for whoever gets the answer again.
ALTER TABLE idempotency_key ADD COLUMN about text;
CREATE INDEX idempotency_key_students ON idempotency_key USING gin (students);
CREATE INDEX idempotency_key_of_anybody ON idempotency_key (created) WHERE students IS NULL;
