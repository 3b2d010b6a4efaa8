/** Yes-or-no questions about the seats of one entity, with noise beside without. */
export const seatEvents = {
  fewer: {
    name: 'fewer seats',
    question: 'does noise leave it with fewer seats than its true population gives it?',
    holds: (seats: number, truth: number) => seats < truth,
  },
  more: {
    name: 'more seats',
    question: 'does noise give it more seats than its true population does?',
    holds: (seats: number, truth: number) => seats > truth,
  },
} as const;

export type SeatEvent = keyof typeof seatEvents;
export const seatEventNames = Object.keys(seatEvents) as readonly SeatEvent[];
