-- A roster of the next school year says nothing of the one that is over: of each enrolment all that was told of the student's place
-- is kept, with the date on which it was told. docs/decisions/0053 says why.
ALTER TABLE enrolment ADD COLUMN places jsonb NOT NULL DEFAULT '[]';
COMMENT ON COLUMN enrolment.places IS
    'as they were told, the first version first: since, grade, homeroom, firstPeriod, groups; none: the place always was the one of this row';
COMMENT ON COLUMN enrolment.grade IS 'this and what follows as told last';

UPDATE enrolment e SET places = (
    SELECT coalesce(jsonb_agg(jsonb_build_object('since', (v.recorded_at AT TIME ZONE 'UTC')::date, 'grade', o -> 'grade',
        'homeroom', o -> 'homeroom', 'firstPeriod', o -> 'firstPeriod', 'groups', v.told -> 'groups') ORDER BY v.version), '[]')
    FROM roster_version v CROSS JOIN jsonb_array_elements(v.told -> 'enrolments') AS o
    WHERE v.student_id = e.student_id AND o ->> 'school' = e.school_id
        AND coalesce((o ->> 'entry')::date, '0001-01-01') = e.entry_day);

-- Students are counted again, with the places of each year.
INSERT INTO refresh (school_id, year, everything) SELECT school_id, year, true FROM school_year;
