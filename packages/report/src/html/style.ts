import { FONT, type ThemeColour, themeColours } from '../figures/drawing/theme.js';

const interfaceColours: readonly ThemeColour[] = [
  { variable: '--accent', light: '#00477d', dark: '#9ad2f7' },
  { variable: '--tint', light: '#f3f6f9', dark: '#1e2328' },
];

const variables = (mode: 'light' | 'dark') =>
  [...themeColours, ...interfaceColours].map((colour) => `${colour.variable}:${colour[mode]}`).join(';');

/** The style of the page: light and dark by preference, one column, print with folds open. */
export const pageStyle = `
:root{color-scheme:light dark;${variables('light')}}
@media(prefers-color-scheme:dark){:root{${variables('dark')}}}
*{box-sizing:border-box}
html{-webkit-text-size-adjust:100%}
body{margin:0;background:var(--paper);color:var(--ink);font:16px/24px ${FONT}}
header,main,footer{max-width:76rem;margin:0 auto;padding:0 24px}
.skip{position:absolute;left:-999px;top:0;padding:8px 16px;background:var(--paper);color:var(--accent)}
.skip:focus{left:8px;z-index:1}
h1{font-size:28px;line-height:36px;margin:0 0 16px}
h2{font-size:22px;line-height:30px;margin:48px 0 12px;padding-top:16px;border-top:1px solid var(--grid)}
h3{font-size:17px;line-height:24px;margin:28px 0 8px}
h1,h2,h3,.verdict,dd,dt,li,p,summary{overflow-wrap:anywhere}
td,th{overflow-wrap:break-word;max-width:24rem}
caption{overflow-wrap:break-word}
p,ul,dl,figure{margin:0 0 16px}
ul{padding-left:20px}
.kicker{margin:32px 0 4px;color:var(--muted)}
.verdict{font-size:20px;line-height:31px;max-width:60rem;margin:0;padding:16px 20px;background:var(--tint);border-left:4px solid var(--accent)}
.verdict h2{font-size:16px;line-height:24px;margin:0 0 4px;padding:0;border:0;color:var(--muted)}
.verdict p{margin:0}
.verdict p+p{margin-top:12px}
a{color:var(--accent)}
a{display:inline-block;min-height:24px}
summary{display:list-item;list-style:disclosure-closed inside;min-height:24px}
details[open]>summary{list-style-type:disclosure-open}
.figure{white-space:nowrap}
.sideways{display:none;position:sticky;left:0;width:max-content;margin:0}
.verdict .left-out{margin-top:8px;font-size:16px;line-height:24px}
:focus-visible{outline:3px solid var(--accent);outline-offset:2px}
.note,figcaption,caption{color:var(--muted)}
p,li,figcaption{max-width:60rem}
dl{display:grid;grid-template-columns:minmax(9rem,13rem) minmax(0,1fr);gap:8px 24px}
dt{font-weight:600}
dd{margin:0}
dd ul{margin:0}
summary{cursor:pointer;color:var(--accent);font-weight:600;padding:4px 0}
details{margin:0 0 12px}
figure{margin:0 0 40px}
figcaption{margin:8px 0 4px}
figure svg{display:block;max-width:100%;height:auto}
.narrow{display:none}
.scroll{position:relative;overflow-x:auto;margin:0 0 16px;background:linear-gradient(var(--paper),var(--paper)) right/20px 100% no-repeat local,linear-gradient(to left,var(--grid),transparent) right/20px 100% no-repeat scroll}
@keyframes sideways{from,to{max-height:24px;visibility:visible}}
@supports(animation-timeline:scroll()){.sideways{display:block;max-height:0;visibility:hidden;overflow:hidden;animation:sideways linear;animation-timeline:scroll(nearest inline)}}
table{border-collapse:collapse;font-size:14px;line-height:20px;font-variant-numeric:tabular-nums}
caption{text-align:left;padding:0 0 8px;max-width:min(60rem,100vw - 3rem)}
th,td{padding:6px 12px 6px 0;text-align:left;vertical-align:top;border-bottom:1px solid var(--grid)}
th{font-weight:600}
td,tbody th{min-width:4.5rem}
[class^=words] tbody th{min-width:9rem}
thead th{vertical-align:bottom;border-bottom:2px solid var(--muted)}
.number,.words-1 :is(th,td):nth-child(n+2),.words-2 :is(th,td):nth-child(n+3),.words-3 :is(th,td):nth-child(n+4),.words-4 :is(th,td):nth-child(n+5){text-align:right}
td.number,.words-1 td:nth-child(n+2),.words-2 td:nth-child(n+3),.words-3 td:nth-child(n+4),.words-4 td:nth-child(n+5){white-space:nowrap}
.group{border-left:1px solid var(--grid);padding-left:12px}
.start{border-left:1px solid var(--grid);padding-left:12px}
.summary td{min-width:6.5rem}
.summary .reason{min-width:13rem}
small{font-size:13px;color:var(--muted)}
pre{overflow-x:auto;max-height:30rem;padding:12px 16px;margin:0 0 16px;background:var(--tint);font-size:14px;line-height:20px}
code,pre,.formula{font-family:ui-monospace,"SFMono-Regular","DejaVu Sans Mono",Menlo,Consolas,monospace}
.formula{font-size:14px}
code{overflow-wrap:anywhere;font-size:.9em}
.checks{list-style:none;padding:0}
.hidden{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
footer{margin-top:48px;padding-bottom:48px;color:var(--muted)}
@media(max-width:640px){
header,main,footer{padding:0 16px}
h1{font-size:23px;line-height:30px}
.verdict{font-size:18px;line-height:27px;padding:12px 14px}
dl{display:block}
dd{margin:0 0 12px}
.wide{display:none}
.sideways{display:block}
.narrow{display:block}
}
@media print{
@page{margin:14mm}
:root{${variables('light')};color-scheme:light}
body{font-size:10pt;line-height:14pt}
header,main,footer{max-width:none;padding:0}
h1{font-size:18pt;line-height:22pt}
h2{font-size:14pt;line-height:18pt;margin-top:20pt}
h3{font-size:11pt;line-height:14pt}
h2,h3,caption,summary,thead{break-after:avoid;break-inside:avoid}
.skip{display:none}
.verdict{font-size:12pt;line-height:17pt}
.wide{display:block}
.narrow{display:none}
.keep,tr,dt,li{break-inside:avoid}
figcaption{margin:8px 0 4px}
figure svg{max-height:235mm;width:auto}
details::details-content{content-visibility:visible;display:block;block-size:auto}
summary,details[open]>summary{color:var(--ink);list-style:none}
.sideways{display:none}
.scroll{overflow:visible}
table{font-size:7.5pt;line-height:10pt;width:100%}
th,td{padding:2pt 5pt 2pt 0}
td,.summary td,.summary .reason{min-width:0}
tbody th,[class^=words] tbody th{min-width:6em}
td.number,[class^=words] td{white-space:normal!important}
small{font-size:7pt}
pre{max-height:none;white-space:pre-wrap;overflow:visible;font-size:8pt;line-height:11pt}
figure a[download]{display:none}
a[download]{text-decoration:none;color:var(--ink)}
}
`;
