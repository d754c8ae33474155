ALTER TABLE sighting ADD COLUMN note_restricted boolean NOT NULL DEFAULT false;
COMMENT ON COLUMN sighting.note_restricted IS 'the note is about health or safety, and only for who has the right restricted-notes at the school';
