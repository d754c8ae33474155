CREATE TABLE seen (
    event_id text PRIMARY KEY,
    times    int NOT NULL DEFAULT 1
);
