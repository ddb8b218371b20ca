import type { Listing } from "../model.ts";

type Group = Exclude<Listing["kind"], "main">;

/** What the page says in its own words. */
interface Wording {
  /** The page's title. */
  title(site: string): string;
  readonly subscribe: string;
  /** What a feed is, and what one does with it. */
  readonly explanation: string;
  /** Which address to take, for those who can't tell. */
  inDoubt(format: string): string;
  /** Beside the list of all feeds. */
  readonly allAtOnce: string;
  readonly latest: string;
  /** A group of feeds, by what their items have in common. */
  readonly groups: Readonly<Record<Group, string>>;
}

/** The page's words and the language they are in. */
export type PageWords = Wording & { readonly language: string };

const groups = (topic: string, author: string, tag: string, language: string, named: string) => {
  return { topic, author, tag, language, named };
};

const english: Wording = {
  title: (site) => `Subscribe to ${site}`,
  subscribe: "Subscribe",
  explanation:
    "A feed tells you what is new here, without an account and without mail. Copy an address into a feed reader, an app that keeps up with many sites for you, and every new article comes to you.",
  inDoubt: (format) => `If in doubt, take ${format}.`,
  allAtOnce: "All feeds in one file, which most readers can import",
  latest: "Latest articles",
  groups: groups("Topics", "Authors", "Tags", "Languages", "More feeds"),
};

