/** What a decision gives back: a value, or the reasons it was refused. Nothing expected is ever thrown. */
export type Result<T, E> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly error: E };

/** The value that passed. */
export const ok = <T>(value: T): { readonly ok: true; readonly value: T } => ({ ok: true, value });

/** The reason or reasons that stood against it. */
export const err = <E>(error: E): { readonly ok: false; readonly error: E } => ({ ok: false, error });
