-- Who may write. The name is what the history calls them, so it is never given to another.
CREATE TABLE person (
  id       bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  name     text NOT NULL,
  password text,                                   -- bcrypt; none where another house vouches for the person
  role     text NOT NULL CHECK (role IN ('viewer', 'editor', 'admin')),
  since    timestamptz NOT NULL DEFAULT now(),
  left_at  timestamptz                             -- when the account was closed
);
CREATE UNIQUE INDEX person_name ON person (lower(name));

-- Sessions, tokens and invitations: 256 random bits each, of which only the hash is here.
CREATE TABLE credential (
  id        bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  kind      text NOT NULL CHECK (kind IN ('session', 'token', 'invitation')),
  hash      bytea NOT NULL UNIQUE,
  person_id bigint REFERENCES person,              -- none for an invitation
  role      text,                                  -- what an invitation makes its bearer
  label     text,                                  -- what a token is for
  made      timestamptz NOT NULL DEFAULT now(),
  used      timestamptz,                           -- to the minute
  expires   timestamptz
);
CREATE INDEX credential_person ON credential (person_id);
