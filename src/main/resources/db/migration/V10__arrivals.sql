-- What came in, as it came, and how far it has got. The open rows are the queue; the bytes stay, so that they can be read again
-- by better readers.
CREATE TABLE arrival (
  id        bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  name      text NOT NULL,                        -- of the report that it is to become
  type      text,                                 -- its media type, where the sender said one
  url       text,                                 -- where it is from
  published date,                                 -- for a report that carries no date of its own
  bytes     bytea,                                -- none while they are yet to be fetched, nor where an earlier arrival has the same
  size      integer NOT NULL DEFAULT 0,
  sha256    bytea,
  sender    text NOT NULL,
  received  timestamptz NOT NULL DEFAULT now(),
  state     text NOT NULL DEFAULT 'waiting' CHECK (state IN ('waiting', 'working', 'done', 'failed', 'parked')),
  holder    integer,                              -- who works on it: the number of a lock that this process holds while it lives
  claims    integer NOT NULL DEFAULT 0,           -- how often somebody began with it and died over it
  failures  integer NOT NULL DEFAULT 0,
  next_try  timestamptz NOT NULL DEFAULT now(),
  error     text,
  done      timestamptz,
  report    text,                                 -- what it has become, and as which version
  version   integer
);
CREATE INDEX arrival_ready ON arrival (id) WHERE state IN ('waiting', 'failed');
CREATE INDEX arrival_open ON arrival (state) WHERE state <> 'done';
CREATE INDEX arrival_name ON arrival (name, id);
CREATE SEQUENCE arrival_holder AS integer CYCLE;

-- Whoever listens hears at each commit what has changed.
CREATE FUNCTION tell() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('oqiga', TG_TABLE_NAME);
  RETURN NULL;
END $$;
CREATE TRIGGER tell AFTER UPDATE ON revision FOR EACH ROW EXECUTE FUNCTION tell();
CREATE TRIGGER tell AFTER INSERT OR DELETE ON arrival FOR EACH ROW EXECUTE FUNCTION tell();
CREATE TRIGGER tell_change AFTER UPDATE ON arrival FOR EACH ROW
  WHEN (OLD.state IS DISTINCT FROM NEW.state OR OLD.bytes IS NULL AND NEW.bytes IS NOT NULL) EXECUTE FUNCTION tell();

-- Feeds that are asked again and again for what is new.
CREATE TABLE feed (
  id            bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  url           text NOT NULL UNIQUE,
  every_minutes integer NOT NULL CHECK (every_minutes BETWEEN 1 AND 10080),
  etag          text,
  last_modified text,
  next_poll     timestamptz NOT NULL DEFAULT now(),
  last_polled   timestamptz,
  failures      integer NOT NULL DEFAULT 0,
  last_error    text,
  added_by      text NOT NULL
);

-- What a feed has had, so that each entry comes in once.
CREATE TABLE feed_entry (
  feed_id bigint NOT NULL REFERENCES feed ON DELETE CASCADE,
  entry   text NOT NULL,                          -- a hash of what the feed knows it by
  seen    timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (feed_id, entry)
);
CREATE TRIGGER tell AFTER INSERT ON feed FOR EACH ROW EXECUTE FUNCTION tell();
