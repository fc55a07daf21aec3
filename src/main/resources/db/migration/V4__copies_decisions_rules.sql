-- Which rules read a report, so that those read by others are read again; '' is what was read before this was kept.
ALTER TABLE report ADD COLUMN rules text NOT NULL DEFAULT '';

-- A text's likeness in few numbers, and the report that printed the text first, where this one prints it again.
ALTER TABLE report ADD COLUMN sketch bigint[] NOT NULL DEFAULT '{}';
ALTER TABLE report ADD COLUMN same_text_as bigint REFERENCES report ON DELETE SET NULL;
CREATE INDEX report_sketch ON report USING gin (sketch);
CREATE INDEX report_same_text_as ON report (same_text_as);

-- Why a telling was taken for its incident: the rule and its values; null for the one that an incident began with.
ALTER TABLE telling ADD COLUMN joined jsonb;

-- What people decided about which tellings are of the same incident. A decision is undone, never deleted.
CREATE TABLE decision (
  id        bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  at        timestamptz NOT NULL DEFAULT now(),
  who       text NOT NULL,
  same      boolean NOT NULL,
  why       text,
  undone_at timestamptz,
  undone_by text
);

-- Each pair of tellings that a decision is about; for a pair the latest that is not undone holds.
CREATE TABLE verdict (
  decision_id bigint NOT NULL REFERENCES decision ON DELETE CASCADE,
  one         text NOT NULL,                      -- a telling's id; stays where the telling has gone, for it may come back
  other       text NOT NULL,
  PRIMARY KEY (decision_id, one, other)
);
CREATE INDEX verdict_one ON verdict (one);
CREATE INDEX verdict_other ON verdict (other);
