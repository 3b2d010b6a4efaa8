/** Arrays that grow with the largest batch, so that no step allocates. */
export class Workspace {
  #factors = new Float64Array(0);
  #clips = new Uint8Array(0);

  factors(count: number): Float64Array {
    if (this.#factors.length < count) this.#factors = new Float64Array(2 * count);
    return this.#factors;
  }

  clips(count: number): Uint8Array {
    if (this.#clips.length < count) this.#clips = new Uint8Array(2 * count);
    return this.#clips;
  }
}
