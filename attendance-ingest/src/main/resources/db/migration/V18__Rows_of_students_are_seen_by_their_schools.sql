-- Whoever forgets a WHERE gets the rows of the schools of the request all the same, and no others.
CALL guard_rows('quarantine', of_the_schools('school_id'));
CALL guard_rows('quarantine_discarded', of_the_schools('school_id'));
-- One of all of a student's schools is seen by who has the whole district.
CALL guard_rows('known_absence', of_the_schools('school_id'));

-- Rosters are read by imports alone.
CALL guard_rows('roster_user', NULL);
CALL guard_rows('roster_agent', NULL);
CALL guard_rows('roster_membership', NULL);
CALL guard_rows('roster_seat', NULL);
CALL guard_rows('roster_contact_setting', NULL);
CALL guard_rows('roster_badge', NULL);
CALL guard_rows('roster_student', NULL);
CALL guard_rows('roster_candidate', NULL);

-- An import empties and indexes the tables in which it works, and has what has grown analysed. Those tables are its own, and hold
-- nothing once it has ended.
DO $$
DECLARE working regclass;
BEGIN
    FOR working IN SELECT oid FROM pg_class WHERE relkind = 'r' AND relpersistence = 'u' LOOP
        EXECUTE format('ALTER TABLE %s OWNER TO ${app}_system', working);
    END LOOP;
END $$;
GRANT CREATE ON SCHEMA public TO ${app}_system;
GRANT MAINTAIN ON roster_user, roster_agent, roster_membership, roster_class, roster_seat, roster_candidate TO ${app}_system;
