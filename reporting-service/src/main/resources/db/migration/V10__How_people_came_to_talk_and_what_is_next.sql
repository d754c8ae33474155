-- For the contact record: a conversation is no call, and what is to be done next is part of what was agreed.
ALTER TABLE call ADD COLUMN channel text, ADD COLUMN next_step text;
COMMENT ON COLUMN call.channel IS 'how people came to talk; null: a number was dialled, or it was taken in before this column was there';
