-- Tallies name nobody, and stay as they were when a student is erased. What the student was in them is added up here in the same
-- transaction, so that whoever counts anew, without the student, knows by how much it must differ. It says no more than that difference
-- does, names nobody, and is emptied when everything is counted anew.
CREATE TABLE tally_erased (LIKE tally INCLUDING ALL);
COMMENT ON TABLE tally_erased IS 'The part of tally that is of students whose days are no longer here.';

CREATE TABLE outreach_erased (
    school_id  text COLLATE "C" NOT NULL,
    school_day date NOT NULL,
    PRIMARY KEY (school_id, school_day)
);
COMMENT ON TABLE outreach_erased IS 'Days of schools whose sums may still have calls of students who were erased since.';

-- Years that nobody can count anew are left out: of those nothing is compared. The newest is the one in which a day counts, and not one
-- whose calendar has come already. A student's rows at all schools go at once.
CREATE FUNCTION erased_from_tallies() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO tally_erased AS t (year, kind, school_id, value, day, enrolled, counted, absent, left_out, satisfactory, at_risk,
        chronic, severe)
    WITH went AS (
        SELECT g.*, (g.year_ends - interval '1 year')::date + 1 AS first FROM gone g
        WHERE g.first_day IS NOT NULL AND g.year >= (SELECT max(t.year) - 1 FROM tally t)
    ), minimum AS (
        SELECT coalesce((SELECT p.minimum_days FROM counting_policy p ORDER BY p.policy_id DESC LIMIT 1), 10) AS days
    ), at_school AS (
        SELECT w.year, w.school_id, w.student_id, w.first + d.n - 1 AS day,
            CASE substr(w.days, d.n, 1) WHEN 'A' THEN 2 WHEN 'H' THEN 1 ELSE 0 END AS absent
        FROM went w CROSS JOIN LATERAL generate_series(1, length(w.days)) AS d (n)
        WHERE substr(w.days, d.n, 1) <> '.'
    ), student_day AS (
        SELECT * FROM at_school
        UNION ALL
        SELECT year, '*', student_id, day,
            CASE WHEN sum(absent) = 0 THEN 0 WHEN sum(absent) = 2 * count(*) THEN 2 ELSE 1 END
        FROM at_school GROUP BY year, student_id, day
    ), person AS (
        SELECT year, school_id, student_id, grade, homeroom, groups, first_day FROM went
        UNION ALL
        (SELECT DISTINCT ON (year, student_id) year, '*', student_id, grade, NULL, groups,
            min(first_day) OVER (PARTITION BY year, student_id)
         FROM went ORDER BY year, student_id, went.first_day DESC, went.school_id)
    ), summed AS (
        SELECT s.*, count(*) OVER w AS days, sum(absent) OVER w AS absences
        FROM student_day s WINDOW w AS (PARTITION BY year, school_id, student_id ORDER BY day)
    ), step AS (
        SELECT s.*, CASE WHEN s.days < m.days THEN 1 WHEN 20 * absences < 2 * s.days THEN 2 WHEN 10 * absences < 2 * s.days THEN 3
            WHEN 5 * absences < 2 * s.days THEN 4 ELSE 5 END AS stands
        FROM summed s CROSS JOIN minimum m
    ), moved AS (
        SELECT s.*, coalesce(lag(stands) OVER (PARTITION BY year, school_id, student_id ORDER BY day), 0) AS stood FROM step s
    ), added AS (
        SELECT year, school_id, student_id, day, 0 AS enrolled, 1 AS counted, absent, (stands = 1)::int - (stood = 1)::int AS left_out,
            (stands = 2)::int - (stood = 2)::int AS satisfactory, (stands = 3)::int - (stood = 3)::int AS at_risk,
            (stands = 4)::int - (stood = 4)::int AS chronic, (stands = 5)::int - (stood = 5)::int AS severe
        FROM moved
        UNION ALL
        SELECT year, school_id, student_id, first_day, 1, 0, 0, 0, 0, 0, 0, 0 FROM person
    )
    SELECT a.year, k.kind, a.school_id, k.value, a.day, sum(enrolled), sum(counted), sum(absent), sum(left_out), sum(satisfactory),
        sum(at_risk), sum(chronic), sum(severe)
    FROM added a
    JOIN person p USING (year, school_id, student_id)
    CROSS JOIN LATERAL (
        SELECT CASE p.school_id WHEN '*' THEN 'DISTRICT' ELSE 'SCHOOL' END AS kind, '' AS value
        UNION ALL SELECT 'GRADE', coalesce(p.grade, '')
        UNION ALL SELECT 'HOMEROOM', coalesce(p.homeroom, '') WHERE p.school_id <> '*'
        UNION ALL SELECT DISTINCT 'GROUP', g FROM jsonb_array_elements_text(p.groups) AS g
    ) AS k
    GROUP BY a.year, k.kind, a.school_id, k.value, a.day
    ORDER BY 1, 2, 3, 4, 5
    ON CONFLICT (year, kind, school_id, value, day) DO UPDATE SET
        enrolled = t.enrolled + excluded.enrolled, counted = t.counted + excluded.counted, absent = t.absent + excluded.absent,
        left_out = t.left_out + excluded.left_out, satisfactory = t.satisfactory + excluded.satisfactory,
        at_risk = t.at_risk + excluded.at_risk, chronic = t.chronic + excluded.chronic, severe = t.severe + excluded.severe;
    RETURN NULL;
END $$;
CREATE TRIGGER erased_from_tallies AFTER DELETE ON student_year REFERENCING OLD TABLE AS gone
    FOR EACH STATEMENT EXECUTE FUNCTION erased_from_tallies();

CREATE FUNCTION erased_from_outreach() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO outreach_erased
    SELECT DISTINCT g.school_id, g.school_day FROM gone g
    JOIN outreach_day d USING (school_id, school_day)
    WHERE d.caller = '' AND g.school_day >= (SELECT make_date(max(t.year) - 1, 1, 1) FROM tally t)
    ORDER BY 1, 2 ON CONFLICT DO NOTHING;
    RETURN NULL;
END $$;
CREATE TRIGGER erased_from_outreach AFTER DELETE ON call REFERENCING OLD TABLE AS gone
    FOR EACH STATEMENT EXECUTE FUNCTION erased_from_outreach();
CREATE TRIGGER erased_from_outreach AFTER DELETE ON call_task REFERENCING OLD TABLE AS gone
    FOR EACH STATEMENT EXECUTE FUNCTION erased_from_outreach();
CREATE TRIGGER erased_from_outreach AFTER DELETE ON whereabouts REFERENCING OLD TABLE AS gone
    FOR EACH STATEMENT EXECUTE FUNCTION erased_from_outreach();
