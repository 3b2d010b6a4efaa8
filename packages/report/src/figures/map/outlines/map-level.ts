/** What a map is made of. */
export type MapLevel = 'counties' | 'states';
