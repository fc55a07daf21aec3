-- The counts of one time stand in one row, a number for each type: two years by day are 731 rows to read where they were ten thousand.
-- A new type is added to the end of this list, as to that of the marks.
CREATE FUNCTION types() RETURNS text[] LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT ARRAY['protest', 'riot', 'seizure', 'arson', 'clash', 'attack', 'casualties', 'arrest', 'emergency', 'blackout', 'deployment',
               'operation', 'politics', 'disruption']
$$;

DROP TABLE tally;
CREATE TABLE tally (
  step   text NOT NULL,                           -- hour or day
  area   text NOT NULL,                           -- '' for all, a country (KZ) or the place id of a region
  begins timestamp NOT NULL,                      -- on each place's clock
  n      integer[] NOT NULL,                      -- in the order of types()
  PRIMARY KEY (step, area, begins)
);

CREATE FUNCTION added(one integer[], other integer[]) RETURNS integer[] LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT array_agg(coalesce(a, 0) + coalesce(b, 0) ORDER BY place) FROM unnest(one, other) WITH ORDINALITY each (a, b, place)
$$;

-- The statement that adds to the tally what is given as the text of a query: starts, type, country, admin1_id and change, 1 or -1.
CREATE FUNCTION counting(changed text) RETURNS text LANGUAGE sql STABLE AS $$
  SELECT format($sql$
    INSERT INTO tally AS t (step, area, begins, n)
    SELECT step, area, begins, ARRAY[%s]
      FROM (%s) changed,
           LATERAL (VALUES ('hour', '', date_trunc('hour', starts)), ('hour', nullif(country, ''), date_trunc('hour', starts)),
                           ('day', '', date_trunc('day', starts)), ('day', nullif(country, ''), date_trunc('day', starts)),
                           ('day', nullif(admin1_id, ''), date_trunc('day', starts))) counted (step, area, begins)
     WHERE area IS NOT NULL
     GROUP BY 1, 2, 3
     ORDER BY 1, 2, 3 -- so that two who count at the same time do not wait for each other
    ON CONFLICT (step, area, begins) DO UPDATE SET n = added(t.n, excluded.n)
  $sql$, (SELECT string_agg(format('coalesce(sum(change) FILTER (WHERE type = %L), 0)', type), ', ' ORDER BY place)
            FROM unnest(types()) WITH ORDINALITY each (type, place)), changed)
$$;

CREATE OR REPLACE FUNCTION count_anew() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  none CONSTANT text := '(SELECT * FROM incident WHERE false) none';
BEGIN
  EXECUTE counting(format($sql$
    SELECT starts, type, country, admin1_id, sum(change) AS change
      FROM (SELECT starts, type, country, admin1_id, 1 AS change FROM %s WHERE status <> 'rejected' AND NOT hidden
            UNION ALL
            SELECT starts, type, country, admin1_id, -1 FROM %s WHERE status <> 'rejected' AND NOT hidden) each
     GROUP BY 1, 2, 3, 4 HAVING sum(change) <> 0
  $sql$, CASE TG_OP WHEN 'DELETE' THEN none ELSE 'after_it' END, CASE TG_OP WHEN 'INSERT' THEN none ELSE 'before_it' END));
  RETURN NULL;
END $$;

DO $$
BEGIN
  EXECUTE counting('SELECT starts, type, country, admin1_id, 1 AS change FROM incident WHERE status <> ''rejected'' AND NOT hidden');
END $$;
