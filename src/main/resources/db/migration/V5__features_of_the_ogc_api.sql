-- What a filter may ask an incident for besides the columns there are; as its feature says it.
ALTER TABLE incident
  ADD COLUMN place_name     text GENERATED ALWAYS AS (feature::jsonb #>> '{properties,place}') STORED,
  ADD COLUMN place_local    text GENERATED ALWAYS AS (feature::jsonb #>> '{properties,place_local}') STORED,
  ADD COLUMN admin1         text GENERATED ALWAYS AS (feature::jsonb #>> '{properties,admin1}') STORED,
  ADD COLUMN uncertainty_km double precision
    GENERATED ALWAYS AS ((feature::jsonb #>> '{properties,uncertainty_km}')::double precision) STORED,
  ADD COLUMN actors         text GENERATED ALWAYS AS
    (replace(btrim(feature::jsonb #>> '{properties,actors}', '[]'), '"', '')) STORED,
  ADD COLUMN deaths_best    integer GENERATED ALWAYS AS ((feature::jsonb #>> '{properties,deaths}')::integer) STORED,
  ADD COLUMN injured_best   integer GENERATED ALWAYS AS ((feature::jsonb #>> '{properties,injured}')::integer) STORED,
  ADD COLUMN arrested_best  integer GENERATED ALWAYS AS ((feature::jsonb #>> '{properties,arrested}')::integer) STORED;

-- How often a report names a place, whether or not anything happened there.
CREATE TABLE mention (
  place_id  text NOT NULL REFERENCES place,
  report_id bigint NOT NULL REFERENCES report ON DELETE CASCADE,
  times     integer NOT NULL,
  PRIMARY KEY (place_id, report_id)
);
CREATE INDEX mention_report ON mention (report_id);
INSERT INTO mention
SELECT p.id, r.id, count(*)
  FROM report r
 CROSS JOIN jsonb_array_elements(r.marks -> 'toponyms') AS t
  JOIN place p ON p.id = t ->> 'place_id'
 GROUP BY 1, 2;

-- The gazetteer's shapes of the countries that the store has places in, and of their regions.
CREATE TABLE region (
  id         text PRIMARY KEY,
  name       text NOT NULL,
  name_local text NOT NULL,
  level      text NOT NULL,
  country    text NOT NULL,
  population bigint NOT NULL,
  area_km2   double precision NOT NULL,
  geom       geometry(MultiPolygon, 4326) NOT NULL
);
CREATE INDEX region_where ON region USING gist (geom);
CREATE INDEX region_country ON region (country);
CREATE INDEX place_where ON place USING gist (geom);
CREATE INDEX place_country ON place (country);
CREATE INDEX telling_where ON telling USING gist (geom);
