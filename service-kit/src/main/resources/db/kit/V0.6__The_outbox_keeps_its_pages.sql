-- An outbox is filled and emptied all the time. If vacuum gave back its pages in between, it would lock everybody out of it for a
-- moment, again and again.
ALTER TABLE outbox SET (vacuum_truncate = off);
