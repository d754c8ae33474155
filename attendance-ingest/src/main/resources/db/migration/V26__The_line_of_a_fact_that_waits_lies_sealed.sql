-- What came is anybody's text, so it lies sealed and bound to its row. The column in the clear holds what was written before, and by replicas
-- of before while a new version comes, or while there is no key; a job of the service seals it and empties the column. Until then it counts.
-- What was understood of the line stays as it is: ids, codes and times, by which the version before can let the fact go on too.
ALTER TABLE quarantine ADD COLUMN raw_sealed jsonb, ALTER COLUMN raw DROP NOT NULL;
