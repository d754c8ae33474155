-- Found by age, to be forgotten once they are too old to be sent again.
CREATE INDEX taken_own_id_by_age ON taken_own_id (taken_at);
