/** What was written once and is asked for again, at most so many: when they are full, all begin anew. */
export class Kept<Value> {
  readonly #most: number;
  readonly #values = new Map<string, Value>();

  constructor(most: number) {
    this.#most = most;
  }

  /** `key` says everything that `make` depends on. */
  get(key: string, make: () => Value): Value {
    const known = this.#values.get(key);
    if (known !== undefined) return known;
    if (this.#values.size >= this.#most) this.#values.clear();
    const fresh = make();
    this.#values.set(key, fresh);
    return fresh;
  }
}
