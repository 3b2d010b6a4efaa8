import { themeColours } from './theme.js';

const variables = new Map(themeColours.map((colour) => [colour.light, colour.variable]));

/** Rewrites the colours of a drawing to the variables of the page, so that it follows light and dark. */
export function themedSvg(svg: string): string {
  return svg.replace(/ (fill|stroke)="(#[0-9a-f]{6})"/g, (attribute, name: string, colour: string) => {
    const variable = variables.get(colour);
    return variable === undefined ? attribute : ` ${name}="var(${variable})"`;
  });
}
