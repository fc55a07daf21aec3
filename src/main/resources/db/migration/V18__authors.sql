-- Who wrote a report, as it says itself.
ALTER TABLE report ADD COLUMN author text;
