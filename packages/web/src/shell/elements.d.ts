import 'react';

type Custom<Attributes = object> = React.DetailedHTMLProps<React.HTMLAttributes<HTMLElement>, HTMLElement> & Attributes;

/** The custom elements that `client/` defines, and attributes newer than React's types. */
declare module 'react' {
  namespace JSX {
    interface IntrinsicElements {
      'assist-clock': Custom<{ seconds: number; warn: number }>;
      'price-preview': Custom<{ original: string; currency: string }>;
    }
  }
  interface DialogHTMLAttributes<T> extends React.HTMLAttributes<T> {
    closedby?: 'any' | 'closerequest' | 'none';
  }
}
