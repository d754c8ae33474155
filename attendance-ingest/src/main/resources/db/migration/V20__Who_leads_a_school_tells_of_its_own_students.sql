-- An absence list by hand names students of its school alone: whoever may tell it may ask who is enrolled there, and nothing else of
-- a roster.
DO $$
BEGIN
    EXECUTE format('CREATE POLICY callers ON roster_membership FOR SELECT TO ${app} USING (%s)', of_the_schools('org_id'));
END $$;
