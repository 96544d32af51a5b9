import type { StaffFrame } from './assignments.ts';
import type { Problem } from './shared.ts';

/** The second step of a login (A2). */
export interface LoginCodeProps {
  name: string;
  problems: Problem[];
}

/** A key as a picture and to type; shown while it is set up and never again. */
export interface FactorKey {
  /** Modules along one side. */
  size: number;
  /** The dark ones, as an SVG path. */
  path: string;
  /** In groups of four. */
  key: string;
}

export interface FactorSetUpProps {
  /** Between password and portal, because the role asks for it; else from the own account. */
  atLogin: boolean;
  name: string;
  /** Null: it waited too long. */
  shown: FactorKey | null;
  problems: Problem[];
}

/** Shown once. */
export interface RecoveryCodesProps {
  codes: string[];
  next: string;
  /** Right after the login that asked for it. */
  atLogin: boolean;
}

export interface SecondFactorProps {
  /** Null: none is set up. */
  factor: { setUpAt: Date; recoveryLeft: number } | null;
  askedByRole: boolean;
  problems: Problem[];
}

export interface StaffSessionView {
  id: string;
  kind: 'browser' | 'api';
  /** Program and system by their names; null where it doesn't tell. */
  program: string | null;
  system: string | null;
  /** Empty where addresses aren't kept. */
  address: string;
  since: Date;
  lastUsedAt: Date;
  /** The one that looks. */
  isCurrent: boolean;
  /** In whose account it is. */
  inside: string | null;
}

export interface OwnSessionsProps {
  sessions: StaffSessionView[];
}

/** Staff › All Staff › account › Sessions and second factor. */
export interface AdminStaffSecurityProps {
  frame: StaffFrame;
  sessions: StaffSessionView[];
  factor: SecondFactorProps['factor'];
  askedByRole: boolean;
  /** Has the right, and no account above their own. */
  mayEnd: boolean;
  mayReset: boolean;
  /** One's own: reset elsewhere. */
  isOwn: boolean;
  problems: Problem[];
}
