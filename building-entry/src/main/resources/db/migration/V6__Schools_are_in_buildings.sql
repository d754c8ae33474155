-- Which schools are in which building, by the latest version of each school.
CREATE TABLE school_version (
    school_id text   PRIMARY KEY,
    version   bigint NOT NULL
);

CREATE TABLE school_building (
    building_id text NOT NULL,
    school_id   text NOT NULL REFERENCES school_version,
    PRIMARY KEY (building_id, school_id)
);

CREATE INDEX school_building_of_school ON school_building (school_id);
