/** The figure of wrong answers by distance to the threshold, and that of the parts of a rule. Every argument is formatted text. */
export const distanceMessages = {
  title: (at: string, near: string, entities: string, part: string) =>
    `${at}, ${near} of ${entities} entities are within one standard deviation of the threshold and get ${part} of the wrong answers`,
  half: (title: string, which: 'smaller' | 'larger', part: string) =>
    `${title}; the ${which} half by size gets ${part}`,
  titleNothing: (at: string) => `${at} no probability of a wrong answer can be told from zero`,
  explanation: (few: boolean, post: string) =>
    `${few ? 'Each mark is an entity' : 'Each mark stands for the entities of one size at its place'}: blue dots are the smallest third, orange squares the middle, green triangles the largest, with ${post}. Right of zero are entitled entities, who may be told no, left of it the others, who may be told yes. The grey line is the closed form for one noisy count; a rule of several can lie above it or below.`,
  beyond: (entities: string, distance: string) => ` ${entities} farther than ${distance} away are not drawn.`,
  whiskers: (confidence: string) => ` Whiskers hold for all entities at once with ${confidence} confidence.`,
  alt: (panels: string, entities: string, finding: string) =>
    `${panels} of the probability of a wrong answer against the distance to the threshold for ${entities} entities. ${finding}.`,
  x: () => 'distance to the threshold (standard deviations of the noise)',
  xShort: () => 'distance (standard deviations)',
  y: () => 'probability of a wrong answer',
  columns: () => [
    'noise',
    'distance to the threshold (standard deviations)',
    'entitled entities',
    'wrongly told no',
    'other entities',
    'wrongly told yes',
  ],
  range: (from: string | null, to: string | null) =>
    from === null ? `below ${to}` : to === null ? `${from} and above` : `${from} to ${to}`,
};

export const compositionMessages = {
  titleAdds: (at: string, whole: string, entities: string, parts: string) =>
    `Joining adds up errors: ${at} the rule is expected to be wrong for ${whole} of ${entities} entities, its parts alone for ${parts}`,
  titleHides: (at: string, whole: string, entities: string, parts: string) =>
    `Joining hides errors: ${at} the rule is expected to be wrong for ${whole} of ${entities} entities, its parts alone for ${parts}`,
  title: (at: string, whole: string, entities: string, parts: string) =>
    `${at} the rule is expected to be wrong for ${whole} of ${entities} entities, its parts alone for ${parts}`,
  less: () => 'less for the others',
  part: (wrong: string, name: string) => `${wrong} (${name})`,
  explanation: () =>
    'Mean probability of a wrong answer of each part of the rule alone and of the whole, of the entities in steps of half a standard deviation. Of two parts with independent noise and flip probabilities a and b, “and” of two that hold errs with a + b − ab, “or” with ab, “xor” with a + b − 2ab; where neither holds “and” and “or” change places (Tran et al. 2021). Parts that share a count are computed together.',
  alt: (parts: string, finding: string) =>
    `Lines of the mean probability of a wrong answer against the distance to the threshold for ${parts} and the whole rule. ${finding}.`,
  whole: () => 'the whole rule',
  y: () => 'mean flip probability',
  columns: (parts: readonly string[]) => [
    'distance to the threshold (standard deviations)',
    'entities',
    ...parts,
    'the whole rule',
  ],
};
