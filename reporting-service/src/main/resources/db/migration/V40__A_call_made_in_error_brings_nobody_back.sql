-- Who was in the building when the family was reached did not come back: such days are added up again.
INSERT INTO outreach_due SELECT DISTINCT school_id, school_day FROM call WHERE in_error IS NOT NULL ON CONFLICT DO NOTHING;
