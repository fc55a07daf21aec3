-- What is made over all rows: indexes, how far they reach, and the triggers that keep the spatial index for who edits the file.
CREATE INDEX incidents_type ON incidents (type)

CREATE INDEX incidents_first_day ON incidents (first_day)

CREATE INDEX sources_incident ON sources (incident_id)

CREATE INDEX incidents_sources_base ON incidents_sources (base_id)
