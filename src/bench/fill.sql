-- A million incidents in the real schema: round five hundred towns of Central Asia, the first of them far the busiest, over two
-- years, told in the order they happened. The same on every machine. Variables: rows (how many).
\set ON_ERROR_STOP 1
SET max_parallel_workers_per_gather = 0;
SET maintenance_work_mem = '512MB';
SET synchronous_commit = off;
DO 'BEGIN PERFORM setseed(0.2022); END';

-- indexes are made once, over all, when the rows are there
CREATE TEMP TABLE remade AS
SELECT indexdef FROM pg_indexes WHERE schemaname = 'oqiga' AND tablename = 'incident' AND indexname <> 'incident_pkey';
DO $$
DECLARE dropped text;
BEGIN
  FOR dropped IN SELECT indexname FROM pg_indexes
                  WHERE schemaname = 'oqiga' AND tablename = 'incident' AND indexname <> 'incident_pkey' LOOP
    EXECUTE 'DROP INDEX oqiga.' || dropped;
  END LOOP;
END $$;

CREATE TEMP TABLE town AS
SELECT n, 'bench:' || n AS id, 'Town ' || n AS name, 'Қала ' || n AS local, 46.5 + random() * 40.5 AS lon, 35 + random() * 20 AS lat,
       0.03 + random() * 0.15 AS spread, power(n, -0.8) AS weight,
       (ARRAY['KZ', 'UZ', 'KG', 'TJ', 'TM'])[1 + n % 5] AS country, 'Region ' || (1 + n % 40) AS region, 1 + n % 40 AS region_no
  FROM generate_series(1, 500) n;

INSERT INTO place (id, name, name_local, level, country, admin1_id, admin1, population, radius_km, geom)
SELECT id, name, local, 'town', country, 'bench:r' || region_no, region, (2e6 * weight)::bigint, 5,
       ST_SetSRID(ST_MakePoint(lon, lat), 4326)
  FROM town;

INSERT INTO report (name, content, title, lang, published, text, marks)
SELECT 'report-' || n || '.txt', n::text, 'Report ' || n, 'en', date '2024-01-01' + n % 731,
       'Nothing to read here, says number ' || n || '.', '{}'
  FROM generate_series(1, 10000) n;

-- one draw of a town is one look into a table of ten thousand places, filled in proportion to the weights
CREATE TEMP TABLE share AS
SELECT n, sum(weight) OVER (ORDER BY n) / sum(weight) OVER () AS upto FROM town;
CREATE TEMP TABLE lot AS
SELECT ticket, min(n) AS town_no FROM generate_series(1, 10000) ticket JOIN share ON upto >= (ticket - 0.5) / 10000 GROUP BY ticket;
ANALYZE lot;

CREATE TEMP TABLE wording AS
SELECT what, why, phrase, cause, to_tsvector('russian', told) || to_tsvector('simple', told) AS words, told
  FROM unnest(ARRAY['Crowds gather', 'Police detain several people', 'Shots are heard', 'A blast damages a building',
                    'Residents block the road', 'Soldiers take up positions', 'Shops burn near the market',
                    'Workers walk out of the plant']) WITH ORDINALITY a (phrase, what),
       unnest(ARRAY['water', 'land', 'wages', 'the price of gas', 'an arrest']) WITH ORDINALITY b (cause, why),
       LATERAL (SELECT phrase || ' after a quarrel over ' || cause || ', witnesses said on the day; nobody could say how it began,'
                    || ' and the authorities gave no figures.' AS told) c;
CREATE TEMP TABLE kind AS
SELECT * FROM unnest(
  ARRAY['protest', 'riot', 'seizure', 'arson', 'clash', 'attack', 'casualties', 'arrest', 'emergency', 'blackout', 'deployment',
        'operation', 'politics', 'disruption'],
  ARRAY['Protests', 'Riots', 'Riots', 'Riots', 'Riots', 'Violence against civilians', NULL, 'Strategic developments',
        'Strategic developments', 'Strategic developments', 'Strategic developments', 'Strategic developments',
        'Strategic developments', NULL]) WITH ORDINALITY k (type, acled, no);

INSERT INTO incident (id, geom, days, during, starts, ends, precision, type, title, place_id, level, country, admin1_id, place_names, confidence,
                      status, first_published, reports, deaths, assertion, words, feature)
