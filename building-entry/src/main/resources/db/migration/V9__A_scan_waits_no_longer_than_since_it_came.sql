DROP INDEX waiting_scan_by_age;
CREATE INDEX waiting_scan_by_age ON waiting_scan (least(scanned_at, recorded_at));
