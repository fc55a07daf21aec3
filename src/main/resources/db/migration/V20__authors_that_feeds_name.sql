-- Who wrote it, as a feed says, for a page that does not say so itself.
ALTER TABLE arrival ADD COLUMN author text;
