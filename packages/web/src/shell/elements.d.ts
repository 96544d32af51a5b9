import 'react';

type Custom<Attributes = object> = React.DetailedHTMLProps<React.HTMLAttributes<HTMLElement>, HTMLElement> & Attributes;

/** The custom elements that `client/` defines, and attributes newer than React's types. */
declare module 'react' {
  namespace JSX {
    interface IntrinsicElements {
      'helping-notes': Custom<{ src: string; every: number }>;
      'session-clock': Custom<{ idle: string; 'idle-warn': number; limit: string | undefined; 'limit-warn': number; state: string }>;
      'waiting-price': Custom<{ src: string; every: number; children?: React.ReactNode }>;
      'price-preview': Custom<{ original: string; currency: string; children?: React.ReactNode }>;
    }
  }
  interface DialogHTMLAttributes<T> extends React.HTMLAttributes<T> {
    closedby?: 'any' | 'closerequest' | 'none';
  }
}
