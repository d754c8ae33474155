-- Why a call is in its band, in a code and what belongs to it, beside the sentence in English: others are said from it in other languages.
ALTER TABLE call_task_rank ADD COLUMN reason jsonb;
COMMENT ON COLUMN call_task_rank.reason IS 'null of a call that was put into its band before reasons had codes';
