interface Leaf {
  readonly tag: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly text: string;
}

const leaf = /<(path|line|text)((?: [a-z0-9-]+="[^"]*")*)(?:\/>|>([^<]*)<\/\1>)/g;
const run = /(?:<(?:path|line)(?: [a-z0-9-]+="[^"]*")*\/>|<text(?: [a-z0-9-]+="[^"]*")*>[^<]*<\/text>){2,}/g;
const own = new Set(['d', 'transform', 'x2', 'y2', 'x', 'y']);

/**
 * Merges neighbouring marks of an SVG that look alike: lines and boxes become one path, and what points and texts have
 * in common is written once on a group around them. What is seen stays the same; order is kept.
 */
export function mergeMarks(svg: string): string {
  return svg.replace(run, (text) => {
    const leaves = [...text.matchAll(leaf)].map(([, tag, attributes, content]): Leaf => {
      const pairs = [...(attributes ?? '').matchAll(/ ([a-z0-9-]+)="([^"]*)"/g)].map(([, name, value]) => [
        name,
        value,
      ]);
      return asPath({ tag: tag as string, attributes: Object.fromEntries(pairs), text: content ?? '' });
    });
    return runs(leaves).map(write).join('');
  });
}

/** A line as a path, so that lines can be joined. */
function asPath({ tag, attributes, text }: Leaf): Leaf {
  if (tag !== 'line') return { tag, attributes, text };
  const { transform = 'translate(0,0)', x2 = '0', y2 = '0', ...rest } = attributes;
  const start = /^translate\(([^)]*)\)$/.exec(transform)?.[1];
  if (start === undefined) return { tag, attributes, text };
  return { tag: 'path', attributes: { ...rest, d: `M${start}l${x2},${y2}` }, text };
}

/** Splits into stretches of the same tag and the same look. */
function runs(leaves: readonly Leaf[]): Leaf[][] {
  const parts: Leaf[][] = [];
  let last = '';
  for (const one of leaves) {
    const key = `${one.tag}${look(one)}`;
    if (key === last) parts.at(-1)?.push(one);
    else parts.push([one]);
    last = key;
  }
  return parts;
}

function look({ attributes }: Leaf): string {
  return list(Object.entries(attributes).filter(([name]) => !own.has(name)));
}

function write(part: readonly Leaf[]): string {
  const [first] = part as [Leaf];
  const shared = look(first);
  if (part.every(({ tag, attributes }) => tag === 'path' && attributes.transform === undefined)) {
    return `<path d="${part.map(({ attributes }) => attributes.d).join('')}"${shared}/>`;
  }
  if (part.length === 1) return element(first, list(Object.entries(first.attributes)));
  const inner = part.map((one) => element(one, list(Object.entries(one.attributes).filter(([name]) => own.has(name)))));
  return `<g${shared}>${inner.join('')}</g>`;
}

function element({ tag, text }: Leaf, attributes: string): string {
  return tag === 'text' ? `<text${attributes}>${text}</text>` : `<${tag}${attributes}/>`;
}

function list(pairs: readonly (readonly [string, string])[]): string {
  return pairs.map(([name, value]) => ` ${name}="${value}"`).join('');
}
