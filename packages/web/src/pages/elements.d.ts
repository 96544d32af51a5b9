import 'react';

declare module 'react' {
  namespace JSX {
    interface IntrinsicElements {
      'auto-submit': { class?: string; children?: React.ReactNode };
      'tick-branch': { children?: React.ReactNode };
      'hand-over': { class?: string; fragment?: string; children?: React.ReactNode };
      'live-rows': { src: string; every: number; children?: React.ReactNode; 'data-began': string; 'data-ended': string; 'data-open': string; 'data-gone': string };
      'row-keys': { class?: string; children?: React.ReactNode };
    }
  }
}
