-- What the map plays from and the feature alone had.
ALTER TABLE incident
  ADD assertion text,
  ADD in_force_until date;                         -- the last day that a measure was in force
UPDATE incident
   SET assertion = feature::json -> 'properties' ->> 'assertion',
       in_force_until = (feature::json -> 'properties' ->> 'in_force_until')::date;
ALTER TABLE incident ALTER assertion SET NOT NULL;
