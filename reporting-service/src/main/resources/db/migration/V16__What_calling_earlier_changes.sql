-- Where call tasks stood in the drawn order, and what became of those drawn early and of those drawn late.
-- docs/decisions/0055 says why like this.
ALTER TABLE call_task
    ADD COLUMN draw_band  text,
    ADD COLUMN draw_place text COLLATE "C";
COMMENT ON COLUMN call_task.draw_place IS 'as it was drawn when the task opened; null: the district had not approved the draw';

CREATE TABLE draw_day (
    school_id      text COLLATE "C" NOT NULL,
    school_day     date   NOT NULL,
    draws          int    NOT NULL,
    drawn          int    NOT NULL,
    halves         int    NOT NULL,
    early_called   int    NOT NULL,
    early_minutes  bigint NOT NULL,
    early_came     int    NOT NULL,
    late_called    int    NOT NULL,
    late_minutes   bigint NOT NULL,
    late_came      int    NOT NULL,
    squares        bigint NOT NULL,
    products       bigint NOT NULL,
    halves_squared bigint NOT NULL,
    PRIMARY KEY (school_id, school_day)
);
COMMENT ON TABLE draw_day IS 'A draw is a band of a school''s day: its first half was drawn early, its last half late. Sums over the day''s draws.';
COMMENT ON COLUMN draw_day.draws IS 'of two students or more';
COMMENT ON COLUMN draw_day.drawn IS 'students, also those in the middle of a draw and those who were alone in one';
COMMENT ON COLUMN draw_day.halves IS 'students drawn early, which is as many as were drawn late';
COMMENT ON COLUMN draw_day.squares IS 'of each draw the difference of early_came and late_came, times itself';
COMMENT ON COLUMN draw_day.products IS 'that difference times the draw''s half';
COMMENT ON COLUMN draw_day.halves_squared IS 'the draw''s half times itself';
CREATE INDEX draw_day_by_day ON draw_day (school_day);
