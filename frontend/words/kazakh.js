/** Dates in Kazakh: browsers often come without them, and then write "2022 M01 9". */

const MONTHS = ['қаңтар', 'ақпан', 'наурыз', 'сәуір', 'мамыр', 'маусым', 'шілде', 'тамыз', 'қыркүйек', 'қазан', 'қараша', 'желтоқсан'];
const SHORT_MONTHS = ['қаң.', 'ақп.', 'нау.', 'сәу.', 'мам.', 'мау.', 'шіл.', 'там.', 'қыр.', 'қаз.', 'қар.', 'жел.'];
const WEEKDAYS = ['жексенбі', 'дүйсенбі', 'сейсенбі', 'сәрсенбі', 'бейсенбі', 'жұма', 'сенбі'];
const SHORT_WEEKDAYS = ['жс', 'дс', 'сс', 'ср', 'бс', 'жм', 'сб'];

/**
 * Writes what is asked for of a date, as Intl.DateTimeFormat would; in UTC.
 *
 * @param {Intl.DateTimeFormatOptions} options
 */
export function kazakh(options) {
    const month = (/** @type {Date} */ at) => (options.month === 'short' ? SHORT_MONTHS : MONTHS)[at.getUTCMonth()];
    const year = (/** @type {Date} */ at) => (options.year ? `${at.getUTCFullYear()}${options.month ? ' ж.' : ''}` : '');
    const dayAndMonth = (/** @type {Date} */ at) => [options.day ? at.getUTCDate() : '', options.month ? month(at) : ''].filter(Boolean).join(' ');
    return {
        /** @param {Date} at */
        format(at) {
            if (options.hour) return at.toISOString().slice(11, 16);
            const long = [year(at), dayAndMonth(at)].filter(Boolean).join(' ');
            if (!options.weekday) return long;
            const short = options.weekday === 'short';
            const weekday = (short ? SHORT_WEEKDAYS : WEEKDAYS)[at.getUTCDay()];
            return short ? [weekday, long].filter(Boolean).join(' ') : [long, weekday].filter(Boolean).join(', ');
        },
        /** @param {Date} from @param {Date} to */
        formatRange(from, to) {
            const days = from.getUTCMonth() === to.getUTCMonth() ? `${from.getUTCDate()}–${dayAndMonth(to)}` : `${dayAndMonth(from)} – ${dayAndMonth(to)}`;
            if (from.getUTCFullYear() !== to.getUTCFullYear()) return `${this.format(from)} – ${this.format(to)}`;
            return from.getTime() >= to.getTime() || from.toISOString().slice(0, 10) === to.toISOString().slice(0, 10) ? this.format(to) : `${year(to)} ${days}`;
        },
    };
}

const COUNTRIES = new Map(Object.entries({
    KZ: 'Қазақстан', RU: 'Ресей', CN: 'Қытай', KG: 'Қырғызстан', UZ: 'Өзбекстан', TM: 'Түрікменстан', TJ: 'Тәжікстан', MN: 'Моңғолия',
    AF: 'Ауғанстан', IR: 'Иран', AZ: 'Әзербайжан', AM: 'Армения', GE: 'Грузия', TR: 'Түркия', UA: 'Украина', BY: 'Беларусь',
    PK: 'Пәкістан', IN: 'Үндістан', US: 'АҚШ', IQ: 'Ирак',
}));

/** The Kazakh name of the countries around, or nothing. @param {string} iso2 */
export function kazakhCountry(iso2) {
    return COUNTRIES.get(iso2);
}
