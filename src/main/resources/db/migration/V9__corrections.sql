-- What people have set right in an incident, field by field; it stays where the incident has gone, for it may come back.
CREATE TABLE correction (
  incident_id text PRIMARY KEY,
  patch       jsonb NOT NULL,                     -- the fields that people set, as the API names them; {} where all was taken back
  who         text NOT NULL,                      -- whoever changed it last
  at          timestamptz NOT NULL DEFAULT now(),
  extracted   text,                               -- the incident's feature without it
  exact       jsonb                               -- where it was, if the public is told less exactly; nobody but editors is told
);

ALTER TABLE incident ADD COLUMN IF NOT EXISTS hidden boolean NOT NULL DEFAULT false;

-- Counts up with every change of any incident, so that one that goes and comes back does not look like it was.
CREATE SEQUENCE incident_version;
ALTER TABLE incident ADD COLUMN version bigint NOT NULL DEFAULT 0;
ALTER TABLE incident ALTER version SET DEFAULT nextval('incident_version');

INSERT INTO correction (incident_id, patch, who, extracted)
SELECT id, jsonb_build_object('status', status), 'somebody',
       jsonb_set(feature::jsonb, '{properties,status}', '"extracted"')::text
  FROM incident WHERE status <> 'extracted';

-- A change may be of several incidents, and taken back by a later one.
ALTER TABLE history
  ALTER incident_id DROP NOT NULL,
  ADD COLUMN incidents text[] NOT NULL DEFAULT '{}', -- all that it is about
  ADD COLUMN report text,                         -- the report that it is about
  ADD COLUMN was jsonb NOT NULL DEFAULT '{}',     -- what undoing puts back
  ADD COLUMN became jsonb NOT NULL DEFAULT '{}',
  ADD COLUMN touches text[] NOT NULL DEFAULT '{}', -- what a later change must not have touched for this to be undone
  ADD COLUMN undoes bigint REFERENCES history,
  ADD COLUMN undone_by bigint REFERENCES history;
UPDATE history SET incidents = ARRAY[incident_id];
CREATE INDEX history_incidents ON history USING gin (incidents);
