-- A person's version was the event's place on its topic, which begins again when the topic is made anew. From now on it is the
-- version that the value says. What is stored counts as older than every such value.
UPDATE person SET version = 0;
