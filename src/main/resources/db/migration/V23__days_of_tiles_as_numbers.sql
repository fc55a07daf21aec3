-- The tiles' index has an incident's days as numbers: to compare two ranges, which are unpacked for it, took a third of the time for a tile.
DROP INDEX incident_tile;
CREATE INDEX incident_tile ON incident (cell) INCLUDE (mark, type, first_day, last_day, hidden) WHERE status <> 'rejected';
