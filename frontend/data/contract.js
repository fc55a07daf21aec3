/**
 * What the service answers, as types; there is no code here.
 *
 * @typedef {object} Source
 * @property {string} report id of the report
 * @property {string} [name] its file's name
 * @property {string|null} title
 * @property {string|null} url
 * @property {string|null} published
 * @property {string} quote an exact substring of the report's text
 * @property {number} start offsets in UTF-16 units
 * @property {number} end
 * @property {string|null} attribution
 * @property {string} assertion
 * @property {number|null} deaths
 * @property {number|null} injured
 * @property {number|null} arrested
 * @property {string|null} victims
 * @property {string} [same_text_as] the report whose text this one prints again
 *
 * @typedef {object} Properties
 * @property {string} title
 * @property {string} type
 * @property {string} start
 * @property {string} end
 * @property {'hour'|'day'|'week'|'month'|'year'} time_precision
 * @property {string|null} in_force_until
 * @property {string} place
 * @property {string|null} place_local
 * @property {string|null} place_id
 * @property {string} place_level
 * @property {string|null} admin1
 * @property {string|null} country
 * @property {number|null} uncertainty_km
 * @property {string[]} actors
 * @property {string} assertion
 * @property {number|null} deaths
 * @property {number|null} deaths_low
 * @property {number|null} deaths_high
 * @property {number|null} injured
 * @property {number|null} injured_low
 * @property {number|null} injured_high
 * @property {number|null} arrested
 * @property {number|null} arrested_low
 * @property {number|null} arrested_high
 * @property {number|null} confidence
 * @property {string} status
 * @property {number} reports
 * @property {string|null} first_published
 * @property {Source[]} sources
 *
 * @typedef {{type: 'Feature', id: string, geometry: {type: 'Point', coordinates: [number, number]},
 *   properties: Properties, tellings?: Telling[]}} Incident
 *
 * @typedef {object} Telling how one report tells an incident
 * @property {string} id
 * @property {string} report
 * @property {string} type
 * @property {string} place
 * @property {string} start
 * @property {string} end
 * @property {{first_day: string, last_day: string, shared_words: number, figures: 'same'|'differ'|null, same_text: boolean,
 *   decision: number|null}|null} joined why it is taken for the same; null for the one that the incident began with
 *
 * @typedef {object} ColumnsAnswer one array an attribute, sorted by start; moments are minutes since 1970 on the place's clock
 * @property {number} from_reports
 * @property {string[]} ids
 * @property {number[]} start
 * @property {number[]} end the first minute after it
 * @property {string[]} type
 * @property {string[]} precision
 * @property {number[]} reports
 * @property {(number|null)[]} confidence
 * @property {string[]} status
 * @property {string[]} assertion
 * @property {(number|null)[]} in_force_until
 * @property {(number|null)[]} first_published
 * @property {number[]} place where in places it is
 * @property {string[]} title
 * @property {{n: number, id: string[], name: string[], name_local: string[], level: string[], country: string[], admin1: string[],
 *   lon: number[], lat: number[], uncertainty_km: number[]}} places
 *
 * @typedef {{id: string, name: string, name_local: string|null, level: string, lon: number, lat: number,
 *   in: {country: string, admin1: string}}} GazetteerPlace
 *
 * @typedef {object} Toponym
 * @property {number} start
 * @property {number} end
 * @property {string} text
 * @property {string} role
 * @property {string|null} place_id
 * @property {string|null} place
 * @property {number|null} lat
 * @property {number|null} lon
 * @property {string|null} level
 * @property {number|null} confidence
 * @property {string|null} reason
 * @property {{place_id: string, name: string, country: string, level: string, why: string}[]} rejected
 *
 * @typedef {{start: number, end: number, text: string, from: string, to: string, precision: string}} DateMark
 * @typedef {{id: string, type: string, title: string, start: number, end: number}} IncidentMark
 * @typedef {{reason: string, detail: string, start?: number, end?: number}} Skip
 *
 * @typedef {object} Report
 * @property {string} id
 * @property {string} name
 * @property {string|null} title
 * @property {string|null} url
 * @property {string|null} published
 * @property {string|null} lang
 * @property {string|null} [author]
 * @property {string|null} [same_text_as] the report whose text this one prints again
 * @property {string[]} [copies]
 * @property {string} text
 * @property {Toponym[]} toponyms
 * @property {DateMark[]} dates
 * @property {IncidentMark[]} incidents
 * @property {Skip[]} skips
 */
export {};
