-- What came in, byte for byte, each month in a table of its own, so that old months can be put on another disc or away whole.
CREATE TABLE original (
  arrival  bigint NOT NULL,
  received timestamptz NOT NULL,                  -- the arrival's own, so that only its month is looked into
  bytes    bytea NOT NULL,
  PRIMARY KEY (arrival, received)
) PARTITION BY RANGE (received);

-- Takes what belongs to a month that has no table, so that nothing is ever refused.
CREATE TABLE original_other PARTITION OF original DEFAULT;

-- Makes sure that a month (of UTC) has its table; one that had been put away is taken back.
CREATE FUNCTION original_month(moment timestamptz) RETURNS text LANGUAGE plpgsql
  SET search_path FROM CURRENT SET lock_timeout = '500ms' AS $$
DECLARE
  begins timestamptz := date_trunc('month', moment, 'UTC');
  ends   timestamptz := (begins AT TIME ZONE 'UTC' + interval '1 month') AT TIME ZONE 'UTC';
  name   text := 'original_' || to_char(begins AT TIME ZONE 'UTC', 'YYYY_MM');
BEGIN
  PERFORM pg_advisory_xact_lock(1869703015, 0);   -- one at a time
  IF EXISTS (SELECT FROM pg_inherits WHERE inhparent = 'original'::regclass AND inhrelid = to_regclass(name)) THEN
    RETURN name;
  END IF;
  EXECUTE format('CREATE TABLE IF NOT EXISTS %I (LIKE original INCLUDING ALL)', name);
  LOCK TABLE ONLY original IN SHARE UPDATE EXCLUSIVE MODE;
  LOCK TABLE original_other IN ACCESS EXCLUSIVE MODE;
  EXECUTE format('WITH moved AS (DELETE FROM original_other WHERE received >= $1 AND received < $2 RETURNING *)
                  INSERT INTO %I SELECT * FROM moved', name) USING begins, ends;
  EXECUTE format('ALTER TABLE original ATTACH PARTITION %I FOR VALUES FROM (%L) TO (%L)', name, begins, ends);
  RETURN name;
END $$;

SELECT original_month(month)
  FROM (SELECT date_trunc('month', received, 'UTC') FROM arrival WHERE bytes IS NOT NULL
         UNION VALUES (date_trunc('month', now(), 'UTC')), (date_trunc('month', now() + interval '1 month', 'UTC'))) months (month);
INSERT INTO original SELECT id, received, bytes FROM arrival WHERE bytes IS NOT NULL;

DROP TRIGGER tell_change ON arrival;
UPDATE arrival SET bytes = NULL WHERE bytes IS NOT NULL; -- so that their room is given back
ALTER TABLE arrival DROP COLUMN bytes;
CREATE TRIGGER tell_change AFTER UPDATE ON arrival FOR EACH ROW
  WHEN (OLD.state IS DISTINCT FROM NEW.state OR OLD.sha256 IS NULL AND NEW.sha256 IS NOT NULL) EXECUTE FUNCTION tell();
COMMENT ON COLUMN arrival.sha256 IS 'of the bytes; none while they are yet to be fetched';
