-- Two schools of one building may have their midnights at different times; a day by the district's clock served one of them only.
CREATE TABLE building_seen (
    building_id text COLLATE "C" NOT NULL,
    quarter     timestamptz NOT NULL,
    PRIMARY KEY (building_id, quarter)
);
COMMENT ON TABLE building_seen IS 'A door of the building saw somebody in the quarter of an hour that begins then.';

-- Of the days before, a moment will do that is of the same date by nearly every clock.
INSERT INTO building_seen (building_id, quarter)
SELECT building_id, (school_day + time '12:00') AT TIME ZONE 'UTC' FROM building_day;

DROP TABLE building_day;
