/** The few words that feedwright itself puts into an article, by language. */

interface Wording {
  readonly correction: string;
  readingTime(minutes: number): string;
  date(day: number, month: string, year: number): string;
  readonly months: readonly string[];
}

const months = (list: string): readonly string[] => list.split(" ");
const dayMonthYear = (day: number, month: string, year: number) => `${day} ${month} ${year}`;
const eastAsian = (day: number, month: string, year: number) => `${year}年${month}月${day}日`;
const numbers = months("1 2 3 4 5 6 7 8 9 10 11 12");

const english: Wording = {
  correction: "Correction",
  readingTime: (minutes) => `Reading time: ${minutes} ${minutes === 1 ? "minute" : "minutes"}`,
  date: dayMonthYear,
  months: months("January February March April May June July August September October November December"),
};

// Written out rather than taken from Intl: its data differ between Node versions, a feed's bytes may not.
const wordings: ReadonlyMap<string, Wording> = new Map([
  ["en", english],
  [
    "de",
    {
      correction: "Korrektur",
      readingTime: (minutes) => `Lesezeit: ${minutes} Min.`,
      date: (day, month, year) => `${day}. ${month} ${year}`,
      months: months("Januar Februar März April Mai Juni Juli August September Oktober November Dezember"),
    },
  ],
  [
    "fr",
    {
      correction: "Rectificatif",
      readingTime: (minutes) => `Temps de lecture : ${minutes} min`,
      date: (day, month, year) => `${day === 1 ? "1er" : day} ${month} ${year}`,
      months: months("janvier février mars avril mai juin juillet août septembre octobre novembre décembre"),
    },
  ],
  [
    "es",
    {
      correction: "Corrección",
      readingTime: (minutes) => `Tiempo de lectura: ${minutes} min`,
      date: (day, month, year) => `${day} de ${month} de ${year}`,
      months: months(
        "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
      ),
    },
  ],
  [
    "it",
    {
      correction: "Rettifica",
      readingTime: (minutes) => `Tempo di lettura: ${minutes} min`,
      date: dayMonthYear,
      months: months(
        "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre",
      ),
    },
  ],
  [
    "pt",
    {
      correction: "Correção",
      readingTime: (minutes) => `Tempo de leitura: ${minutes} min`,
      date: (day, month, year) => `${day} de ${month} de ${year}`,
      months: months(
        "janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro",
      ),
    },
  ],
  [
    "nl",
    {
      correction: "Correctie",
      readingTime: (minutes) => `Leestijd: ${minutes} min.`,
      date: dayMonthYear,
      months: months(
        "januari februari maart april mei juni juli augustus september oktober november december",
      ),
    },
  ],
  [
    "pl",
    {
      correction: "Sprostowanie",
      readingTime: (minutes) => `Czas czytania: ${minutes} min`,
      date: dayMonthYear,
      months: months(
        "stycznia lutego marca kwietnia maja czerwca lipca sierpnia września października listopada grudnia",
      ),
    },
  ],
  [
    "uk",
    {
      correction: "Виправлення",
      readingTime: (minutes) => `Час читання: ${minutes} хв`,
      date: (day, month, year) => `${day} ${month} ${year} року`,
      months: months(
        "січня лютого березня квітня травня червня липня серпня вересня жовтня листопада грудня",
      ),
    },
  ],
  [
    "ar",
    {
      correction: "تصحيح",
      readingTime: (minutes) => `مدة القراءة: ${minutes} د`,
      // Its months have other names from country to country.
      date: (day, month, year) => `${year}-${month}-${String(day).padStart(2, "0")}`,
      months: months("01 02 03 04 05 06 07 08 09 10 11 12"),
    },
  ],
  [
    "ja",
    {
      correction: "訂正",
      readingTime: (minutes) => `読了時間：${minutes}分`,
      date: eastAsian,
      months: numbers,
    },
  ],
  [
    "zh",
    {
      correction: "更正",
      readingTime: (minutes) => `阅读时间：${minutes}分钟`,
      date: eastAsian,
      months: numbers,
    },
  ],
]);

/** What a correction is called in the language, or else in English. */
export function correctionLabel(language: string | undefined): string {
  return wordingIn(language).correction;
}

/** How an instant's day is written in the language, or else in English. */
export function dayWords(language: string | undefined, instant: number): string {
  const wording = wordingIn(language);
  const date = new Date(instant);
  const month = wording.months[date.getUTCMonth()] ?? "";
  return wording.date(date.getUTCDate(), month, date.getUTCFullYear());
}

/** The line that says how long an article takes, in the language or else in English. */
export function readingTimeWords(language: string | undefined, minutes: number): string {
  return wordingIn(language).readingTime(minutes);
}

function wordingIn(language: string | undefined): Wording {
  return wordings.get(language?.split("-")[0]?.toLowerCase() ?? "") ?? english;
}
