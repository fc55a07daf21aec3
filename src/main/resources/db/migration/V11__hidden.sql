-- Incidents that the public is not told of are few.
CREATE INDEX incident_hidden ON incident (id) WHERE hidden;

-- The tiles' index says by itself who may see what.
DROP INDEX incident_tile;
CREATE INDEX incident_tile ON incident (cell) INCLUDE (mark, type, days, hidden) WHERE status <> 'rejected';

-- What is hidden is not in the counts: who may see it counts it besides.
CREATE OR REPLACE FUNCTION count_anew() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  none CONSTANT text := '(SELECT * FROM incident WHERE false) none';
BEGIN
  EXECUTE format($sql$
    INSERT INTO tally AS t (step, area, begins, type, n)
    SELECT step, area, begins, type, sum(change)
      FROM (SELECT starts, type, country, admin1_id, 1 AS change FROM %s WHERE status <> 'rejected' AND NOT hidden
            UNION ALL
            SELECT starts, type, country, admin1_id, -1 FROM %s WHERE status <> 'rejected' AND NOT hidden) changed,
           LATERAL (VALUES ('hour', '', date_trunc('hour', starts)), ('hour', nullif(country, ''), date_trunc('hour', starts)),
                           ('day', '', date_trunc('day', starts)), ('day', nullif(country, ''), date_trunc('day', starts)),
                           ('day', nullif(admin1_id, ''), date_trunc('day', starts))) counted (step, area, begins)
     WHERE area IS NOT NULL
     GROUP BY 1, 2, 3, 4 HAVING sum(change) <> 0
     ORDER BY 1, 2, 3, 4 -- so that two who count at the same time do not wait for each other
    ON CONFLICT (step, area, begins, type) DO UPDATE SET n = t.n + excluded.n
  $sql$, CASE TG_OP WHEN 'DELETE' THEN none ELSE 'after_it' END, CASE TG_OP WHEN 'INSERT' THEN none ELSE 'before_it' END);
  RETURN NULL;
END $$;
