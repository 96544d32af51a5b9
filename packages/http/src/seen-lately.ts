const MOST = 20_000;

/**
 * Looks that this process knows to be on record. The database writes one entry per session, object and five minutes
 * (E1) and decides that by itself; this only spares composing and sealing entries that it would leave out.
 */
export class SeenLately {
  #bucket = 0;
  readonly #seen = new Set<string>();

  has(bucket: number, look: string): boolean {
    return bucket === this.#bucket && this.#seen.has(look);
  }

  /** After the statement that wrote it down, or found it there. */
  add(bucket: number, look: string): void {
    if (bucket !== this.#bucket || this.#seen.size >= MOST) this.#seen.clear();
    this.#bucket = bucket;
    this.#seen.add(look);
  }
}