const wordings: ReadonlyMap<string, Wording> = new Map([
  ["en", english],
  [
    "de",
    {
      title: (site) => `${site} abonnieren`,
      subscribe: "Abonnieren",
      explanation:
        "Ein Feed meldet, was hier neu ist, ohne Konto und ohne Mail. Kopieren Sie eine Adresse in einen Feedreader, eine App, die viele Seiten für Sie im Blick behält, und jeder neue Artikel kommt zu Ihnen.",
      inDoubt: (format) => `Im Zweifel nehmen Sie ${format}.`,
      allAtOnce: "Alle Feeds in einer Datei, die die meisten Reader importieren",
      latest: "Neueste Artikel",
      groups: groups("Themen", "Autorinnen und Autoren", "Schlagwörter", "Sprachen", "Weitere Feeds"),
    },
  ],
  [
    "fr",
    {
      title: (site) => `S’abonner à ${site}`,
      subscribe: "S’abonner",
      explanation:
        "Un flux vous signale les nouveautés de ce site, sans compte ni courriel. Copiez une adresse dans un lecteur de flux, une application qui suit de nombreux sites pour vous, et chaque nouvel article vous parvient.",
      inDoubt: (format) => `En cas de doute, prenez ${format}.`,
      allAtOnce: "Tous les flux dans un seul fichier, que la plupart des lecteurs importent",
      latest: "Derniers articles",
      groups: groups("Thèmes", "Auteurs", "Mots-clés", "Langues", "Autres flux"),
    },
  ],
  [
    "es",
    {
      title: (site) => `Suscribirse a ${site}`,
      subscribe: "Suscribirse",
      explanation:
        "Un canal le avisa de lo nuevo de este sitio, sin cuenta y sin correo. Copie una dirección en un lector de canales, una aplicación que sigue muchos sitios por usted, y cada artículo nuevo le llegará.",
      inDoubt: (format) => `En caso de duda, elija ${format}.`,
      allAtOnce: "Todos los canales en un archivo, que la mayoría de los lectores importa",
      latest: "Últimos artículos",
      groups: groups("Temas", "Autores", "Etiquetas", "Idiomas", "Más canales"),
    },
  ],
  [
    "it",
    {
      title: (site) => `Abbonarsi a ${site}`,
      subscribe: "Abbonarsi",
      explanation:
        "Un feed segnala le novità di questo sito, senza account e senza posta. Si copia un indirizzo in un lettore di feed, un’app che segue molti siti al posto vostro, e ogni nuovo articolo arriva da sé.",
      inDoubt: (format) => `Nel dubbio, scegliere ${format}.`,
      allAtOnce: "Tutti i feed in un solo file, che la maggior parte dei lettori importa",
      latest: "Ultimi articoli",
      groups: groups("Argomenti", "Autori", "Etichette", "Lingue", "Altri feed"),
    },
  ],
  [
    "pt",
    {
      title: (site) => `Assinar ${site}`,
      subscribe: "Assinar",
      explanation:
        "Um feed avisa o que há de novo neste site, sem conta e sem e-mail. Copie um endereço para um leitor de feeds, um aplicativo que acompanha muitos sites por você, e cada novo artigo chega até você.",
      inDoubt: (format) => `Na dúvida, escolha ${format}.`,
      allAtOnce: "Todos os feeds em um arquivo, que a maioria dos leitores importa",
      latest: "Últimos artigos",
      groups: groups("Temas", "Autores", "Etiquetas", "Idiomas", "Mais feeds"),
    },
  ],
  [
    "nl",
    {
      title: (site) => `Abonneren op ${site}`,
      subscribe: "Abonneren",
      explanation:
        "Een feed meldt wat hier nieuw is, zonder account en zonder mail. Kopieer een adres naar een feedlezer, een app die veel sites voor u bijhoudt, en elk nieuw artikel komt naar u toe.",
      inDoubt: (format) => `Neem bij twijfel ${format}.`,
      allAtOnce: "Alle feeds in één bestand, dat de meeste lezers importeren",
      latest: "Nieuwste artikelen",
      groups: groups("Onderwerpen", "Auteurs", "Trefwoorden", "Talen", "Meer feeds"),
    },
  ],
  [
    "pl",
    {
      title: (site) => `Subskrybuj: ${site}`,
      subscribe: "Subskrybuj",
      explanation:
        "Kanał informuje o nowościach w tym serwisie, bez konta i bez poczty. Skopiuj adres do czytnika kanałów, aplikacji, która śledzi za Ciebie wiele stron, a każdy nowy artykuł trafi do Ciebie.",
      inDoubt: (format) => `W razie wątpliwości wybierz ${format}.`,
      allAtOnce: "Wszystkie kanały w jednym pliku, który importuje większość czytników",
      latest: "Najnowsze artykuły",
      groups: groups("Tematy", "Autorzy", "Tagi", "Języki", "Więcej kanałów"),
    },
  ],
  [
    "uk",
    {
      title: (site) => `Підписатися: ${site}`,
      subscribe: "Підписатися",
      explanation:
        "Стрічка повідомляє, що тут нового, без облікового запису й без пошти. Скопіюйте адресу до читача стрічок, застосунку, що стежить за багатьма сайтами замість вас, і кожна нова стаття надійде до вас.",
      inDoubt: (format) => `Якщо сумніваєтеся, беріть ${format}.`,
      allAtOnce: "Усі стрічки в одному файлі, який імпортує більшість читачів",
      latest: "Останні статті",
      groups: groups("Теми", "Автори", "Мітки", "Мови", "Інші стрічки"),
    },
  ],
  [
    "ar",
    {
      title: (site) => `الاشتراك في ${site}`,
      subscribe: "اشتراك",
      explanation:
        "تخبرك الخلاصة بكل جديد هنا، بلا حساب وبلا بريد. انسخ عنوانًا إلى قارئ خلاصات، وهو تطبيق يتابع مواقع كثيرة نيابةً عنك، فيصلك كل مقال جديد.",
      inDoubt: (format) => `إن لم تكن متأكدًا فاختر ${format}.`,
      allAtOnce: "كل الخلاصات في ملف واحد تستورده معظم القارئات",
      latest: "أحدث المقالات",
      groups: groups("المواضيع", "الكتّاب", "الوسوم", "اللغات", "خلاصات أخرى"),
    },
  ],
  [
    "ja",
    {
      title: (site) => `${site}を購読`,
      subscribe: "購読",
      explanation:
        "フィードは、アカウントもメールもなしに、このサイトの新着を知らせます。多くのサイトをまとめて追いかけるアプリ「フィードリーダー」にアドレスをコピーすると、新しい記事が届きます。",
      inDoubt: (format) => `迷ったら${format}をお使いください。`,
      allAtOnce: "すべてのフィードを一つにしたファイル（多くのリーダーで読み込めます）",
      latest: "最新の記事",
      groups: groups("トピック", "著者", "タグ", "言語", "その他のフィード"),
    },
  ],
  [
    "zh",
    {
      title: (site) => `订阅${site}`,
      subscribe: "订阅",
      explanation:
        "订阅源会告诉您本站的新内容，无需账号，也无需邮件。把地址复制到订阅阅读器（一种替您关注众多网站的应用）中，每篇新文章都会送到您面前。",
      inDoubt: (format) => `如不确定，请选择 ${format}。`,
      allAtOnce: "包含全部订阅源的文件，大多数阅读器都可导入",
      latest: "最新文章",
      groups: groups("主题", "作者", "标签", "语言", "更多订阅源"),
    },
  ],
]);

/** The page's words in a language (BCP 47), or else in English. */
export function pageWords(language: string): PageWords {
  const code = language.split("-", 1)[0]?.toLowerCase() ?? "";
  const wording = wordings.get(code);
  return wording === undefined ? { ...english, language: "en" } : { ...wording, language };
}
