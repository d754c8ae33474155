INSERT INTO mark (school_id, school_day, student_id, period, kind, reason, withdrawn, version, taken_at, event_id)
SELECT school_id, day, student_id, 'day', kind, reason, false, 1, taken_at, event_id
FROM bench.told WHERE school BETWEEN ${from} AND ${to} AND i < ${history} AND kind IS NOT NULL
ORDER BY 1, 2, 3;

INSERT INTO call_task (task_id, version, student_id, school_id, school_day, state, opened_at, ended_at, arrived_at)
SELECT task_id, 3, student_id, school_id, day, task_state, opened_at, opened_at, arrived_at
FROM bench.called WHERE school BETWEEN ${from} AND ${to} AND i < ${history} ORDER BY task_id;

INSERT INTO call (call_id, version, task_id, student_id, school_id, school_day, outcome, result, reason, called_by, called_at, outgoing,
    coming_by, in_error, undone)
SELECT call_id, 1, task_id, student_id, school_id, day, outcome, result, said, called_by, called_at, true, coming_by, NULL, false
FROM bench.called WHERE school BETWEEN ${from} AND ${to} AND i < ${history} AND call_id IS NOT NULL ORDER BY call_id;

INSERT INTO whereabouts (school_id, school_day, student_id, version, state, cut_off, here_at, was_in_building, held_for_door,
    held_for_class)
SELECT school_id, day, student_id, 2, whereabouts, cut_off, here_at, whereabouts = 'IN_BUILDING', whereabouts = 'HELD', false
FROM bench.called WHERE school BETWEEN ${from} AND ${to} AND i < ${history} ORDER BY 1, 2, 3;
