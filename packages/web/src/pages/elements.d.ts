import 'react';

declare module 'react' {
  namespace JSX {
    interface IntrinsicElements {
      'auto-submit': { class?: string; children?: React.ReactNode };
      'tick-branch': { children?: React.ReactNode };
      'hand-over': { class?: string; fragment?: string; children?: React.ReactNode };
      'row-keys': { class?: string; children?: React.ReactNode };
    }
  }
}
