/** Fewer rows make a group small: the marks, notes and warnings of every command go by this number. */
const SMALL = 30;

/** Whether a group has too few rows for much to be read from its numbers; `rows` is a whole number from 0. */
export const isSmallGroup = (rows: number): boolean => rows < SMALL;
