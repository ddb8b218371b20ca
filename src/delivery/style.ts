import { createHash } from "node:crypto";

/** The page's style, and all of it: nothing is fetched but the logo. */
export const style = `
:root{color-scheme:light dark;--ink:#1d1c1a;--soft:#605c55;--line:#e6e2db;--paper:#fffdf9;--card:#f7f4ee;--link:#8a3412}
@media(prefers-color-scheme:dark){:root{--ink:#eceae5;--soft:#a8a49b;--line:#33312d;--paper:#161513;--card:#1f1e1b;--link:#f0a67c}}
*{box-sizing:border-box}
html{-webkit-text-size-adjust:100%}
body{margin:0;background:var(--paper);color:var(--ink);font:1.0625rem/1.6 system-ui,-apple-system,"Segoe UI",Roboto,sans-serif;overflow-wrap:anywhere}
main{max-width:43rem;margin:0 auto;padding:clamp(2rem,8vw,5rem) 1.25rem 4rem}
h1,h2,h3{font-family:ui-serif,Charter,"Iowan Old Style",Georgia,"Liberation Serif",serif;line-height:1.2;text-wrap:balance}
h1{font-size:clamp(2.1rem,7vw,3rem);letter-spacing:-.015em;margin:0}
h2{font-size:1.4rem;margin:0 0 .75rem}
h3{font-size:1.15rem;margin:0}
p{margin:.5rem 0 0}
a{color:var(--link);text-underline-offset:.2em;text-decoration-thickness:.06em}
a:hover{text-decoration-thickness:.14em}
:focus-visible{outline:3px solid var(--link);outline-offset:3px;border-radius:3px}
ul{list-style:none;margin:0;padding:0}
section{margin-top:3rem}
.logo{display:block;max-width:12rem;height:4rem;object-fit:contain;object-position:0 50%;margin-bottom:1.5rem}
[dir=rtl] .logo{object-position:100% 50%}
.about{font-size:1.2rem;color:var(--soft);margin-top:.75rem;text-wrap:pretty}
.card{margin-top:1.25rem;background:var(--card);border:1px solid var(--line);border-radius:.75rem}
.card li{display:flex;flex-wrap:wrap;align-items:center;gap:.25rem 1rem;padding:.8rem 1.1rem}
.card li+li,.list li+li,.news li+li{border-top:1px solid var(--line)}
.card a{min-width:6.5rem;font-weight:600;padding:.1rem 0}
code{font:.9rem/1.5 ui-monospace,SFMono-Regular,Menlo,Consolas,"Liberation Mono",monospace;color:var(--soft);direction:ltr;unicode-bidi:isolate;-webkit-user-select:all;user-select:all}
.soft{color:var(--soft);font-size:.95rem}
.list li{display:flex;flex-wrap:wrap;align-items:center;justify-content:space-between;gap:0 .75rem;padding:.15rem 0}
.list a{display:inline-block;min-width:1.75rem;padding:.5rem 0;font-size:.95rem;margin-inline-start:.8rem}
.list a:first-child{margin-inline-start:0}
.news li{padding:1.1rem 0}
.news li:first-child{padding-top:.25rem}
.news a{color:inherit;text-decoration-color:var(--soft)}
.news a:hover{color:var(--link)}
`.replaceAll("\n", "");

/** The style as a Content-Security-Policy names it. */
export const styleHash = `'sha256-${createHash("sha256").update(style).digest("base64")}'`;
