/** What one turn of a candidate did. */
export interface Sample {
  readonly operations: number;
  readonly seconds: number;
  /** Of this process, user and system; null for a program whose CPU time is not counted. */
  readonly cpuSeconds: number | null;
}

/** One way to do the work. A turn lasts about as long as it is asked to. */
export interface Candidate {
  readonly name: string;
  readonly turn: (seconds: number) => Promise<Sample>;
}

/** Ours against the same work without us: the ratio counts, because two of them meet the same weather. */
export interface Race {
  readonly kind: 'race';
  readonly name: string;
  readonly unit: string;
  /** The least ratio of ours to each baseline. */
  readonly goal: number;
  /** What the ratio is of: operations a second, or operations per second of CPU, where only our own work counts. Left out: a second. */
  readonly by?: 'cpu';
  readonly candidates: { readonly baselines: readonly Candidate[]; readonly ours: Candidate };
  readonly notes?: readonly string[];
}

/** Something that is the same on every machine and in every weather, such as round trips. */
export interface Count {
  readonly kind: 'count';
  readonly name: string;
  readonly unit: string;
  /** The most there may be. */
  readonly goal: number;
  readonly counts: readonly Counted[];
  readonly notes?: readonly string[];
}

export interface Counted {
  readonly of: string;
  readonly count: number;
  /** What was counted, one by one. */
  readonly parts: readonly string[];
}

export type Figure = Race | Count;
