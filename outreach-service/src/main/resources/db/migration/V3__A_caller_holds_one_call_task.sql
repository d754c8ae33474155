-- Whoever holds several keeps the one whose time ends last; the others go back into the queue, as if they had been given back.

CREATE TEMPORARY TABLE given_back ON COMMIT DROP AS
SELECT task_id FROM (
    SELECT task_id, row_number() OVER (PARTITION BY claimed_by ORDER BY lease_until DESC NULLS LAST, task_id) AS place
    FROM call_task WHERE state = 'CLAIMED') AS held
WHERE place > 1;

UPDATE call_task t SET state = 'OPEN', claimed_by = NULL, lease_until = NULL, version = version + 1
FROM given_back g WHERE g.task_id = t.task_id;

INSERT INTO call_task_step (task_id, version, state, what, at)
SELECT t.task_id, t.version, t.state, 'RELEASED', now() FROM call_task t JOIN given_back g USING (task_id);

DROP INDEX call_task_claimed;
CREATE UNIQUE INDEX call_task_one_claim_each ON call_task (claimed_by) WHERE state = 'CLAIMED';
