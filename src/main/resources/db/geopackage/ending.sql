-- What is made over all rows: indexes, how far they reach, and the triggers that keep the spatial index for who edits the file.
CREATE INDEX incidents_type ON incidents (type)

CREATE INDEX incidents_first_day ON incidents (first_day)

CREATE INDEX sources_incident ON sources (incident_id)

CREATE INDEX incidents_sources_base ON incidents_sources (base_id)

UPDATE gpkg_contents
   SET (min_x, max_x, min_y, max_y) = (SELECT min(minx), max(maxx), min(miny), max(maxy) FROM rtree_incidents_geom)
 WHERE table_name = 'incidents'

INSERT INTO gpkg_extensions VALUES
  ('incidents', 'geom', 'gpkg_rtree_index', 'http://www.geopackage.org/spec120/#extension_rtree', 'write-only')

CREATE TRIGGER rtree_incidents_geom_insert AFTER INSERT ON incidents
  WHEN (NEW.geom NOT NULL AND NOT ST_IsEmpty(NEW.geom))
BEGIN
  INSERT OR REPLACE INTO rtree_incidents_geom
  VALUES (NEW.fid, ST_MinX(NEW.geom), ST_MaxX(NEW.geom), ST_MinY(NEW.geom), ST_MaxY(NEW.geom));
END

CREATE TRIGGER rtree_incidents_geom_update1 AFTER UPDATE OF geom ON incidents
  WHEN OLD.fid = NEW.fid AND (NEW.geom NOTNULL AND NOT ST_IsEmpty(NEW.geom))
BEGIN
  INSERT OR REPLACE INTO rtree_incidents_geom
  VALUES (NEW.fid, ST_MinX(NEW.geom), ST_MaxX(NEW.geom), ST_MinY(NEW.geom), ST_MaxY(NEW.geom));
END

CREATE TRIGGER rtree_incidents_geom_update2 AFTER UPDATE OF geom ON incidents
  WHEN OLD.fid = NEW.fid AND (NEW.geom ISNULL OR ST_IsEmpty(NEW.geom))
BEGIN
  DELETE FROM rtree_incidents_geom WHERE id = OLD.fid;
END

CREATE TRIGGER rtree_incidents_geom_update3 AFTER UPDATE ON incidents
  WHEN OLD.fid != NEW.fid AND (NEW.geom NOTNULL AND NOT ST_IsEmpty(NEW.geom))
BEGIN
  DELETE FROM rtree_incidents_geom WHERE id = OLD.fid;
  INSERT OR REPLACE INTO rtree_incidents_geom
  VALUES (NEW.fid, ST_MinX(NEW.geom), ST_MaxX(NEW.geom), ST_MinY(NEW.geom), ST_MaxY(NEW.geom));
END

CREATE TRIGGER rtree_incidents_geom_update4 AFTER UPDATE ON incidents
  WHEN OLD.fid != NEW.fid AND (NEW.geom ISNULL OR ST_IsEmpty(NEW.geom))
BEGIN
  DELETE FROM rtree_incidents_geom WHERE id IN (OLD.fid, NEW.fid);
END

CREATE TRIGGER rtree_incidents_geom_delete AFTER DELETE ON incidents
  WHEN OLD.geom NOT NULL
BEGIN
  DELETE FROM rtree_incidents_geom WHERE id = OLD.fid;
END
