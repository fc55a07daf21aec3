-- A report as read, and what was marked in it. Its name is its identity; another text under the name is its next version.
CREATE TABLE report (
  id        bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  name      text NOT NULL UNIQUE,
  version   integer NOT NULL DEFAULT 1,
  content   text NOT NULL,                        -- hash of all that the extraction reads, so that the same is known again
  title     text,
  url       text,
  lang      text NOT NULL,
  published date,
  received  timestamptz NOT NULL DEFAULT now(),
  text      text NOT NULL,
  marks     jsonb NOT NULL                        -- toponyms, dates and skips with offsets, as the API shows them
);
CREATE INDEX report_published ON report (published, id);

-- A place that an incident was set in, as the gazetteer had it then.
CREATE TABLE place (
  id         text PRIMARY KEY,
  name       text NOT NULL,
  name_local text NOT NULL,
  level      text NOT NULL,
  country    text NOT NULL,
  admin1_id  text NOT NULL,
  admin1     text NOT NULL,
  population bigint NOT NULL,
  radius_km  double precision NOT NULL,
  geom       geometry(Point, 4326) NOT NULL
);

-- What the map shows: an incident as all its reports tell it. Days are those of the place's own calendar.
CREATE TABLE incident (
  id              text PRIMARY KEY,
  geom            geometry(Point, 4326) NOT NULL,
  days            daterange NOT NULL,
  during          tstzrange NOT NULL,             -- the same in moments, for questions that come with a clock
  starts          timestamp NOT NULL,             -- on the place's clock; midnight where the hour is not known
  ends            timestamp NOT NULL,             -- the first moment after it, on the place's clock
  precision       text NOT NULL,
  type            text NOT NULL,
  title           text NOT NULL,
  place_id        text NOT NULL REFERENCES place,
  level           text NOT NULL,
  country         text NOT NULL,
  place_names     text[] NOT NULL,                -- whatever it may be asked for by, in lower case
  confidence      real NOT NULL,
  status          text NOT NULL DEFAULT 'extracted',
  first_published date,
  reports         integer NOT NULL,
  deaths          int4range,                      -- low to high over the claims
  injured         int4range,
  arrested        int4range,
  changed         timestamptz NOT NULL DEFAULT now(),
  words           tsvector NOT NULL,
  feature         text NOT NULL                   -- the GeoJSON of the contract, so that answers are only strung together
);
CREATE INDEX incident_where_when ON incident USING gist (geom, days);
CREATE INDEX incident_days ON incident USING gist (days);
CREATE INDEX incident_order ON incident (starts, id);
CREATE INDEX incident_type ON incident (type, starts);
CREATE INDEX incident_place ON incident USING gin (place_names);
CREATE INDEX incident_published ON incident (first_published);
CREATE INDEX incident_words ON incident USING gin (words);

-- An incident as one report tells it: what linking works on, so that a report can be taken out and linked anew.
CREATE TABLE telling (
  id          text PRIMARY KEY,
  report_id   bigint NOT NULL REFERENCES report ON DELETE CASCADE,
  incident_id text REFERENCES incident ON DELETE SET NULL,
  position    integer NOT NULL,                   -- in the report's own order
  type        text NOT NULL,
  days        daterange NOT NULL,
  place_id    text NOT NULL REFERENCES place,
  geom        geometry(Point, 4326) NOT NULL,
  body        jsonb NOT NULL                      -- the whole of it, as the vocabulary has it
);
CREATE INDEX telling_report ON telling (report_id, position);
CREATE INDEX telling_incident ON telling (incident_id);
CREATE INDEX telling_block ON telling (place_id, type, lower(days));

-- What people change, and nothing else; it stays even where the incident has gone.
CREATE TABLE history (
  id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  incident_id text NOT NULL,
  at          timestamptz NOT NULL DEFAULT now(),
  who         text NOT NULL,
  what        text NOT NULL,
  why         text,
  before      jsonb,
  after       jsonb
);
CREATE INDEX history_incident ON history (incident_id, id);

-- One row that every change of incidents or reports counts up; answers are as old as its number.
CREATE TABLE revision (
  number bigint NOT NULL
);
INSERT INTO revision VALUES (1);
