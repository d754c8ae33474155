-- Without a break and in one building. Of readers that are in service already nobody knows since when.
ALTER TABLE reader ADD COLUMN in_service_since timestamptz;
