-- Sentences that people say the extraction has missed, each a telling of its report as long as its text has it.
CREATE TABLE missed (
  id     text PRIMARY KEY,                        -- of the telling
  report text NOT NULL,                           -- by name, for it stays where the report has gone
  body   jsonb NOT NULL,                          -- the whole of it, as the vocabulary has it
  who    text NOT NULL,
  at     timestamptz NOT NULL DEFAULT now(),
  gone   boolean NOT NULL DEFAULT false           -- taken back
);
CREATE INDEX missed_report ON missed (report);

-- The days that people say reports were published on, whatever the reports say.
CREATE TABLE dated (
  report    text PRIMARY KEY,                     -- by name
  published date NOT NULL,
  said      date,                                 -- what the report says itself
  who       text NOT NULL,
  at        timestamptz NOT NULL DEFAULT now()
);
