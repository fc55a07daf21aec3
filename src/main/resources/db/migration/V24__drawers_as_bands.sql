-- Drawers are bands right round the globe, a degree of latitude high, rather than squares: within a drawer the index goes by longitude, so a
-- search begins and ends where its box does. A box of nine degrees by four and 46 days opens 70 drawers where it opened 300, each a way
-- down the index of its own. What is over within a day lies with what takes up to a week for the same reason.
ALTER TABLE incident DROP COLUMN drawer;
DROP FUNCTION drawers(float8, float8, float8, float8, integer, integer);
DROP FUNCTION drawer_of(float8, float8, integer, integer);

-- of the incident: which drawer it lies in, by the eight days that it begins in, the 32 or the 512 (shifted, a negative number is rounded
-- down), or with the longest
CREATE FUNCTION drawer_of(lat float8, first_day integer, last_day integer) RETURNS bigint
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT (CASE WHEN last_day - first_day < 8 THEN (first_day >> 3)::bigint * 4
               WHEN last_day - first_day < 32 THEN (first_day >> 5)::bigint * 4 + 1
               WHEN last_day - first_day < 512 THEN (first_day >> 9)::bigint * 4 + 2
               ELSE 3 END) * 256
         + floor(lat + 90)::bigint
$$;

-- all drawers with incidents between two latitudes and of days (since 1970, both counted in); loops, since SQL that says the same is planned
-- anew each time, which takes seven times as long
CREATE FUNCTION drawers(south float8, north float8, first_day integer, last_day integer) RETURNS bigint[]
LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
DECLARE
  found bigint[] := '{}';
BEGIN
  FOR band IN floor(south + 90)::integer .. floor(north + 90)::integer LOOP
    FOR slot IN (first_day - 7) >> 3 .. last_day >> 3 LOOP
      found := found || (slot::bigint * 1024 + band);
    END LOOP;
    FOR slot IN (first_day - 31) >> 5 .. last_day >> 5 LOOP
      found := found || (slot::bigint * 1024 + 256 + band);
    END LOOP;
    FOR slot IN (first_day - 511) >> 9 .. last_day >> 9 LOOP
      found := found || (slot::bigint * 1024 + 512 + band);
    END LOOP;
    found := found || (768::bigint + band);
  END LOOP;
  RETURN found;
END
$$;

ALTER TABLE incident ADD drawer bigint NOT NULL GENERATED ALWAYS AS (
  drawer_of(ST_Y(geom), lower(days) - date '1970-01-01', upper(days) - 1 - date '1970-01-01')) STORED;
-- the planner looks at all values it keeps of a column for each drawer that is asked for
ALTER TABLE incident ALTER drawer SET STATISTICS 10;
CREATE INDEX incident_drawer ON incident (drawer, lon, lat, first_day, last_day) INCLUDE (ordinal, id, type, hidden, brief)
 WHERE status <> 'rejected';
