-- An empty GeoPackage 1.3 (OGC 12-128r17) with our tables. A blank line ends a statement.
PRAGMA application_id = 1196444487

PRAGMA user_version = 10300

PRAGMA journal_mode = OFF

PRAGMA synchronous = OFF

PRAGMA locking_mode = EXCLUSIVE

CREATE TABLE gpkg_spatial_ref_sys (
  srs_name TEXT NOT NULL, srs_id INTEGER NOT NULL PRIMARY KEY, organization TEXT NOT NULL,
  organization_coordsys_id INTEGER NOT NULL, definition TEXT NOT NULL, description TEXT)

INSERT INTO gpkg_spatial_ref_sys VALUES
  ('Undefined Cartesian SRS', -1, 'NONE', -1, 'undefined', 'undefined Cartesian coordinate reference system'),
  ('Undefined geographic SRS', 0, 'NONE', 0, 'undefined', 'undefined geographic coordinate reference system'),
  ('WGS 84 geodetic', 4326, 'EPSG', 4326,
   'GEOGCS["WGS 84",DATUM["WGS_1984",SPHEROID["WGS 84",6378137,298.257223563,AUTHORITY["EPSG","7030"]],AUTHORITY["EPSG","6326"]],PRIMEM["Greenwich",0,AUTHORITY["EPSG","8901"]],UNIT["degree",0.0174532925199433,AUTHORITY["EPSG","9122"]],AXIS["Latitude",NORTH],AXIS["Longitude",EAST],AUTHORITY["EPSG","4326"]]',
   'longitude/latitude coordinates in decimal degrees on the WGS 84 spheroid')

CREATE TABLE gpkg_contents (
  table_name TEXT NOT NULL PRIMARY KEY, data_type TEXT NOT NULL, identifier TEXT UNIQUE, description TEXT DEFAULT '',
  last_change DATETIME NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ','now')), min_x DOUBLE, min_y DOUBLE, max_x DOUBLE,
  max_y DOUBLE, srs_id INTEGER,
  CONSTRAINT fk_gc_r_srs_id FOREIGN KEY (srs_id) REFERENCES gpkg_spatial_ref_sys (srs_id))

CREATE TABLE gpkg_geometry_columns (
  table_name TEXT NOT NULL, column_name TEXT NOT NULL, geometry_type_name TEXT NOT NULL, srs_id INTEGER NOT NULL,
  z TINYINT NOT NULL, m TINYINT NOT NULL,
  CONSTRAINT pk_geom_cols PRIMARY KEY (table_name, column_name), CONSTRAINT uk_gc_table_name UNIQUE (table_name),
  CONSTRAINT fk_gc_tn FOREIGN KEY (table_name) REFERENCES gpkg_contents (table_name),
  CONSTRAINT fk_gc_srs FOREIGN KEY (srs_id) REFERENCES gpkg_spatial_ref_sys (srs_id))

CREATE TABLE gpkg_extensions (
  table_name TEXT, column_name TEXT, extension_name TEXT NOT NULL, definition TEXT NOT NULL, scope TEXT NOT NULL,
  CONSTRAINT ge_tce UNIQUE (table_name, column_name, extension_name))

CREATE TABLE gpkgext_relations (
  id INTEGER PRIMARY KEY AUTOINCREMENT, base_table_name TEXT NOT NULL, base_primary_column TEXT NOT NULL DEFAULT 'id',
  related_table_name TEXT NOT NULL, related_primary_column TEXT NOT NULL DEFAULT 'id', relation_name TEXT NOT NULL,
  mapping_table_name TEXT NOT NULL UNIQUE)

CREATE TABLE incidents (
  fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, geom POINT NOT NULL, id TEXT NOT NULL UNIQUE, title TEXT, type TEXT,
  "start" TEXT, "end" TEXT, first_day DATE, last_day DATE, time_precision TEXT, in_force_until DATE, place TEXT, place_local TEXT,
  place_id TEXT, place_level TEXT, admin1 TEXT, country TEXT, uncertainty_km DOUBLE, actors TEXT, assertion TEXT,
  deaths INTEGER, deaths_low INTEGER, deaths_high INTEGER, injured INTEGER, injured_low INTEGER, injured_high INTEGER,
  arrested INTEGER, arrested_low INTEGER, arrested_high INTEGER, confidence DOUBLE, status TEXT, reports INTEGER,
  first_published DATE, acled_event_type TEXT, acled_sub_event_type TEXT, plover TEXT, quote TEXT)

CREATE TABLE sources (
  id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, incident_id TEXT NOT NULL, report TEXT, title TEXT, url TEXT, published DATE,
  quote TEXT, "start" INTEGER, "end" INTEGER, attribution TEXT, assertion TEXT, deaths INTEGER, injured INTEGER,
  arrested INTEGER, victims TEXT)

CREATE TABLE regions (
  fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, geom MULTIPOLYGON NOT NULL, id TEXT NOT NULL UNIQUE, name TEXT, name_local TEXT,
  level TEXT, country TEXT, population INTEGER, area_km2 DOUBLE, incidents INTEGER)

CREATE TABLE incidents_sources (base_id INTEGER NOT NULL, related_id INTEGER NOT NULL)

CREATE TABLE about (id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, what TEXT NOT NULL, value TEXT NOT NULL)

INSERT INTO gpkg_contents (table_name, data_type, identifier, srs_id) VALUES
  ('incidents', 'features', 'incidents', 4326), ('regions', 'features', 'regions', 4326), ('sources', 'attributes', 'sources', NULL),
  ('incidents_sources', 'attributes', 'incidents_sources', NULL), ('about', 'attributes', 'about', NULL)

INSERT INTO gpkg_geometry_columns VALUES
  ('incidents', 'geom', 'POINT', 4326, 0, 0), ('regions', 'geom', 'MULTIPOLYGON', 4326, 0, 0)

INSERT INTO gpkgext_relations (base_table_name, base_primary_column, related_table_name, related_primary_column, relation_name,
  mapping_table_name)
VALUES ('incidents', 'fid', 'sources', 'id', 'attributes', 'incidents_sources')

INSERT INTO gpkg_extensions VALUES
  ('gpkgext_relations', NULL, 'gpkg_related_tables', 'http://www.opengis.net/doc/IS/gpkg-rte/1.0', 'read-write'),
  ('incidents_sources', NULL, 'gpkg_related_tables', 'http://www.opengis.net/doc/IS/gpkg-rte/1.0', 'read-write')

CREATE VIRTUAL TABLE rtree_incidents_geom USING rtree(id, minx, maxx, miny, maxy)

CREATE VIRTUAL TABLE rtree_regions_geom USING rtree(id, minx, maxx, miny, maxy)
