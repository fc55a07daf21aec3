-- Where incidents are on a web map's square plane, 2^20 cells each way, numbered along a curve on which the cells of any tile
-- follow one another: a tile is one stretch of an index, and the index has all that is to be drawn.
CREATE FUNCTION apart(number bigint) RETURNS bigint IMMUTABLE STRICT PARALLEL SAFE LANGUAGE plpgsql AS $$
BEGIN -- a zero between each two of the lowest 20 binary digits
  number := (number | (number << 16)) & x'0000FFFF0000FFFF'::bigint;
  number := (number | (number << 8)) & x'00FF00FF00FF00FF'::bigint;
  number := (number | (number << 4)) & x'0F0F0F0F0F0F0F0F'::bigint;
  number := (number | (number << 2)) & x'3333333333333333'::bigint;
  RETURN (number | (number << 1)) & x'5555555555555555'::bigint;
END $$;

-- Web Mercator (EPSG:3857) from west to east and from north to south, 0 to 2^31 - 1; the plane ends at 85 degrees.
CREATE FUNCTION plane_x(lon double precision) RETURNS integer IMMUTABLE STRICT PARALLEL SAFE LANGUAGE sql AS
  'SELECT least(2147483647, floor((lon + 180) / 360 * 2147483648))::integer';
CREATE FUNCTION plane_y(lat double precision) RETURNS integer IMMUTABLE STRICT PARALLEL SAFE LANGUAGE sql AS
  'SELECT greatest(0, least(2147483647, floor((1 - asinh(tan(radians(greatest(-86, least(86, lat))))) / pi()) * 1073741824)))::integer';

ALTER TABLE incident
  ADD cell bigint NOT NULL GENERATED ALWAYS AS (
    apart(plane_x(ST_X(geom)) >> 11) | (apart(plane_y(ST_Y(geom)) >> 11) << 1)) STORED,
  -- x, y, first minute and the one after the last since 1970 on the place's clock; type, precision and level as their place in
  -- these lists, to whose end a new word is added; id
  ADD mark bytea NOT NULL GENERATED ALWAYS AS (
    int4send(plane_x(ST_X(geom))) || int4send(plane_y(ST_Y(geom)))
    || int4send((date_part('epoch', starts) / 60)::integer) || int4send((date_part('epoch', ends) / 60)::integer)
    || int2send((256 * array_position(ARRAY['protest', 'riot', 'seizure', 'arson', 'clash', 'attack', 'casualties', 'arrest',
         'emergency', 'blackout', 'deployment', 'operation', 'politics', 'disruption'], type)
       + 16 * array_position(ARRAY['hour', 'day', 'week', 'month', 'year'], precision)
       + array_position(ARRAY['site', 'district', 'town', 'region', 'country'], level))::smallint)
    || int2send(length(id)::smallint) || decode(replace(id, '\', '\\'), 'escape')) STORED;

CREATE INDEX incident_tile ON incident (cell) INCLUDE (mark, type, days) WHERE status <> 'rejected';
