-- Where each consumer of this service stands. Moved in the transaction that holds the effect of the records before it,
-- and only from the value it had: a second owner of the partition moves nothing.
CREATE TABLE consumer_offset (
    consumer    text   NOT NULL,
    topic       text   NOT NULL,
    partition   int    NOT NULL,
    next_offset bigint NOT NULL,
    PRIMARY KEY (consumer, topic, partition)
);
