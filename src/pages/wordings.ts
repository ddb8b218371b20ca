import { pageWords } from "../delivery/wordings.ts";

/** What pages say in their own words. */
interface Wording {
  /** The first link, for those who go through a page by keys or ears. */
  readonly skip: string;
  readonly home: string;
  readonly by: string;
  readonly updated: string;
  readonly corrections: string;
  readonly share: string;
  readonly email: string;
  readonly copy: string;
  readonly copied: string;
  readonly newer: string;
  readonly older: string;
  readonly comments: string;
  readonly source: string;
  readonly withdrawn: string;
  readonly missing: string;
  /** A page's name by its number. */
  page(number: number): string;
}

/** The words of one page: its own, some of the feeds' page, and the language that they are in. */
export interface Words extends Wording {
  /** BCP 47. */
  readonly language: string;
  readonly subscribe: string;
  readonly topics: string;
  readonly latest: string;
}

const wordings: Readonly<Record<string, Wording>> = {
  en: {
    skip: "Skip to the text",
    home: "Front page",
    by: "By",
    updated: "Updated",
    corrections: "Corrections",
    share: "Share",
    email: "Email",
    copy: "Copy link",
    copied: "Copied",
    newer: "Newer",
    older: "Older",
    comments: "Comments",
    source: "Source",
    withdrawn: "This article was withdrawn",
    missing: "Page not found",
    page: (number) => `Page ${number}`,
  },
  de: {
    skip: "Zum Text",
    home: "Startseite",
    by: "Von",
    updated: "Aktualisiert",
    corrections: "Korrekturen",
    share: "Teilen",
    email: "E-Mail",
    copy: "Link kopieren",
    copied: "Kopiert",
    newer: "Neuer",
    older: "Älter",
    comments: "Kommentare",
    source: "Quelle",
    withdrawn: "Dieser Artikel wurde zurückgezogen",
    missing: "Seite nicht gefunden",
    page: (number) => `Seite ${number}`,
  },
  fr: {
    skip: "Aller au texte",
    home: "Accueil",
    by: "Par",
    updated: "Mis à jour",
    corrections: "Rectificatifs",
    share: "Partager",
    email: "E-mail",
    copy: "Copier le lien",
    copied: "Copié",
    newer: "Plus récent",
    older: "Plus ancien",
    comments: "Commentaires",
    source: "Source",
    withdrawn: "Cet article a été retiré",
    missing: "Page introuvable",
    page: (number) => `Page ${number}`,
  },
  es: {
    skip: "Ir al texto",
    home: "Portada",
    by: "Por",
    updated: "Actualizado",
    corrections: "Correcciones",
    share: "Compartir",
    email: "Correo",
    copy: "Copiar enlace",
    copied: "Copiado",
    newer: "Más reciente",
    older: "Más antiguo",
    comments: "Comentarios",
    source: "Fuente",
    withdrawn: "Este artículo ha sido retirado",
    missing: "Página no encontrada",
    page: (number) => `Página ${number}`,
  },
  it: {
    skip: "Vai al testo",
    home: "Prima pagina",
    by: "Di",
    updated: "Aggiornato",
    corrections: "Rettifiche",
    share: "Condividi",
    email: "E-mail",
    copy: "Copia link",
    copied: "Copiato",
    newer: "Più recente",
    older: "Meno recente",
    comments: "Commenti",
    source: "Fonte",
    withdrawn: "Questo articolo è stato ritirato",
    missing: "Pagina non trovata",
    page: (number) => `Pagina ${number}`,
  },
  pt: {
    skip: "Ir para o texto",
    home: "Página inicial",
    by: "Por",
    updated: "Atualizado",
    corrections: "Correções",
    share: "Compartilhar",
    email: "E-mail",
    copy: "Copiar link",
    copied: "Copiado",
    newer: "Mais recente",
    older: "Mais antigo",
    comments: "Comentários",
    source: "Fonte",
    withdrawn: "Este artigo foi retirado",
    missing: "Página não encontrada",
    page: (number) => `Página ${number}`,
  },
  nl: {
    skip: "Naar de tekst",
    home: "Voorpagina",
    by: "Door",
    updated: "Bijgewerkt",
    corrections: "Correcties",
    share: "Delen",
    email: "E-mail",
    copy: "Link kopiëren",
    copied: "Gekopieerd",
    newer: "Nieuwer",
    older: "Ouder",
    comments: "Reacties",
    source: "Bron",
    withdrawn: "Dit artikel is ingetrokken",
    missing: "Pagina niet gevonden",
    page: (number) => `Pagina ${number}`,
  },
  pl: {
    skip: "Przejdź do tekstu",
    home: "Strona główna",
    by: "Tekst:",
    updated: "Aktualizacja:",
    corrections: "Sprostowania",
    share: "Udostępnij",
    email: "E-mail",
    copy: "Kopiuj link",
    copied: "Skopiowano",
    newer: "Nowsze",
    older: "Starsze",
    comments: "Komentarze",
    source: "Źródło",
    withdrawn: "Ten artykuł został wycofany",
    missing: "Nie znaleziono strony",
    page: (number) => `Strona ${number}`,
  },
  uk: {
    skip: "Перейти до тексту",
    home: "Головна",
    by: "Текст:",
    updated: "Оновлено",
    corrections: "Виправлення",
    share: "Поділитися",
    email: "Ел. пошта",
    copy: "Копіювати посилання",
    copied: "Скопійовано",
    newer: "Новіше",
    older: "Старіше",
    comments: "Коментарі",
    source: "Джерело",
    withdrawn: "Цю статтю відкликано",
    missing: "Сторінку не знайдено",
    page: (number) => `Сторінка ${number}`,
  },
  ar: {
    skip: "انتقل إلى النص",
    home: "الصفحة الرئيسية",
    by: "بقلم",
    updated: "آخر تحديث",
    corrections: "تصحيحات",
    share: "مشاركة",
    email: "البريد الإلكتروني",
    copy: "نسخ الرابط",
    copied: "تم النسخ",
    newer: "أحدث",
    older: "أقدم",
    comments: "التعليقات",
    source: "المصدر",
    withdrawn: "سُحب هذا المقال",
    missing: "الصفحة غير موجودة",
    page: (number) => `صفحة ${number}`,
  },
  ja: {
    skip: "本文へ",
    home: "トップページ",
    by: "文：",
    updated: "更新",
    corrections: "訂正",
    share: "共有",
    email: "メール",
    copy: "リンクをコピー",
    copied: "コピーしました",
    newer: "新しい記事",
    older: "古い記事",
    comments: "コメント",
    source: "出典",
    withdrawn: "この記事は取り下げられました",
    missing: "ページが見つかりません",
    page: (number) => `${number}ページ`,
  },
  zh: {
    skip: "跳到正文",
    home: "首页",
    by: "作者：",
    updated: "更新",
    corrections: "更正",
    share: "分享",
    email: "电子邮件",
    copy: "复制链接",
    copied: "已复制",
    newer: "较新文章",
    older: "较早文章",
    comments: "评论",
    source: "来源",
    withdrawn: "本文已撤回",
    missing: "找不到页面",
    page: (number) => `第${number}页`,
  },
};

/** A page's words in a language (BCP 47), or else in English. */
export function wordsIn(language: string): Words {
  const { subscribe, latest, groups, language: spoken } = pageWords(language);
  const wording = wordings[spoken.split("-", 1)[0]?.toLowerCase() ?? ""] ?? wordings.en;
  if (wording === undefined) throw new Error("English has its words");
  return { ...wording, subscribe, latest, topics: groups.topic, language: spoken };
}