SELECT id, ST_SetSRID(ST_MakePoint(lon, lat), 4326), daterange(starts::date, last_day, '[]'),
       tstzrange(starts AT TIME ZONE interval '05:00', ends AT TIME ZONE interval '05:00'), starts, ends, precision, type, title, place_id, 'town', country, 'bench:r' || region_no,
       ARRAY[place_id, lower(name), lower(local), 'bench:r' || region_no, lower(region)], confidence, 'extracted', last_day + 1, 1,
       CASE WHEN dead > 0 THEN int4range(dead, dead, '[]') END, 'stated', words || to_tsvector('simple', name || ' ' || region),
       '{"type":"Feature","id":"' || id || '","geometry":{"type":"Point","coordinates":[' || lon || ',' || lat
         || ']},"properties":{"title":"' || title || '","type":"' || type || '","start":"'
         || CASE precision WHEN 'hour' THEN to_char(starts, 'YYYY-MM-DD"T"HH24:MI:00"+05:00"') ELSE to_char(starts, 'YYYY-MM-DD') END
         || '","end":"' || CASE precision WHEN 'hour' THEN to_char(starts, 'YYYY-MM-DD"T"HH24:MI:00"+05:00"') ELSE last_day::text END
         || '","time_precision":"' || precision || '","in_force_until":null,"place":"' || name || '","place_local":"' || local
         || '","place_id":"' || place_id || '","place_level":"town","admin1":"' || region || '","country":"' || country
         || '","uncertainty_km":5,"actors":["residents"],"assertion":"stated","deaths":' || shown || ',"deaths_low":' || shown
         || ',"deaths_high":' || shown || ',"injured":null,"injured_low":null,"injured_high":null,"arrested":null,"arrested_low":null,'
         || '"arrested_high":null,"confidence":' || confidence || ',"status":"extracted","reports":1,"first_published":"'
         || last_day + 1 || '","acled_event_type":' || coalesce('"' || acled || '"', 'null') || ',"acled_sub_event_type":null,"plover":'
         || coalesce('"PROTEST"', 'null') || ',"sources":[{"report":"report-' || 1 + i % 10000 || '.txt","title":"Report '
         || 1 + i % 10000 || '","url":null,"published":"' || last_day + 1 || '","quote":"' || told || '","start":' || 100 + i % 3000
         || ',"end":' || 100 + i % 3000 + length(told) || ',"attribution":null,"assertion":"stated","deaths":' || shown
         || ',"injured":null,"arrested":null,"victims":null}]}}'
  FROM (SELECT i, substr(md5(i::text), 1, 20) AS id, place.*, type, acled, words, told, precision, dead,
               round((lon0 + spread * sqrt(-2 * ln(1 - r1)) * cos(2 * pi() * r2))::numeric, 5) AS lon,
               round((lat0 + spread * sqrt(-2 * ln(1 - r1)) * sin(2 * pi() * r2))::numeric, 5) AS lat,
               phrase || ' in ' || name || ' after a quarrel over ' || cause AS title,
               CASE precision WHEN 'hour' THEN at ELSE date_trunc('day', at) END AS starts,
               CASE precision WHEN 'hour' THEN at + interval '1 minute'
                    ELSE date_trunc('day', at) + CASE precision WHEN 'day' THEN interval '1 day' WHEN 'week' THEN interval '7 days'
                                                                ELSE interval '30 days' END END AS ends,
               (CASE precision WHEN 'week' THEN date_trunc('day', at) + interval '6 days'
                               WHEN 'month' THEN date_trunc('day', at) + interval '29 days' ELSE at END)::date AS last_day,
               round((0.3 + 0.7 * r5)::numeric, 3) AS confidence, coalesce(nullif(dead, 0)::text, 'null') AS shown
          FROM (SELECT i, 1 + floor(r0 * 10000)::int AS drawn_lot, r1, r2, r5,
                       date_trunc('minute', timestamp '2024-01-01' + floor(r3 * 731 * 86400) * interval '1 second') AS at,
                       1 + floor(14 * power(r4, 1.6))::int AS kind_no, 1 + floor(8 * r5)::int AS what_no, 1 + floor(5 * r6)::int AS why_no,
                       CASE WHEN r7 < 0.3 THEN 'hour' WHEN r7 < 0.92 THEN 'day' WHEN r7 < 0.98 THEN 'week' ELSE 'month' END AS precision,
                       CASE WHEN r8 < 0.85 THEN 0 ELSE floor(-3 * ln(1 - (r8 - 0.85) / 0.150001))::int END AS dead
                  -- sorted outside: sorted by one random(), PostgreSQL takes those that look the same for the same
                  FROM (SELECT * FROM (SELECT i, random() r0, random() r1, random() r2, random() r3, random() r4, random() r5,
                                              random() r6, random() r7, random() r8
                                         FROM generate_series(1, :rows) i OFFSET 0) dice ORDER BY r3) drawn) chosen
          JOIN lot ON lot.ticket = drawn_lot
          JOIN (SELECT n, id AS place_id, name, local, lon AS lon0, lat AS lat0, spread, country, region, region_no FROM town) place
            ON place.n = town_no
          JOIN kind ON kind.no = kind_no
          JOIN wording ON wording.what = what_no AND wording.why = why_no) made
 ORDER BY starts; -- joined, they would lie in any order

SELECT indexdef FROM remade \gexec
UPDATE revision SET number = number + 1;
VACUUM ANALYZE incident;
ANALYZE place, report;
SELECT count(*) AS incidents, pg_size_pretty(pg_relation_size('incident')) AS heap,
       pg_size_pretty(pg_total_relation_size('incident')) AS whole, round(avg(length(feature))) AS feature_length FROM incident;
