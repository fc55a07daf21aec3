-- What is long and only ever sent lies apart, so that a page has many incidents to search and to map.
ALTER TABLE incident
  SET (toast_tuple_target = 640),
  ALTER feature SET STORAGE EXTERNAL,
  ALTER words SET STORAGE EXTERNAL,
  ALTER title SET STORAGE MAIN,
  ALTER place_names SET STORAGE MAIN,
  ALTER mark SET STORAGE MAIN,
  ALTER during SET STORAGE MAIN;

-- How many incidents began when, by type: in all, by country (KZ) and by region (its place's id); by days and, without regions,
-- by hours. What is rejected is not among them. It is kept right by the triggers below, whoever changes incidents.
ALTER TABLE incident ADD admin1_id text NOT NULL DEFAULT '';
UPDATE incident i SET admin1_id = p.admin1_id FROM place p WHERE p.id = i.place_id;

CREATE TABLE tally (
  step   text NOT NULL,                           -- hour or day
  area   text NOT NULL,                           -- '' for all
  begins timestamp NOT NULL,                      -- on each place's clock
  type   text NOT NULL,
  n      integer NOT NULL,
  PRIMARY KEY (step, area, begins, type) INCLUDE (n)
);

CREATE FUNCTION count_anew() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  none CONSTANT text := '(SELECT * FROM incident WHERE false) none';
BEGIN
  EXECUTE format($sql$
    INSERT INTO tally AS t (step, area, begins, type, n)
    SELECT step, area, begins, type, sum(change)
      FROM (SELECT starts, type, country, admin1_id, 1 AS change FROM %s WHERE status <> 'rejected'
            UNION ALL
            SELECT starts, type, country, admin1_id, -1 FROM %s WHERE status <> 'rejected') changed,
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
CREATE TRIGGER count_added AFTER INSERT ON incident
  REFERENCING NEW TABLE AS after_it FOR EACH STATEMENT EXECUTE FUNCTION count_anew();
CREATE TRIGGER count_changed AFTER UPDATE ON incident
  REFERENCING OLD TABLE AS before_it NEW TABLE AS after_it FOR EACH STATEMENT EXECUTE FUNCTION count_anew();
CREATE TRIGGER count_dropped AFTER DELETE ON incident
  REFERENCING OLD TABLE AS before_it FOR EACH STATEMENT EXECUTE FUNCTION count_anew();

CREATE FUNCTION count_none() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  DELETE FROM tally;
  RETURN NULL;
END $$;
CREATE TRIGGER count_emptied AFTER TRUNCATE ON incident FOR EACH STATEMENT EXECUTE FUNCTION count_none();

INSERT INTO tally (step, area, begins, type, n)
SELECT step, area, begins, type, count(*)
  FROM incident,
       LATERAL (VALUES ('hour', '', date_trunc('hour', starts)), ('hour', nullif(country, ''), date_trunc('hour', starts)),
                       ('day', '', date_trunc('day', starts)), ('day', nullif(country, ''), date_trunc('day', starts)),
                       ('day', nullif(admin1_id, ''), date_trunc('day', starts))) counted (step, area, begins)
 WHERE area IS NOT NULL AND status <> 'rejected'
 GROUP BY 1, 2, 3, 4;
