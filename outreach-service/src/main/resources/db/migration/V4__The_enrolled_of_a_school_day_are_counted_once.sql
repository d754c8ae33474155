ALTER TABLE school_day ADD COLUMN enrolled int;
COMMENT ON COLUMN school_day.enrolled IS 'null: to be counted, because nobody has yet or a roster of the school has changed since';
