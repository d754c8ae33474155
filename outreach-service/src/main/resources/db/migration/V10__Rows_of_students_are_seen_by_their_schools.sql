-- Whoever forgets a WHERE gets the rows of the schools of the request all the same, and no others. Row-level security is forced, so that
-- it holds for the owner of the tables too.
CALL guard_rows('enrolment', of_the_schools('school_id'));
CALL guard_rows('mark_version', of_the_schools('school_id'));
CALL guard_rows('sighting', of_the_schools('school_id'));
CALL guard_rows('whereabouts', of_the_schools('school_id'));
CALL guard_rows('whereabouts_step', of_the_schools('school_id'));
CALL guard_rows('call_task', of_the_schools('school_id'));
CALL guard_rows('look_again', of_the_schools('school_id'));

-- A task's steps are seen with the task.
CALL guard_rows('call_task_step', 'EXISTS (SELECT FROM call_task t WHERE t.task_id = call_task_step.task_id)');

-- Of a student, not of a school: seen by schools that have the student, or were told of the student on that day.
CALL guard_rows('person', 'EXISTS (SELECT FROM enrolment e WHERE e.student_id = person.student_id)');
CALL guard_rows('known_absence', 'EXISTS (SELECT FROM enrolment e WHERE e.student_id = known_absence.student_id)');
CALL guard_rows('student_day', 'EXISTS (SELECT FROM enrolment e WHERE e.student_id = student_day.student_id)'
    ' OR EXISTS (SELECT FROM whereabouts w WHERE w.student_id = student_day.student_id AND w.school_day = student_day.school_day)');

-- That a roster has named the student, which a school may know of each student whom it was told of.
CALL guard_rows('student', 'EXISTS (SELECT FROM enrolment e WHERE e.student_id = student.student_id)'
    ' OR EXISTS (SELECT FROM whereabouts w WHERE w.student_id = student.student_id)');
