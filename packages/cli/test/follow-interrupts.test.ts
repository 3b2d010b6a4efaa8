import { EventEmitter } from 'node:events';
import { expect, it } from 'vitest';
import { followInterrupts } from '../src/follow-interrupts.js';

type Host = Parameters<typeof followInterrupts>[0];

function follow() {
  const killed: unknown[] = [];
  const said: string[] = [];
  const host = Object.assign(new EventEmitter(), { pid: 42, kill: (...words: unknown[]) => killed.push(words) });
  const following = followInterrupts(host as unknown as Host, { write: (text) => said.push(text) });
  const send = (signal: string) => host.emit(signal, signal);
  return { host, killed, said, send, ...following };
}

it.each(['SIGINT', 'SIGTERM'])(
  'the first %s asks to stop, and the second is sent again with nobody listening',
  (name) => {
    const { host, killed, said, send, signal } = follow();
    expect(signal.aborted).toBe(false);
    send(name);
    expect([signal.aborted, killed, said.length]).toEqual([true, [], 1]);
    send(name);
    expect(killed).toEqual([[42, name]]);
    expect([host.listenerCount('SIGINT'), host.listenerCount('SIGTERM')]).toEqual([0, 0]);
  },
);

it('the two may be mixed', () => {
  const { killed, send } = follow();
  send('SIGTERM');
  send('SIGINT');
  expect(killed).toEqual([[42, 'SIGINT']]);
});

it('when the work is over both signals are Node’s again', () => {
  const { host, stop, signal } = follow();
  stop();
  expect([host.listenerCount('SIGINT'), host.listenerCount('SIGTERM'), signal.aborted]).toEqual([0, 0, false]);
});
