ALTER TABLE reader ADD COLUMN in_service_since timestamptz;
COMMENT ON COLUMN reader.in_service_since IS 'without a break, in its building; null: out of service, or nobody knows';
